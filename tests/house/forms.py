"""Every form on every page, read as a browser reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """Where a form is sent, and what is sent when nobody changes anything in it."""

    actions: list[str]
    fields: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)  # names of the fields in which people write


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: list[Form] = []
        self._form: Form | None = None
        self._select = ""
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form([said.get("action") or self.page])
            if said.get("method", "").lower() == "post":
                self.found.append(self._form)
        if self._form is not None:
            self._read(tag, said, self._form)

    def _read(self, tag: str, said: dict[str, str], form: Form) -> None:
        name = said.get("name", "")
        if "formaction" in said:
            form.actions.append(said["formaction"])
        if tag == "input":
            self._read_input(name, said, form)
        elif tag == "textarea":
            self._textarea = name
            form.fields[name] = ""
            form.typed.add(name)
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in said or not form.fields.get(self._select)):
            form.fields[self._select] = said.get("value", "")

    def _read_input(self, name: str, said: dict[str, str], form: Form) -> None:
        if said.get("type") in ("radio", "checkbox"):
            if "checked" in said or name not in form.fields:
                form.fields[name] = said.get("value", "on")
            return
        form.fields[name] = said.get("value", "")
        if said.get("type", "text") != "hidden":
            form.typed.add(name)

    def handle_data(self, data: str) -> None:
        if self._textarea and self._form is not None:
            self._form.fields[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        elif tag == "form":
            self._form = None


def forms_on(page: str, html: str) -> Iterator[Form]:
    """Yield the forms that the page at this address sends by POST."""
    reader = _Reader(page)
    reader.feed(html)
    yield from reader.found
