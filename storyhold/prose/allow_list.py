"""What canonical HTML may contain, and the gate that lets nothing else through.

Everything before it is built so that there is nothing to remove; the tests hold it to that. The
gate is here for the day they miss something, and it is not our code: nh3 reads the HTML as a
browser does and writes only what is on the list.
"""

import re
from functools import lru_cache

import nh3

from storyhold.prose.escaping import attribute

_SPOKEN = {"lang", "dir"}
_PARAGRAPH = {"id", "class", *_SPOKEN}
ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys(("p", "h3", "h4", "h5", "h6", "pre"), _PARAGRAPH),
    **dict.fromkeys(("li", "summary", "caption"), _PARAGRAPH),
    **dict.fromkeys(("td", "th"), _PARAGRAPH | {"colspan", "rowspan"}),
    **dict.fromkeys(("ul", "ol", "blockquote", "details"), _SPOKEN),
    **dict.fromkeys(("table", "thead", "tbody", "tr"), _SPOKEN),
    **dict.fromkeys(("em", "strong", "u", "s", "sub", "sup", "small", "code"), _SPOKEN),
    **dict.fromkeys(("q", "cite", "ruby", "rb", "rt", "rp", "span"), _SPOKEN),
    "abbr": {"title", *_SPOKEN},
    "a": {"href", "rel", *_SPOKEN},
    "img": {"src", "alt", "width", "height"},
    "hr": {"class", "data-symbols"},
    "br": set(),
}
SCHEMES = {"http", "https", "mailto"}

_GATE = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes=ALLOWED,
    url_schemes=SCHEMES,
    strip_comments=True,
    link_rel=None,
)

_NUMBERED = "|".join(tag for tag, attributes in ALLOWED.items() if "id" in attributes)
_NEEDS_GATE = re.compile(
    rf'<(?!(?:/?(?:{"|".join(ALLOWED)})|(?:{_NUMBERED}) id="p[0-9]++"'
    r'|hr class="scene-break"(?: data-symbols="[^"<>]*+")?)>)'
)
"""A `<` that begins anything but a bare tag of the list, a numbered block or a scene break.

Where there is none, as in most texts, everything is on the list to the letter. nh3 would only
say so too, and for a text of very short paragraphs takes longer than all our work before it.
"""

_AMPERSAND, _NO_BREAK_SPACE = "\ufffe", "\uffff"
"""Stand for `&` and U+00A0 in the gate, which takes time quadratic in their number in one text.

They are no characters, and `cleaned` leaves none in a text.
"""


def gated(html: str) -> str:
    """Return `html` without anything that is not on the list."""
    return gated_by_nh3(html) if _NEEDS_GATE.search(html) else html


def gated_by_nh3(html: str) -> str:
    """Return `html` as nh3 lets it through.

    nh3 takes time quadratic in depth, so `html` must come from the writer, which keeps within
    `limits`.
    """
    html = html.replace("&amp;", _AMPERSAND).replace("\xa0", _NO_BREAK_SPACE)
    html = _GATE.clean(html)
    html = html.replace(_AMPERSAND, "&amp;").replace(_NO_BREAK_SPACE, "\xa0")
    # A bare `>` is always the end of a tag here. Under NFC, the overlay after it would melt into
    # it, so the writer spells it out; see `escaping`.
    return html.replace(">\u0338", ">&#824;")


@lru_cache(maxsize=1000)
def passes_as_address(address: str) -> bool:
    """Tell whether the gate would let a link lead to `address`: some are no addresses at all."""
    return "href" in gated(f"<a{attribute('href', address)}>")
