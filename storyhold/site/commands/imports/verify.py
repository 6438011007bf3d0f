"""`storyhold import verify`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.commands.imports.asking import wish_of, with_source
from storyhold.site.commands.imports.progress import Progress
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    return with_source(
        Words(
            "import verify",
            "Compare an old archive with what it became, from the bytes of the source: how many\n"
            "there are of each kind, and the letters of every chapter. Changes nothing.",
        )
    )


def run(options: Namespace) -> int:
    """Compare, and say what differs."""
    folder = open_existing_archive(options)

    from storyhold.importers.verify import verify

    proof = verify(wish_of(options, scratch=folder), tell=Progress())
    for kind in proof.kinds:
        say(f"{kind.here:>9,} of {kind.there:,} {kind.table}")
    for line in proof.others:
        say(line)
    say(str(proof))
    return 0 if proof.is_whole else 1
