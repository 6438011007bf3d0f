"""`storyhold import efiction`."""

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storyhold.site.arguments import Words
from storyhold.site.commands.imports.asking import wish_of, with_source
from storyhold.site.commands.imports.progress import Progress
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say
from storyhold.site.trouble import Trouble

if TYPE_CHECKING:
    from storyhold.importers.report.report import Report

REPORTS = "moves"  # in the data folder


def parser() -> Words:
    """Return what the command understands."""
    words = with_source(
        Words(
            "import efiction",
            "Move an eFiction archive in, of any version: members with their passwords, stories,\n"
            "series, reviews, favorites, pages, settings and old links. First everything is read\n"
            "and reported; then you are asked. What is here already stays, so that it can be\n"
            "repeated, go on after an interruption, and take in what a newer backup has more.",
        )
    )
    words.add_argument("--dry-run", action="store_true", help="rehearse: report, change nothing")
    words.add_argument("--yes", action="store_true", help="move in without a question")
    words.add_argument("--report", type=Path, metavar="DIR", help="where the report goes")
    return words


def run(options: Namespace) -> int:
    """Rehearse, ask, move in."""
    folder = open_archive(options)

    from storyhold.importers import moves
    from storyhold.site import preparing

    preparing.bring_up_to_date()
    wish = wish_of(options, scratch=folder)
    report_in = (
        options.report or folder / REPORTS / f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    )
    if options.dry_run or not options.yes:
        report = moves.rehearse(wish, report_in=report_in / "rehearsal", tell=Progress())
        _sum_up(report, report_in / "rehearsal")
    if options.dry_run or not (options.yes or _is_wanted()):
        say("Nothing was changed.")
        return 0
    report = moves.move_in(wish, report_in=report_in, tell=Progress())
    _sum_up(report, report_in)
    say("The archive has moved in. Prove it: storyhold import verify, with the same words.")
    return 0


def _is_wanted(ask: Callable[[str], str] = input) -> bool:
    if not sys.stdin.isatty():
        raise Trouble(
            "The rehearsal is done and nothing was changed. Read the report, then run the same "
            "command with --yes to move in."
        )
    return ask("Move in now? [y/N] ").strip().lower() in ("y", "yes")


def _sum_up(report: "Report", folder: Path) -> None:
    say("")
    for kind, number in report.arrivals:
        say(f"{number:>9,}  {kind}")
    say("")
    for heading, topics in report.groups:
        for said in topics:
            say(f"{said.count:>9,}  {heading}: {said.topic.title}")
    say(f"\nThe report: {folder / 'report.html'}")
