"""The edge as a whole: visitors on one side, kept pages within, Django on the other side."""

import asyncio
import logging

from storyhold.edge import limits
from storyhold.edge.client import Client
from storyhold.edge.exchange import DjangoIsAway
from storyhold.edge.files import Files
from storyhold.edge.grammar import Refused, Request
from storyhold.edge.herd import Herd
from storyhold.edge.incoming import Incoming, VisitorIsGone
from storyhold.edge.plan import Plan
from storyhold.edge.reads import Reads
from storyhold.edge.relay import Relay
from storyhold.edge.sending import Openings
from storyhold.edge.store import Address, Page, Store
from storyhold.edge.upstream import Upstream
from storyhold.edge.visitors import FrontServer, cookies_of, is_personal
from storyhold.freshness.stamps import Stamps

log = logging.getLogger(__name__)

AWAY = Refused(503, "The archive is being started, or is very busy. Please come back in a moment.")
AWAY_FOR = 5
BROKEN = Refused(500, "Something went wrong on our side. Please try again.")


class Edge:
    """Answers visitors: from kept pages where it can, else with what Django says."""

    def __init__(self, plan: Plan) -> None:
        self.opening = Openings()
        self.is_ending = False
        self.clients: set[Client] = set()
        stamps = Stamps(plan.stamps)
        self.front = FrontServer(is_there=plan.behind_front_server)
        self.reads = Reads(self.front)
        self.store = Store(stamps, limit=plan.cache_bytes)
        self.files = Files(plan.page_files, self.store, stamps) if plan.page_files else None
        self.upstream = Upstream(plan.socket)
        self._relay = Relay(self.upstream, self.front)
        self._herd = Herd(self._relay, self.store, stamps, self.reads, self.files)
        self._tasks: set[asyncio.Task[None]] = set()

    def came(self, client: Client) -> None:
        """Note that a visitor is there; if there are too many, let one go who asks nothing."""
        if len(self.clients) >= limits.CONNECTIONS:
            idle = next((other for other in self.clients if other.is_idle), client)
            idle.abort()
        self.clients.add(client)

    def went(self, client: Client) -> None:
        """Note that a visitor is gone."""
        self.clients.discard(client)

    def kept(self, client: Client, request: Request) -> Page | None:
        """Return the page that answers the request, if it is kept."""
        if request.method not in (b"GET", b"HEAD"):
            return None
        cookies = cookies_of(request)
        if is_personal(request, cookies):
            return None
        page = self.store.find(self._address(request), cookies)
        if page is not None:
            self.reads.note_visit(client.neighbor, request, page)
        return page

    def grew(self, page: Page) -> None:
        """Note that a page takes more memory now."""
        self.store.weigh_again(page)

    def ask(self, client: Client, request: Request, incoming: Incoming | None) -> None:
        """See to it that the request is answered, while we look after others."""
        task = asyncio.create_task(self._answer(client, request, incoming))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def lose_patience(self, now: float) -> None:
        """Close connections whose visitors take too long."""
        for client in [client for client in self.clients if client.deadline < now]:
            client.expire()

    async def tell_reads(self) -> None:
        """Tell Django what was read of kept pages since it was last told."""
        while question := self.reads.report():
            try:
                exchange, answer = await self.upstream.ask(question)
                async for _piece in exchange.body(answer):
                    pass
            except DjangoIsAway:
                return
            self.upstream.give_back(exchange)

    async def end(self, *, within: float) -> None:
        """Answer what was asked, and then let everybody go."""
        self.is_ending = True
        for client in list(self.clients):
            client.end()
        until = asyncio.get_running_loop().time() + within
        while self.clients and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.02)
        self.upstream.close()
        if self.files is not None:
            self.files.clear()

    def _address(self, request: Request) -> Address:
        return (self.front.scheme(request), request.host, request.target)

    async def _answer(self, client: Client, request: Request, incoming: Incoming | None) -> None:
        try:
            await self._make_answer(client, request, incoming)
        except VisitorIsGone:
            client.abort()
        except DjangoIsAway:
            client.refuse(AWAY, again_in=AWAY_FOR)
        except Exception:
            log.exception("A request was not answered.")
            client.refuse(BROKEN)
        else:
            client.finish()

    async def _make_answer(
        self, client: Client, request: Request, incoming: Incoming | None
    ) -> None:
        cookies = cookies_of(request)
        if incoming is None and request.method == b"GET" and not is_personal(request, cookies):
            await self._herd.answer(client, request, self._address(request), cookies)
        else:
            await self._relay.pass_on(client, request, incoming)
