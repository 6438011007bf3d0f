"""`storyhold web`: the process that answers requests. Started by `serve`."""

import gc
import os
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from storyhold.site import lifeline
from storyhold.site.arguments import Words
from storyhold.site.behind_edge import BehindEdge
from storyhold.site.processes import GRACE

# Rendering holds Python's lock, so more threads make nothing faster. But a writer that waits for
# its turn, or a reader who sends a long chapter slowly, occupies one; the others go on.
THREADS = 8
# Connections, most of them idle between two pages, that one worker holds open.
CONNECTIONS = 1024
# How much politer the archive's workers are than the edge.
BEHIND_EDGE = 5


def parser() -> Words:
    """Return what the command understands."""
    words = Words("web", "Answer requests. “storyhold serve” starts this.").with_lifeline()
    where = words.add_mutually_exclusive_group(required=True)
    where.add_argument("--socket", type=Path, help="listen for the edge alone")
    where.add_argument("--port", type=int, help="listen for anybody, as tests do")
    words.add_argument("--host", default="127.0.0.1")
    words.add_argument("--workers", default=1, type=int)
    return words


def run(options: Namespace) -> int:
    """Run granian, whose workers load the archive; this process itself stays without Django."""
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from storyhold.site import data_folder

    lifeline.hold(options.lifeline)
    os.environ[data_folder.VARIABLE] = str(data_folder.chosen(options.data))
    if options.socket:
        # One that was killed leaves its socket behind, at which no other can listen.
        options.socket.unlink(missing_ok=True)
    Server(
        target="storyhold.site.wsgi",
        address=options.host,
        port=options.port or 8000,
        uds=options.socket,
        # Who may speak to us here is believed who the visitors are.
        uds_permissions=0o600,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=options.workers,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=600,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE - 1,
    ).serve(target_loader=partial(load, options), wrap_loader=True)
    return 0


def load(options: Namespace, target: str) -> Callable[..., Any]:
    """Load the archive in a worker, which must not outlive the supervisor either."""
    lifeline.hold(options.lifeline)
    # The edge answers most readers, in microseconds, and goes first where both want the processor.
    os.nice(BEHIND_EDGE if options.socket else 0)
    application: Callable[..., Any] = import_module(target).application
    # What is loaded now lives as long as the process: no need to search it for garbage.
    gc.collect()
    gc.freeze()
    return BehindEdge(application) if options.socket else application
