"""`storyhold import open`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    return Words(
        "import open",
        "Let readers into an archive that was closed while an old one moved in. From then on the\n"
        "move cannot be taken back.",
    )


def run(options: Namespace) -> int:
    """Open the doors."""
    open_existing_archive(options)

    from storyhold.archive.actions import reopen_archive

    reopen_archive()
    say("The archive is open.")
    return 0
