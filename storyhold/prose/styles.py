"""What an inline start tag, or a block's style, does to the letters inside it."""

from storyhold.prose.addresses import link_address
from storyhold.prose.attributes import Attributes, direction, language, phrase, style
from storyhold.prose.document import Mark, Marks
from storyhold.prose.elements import RUBY_PARTS
from storyhold.prose.limits import MAX_MARKS

_MARK_OF = {
    **dict.fromkeys(["em", "i", "dfn", "var"], "em"),
    **dict.fromkeys(["b", "strong"], "strong"),
    **dict.fromkeys(["ins", "u"], "u"),
    **dict.fromkeys(["del", "s", "strike"], "s"),
    **dict.fromkeys(["code", "kbd", "samp", "tt"], "code"),
    **dict.fromkeys(["abbr", "acronym"], "abbr"),
    **{name: name for name in ["cite", "q", "rb", "rp", "rt", "ruby", "small", "sub", "sup"]},
}
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_LIGHT = {"normal", "lighter", "100", "200", "300", "400", "500"}


def marks_of(name: str, attributes: Attributes, now: Marks) -> tuple[Marks, str]:
    """Return the marks this element adds where `now` is in force, and the tag it suspends."""
    if not attributes and name != "bdi":
        tag = _tag_of(name, {}, now)
        return ((Mark(tag),) if tag and len(now) < MAX_MARKS else ()), ""
    declared = style(attributes) if "style" in attributes else {}
    marks: list[Mark] = []
    address = link_address(attributes.get("href", "")) if name == "a" else ""
    if address:
        marks.append(Mark("a", (("href", address),)))
    tag = _tag_of(name, declared, now)
    if tag:
        title = phrase(attributes, "title") if tag == "abbr" else ""
        marks.append(Mark(tag, (("title", title),) if title else ()))
    suspends = ""
    if declared:
        styled, suspends = _styled(declared, (*now, *marks))
        marks.extend(styled)
    return _with_language(marks, name, attributes), suspends


def _tag_of(name: str, declared: dict[str, str], now: Marks) -> str:
    """Leave out what the same element's style takes back, as Google Docs' outermost `<b>`.

    A part of a ruby annotation is one only inside it, and not inside another part.
    """
    tag = _MARK_OF.get(name, "")
    if tag in RUBY_PARTS:
        around = [mark.tag for mark in now]
        return tag if "ruby" in around and not set(RUBY_PARTS) & set(around) else ""
    if tag == "strong" and declared.get("font-weight") in _LIGHT:
        return ""
    if tag == "em" and declared.get("font-style") == "normal":
        return ""
    return tag


def block_marks(attributes: Attributes, now: Marks) -> tuple[Marks, str]:
    """Return the marks that a block's style puts on everything inside it."""
    return _styled(style(attributes), now) if "style" in attributes else ((), "")


def _styled(declared: dict[str, str], now: Marks) -> tuple[Marks, str]:
    tags = [mark.tag for mark in now]
    marks: list[Mark] = []
    slant = declared.get("font-style", "")
    if slant in ("italic", "oblique") and "em" not in tags:
        marks.append(Mark("em"))
    elif slant == "normal" and tags.count("em") % 2:
        marks.append(Mark("em", is_upright=True))
    weight = declared.get("font-weight", "")
    if weight in _BOLD and "strong" not in tags:
        marks.append(Mark("strong"))
    decoration = declared.get("text-decoration", declared.get("text-decoration-line", ""))
    if "underline" in decoration and not {"u", "a"} & set(tags):
        marks.append(Mark("u"))
    if "line-through" in decoration and "s" not in tags:
        marks.append(Mark("s"))
    shift = {"super": "sup", "sub": "sub"}.get(declared.get("vertical-align", ""), "")
    if shift and shift not in tags:
        marks.append(Mark(shift))
    return tuple(marks), "strong" if weight in _LIGHT and "strong" in tags else ""


def _with_language(marks: list[Mark], name: str, attributes: Attributes) -> Marks:
    said = {"lang": language(attributes), "dir": direction(attributes)}
    if name == "bdi" and not said["dir"]:
        said["dir"] = "auto"
    spoken = tuple((name, value) for name, value in said.items() if value)
    if not spoken:
        return tuple(marks)
    if not marks:
        return (Mark("span", spoken),)
    first = marks[0]
    return (Mark(first.tag, spoken + first.attributes, first.is_upright), *marks[1:])
