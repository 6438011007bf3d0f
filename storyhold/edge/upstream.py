"""Where Django listens, and the connections to it that are kept for the next question."""

import asyncio
from contextlib import suppress
from pathlib import Path

from storyhold.edge import limits
from storyhold.edge.exchange import PIECE, Answer, BrokenOff, DjangoIsAway, Exchange, Question


class Upstream:
    """Django, behind its socket."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._spare: list[Exchange] = []

    async def ask(self, question: Question) -> tuple[Exchange, Answer]:
        """Ask Django. Raises `DjangoIsAway`.

        A connection that was kept may have been closed by Django a moment ago, and Django itself
        may just have ended: what changes nothing is then asked again, all else is not.
        """
        if not question.may_be_repeated:
            return await _asked(await self._new(), question)
        for exchange in (self._kept(), None, None):
            with suppress(BrokenOff):
                return await _asked(exchange or await self._new(), question)
        raise DjangoIsAway

    def give_back(self, exchange: Exchange) -> None:
        """Keep a connection for the next question, if it came to an end with this one."""
        if exchange.may_be_used_again and len(self._spare) < limits.SPARE:
            self._spare.append(exchange)
        else:
            exchange.close()

    def close(self) -> None:
        """End all connections that nobody is using."""
        while self._spare:
            self._spare.pop().close()

    def _kept(self) -> Exchange | None:
        while self._spare:
            exchange = self._spare.pop()
            if exchange.may_be_used_again:
                return exchange
            exchange.close()
        return None

    async def _new(self) -> Exchange:
        """Return a new connection; wait a while for Django, which may be starting again."""
        clock = asyncio.get_running_loop().time
        until = clock() + limits.START_SECONDS
        while True:
            try:
                return Exchange(*await asyncio.open_unix_connection(self._socket, limit=PIECE))
            except OSError as fault:
                if clock() > until:
                    raise DjangoIsAway from fault
            await asyncio.sleep(0.1)


async def _asked(exchange: Exchange, question: Question) -> tuple[Exchange, Answer]:
    try:
        return exchange, await exchange.ask(question)
    except BaseException:
        exchange.close()
        raise
