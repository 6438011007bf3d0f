"""Letters whose wording an archive may change."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{(\w+)\}")


def filled(wording: str, facts: Mapping[str, str]) -> str:
    """Return a letter with each `{name}` of the facts in its place; other braces stay."""
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), wording)
