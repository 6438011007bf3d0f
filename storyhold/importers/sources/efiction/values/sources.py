"""The source of a text: what is put before `prose`, made from what was stored.

How a text was stored and shown depends on its field. A chapter keeps its visible letters to the
last backslash, so that its fingerprint proves that nothing was lost. Only damage that the old
program itself did is mended, where the text shows that it was done to all of it, and every
mending is told.
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


class Source(NamedTuple):
    """HTML for `prose.canonical_html`, and what was mended in it, by name and number of places.

    The names are `slashes`, `line ends`, `filtered scripts` (seen, not mended) and each wrecked
    reference such as `r0;`. Where `is_mended`, other letters are visible than were stored.
    """

    html: str
    mended: Mapping[str, int] = NOTHING

    @property
    def is_mended(self) -> bool:
        """Tell whether letters were taken away or put in."""
        return any(name != "filtered scripts" for name in self.mended)


def source_of(text: str, field: Field, *, is_from_1_1: bool = False) -> Source:
    """Return a stored text as the HTML that the old page would have shown.

    `is_from_1_1`: the site began with 1.1, whose texts kept their line ends whatever their tags.
    """
    text, mended = _unescaped(text, field)
    text, references = without_wrecked_references(text) if ";" in text else (text, {})
    scripts = filtered_scripts(text) if "..." in text else 0
    html = with_breaks(text, always=is_from_1_1 or field == "lines")
    counted = mended | references | {"filtered scripts": scripts}
    return Source(html, {name: places for name, places in counted.items() if places})


def _unescaped(text: str, field: Field) -> tuple[str, dict[str, int]]:
    if "\\" not in text or (field == "chapter" and not is_slashed(text)):
        return text, {}
    text, line_ends = with_line_ends(text, of_series=field == "series")
    text, slashes = without_slashes(text)
    return text, {"line ends": line_ends, "slashes": slashes}
