"""Pages as they are kept: found by address and variant, and let go when stale or long unasked."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

# Scheme, host, and path with query, as bytes of the request.
Address = tuple[bytes, bytes, bytes]

# What a page costs besides its bodies: its head, its names, its places in our tables.
BESIDES = 1500


class Stamps(Protocol):
    """The stamps that stand at places, each for a subject; as `freshness.stamps` has them."""

    def values(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """Return the value at each place; it differs after every change of its subject."""


@dataclass(eq=False, slots=True)
class Page:
    """An answer as it is kept, in one coding or several: each with its head and its body.

    `stamps` stood at the `places` of its subjects before it was made: a change while it was
    being made finds it stale. `age` is how many seconds it may be kept, whatever its stamps say.
    """

    status: int
    fields: tuple[tuple[bytes, bytes], ...]
    forms: dict[str, tuple[bytes, bytes]]
    tag: bytes = b""
    places: tuple[int, ...] = ()
    stamps: tuple[int, ...] = ()
    age: float = 3600.0
    read: bytes = b""
    until: float = 0.0
    weight: int = 0
    place: tuple[Address, tuple[str, ...]] | None = None

    def weigh(self) -> int:
        """Return how many bytes of memory the page takes, about."""
        forms = sum(len(head) + len(body) for head, body in self.forms.values())
        return BESIDES + forms


@dataclass(slots=True)
class Variants:
    """The pages of one address: one for each set of values of the cookies it depends on."""

    cookies: tuple[str, ...] = ()
    pages: dict[tuple[str, ...], Page] = field(default_factory=dict)

    def values(self, given: Mapping[str, str]) -> tuple[str, ...]:
        """Return what the request has of the cookies that matter here."""
        return tuple([given.get(name, "") for name in self.cookies])


class Store:
    """Kept pages, at most `limit` bytes of them; whatever was not asked for longest goes first."""

    def __init__(
        self, stamps: Stamps, *, limit: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.limit = limit
        self.size = 0
        self._stamps = stamps
        self._clock = clock
        self._addresses: dict[Address, Variants] = {}
        self._order: OrderedDict[Page, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._order)

    def find(self, address: Address, cookies: Mapping[str, str]) -> Page | None:
        """Return the page for this address and these cookies, if one is kept and fresh."""
        variants = self._addresses.get(address)
        if variants is None:
            return None
        page = variants.pages.get(variants.values(cookies) if variants.cookies else ())
        if page is None:
            return None
        if not self.is_fresh(page):
            self.drop(page)
            return None
        self._order.move_to_end(page)
        return page

    def is_fresh(self, page: Page) -> bool:
        """Whether nothing that the page shows was changed since, and it is not too old."""
        return self._stamps.values(page.places) == page.stamps and self._clock() < page.until

    def keep(
        self,
        address: Address,
        cookies: Mapping[str, str],
        page: Page,
        *,
        varies: Sequence[str] = (),
    ) -> bool:
        """Keep a page in place of the one before; return whether it was worth it.

        `varies` names the cookies that were looked at to make it. Those that other variants of
        the address have named matter as well: a gate looks at one cookie, what is behind at more.
        """
        page.weight = page.weigh()
        page.until = self._clock() + page.age
        if page.weight > self.limit // 4 or not self.is_fresh(page):
            return False
        variants = self._variants(address, varies)
        values = variants.values(cookies)
        if before := variants.pages.pop(values, None):
            self._let_go(before)
        page.place = (address, values)
        variants.pages[values] = page
        self._order[page] = None
        self.size += page.weight
        self._make_room()
        return True

    def weigh_again(self, page: Page) -> None:
        """Count the forms that were added to a page since it was kept."""
        if page.place is not None:
            self.size -= page.weight
            page.weight = page.weigh()
            self.size += page.weight
            self._make_room()

    def drop(self, page: Page) -> None:
        """Let a page go, if it is kept."""
        if page.place is None:
            return
        address, values = page.place
        self._let_go(page)
        variants = self._addresses[address]
        del variants.pages[values]
        if not variants.pages:
            del self._addresses[address]

    def _variants(self, address: Address, varies: Sequence[str]) -> Variants:
        """Return the variants of an address, which depend on these cookies from now on."""
        variants = self._addresses.setdefault(address, Variants())
        cookies = tuple(sorted({*variants.cookies, *varies}))
        if cookies == variants.cookies:
            return variants
        for page in variants.pages.values():
            self._let_go(page)
        self._addresses[address] = Variants(cookies)
        return self._addresses[address]

    def _let_go(self, page: Page) -> None:
        page.place = None
        del self._order[page]
        self.size -= page.weight

    def _make_room(self) -> None:
        while self.size > self.limit:
            self.drop(next(iter(self._order)))
