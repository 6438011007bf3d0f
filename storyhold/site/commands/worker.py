"""`storyhold worker`: the process that does the background work. Started by `serve`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive


def parser() -> Words:
    """Return what the command understands."""
    return Words(
        "worker",
        "Do the background work of an archive: letters, clearing up, tasks that wait.\n"
        "“storyhold serve” starts this; start it by hand beside a server of your own.",
    ).with_lifeline()


def run(options: Namespace) -> int:
    """Work until a signal comes."""
    open_existing_archive(options)

    import gc

    from storyhold.freshness import hook
    from storyhold.site.schedule import CHORES
    from storyhold.site.worker import BackgroundWorker

    hook.begin()
    worker = BackgroundWorker(CHORES)
    worker.listen()
    gc.collect()
    gc.freeze()
    worker.run()
    return 0
