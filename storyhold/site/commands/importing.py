"""`storyhold import`: finds what is to be done in `imports`."""

from argparse import REMAINDER, Namespace
from importlib import import_module
from typing import Any

from storyhold.site.arguments import Words

DEEDS = {
    "efiction": "move an eFiction archive in, after a rehearsal",
    "verify": "compare an old archive with what it became",
    "undo": "take a move back, before the archive is opened",
    "packer": "write a PHP file that packs an archive which only FTP leads to",
    "check-addresses": "test where addresses of an old archive lead now",
}


def parser() -> Words:
    """Return what the command understands."""
    lines = [f"  {name:<17}{summary}" for name, summary in DEEDS.items()]
    words = Words("import", "\n".join(["Old archives that move in.", "", *lines]))
    words.add_argument("deed", choices=DEEDS, metavar="DEED", help="one of these")
    words.add_argument("rest", nargs=REMAINDER, metavar="…", help="“DEED --help” explains it")
    return words


def run(options: Namespace) -> int:
    """Do it."""
    deed = module_of(options.deed)
    rest = deed.parser().parse_args(options.rest)
    rest.data = rest.data or options.data
    return int(deed.run(rest) or 0)


def module_of(deed: str) -> Any:
    """Return the module that does it."""
    return import_module(f"storyhold.site.commands.imports.{deed.replace('-', '_')}")
