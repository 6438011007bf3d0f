"""The whole package."""

import zipfile
from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.timezone import now
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.leaving.belongings import belongings_of
from storyhold.leaving.package.files import File, Files, json_file, rows_of, text_file
from storyhold.leaving.package.person import files_of_person
from storyhold.leaving.package.pictures import files_of_pictures
from storyhold.leaving.package.signed import files_of_reviews, files_of_series
from storyhold.leaving.package.stories import files_of_stories
from storyhold.leaving.signatures import signed_by

# Of these there are better files; or they are ours to remember, not the member's to have.
TOLD_ELSEWHERE = {
    "accounts.penname",
    "reviews.reply",
    "reviews.review",
    "series.series",
    "stories.authorship",
    "stories.chapter",
}
SECRETS = ("sha256", "token", "password")


def files_of(member: Member) -> Files:
    """Yield every file of the member's package."""
    yield text_file("README.txt", _read_me())
    yield from files_of_person(member)
    yield from files_of_stories(member)
    yield from files_of_series(member)
    yield from files_of_reviews(member)
    yield from files_of_pictures(member)
    yield from _files_of_other_rooms(member)


def _read_me() -> str:
    return _(
        "This is everything that {archive} keeps of you, as of {day}.\n\n"
        "Your stories are in “stories”, a folder each: the text of a chapter is “text.html”, and\n"
        "every state in which you saved it is beside it, as you typed it. The pictures you\n"
        "brought for them are in “pictures”. The other files are JSON in UTF-8; any text editor\n"
        "opens them. Times are in UTC.\n"
    ).format(archive=the_archive().name, day=f"{now():%Y-%m-%d}")


def _files_of_other_rooms(member: Member) -> Files:
    """Yield as rows what the other rooms keep for the member, or under one of the names."""
    signed = (rows for _field, rows in signed_by(member.pen_names.all()))
    found: dict[type[Model], set[int]] = {}
    for rows in (*belongings_of(member), *signed):
        if rows.model._meta.label_lower not in TOLD_ELSEWHERE:
            found.setdefault(rows.model, set()).update(rows.values_list("pk", flat=True))
    for model, pks in found.items():
        if pks:
            rows = model._base_manager.filter(pk__in=pks)
            yield json_file(f"more/{model._meta.label_lower}.json", rows_of(rows, *_told_of(model)))


def _told_of(model: type[Model]) -> list[str]:
    names = (column.attname for column in model._meta.concrete_fields)
    return [name for name in names if not any(secret in name for secret in SECRETS)]


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """Yield a ZIP archive of the files piece by piece; no more than one file is in memory."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in files:
            package.writestr(zipfile.ZipInfo(path, now().timetuple()[:6]), content)
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """What a ZIP archive is written to, that cannot be read again."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: it is taken when it is asked for."""

    def close(self) -> None:
        """Do nothing, as above."""

    def taken(self) -> bytes:
        """Return what was written since this was asked last."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
