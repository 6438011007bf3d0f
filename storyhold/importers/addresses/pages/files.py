"""Files that lay beside the scripts, and the folder the archive was in."""

import re
from collections.abc import Callable

from storyhold.importers.addresses.finding import Visit, folder_of
from storyhold.importers.addresses.outcomes import Leads, Outcome, leads
from storyhold.importers.addresses.pages.stories import book_file, text_file

LONGEST = 100  # letters of an old number
_TEXT = re.compile(r".*/0*([0-9]{1,18})\.txt[^/]*", re.IGNORECASE | re.ASCII)
_BOOK = re.compile(
    r"(?:.*/)?epubs/0*([0-9]{1,18})/(all|0*[0-9]{1,9})/[^/]*", re.IGNORECASE | re.ASCII
)
_PICTURE = re.compile(r".*/[^/]+/images/[^/]+", re.IGNORECASE)


def file_or_folder(visit: Visit) -> Outcome:
    """Lead to what became of a file, or from the archive's folder to the first page."""
    if visit.address.script:
        return None
    path = "/".join(visit.address.path)
    for pattern, page in FILES.items():
        match = pattern.fullmatch(path)
        if match:
            return page(visit, match)
    is_home = any(list(visit.address.folder) == folder_of(move) for move in visit.moves)
    return leads("home") if is_home else None


def _text(visit: Visit, match: re.Match[str]) -> Outcome:
    return text_file(visit, int(match[1]))


def _book(visit: Visit, match: re.Match[str]) -> Outcome:
    return book_file(visit, int(match[1]), match[2])


def _picture(visit: Visit, _match: re.Match[str]) -> Outcome:
    """Pictures are remembered as stories name them, whatever the stories folder was called."""
    owner, images, name = visit.address.path[-3:]
    path = f"stories/{owner}/{images.lower()}/{name}"
    picture = visit.see("picture", path[:LONGEST])
    return Leads(picture.get_absolute_url()) if picture else None


FILES: dict[re.Pattern[str], Callable[[Visit, re.Match[str]], Outcome]] = {
    _TEXT: _text,
    _BOOK: _book,
    _PICTURE: _picture,
}
