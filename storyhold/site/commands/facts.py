"""`storyhold facts`."""

import sys
from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "facts",
        "Say what the archive holds: how many of each kind. As JSON also every story with its\n"
        "authors, dates and reviews, and a fingerprint of the text of each chapter: two archives\n"
        "with the same facts hold the same.",
    )
    words.add_argument("--json", action="store_true", help="everything, as JSON")
    return words


def run(options: Namespace) -> int:
    """Print the facts."""
    open_existing_archive(options)

    from storyhold.importers.facts.as_json import as_json
    from storyhold.importers.facts.counts import counts

    if options.json:
        sys.stdout.writelines(as_json())
        return 0
    for kind, count in counts().items():
        of_kinds = count.items() if isinstance(count, dict) else [("", count)]
        for each, number in of_kinds:
            say(f"{number:>9,}  {kind.replace('_', ' ')} {each}".rstrip())
    return 0
