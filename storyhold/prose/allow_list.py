"""What canonical HTML may contain, and the gate that lets nothing else through.

Everything before it is built so that there is nothing to remove; the tests hold it to that. The
gate is here for the day they miss something, and it is not our code: nh3 reads the HTML as a
browser does and writes only what is on the list.
"""

from functools import lru_cache

import nh3

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


def gated(html: str) -> str:
    """Return `html` without anything that is not on the list.

    nh3 takes time quadratic in depth, so `html` must come from the writer, which keeps within
    `limits`.
    """
    html = _GATE.clean(html)
    # Two spellings differ from the writer's. A bare `>` is always the end of a tag here, and
    # under NFC the overlay after it would melt into it; see `escaping`.
    return html.replace("&nbsp;", "\xa0").replace(">\u0338", ">&#824;")


@lru_cache(maxsize=1000)
def passes_as_address(address: str) -> bool:
    """Tell whether the gate would let a link lead to `address`: some are no addresses at all."""
    return "href" in _GATE.clean(f'<a href="{nh3.escape(address)}">')
