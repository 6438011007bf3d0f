"""What the deeds of `storyhold import` that read an old archive understand alike."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from storyhold.site.arguments import Words
from storyhold.site.trouble import Trouble

if TYPE_CHECKING:
    from storyhold.importers.moves import Wish


def with_source(words: Words) -> Words:
    """Add what says where an old archive is and how it is to be read."""
    words.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a dump (.sql, also packed), a folder, a backup (.tar, .zip), the packer's bundle, or "
        "mysql://user:password@host/database",
    )
    words.add_argument(
        "--stories", default="", metavar="DIR", help="the stories folder, if it is elsewhere"
    )
    words.add_argument(
        "--site", metavar="KEY", help="which archive, where a database holds several"
    )
    words.add_argument(
        "--encoding",
        action="append",
        default=[],
        metavar="SET|WHERE=SET",
        help="the character set of what is not UTF-8 (windows-1251); of one table "
        "(reviews=windows-1251), one value (reviews:12=…) or one story (story:7=…)",
    )
    words.add_argument(
        "--zone",
        type=_zone,
        default="UTC",
        metavar="ZONE",
        help="the zone of dates that do not say theirs, such as Europe/London (UTC)",
    )
    words.add_argument(
        "--layout",
        action="append",
        default=[],
        metavar="TABLE=LAYOUT",
        help="the order of columns of a table, where the dump does not say it",
    )
    return words


def wish_of(options: Namespace, *, scratch: Path) -> "Wish":
    """Return what is asked for. The archive is open by then."""
    from storyhold.importers.moves import Wish

    _refuse_unknown(options.encoding)
    return Wish(
        sources=options.sources,
        stories=options.stories,
        site_key=options.site,
        charset=next((each for each in options.encoding if "=" not in each), ""),
        encodings=_pairs(options.encoding),
        layouts=_pairs(options.layout),
        zone=options.zone,
        scratch=scratch,
    )


def _refuse_unknown(encodings: Sequence[str]) -> None:
    from storyhold.importers.sources.efiction.values.charsets import is_reading

    for each in encodings:
        if not is_reading(each.rpartition("=")[2]):
            raise Trouble(
                f"“{each}” names no set of characters. They are called windows-1251, iso-8859-2 or "
                "“utf-8 twice”. Nothing was read."
            )


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = (each.partition("=") for each in given if "=" in each)
    return {name: value for name, _sign, value in pairs}


def _zone(name: str) -> ZoneInfo:
    if name not in available_timezones():
        raise ArgumentTypeError(f"“{name}” is no time zone; they are called Europe/London or UTC")
    return ZoneInfo(name)
