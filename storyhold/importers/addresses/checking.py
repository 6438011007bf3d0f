"""Testing many old addresses at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import islice
from urllib.parse import unquote, urlsplit

from django.contrib.auth.models import AnonymousUser

from storyhold.importers.addresses.deciding import OldAddresses
from storyhold.importers.addresses.outcomes import Gone, Leads
from storyhold.importers.addresses.together import Together

AT_ONCE = 2_000  # addresses


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
    catalogue = Together(AnonymousUser())
    old = OldAddresses(catalogue)
    rest = iter(addresses)
    while some := list(islice(rest, AT_ONCE)):
        # A log has the same addresses over and over.
        checked = catalogue.answers(list(dict.fromkeys(some)), partial(_checked, old))
        yield from map(checked.__getitem__, some)
        catalogue.forget()


def _checked(old: OldAddresses, address: str) -> Checked:
    parts = _parts(address)
    outcome = old.where(*parts) if parts else None
    if isinstance(outcome, Leads):
        return Checked(address, Becomes.LEADS, outcome.to)
    return Checked(address, Becomes.GONE if isinstance(outcome, Gone) else Becomes.NOTHING)


def _parts(address: str) -> tuple[str, str] | None:
    try:
        # Two slashes at the beginning of a path are an accident, and no host.
        address = address if "://" in address[:10] else f"http://host/{address}"
        parts = urlsplit(address)
    except ValueError:
        return None
    return unquote(parts.path, errors="replace"), parts.query
