"""The facts as one JSON text, in pieces."""

import json
from collections.abc import Iterator

from storyhold.importers.facts.counts import counts
from storyhold.importers.facts.stories import stories


def as_json() -> Iterator[str]:
    """Yield a JSON object with `counts` and `stories`; memory does not grow with the archive."""
    yield '{\n "counts": ' + _json(counts()) + ',\n "stories": ['
    for place, story in enumerate(stories()):
        yield (",\n  " if place else "\n  ") + _json(story)
    yield "\n ]\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
