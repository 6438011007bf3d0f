"""`storyhold import check-addresses`."""

from argparse import Namespace
from collections import Counter
from pathlib import Path

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say
from storyhold.site.trouble import Trouble


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "import check-addresses",
        "Say what share of an old archive's addresses leads somewhere here, and which do not.\n"
        "FILE is an access log, a sitemap or a list with an address on each line, plain or .gz.\n"
        "Without one, the addresses of everything that moved in are tested.",
    )
    words.add_argument("file", nargs="?", type=Path, metavar="FILE")
    words.add_argument(
        "--base",
        metavar="ADDRESS",
        default="",
        help="leave out what does not begin with this address, or with its folder",
    )
    return words


def run(options: Namespace) -> int:
    """Test and report."""
    open_existing_archive(options)

    from storyhold.importers.addresses.checking import Becomes, check
    from storyhold.importers.addresses.listing import addresses_in, addresses_known, within

    listed = addresses_in(_existing(options.file)) if options.file else addresses_known()
    counts: Counter[str] = Counter()
    lost: set[str] = set()
    for checked in check(within(listed, options.base)):
        counts[checked.becomes] += 1
        if checked.becomes == Becomes.NOTHING and checked.address not in lost:
            lost.add(checked.address)
            say(checked.address)
    _sum_up(counts, counts[Becomes.LEADS] + counts[Becomes.GONE])
    return 0


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise Trouble(f"There is no file {file}. Name an access log, a sitemap or a list.")
    return file


def _sum_up(counts: Counter[str], answered: int) -> None:
    total = counts.total()
    if not total:
        say("There are no old addresses to test.")
        return
    say("".join(f"{number:,} {becomes}. " for becomes, number in sorted(counts.items())).strip())
    # Rounded down: 100 % is said of all alone.
    say(f"{answered:,} of {total:,} old addresses are answered: {answered * 1000 // total / 10} %.")
