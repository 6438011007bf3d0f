"""`storyhold sample`."""

from argparse import ArgumentTypeError, Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say

MOST_STORIES = 1_000_000


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "sample",
        "Fill an archive with sample stories, members, series and reviews.\n"
        "An archive that has not been set up is opened, and two sign-ins are printed. In one\n"
        "that has been, the sample's people cannot sign in, and your settings stay.",
    )
    words.add_argument(
        "--stories",
        type=_number,
        metavar="N",
        default=0,
        help="and so many stories more, by chance, to see how an archive of that size behaves",
    )
    return words


def _number(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 1 <= number <= MOST_STORIES:
        raise ArgumentTypeError(f"“{typed}” is no number from 1 to {MOST_STORIES:,}")
    return number


def run(options: Namespace) -> int:
    """Fill the archive."""
    folder = open_archive(options)

    from storyhold.sample.actions import fill_archive
    from storyhold.site import preparing, samples
    from storyhold.site.data_folder import SAMPLE_SIGN_INS

    preparing.bring_up_to_date()
    say("Writing the sample; this takes a few seconds.")
    if samples.fill(folder):
        preparing.keep_set_up_code(folder)
        say((folder / SAMPLE_SIGN_INS).read_text(encoding="utf-8").strip())
    else:
        fill_archive()
    if options.stories:
        _bring_crowd(options.stories)
    say("The sample is in the archive.")
    return 0


def _bring_crowd(how_many: int) -> None:
    from storyhold.sample.crowd.filling import fill_with_crowd

    for done in fill_with_crowd(how_many):
        say(f"{done:,} of {how_many:,} stories")
