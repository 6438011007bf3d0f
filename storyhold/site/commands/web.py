"""`storyhold web`: the process that answers requests. Started by `serve`."""

import gc
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from storyhold.site import lifeline
from storyhold.site.arguments import Words
from storyhold.site.processes import GRACE

# Rendering holds Python's lock, so more threads make nothing faster. But a writer that waits for
# its turn, or a reader who sends a long chapter slowly, occupies one; the others go on.
THREADS = 8
# Connections, most of them idle between two pages, that one worker holds open.
CONNECTIONS = 1024


def parser() -> Words:
    """Return what the command understands."""
    words = Words("web", "Answer requests. “storyhold serve” starts this.").with_lifeline()
    words.add_argument("--host", required=True)
    words.add_argument("--port", required=True, type=int)
    words.add_argument("--workers", required=True, type=int)
    return words


def run(options: Namespace) -> int:
    """Run granian, whose workers load the archive; this process itself stays without Django."""
    import os

    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from storyhold.site import data_folder

    lifeline.hold(options.lifeline)
    os.environ[data_folder.VARIABLE] = str(data_folder.chosen(options.data))
    Server(
        target="storyhold.site.wsgi",
        address=options.host,
        port=options.port,
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
    ).serve(target_loader=partial(load, options.lifeline), wrap_loader=True)
    return 0


def load(descriptor: int | None, target: str) -> Callable[..., Any]:
    """Load the archive in a worker, which must not outlive the supervisor either."""
    lifeline.hold(descriptor)
    application: Callable[..., Any] = import_module(target).application
    # What is loaded now lives as long as the process: no need to search it for garbage.
    gc.collect()
    gc.freeze()
    return application
