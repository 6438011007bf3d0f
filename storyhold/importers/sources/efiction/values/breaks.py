"""The rule by which eFiction showed the line ends of a text as breaks, or did not."""

import re

from storyhold.prose.wrapping import wrapping_width

_MEANT_AS_HTML = ("<br>", "<p>", "<br />")
"""A text with any of these, written just so, shows no line ends. 3.x looked for nothing else."""

_BLOCK = (
    "p|br|div|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tfoot|tr|td|th|caption|blockquote"
    "|center|pre|html|head|body|title|meta|link"
)
_BLOCK_TAG = rf"</?(?:{_BLOCK})(?=[\s/>])[^<>]*+>"
_PIECE = re.compile(
    r"<!--.*?-->"
    r"|<(?P<apart>pre|script|style|xml)\b[^<>]*+>.*?</(?P=apart)\s*+>"
    rf"|(?P<block>{_BLOCK_TAG})\s*+"
    r"|<[a-z/!?][^<>]*+>"
    rf"|(?P<lines>\n\s*+)(?=(?P<next>{_BLOCK_TAG})?)",
    re.IGNORECASE | re.DOTALL,
)


_PARAGRAPH_END = re.compile(r"</(?:p|div|h[1-6]|li|td)\s*+>", re.IGNORECASE)


def with_breaks(text: str, *, always: bool = False) -> str:
    """Return a text as HTML, with breaks where the old page showed line ends.

    `always`: for what got breaks whatever its tags, as biographies and all texts of 1.1 did. A
    line end beside a tag that divides anyway, such as `</P>`, is not shown twice; nor are those
    that a program put into paragraphs where its lines were full, as Word did.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\n" not in text or (not always and any(tag in text for tag in _MEANT_AS_HTML)):
        return text
    if not always and _is_wrapped(text):
        return text
    return _PIECE.sub(_with_break, text)


def _is_wrapped(text: str) -> bool:
    paragraphs = [part.strip().split("\n") for part in _PARAGRAPH_END.split(text)]
    return len(paragraphs) > 1 and wrapping_width(text.split("\n"), paragraphs) > 0


def _with_break(piece: re.Match[str]) -> str:
    if block := piece["block"]:
        return block.rstrip()
    if lines := piece["lines"]:
        if piece["next"]:
            return "\n"
        return "<br>" * lines.count("\n") + "\n"
    return piece[0]
