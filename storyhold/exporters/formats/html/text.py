"""Canonical HTML as it stands in the one file: pictures in it, links with their whole address."""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from pathlib import Path

from storyhold.exporters.links import absolute
from storyhold.exporters.tags import Attributes, Tag, with_tags
from storyhold.prose.numbering import with_prefix


class Texts:
    """Writes the texts of one book."""

    def __init__(self, pictures: Mapping[str, Path]) -> None:
        self._pictures = pictures

    def html(self, html: str, *, page: str, prefix: str = "") -> str:
        """Return a text that stood on `page`; its paragraphs are `{prefix}p1` and so on."""
        numbered = with_prefix(html, prefix) if prefix else html

        def rewritten(tag: Tag) -> str:
            if tag.name == "a" and not tag.is_end:
                return self._link(tag.attributes, html, page, prefix)
            if tag.name == "img":
                return self._picture(tag.attributes)
            return _as_it_was(tag)

        return with_tags(numbered, rewritten)

    def _link(self, worn: Attributes, html: str, page: str, prefix: str) -> str:
        typed = worn.pop("href", "")
        if typed.startswith("#") and f' id="{typed[1:]}"' in html:
            address = f"#{prefix}{typed[1:]}"
        else:
            address = absolute(typed, page=page)
        return _start("a", worn | {"href": address} if address else worn)

    def _picture(self, worn: Attributes) -> str:
        words = worn.get("alt", "")
        file = self._pictures.get(worn.get("src", ""))
        if file:
            content = b64encode(file.read_bytes()).decode()
            return _start("img", worn | {"src": f"data:image/webp;base64,{content}", "alt": words})
        return f"<i>[{escape(words)}]</i>" if words else ""


def _as_it_was(tag: Tag) -> str:
    return f"</{tag.name}>" if tag.is_end else _start(tag.name, tag.attributes)


def _start(name: str, worn: Attributes) -> str:
    attributes = "".join([f' {each}="{escape(value)}"' for each, value in worn.items()])
    return f"<{name}{attributes}>"
