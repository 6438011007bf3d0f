"""What a report says of the HTML that a text loses, and of what it shows from elsewhere."""

from collections.abc import Iterator, Mapping

from storyhold.importers.sources.efiction.values.removals import removals_from


def left_out_of(html: str) -> Iterator[tuple[str, str]]:
    """Yield topics, and what each is about, for a text before it is cleaned."""
    removed = removals_from(html)
    if removed.dangers:
        yield "scripts were removed", _listed(removed.dangers)
    if removed.elements:
        yield "elements were left out", _listed(removed.elements)
    if removed.attributes:
        yield "attributes were left out", _listed(removed.attributes)
    if removed.pictures:
        yield "pictures are elsewhere", ", ".join(removed.pictures)


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({times})" for name, times in counts.items())
