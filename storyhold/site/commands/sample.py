"""`storyhold sample`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    return Words(
        "sample",
        "Fill an archive with sample stories, members, series and reviews.\n"
        "An archive that has not been set up is opened, and two sign-ins are printed. In one\n"
        "that has been, the sample's people cannot sign in, and your settings stay.",
    )


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
    say("The sample is in the archive.")
    return 0
