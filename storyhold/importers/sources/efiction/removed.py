"""Saying what of a text's HTML is not carried over."""

from collections.abc import Iterator, Mapping

from storyhold.importers.sources.efiction.values.removals import removals_from


def removed_from(html: str) -> Iterator[tuple[str, str]]:
    """Yield topics, each with what is left out of a source or shown from elsewhere."""
    removals = removals_from(html)
    if removals.dangers:
        yield "scripts were left out", _counted(removals.dangers)
    if removals.elements or removals.attributes:
        yield "HTML was left out", _counted({**removals.elements, **removals.attributes})
    if removals.pictures:
        yield "pictures lie elsewhere", ", ".join(removals.pictures)


def _counted(names: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({times})" for name, times in names.items())
