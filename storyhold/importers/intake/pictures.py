"""Pictures that members brought for their stories, and those of categories."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.common.refusal import Refusal
from storyhold.illustrations.models import Illustration
from storyhold.illustrations.rules import LONGEST_FILE_NAME, LONGEST_OLD_PATH, LONGEST_SIDE
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.finding.text_files import TextFile
from storyhold.pictures import files
from storyhold.pictures.making import make_anew
from storyhold.prose.one_line import one_line
from storyhold.tags.models import Tag

AT_ONCE = 100


def bring_pictures(desk: Desk) -> Iterator[int]:
    """Bring in the pictures of members, each made anew."""
    done = 0
    for file in desk.old.texts.images():
        if not desk.numbers.is_known("picture", old_path(file)[:100]):
            _bring(desk, file)
        done += 1
        if done % AT_ONCE == 0:
            yield done
    yield done


def bring_pictures_of_categories(desk: Desk) -> Iterator[int]:
    """Give categories the pictures that were in the old site's skins."""
    done = 0
    for row in desk.old.read("categories"):
        name, tag = row.line("image"), desk.numbers.new("category", row.number)
        if not name or tag is None:
            continue
        path = desk.old.category_picture(name)
        if path is None:
            desk.note("picture of a category stays behind", "categories", row.number, file=name)
        elif desk.shelves.is_real:
            _give(desk, row.number, tag, path.read_bytes(), name)
        done += 1
    yield done


def old_path(file: TextFile) -> str:
    """Return how stories name a picture, whatever the stories folder is called."""
    return f"stories/{file.folder}/images/{file.name}"


def _bring(desk: Desk, file: TextFile) -> None:
    owner = desk.numbers.new("member", file.folder)
    if owner is None:
        desk.note("picture of nobody", "images", old_path(file))
        return
    try:
        picture = make_anew(desk.old.texts.read(file), longest_side=LONGEST_SIDE)
    except Refusal as refusal:
        desk.note("picture cannot be read", "images", old_path(file), reason=str(refusal))
        return
    if not desk.shelves.is_real:
        desk.shelves.counts["illustrations.illustration"] += 1
        return
    with files.kept(picture.webp) as name:
        kept = Illustration.objects.create(
            member_id=PenName.objects.values_list("member", flat=True).get(pk=owner),
            picture=name,
            width=picture.width,
            height=picture.height,
            file_name=one_line(file.name)[-LONGEST_FILE_NAME:],
            old_path=old_path(file)[:LONGEST_OLD_PATH],
            added_at=now(),
        )
    desk.shelves.counts["illustrations.illustration"] += 1
    desk.numbers.remember("picture", old_path(file)[:100], kept.pk)


def _give(desk: Desk, number: str, tag: int, brought: bytes, name: str) -> None:
    if Tag.objects.filter(pk=tag).exclude(picture="").exists():
        return
    try:
        picture = make_anew(brought)
    except Refusal as refusal:
        desk.note("picture cannot be read", "categories", number, reason=f"{name}: {refusal}")
        return
    with files.kept(picture.webp) as kept:
        Tag.objects.filter(pk=tag).update(
            picture=kept, picture_width=picture.width, picture_height=picture.height
        )


class Pictures:
    """Where pictures of members are now, by the member's old number and the name of the file."""

    def __init__(self, desk: Desk) -> None:
        self._at: dict[tuple[str, str], str] = {}
        if desk.shelves.is_real:
            rows = Illustration.objects.exclude(old_path="").values_list("old_path", "picture")
            for path, picture in rows:
                _stories, folder, _images, name = path.split("/", 3)
                self._at[folder.lower(), name.lower()] = reverse("picture", args=[picture])

    def __bool__(self) -> bool:
        return bool(self._at)

    def address_of(self, folder: str, name: str) -> str | None:
        """Return the address of a picture here."""
        return self._at.get((folder.lower(), name.lower()))
