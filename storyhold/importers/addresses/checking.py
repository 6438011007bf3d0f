"""Testing many old addresses at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from django.contrib.auth.models import AnonymousUser

from storyhold.importers.addresses.deciding import OldAddresses
from storyhold.importers.addresses.outcomes import Gone, Leads

REMEMBERED = 100_000  # addresses; an access log has the same ones over and over


class Becomes(StrEnum):
    """What becomes of an address."""

    LEADS = "lead somewhere"
    GONE = "say what was there"
    NOTHING = "lead nowhere"


@dataclass(frozen=True, slots=True)
class Checked:
    """An address, and what guests find there now."""

    address: str
    becomes: Becomes
    to: str = ""


def check(addresses: Iterable[str]) -> Iterator[Checked]:
    """Yield for each address, with or without its host, what becomes of it for guests."""
    old = OldAddresses(AnonymousUser())

    @lru_cache(maxsize=REMEMBERED)
    def checked(address: str) -> Checked:
        parts = _parts(address)
        outcome = old.where(*parts) if parts else None
        if isinstance(outcome, Leads):
            return Checked(address, Becomes.LEADS, outcome.to)
        return Checked(address, Becomes.GONE if isinstance(outcome, Gone) else Becomes.NOTHING)

    return map(checked, addresses)


def _parts(address: str) -> tuple[str, str] | None:
    try:
        # Two slashes at the beginning of a path are an accident, and no host.
        address = address if "://" in address[:10] else f"http://host/{address}"
        parts = urlsplit(address)
    except ValueError:
        return None
    return unquote(parts.path, errors="replace"), parts.query
