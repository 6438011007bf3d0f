"""What the front server tells us it has sent by itself: one line for each page, by datagram.

nginx writes such a line to a socket as it writes to a log. The page is then known to be in use, and
its reads are counted.
"""

import asyncio
import socket
from pathlib import Path

from storyhold.edge.reads import Reads
from storyhold.edge.store import Store

# Behind nginx's own beginning: scheme, host, path, address, purpose, browser.
PARTS = 6


class Sightings(asyncio.DatagramProtocol):
    """Takes the lines."""

    def __init__(self, store: Store, reads: Reads) -> None:
        self._store = store
        self._reads = reads

    def datagram_received(self, data: bytes, _sender: object) -> None:
        """Note that a page was sent; a line that says something else is thrown away."""
        parts = data.partition(b": ")[2].split(b"\t")
        if len(parts) != PARTS:
            return
        scheme, host, path, address, purpose, browser = parts
        page = self._store.find((scheme, host, path), {})
        if page is not None:
            self._reads.note(page, address.decode("latin-1"), browser, purpose)


async def listen(path: Path, store: Store, reads: Reads) -> asyncio.BaseTransport:
    """Begin to listen at a socket to which the front server, another user, may write."""
    path.unlink(missing_ok=True)
    ours = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.bind(str(path))
    ours.setblocking(False)
    path.chmod(0o666)
    transport, _protocol = await asyncio.get_running_loop().create_datagram_endpoint(
        lambda: Sightings(store, reads), sock=ours
    )
    return transport
