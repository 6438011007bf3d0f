"""HTML's vocabulary, as far as it shapes a text."""

LISTS = dict.fromkeys(["ul", "menu", "dir"], "ul") | {"ol": "ol"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SECTIONS = {"thead": "thead", "tbody": "tbody", "tfoot": "tbody"}
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
"""Inside these, and outside a cell, text has no place: it moves out, before the table."""

PREFORMATTED = frozenset(["pre", "listing", "plaintext", "xmp"])
PLAIN_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "center",
        "dd",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "legend",
        "main",
        "nav",
        "search",
        "section",
        "title",
    ]
)
BLOCKS = (
    PLAIN_BLOCKS
    | PREFORMATTED
    | TABLE_PARTS
    | CELLS
    | set(LISTS)
    | set(HEADINGS)
    | {"blockquote", "caption", "details", "li", "p", "summary"}
)
SHOWS_LI_THROUGH = frozenset({"address", "div", "p"})
"""A new list item ends an open one through these and no other block."""

RUBY_PARTS = ("rb", "rt", "rp")
"""Parts of a ruby annotation; each ends the one before it."""
