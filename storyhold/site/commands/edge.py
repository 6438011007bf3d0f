"""`storyhold edge`: the process that stands on the net, before Django. Started by `serve`."""

import os
from argparse import Namespace
from pathlib import Path

from storyhold.site import data_folder, lifeline
from storyhold.site.arguments import Words
from storyhold.site.processes import GRACE


def parser() -> Words:
    """Return what the command understands."""
    words = Words("edge", "Answer guests from kept pages. “storyhold serve” starts this.")
    words.add_argument("--host", required=True)
    words.add_argument("--port", required=True, type=int)
    words.add_argument(
        "--socket", required=True, type=Path, help="where the archive itself listens"
    )
    return words.with_lifeline()


def run(options: Namespace) -> int:
    """Serve until a signal says to end. Django is never loaded here."""
    from storyhold.edge.plan import Plan
    from storyhold.edge.service import serve
    from storyhold.freshness.stamps import stamps_file
    from storyhold.site.environment import Environment

    lifeline.hold(options.lifeline)
    folder = data_folder.chosen(options.data)
    os.environ[data_folder.VARIABLE] = str(folder)
    env = Environment()
    serve(
        Plan(
            host=options.host,
            port=options.port,
            socket=options.socket,
            stamps=stamps_file(folder),
            cache_bytes=env.megabytes("PAGE_CACHE", default=data_folder.PAGE_CACHE),
            page_files=env.optional_folder("PAGE_FILES"),
            behind_front_server=env.flag("BEHIND_PROXY"),
            grace=GRACE - 1,
        )
    )
    return 0
