"""Marks on letters turned into nested inline elements, and those written as HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from storyhold.prose.characters import nfc
from storyhold.prose.document import Image, LineBreak, Mark, Marks, Run
from storyhold.prose.escaping import attribute, text

_ONCE_IS_ENOUGH = frozenset(["em", "strong", "u", "s", "code"])
_JOINS = frozenset(["a", "code", "em", "s", "small", "span", "strong", "sub", "sup", "u"])


@dataclass(slots=True)
class Element:
    """One inline element with what is in it."""

    mark: Mark
    children: list["Inline"] = field(default_factory=list)


Inline = Element | str | Image | LineBreak


def html_of_runs(runs: list[Run]) -> str:
    """Write the letters of a paragraph and the elements around them."""
    html = _flat_html(runs)
    return inline_html(nested(runs)) if html is None else html


def _flat_html(runs: list[Run]) -> str | None:
    """Do so for what most paragraphs are: letters, with one element here and there.

    Returns None when two runs might be in the same element, which takes a tree to tell.
    """
    written: list[str] = []
    last: Marks | None = None
    for piece, marks in runs:
        if not isinstance(piece, str):
            return None
        if marks and marks[-1].is_upright:
            return None
        html = text(nfc(piece))
        if not marks:
            if last == ():
                return None
        elif last and last[0].tag == marks[0].tag:
            return None
        else:
            for mark in reversed(marks if len(marks) == 1 else _once_each(marks)):
                html = f"{_start_tag(mark)}{html}</{mark.tag}>"
        written.append(html)
        last = marks
    return "".join(written)


def _once_each(marks: Marks) -> Marks:
    """Return marks around the very same letters without those that say nothing new."""
    kept: dict[object, Mark] = {}
    for mark in marks:
        kept.setdefault(mark.key if mark.tag in _ONCE_IS_ENOUGH else mark, mark)
    return tuple(kept.values())


def nested(runs: list[Run]) -> Iterator[Inline]:
    """Yield the runs as trees: no element empty, doubled, or needlessly cut in two."""
    return _tidy(_trees(runs))


def _trees(runs: list[Run]) -> Iterator[Inline]:
    """Yield each outermost element once nothing more can be inside it."""
    path: list[Element] = []
    for piece, marks in runs:
        shared = 0
        for element, mark in zip(path, marks, strict=False):
            if element.mark is not mark:
                break
            shared += 1
        if path and not shared:
            yield path[0]
        del path[shared:]
        for mark in marks[shared:]:
            element = Element(mark)
            if path:
                path[-1].children.append(element)
            path.append(element)
        if path:
            path[-1].children.append(piece)
        else:
            yield piece
    if path:
        yield path[0]


def _tidy(children: Iterable[Inline]) -> Iterator[Inline]:
    waiting: list[Inline] = []
    for child in children:
        for part in _parts(child):
            _join(waiting, part)
            if len(waiting) > 1:
                yield waiting.pop(0)
    yield from waiting


def _parts(child: Inline) -> list[Inline]:
    if not isinstance(child, Element):
        return [child]
    child.children = list(_tidy(child.children))
    return _undoubled(child)


def _undoubled(element: Element) -> list[Inline]:
    """Remove an element of the same name whose only content spans all of `element`."""
    if element.mark.tag not in _ONCE_IS_ENOUGH:
        return [element]
    path = [element]
    while len(path[-1].children) == 1 and isinstance(path[-1].children[0], Element):
        inner = path[-1].children[0]
        if inner.mark.key == element.mark.key:
            path[-1].children = inner.children
            return element.children if inner.mark.is_upright else _undoubled(element)
        path.append(inner)
    return [element]


def _join(siblings: list[Inline], child: Inline) -> None:
    """Append `child`, or let it continue the element before it that looks the same."""
    last = siblings[-1] if siblings else None
    if isinstance(child, Element) and isinstance(last, Element) and _continues(last, child):
        _join(last.children, child.children[0])
        last.children.extend(child.children[1:])
    else:
        siblings.append(child)


def _continues(last: Element, child: Element) -> bool:
    return last.mark.tag in _JOINS and last.mark.key == child.mark.key


def inline_html(children: Iterable[Inline]) -> str:
    """Write inline content as HTML."""
    written: list[str] = []
    letters: list[str] = []
    _write(children, written, letters)
    _flush(letters, written)
    return "".join(written)


def _write(children: Iterable[Inline], written: list[str], letters: list[str]) -> None:
    for child in children:
        if isinstance(child, str):
            letters.append(child)
            continue
        _flush(letters, written)
        if isinstance(child, LineBreak):
            written.append("<br>")
        elif isinstance(child, Image):
            written.append(_image(child))
        else:
            written.append(_start_tag(child.mark))
            _write(child.children, written, letters)
            _flush(letters, written)
            written.append(f"</{child.mark.tag}>")


def _flush(letters: list[str], written: list[str]) -> None:
    if letters:
        written.append(text(nfc("".join(letters))))
        letters.clear()


def _start_tag(mark: Mark) -> str:
    if not mark.attributes:
        return f"<{mark.tag}>"
    attributes = "".join(attribute(name, value) for name, value in mark.attributes)
    if mark.tag == "a":
        attributes += ' rel="nofollow noopener"'
    return f"<{mark.tag}{attributes}>"


def _image(image: Image) -> str:
    attributes = attribute("src", image.src) if image.src else ""
    attributes += attribute("alt", image.alt)
    for name, value in (("width", image.width), ("height", image.height)):
        if value:
            attributes += attribute(name, value)
    return f"<img{attributes}>"
