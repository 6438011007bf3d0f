"""`storyhold import undo`."""

import sys
from argparse import Namespace
from collections.abc import Callable

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say
from storyhold.site.trouble import Trouble


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "import undo",
        "Take back an archive that has moved in, with everything that came with it, and put the\n"
        "settings back. Only as long as nobody has written anything here since.",
    )
    words.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="which, where several have moved in"
    )
    words.add_argument("--yes", action="store_true", help="take it back without a question")
    return words


def run(options: Namespace) -> int:
    """Ask, and take it back."""
    open_existing_archive(options)

    from storyhold.common.refusal import Refusal
    from storyhold.importers.models import Move
    from storyhold.importers.undo import take_back

    moves = [each for each in Move.objects.all() if options.name in ("", each.name, each.site)]
    if len(moves) != 1:
        names = ", ".join(str(each) for each in Move.objects.all()) or "none"
        raise Trouble(f"Say which archive is to be taken back. Moved in: {names}.")
    if not (options.yes or _is_wanted(str(moves[0]))):
        say("Nothing was changed.")
        return 0
    try:
        removed = take_back(moves[0])
    except Refusal as refusal:
        raise Trouble(str(refusal)) from refusal
    say(f"{removed:,} things were taken back. The archive is as it was before.")
    return 0


def _is_wanted(name: str, ask: Callable[[str], str] = input) -> bool:
    if not sys.stdin.isatty():
        raise Trouble("Nothing was changed. Run the same command with --yes to take it back.")
    return ask(f"Take back all of “{name}”? [y/N] ").strip().lower() in ("y", "yes")
