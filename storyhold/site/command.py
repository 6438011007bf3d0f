"""The command `storyhold`: finds the deed that is asked for and loads nothing else.

Each module in `commands/` has a `SUMMARY`, a `parser()` and a `run(options)`. Django and our rooms
are imported inside `run`, which elsewhere would show a misplaced wall: here help must come at
once, the supervisor must stay small, and a room can be imported only when its settings are known.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from storyhold import __version__
from storyhold.common.refusal import Refusal
from storyhold.site.terminal import say, warn
from storyhold.site.trouble import Trouble

COMMANDS = {
    "serve": "serve an archive: its pages and its background work",
    "migrate": "bring an archive's database up to this version",
    "createmember": "make an account: a member, a moderator or the archivist",
    "sample": "fill a new archive with sample stories, members and reviews",
    "recount": "recount words, chapters and reviews, and report what was wrong",
    "search": "make the index of the search anew",
    "facts": "say what the archive holds, to compare it with another",
    "import": "bring an old archive in, and test its addresses",
    "prose": "show what becomes of a text file: canonical HTML, or the facts",
}
# Where the word of a command is no name that Python takes.
MODULES = {"import": "importing"}
# What `serve` starts; useful by hand only when something is to be found out.
INNER = ("prepare", "edge", "web", "worker")


def main(given: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 2 for a reason it has said."""
    words = list(sys.argv[1:] if given is None else given)
    try:
        return _run(words)
    except (Trouble, Refusal) as trouble:
        warn(str(trouble))
        return 2
    except KeyboardInterrupt:
        return 130


def help_text() -> str:
    """Return what `storyhold --help` says."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {summary}" for name, summary in COMMANDS.items()]
    return "\n".join(
        [
            "Storyhold: a home for fiction.",
            "",
            "usage: storyhold COMMAND [--help] …",
            "",
            *lines,
            "",
            "An archive lives in one folder: ./data, or what --data or STORYHOLD_DATA names.",
            "To try it: storyhold serve --sample",
        ]
    )


def _run(words: list[str]) -> int:
    if not words or words[0] in ("--help", "-h", "help"):
        say(help_text())
        return 0
    if words[0] in ("--version", "-V"):
        say(f"Storyhold {__version__}")
        return 0
    name, *rest = words
    if name not in COMMANDS and name not in INNER:
        raise Trouble(f"There is no command “{name}”. Run “storyhold --help” for those there are.")
    if name == "prose":
        return int(import_module("storyhold.prose.command").main(rest) or 0)
    module = module_of(name)
    return int(module.run(module.parser().parse_args(rest)) or 0)


def module_of(name: str) -> Any:
    """Return the module that carries out the command."""
    return import_module(f"storyhold.site.commands.{MODULES.get(name, name)}")


if __name__ == "__main__":
    sys.exit(main())
