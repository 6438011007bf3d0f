"""The source of a text: what is put before `prose`, made from what was stored.

How a text was stored and shown depends on its field. A chapter keeps its visible letters as they
were stored, to the last backslash, so that its fingerprint proves that nothing was lost. There
is one exception: where a whole chapter was escaped, its old page took the backslashes away, and
so do we. References that the filter wrecked were shown wrecked, so mending them in chapters is
offered, and done where the archivist wants it. Every mending is told.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from storyhold.importers.sources.efiction.values.breaks import with_breaks
from storyhold.importers.sources.efiction.values.reading import NOTHING
from storyhold.importers.sources.efiction.values.residues import (
    filtered_scripts,
    without_wrecked_references,
)
from storyhold.importers.sources.efiction.values.slashes import (
    is_slashed,
    with_line_ends,
    without_slashes,
)

Field = Literal["chapter", "short", "series", "lines"]
"""`short`: summaries, notes, reviews, comments. `series`: both texts of a series. `lines`: what
always kept its line ends, biographies and news."""

_SURELY = 3
"""Quotes in a chapter that are escaped, at least: one may stand in a drawing."""


class Source(NamedTuple):
    """HTML for `prose.canonical_html`, and what was mended in it, by name and number of places.

    The names are `slashes`, `line ends`, `filtered scripts` (seen, not mended) and each wrecked
    reference such as `r0;`. `offered` are references that were left as they are, but could be
    mended. Where `is_mended`, other letters are visible than were stored.
    """

    html: str
    mended: Mapping[str, int] = NOTHING
    offered: Mapping[str, int] = NOTHING

    @property
    def is_mended(self) -> bool:
        """Tell whether letters were taken away or put in."""
        return any(name != "filtered scripts" for name in self.mended)


def source_of(
    text: str, field: Field, *, is_from_1_1: bool = False, mends_chapters: bool = False
) -> Source:
    """Return a stored text as the HTML that the old page would have shown.

    `is_from_1_1`: the site began with 1.1, whose texts kept their line ends whatever their tags.
    `mends_chapters`: wrecked references are mended in chapters, too.
    """
    text, mended = _unescaped(text, field)
    whole, references = without_wrecked_references(text) if ";" in text else (text, {})
    is_offered = field == "chapter" and not mends_chapters
    if not is_offered:
        text, mended = whole, mended | references
    if "..." in text and (scripts := filtered_scripts(text)):
        mended["filtered scripts"] = scripts
    html = with_breaks(text, always=is_from_1_1 or field == "lines")
    return Source(html, mended, references if is_offered else NOTHING)


def _unescaped(text: str, field: Field) -> tuple[str, dict[str, int]]:
    if "\\" not in text or (field == "chapter" and not is_slashed(text, least=_SURELY)):
        return text, {}
    text, line_ends = with_line_ends(text, of_series=field == "series")
    text, slashes = without_slashes(text)
    counted = {"line ends": line_ends, "slashes": slashes}
    return text, {name: places for name, places in counted.items() if places}
