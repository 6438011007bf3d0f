"""`storyhold prepare`: makes an archive ready to be served. Started by `serve`."""

from argparse import Namespace
from pathlib import Path

from storyhold.site.arguments import Words
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say, warn


def parser() -> Words:
    """Return what the command understands."""
    words = Words("prepare", "Make an archive ready. “storyhold serve” starts this.")
    words.add_argument("--sample", action="store_true")
    return words.with_lifeline()


def run(options: Namespace) -> int:
    """Bring database and static files up to date; fill a new archive with samples if asked."""
    folder = open_archive(options)

    from django.conf import settings

    from storyhold.site import preparing

    for name in settings.UNKNOWN_VARIABLES:
        warn(f"{name} is not a setting of Storyhold; it is not read.")
    if preparing.bring_up_to_date():
        say(f"The database in {folder} is up to date.")
    preparing.collect_static_files()
    if options.sample:
        _fill(folder)
    preparing.keep_set_up_code(folder)
    return 0


def _fill(folder: Path) -> None:
    from storyhold.site import samples

    if samples.fill(folder):
        say("The sample is in the archive.")
