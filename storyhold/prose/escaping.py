"""Text and attribute values written so that they can be nothing else."""

_OVERLAY = "\u0338"
"""The one mark that would melt with the `>` before it under Unicode NFC."""


def text(letters: str) -> str:
    """Return `letters` as HTML text."""
    escaped = letters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if escaped[:1] == _OVERLAY:
        escaped = "&#824;" + escaped[1:]
    return escaped


def attribute(name: str, value: str) -> str:
    """Return ` name="value"`, with its leading space."""
    escaped = text(value).replace('"', "&quot;").replace("\n", " ")
    return f' {name}="{escaped}"'
