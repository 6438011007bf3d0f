"""Canonical HTML as the XHTML of a book."""

from collections.abc import Mapping
from html import escape

from storyhold.exporters.formats.epub.ruby import unsound
from storyhold.exporters.links import absolute, place_of
from storyhold.exporters.tags import VOID, Attributes, Tag, with_tags

# A text's headings begin at the third level, those of a chapter's file at the second.
_HEADINGS = {f"h{level}": f"h{level - 1}" for level in range(3, 7)}
# Instead of a ruby that is none.
_PLAIN = {"ruby": "span", "rb": "span", "rt": "small", "rp": "span"}


class Inside:
    """What a text finds inside the book: files of chapters by their paths, and pictures."""

    def __init__(self, site: str, files: Mapping[str, str], pictures: Mapping[str, str]) -> None:
        self.site = site
        self.files = files
        self.pictures = pictures


def xhtml(html: str, *, page: str, inside: Inside) -> str:
    """Return canonical `html`, which stood on `page` of the archive, as a book has it."""
    return with_tags(html, _Text(html, page, inside).rewritten)


class _Text:
    def __init__(self, html: str, page: str, inside: Inside) -> None:
        self._html = html
        self._page = page
        self._inside = inside
        self._rubies = _Rubies(html)

    def rewritten(self, tag: Tag) -> str:
        name = _HEADINGS.get(tag.name, tag.name)
        if name in _PLAIN:
            return self._rubies.rewritten(tag)
        if tag.is_end:
            return f"</{name}>"
        if name == "img":
            return self._picture(tag.attributes)
        worn = dict(tag.attributes)
        if name == "a":
            worn = self._link(worn)
        if name == "details":  # on paper and on slow screens nobody opens anything
            worn["open"] = "open"
        return start(name, worn)

    def _picture(self, worn: Attributes) -> str:
        words = worn.get("alt", "")
        file = self._inside.pictures.get(worn.get("src", ""))
        if file:
            return start("img", worn | {"src": file, "alt": words})
        return f'<span class="picture">[{escape(words)}]</span>' if words else ""

    def _link(self, worn: Attributes) -> Attributes:
        """Return the link as one within the book, or with its whole address; or as none."""
        worn.pop("rel", None)
        typed = worn.pop("href", "")
        if typed.startswith("#") and self._has(typed[1:]):
            return worn | {"href": typed}
        address = absolute(typed, page=self._page)
        path, fragment = place_of(address, site=self._inside.site)
        file = self._inside.files.get(path)
        if file and not fragment:
            return worn | {"href": file}
        return worn | {"href": address} if address else worn

    def _has(self, name: str) -> bool:
        return f' id="{name}"' in self._html


class _Rubies:
    """The rubies of a text, in which those that are none become plain."""

    def __init__(self, html: str) -> None:
        self._unsound = unsound(html) if "<ruby" in html else set()
        self._number = -1
        self._is_plain: list[bool] = []  # of those that are open

    def rewritten(self, tag: Tag) -> str:
        if tag.name == "ruby" and not tag.is_end:
            self._number += 1
            self._is_plain.append(self._number in self._unsound)
        name = _PLAIN[tag.name] if self._is_plain[-1] else tag.name
        if tag.name == "ruby" and tag.is_end:
            self._is_plain.pop()
        bracket = self._bracket(tag)
        if tag.is_end:
            return f"{bracket}</{name}>"
        return start(name, tag.attributes) + bracket

    def _bracket(self, tag: Tag) -> str:
        if tag.name != "rt" or not self._is_plain[-1]:
            return ""
        return ")" if tag.is_end else "("


def start(name: str, worn: Attributes) -> str:
    """Return a start tag, or the whole of an element that is always empty."""
    if "lang" in worn:
        worn = worn | {"xml:lang": worn["lang"]}
    attributes = "".join([f' {each}="{escape(value)}"' for each, value in worn.items()])
    return f"<{name}{attributes}{'/' if name in VOID else ''}>"
