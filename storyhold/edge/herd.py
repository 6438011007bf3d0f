"""Making pages to be kept: once, while all who ask for the same page wait for it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from storyhold.edge.client import Client
from storyhold.edge.exchange import Answer, Exchange
from storyhold.edge.files import Files
from storyhold.edge.grammar import Request
from storyhold.edge.notes import Notes
from storyhold.edge.pages import notes_on, page_of
from storyhold.edge.reads import Reads
from storyhold.edge.relay import Relay
from storyhold.edge.store import Address, Page, Store
from storyhold.freshness.stamps import Stamps

# A page whose making began so many seconds ago may be shown though something changed meanwhile:
# all promise is that a change is seen within a second.
JUST_NOW = 0.7


@dataclass(slots=True)
class Making:
    """A page that is being made, for all who wait for it."""

    cookies: dict[str, str]
    began: float
    done: asyncio.Event = field(default_factory=asyncio.Event)
    page: Page | None = None
    varies: tuple[str, ...] = ()

    def suits(self, cookies: dict[str, str], now: float) -> bool:
        """Whether the page is what somebody with these cookies would get now."""
        same = all(cookies.get(name) == self.cookies.get(name) for name in self.varies)
        return self.page is not None and same and now < self.began + JUST_NOW


class Herd:
    """Those who ask for pages that are not there yet."""

    def __init__(
        self, relay: Relay, store: Store, stamps: Stamps, reads: Reads, files: Files | None
    ) -> None:
        self._relay = relay
        self._store = store
        self._stamps = stamps
        self._reads = reads
        self._files = files
        self._makings: dict[Address, Making] = {}
        self._now = asyncio.get_running_loop().time
        self._before = memoryview(b"")

    async def answer(
        self, client: Client, request: Request, address: Address, cookies: dict[str, str]
    ) -> None:
        """Answer with a page: the one that is being made, else one that we have made."""
        for _patience in range(2):
            making = self._makings.get(address)
            if making is None:
                await self._make(client, request, address, cookies)
                return
            await making.done.wait()
            page = self._store.find(address, cookies)
            if page is None and making.suits(cookies, self._now()):
                page = making.page
            if page is not None:
                self._reads.note_visit(client.neighbor, request, page)
                client.send_page(request, page)
                return
        await self._relay.pass_on(client, request, None)

    async def _make(
        self, client: Client, request: Request, address: Address, cookies: dict[str, str]
    ) -> None:
        with self._making(address, cookies) as making:
            before = self._stamps_before()
            async with self._relay.asked(client, request, None, whole=True) as (exchange, answer):
                notes = notes_on(answer, request.target)
                if notes is None:
                    making.done.set()
                    del self._makings[address]
                    await self._relay.pass_back(client, request, exchange, answer)
                    return
                page = await self._page(exchange, answer, notes, before)
            making.page, making.varies = page, notes.varies
            is_kept = self._store.keep(address, cookies, page, varies=notes.varies)
            if is_kept and self._files is not None:
                self._files.put(address, page)
        # Django has counted this reader itself.
        client.send_page(request, page)

    @contextmanager
    def _making(self, address: Address, cookies: dict[str, str]) -> Iterator[Making]:
        making = self._makings[address] = Making(cookies, self._now())
        try:
            yield making
        finally:
            making.done.set()
            if self._makings.get(address) is making:
                del self._makings[address]

    async def _page(
        self, exchange: Exchange, answer: Answer, notes: Notes, before: memoryview
    ) -> Page:
        body = b"".join([piece async for piece in exchange.body(answer)])
        return page_of(answer, body, notes, before)

    def _stamps_before(self) -> memoryview:
        """Return a picture of the stamps: the last one, if it is the same, for it is large."""
        picture = self._stamps.picture()
        if picture.obj != self._before.obj:
            self._before = picture
        return self._before
