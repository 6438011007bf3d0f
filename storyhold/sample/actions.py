"""Filling an archive with the sample, through the same actions that members use."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.actions import add_pen_name, change_profile, register
from storyhold.accounts.models import PenName, Role
from storyhold.archive.actions import change_archive, open_archive
from storyhold.archive.queries import the_archive
from storyhold.blocks.actions import make_first_blocks
from storyhold.notices.wishes import stop_all_mail
from storyhold.reviews.actions.answers import reply_to
from storyhold.reviews.actions.writing import write_review
from storyhold.reviews.models import Reply
from storyhold.sample import library
from storyhold.sample.claiming import leave_unclaimed
from storyhold.sample.daring import pose_challenges
from storyhold.sample.illustrating import illustrate
from storyhold.sample.introducing import fill_profiles
from storyhold.sample.keeping import keep_things, review_series
from storyhold.sample.library import StoryFolder, Table, moment
from storyhold.sample.pictures import hang_pictures
from storyhold.sample.reading import read_drafts
from storyhold.sample.reads import pretend_reads
from storyhold.sample.remembering import fill_shelves
from storyhold.sample.talk import fill_with_talk
from storyhold.series.actions import add_series, add_story, create_series
from storyhold.series.models import Series
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.featuring import feature_story, unfeature_story
from storyhold.stories.actions.publishing import publish_chapter
from storyhold.stories.actions.round_robins import open_round_robin
from storyhold.stories.actions.submitting import hold
from storyhold.stories.actions.writing import Details, Draft, add_chapter, create_story
from storyhold.stories.models import Chapter, Story
from storyhold.tags.actions import add_tag, make_first_vocabularies
from storyhold.tags.models import Rating, Tag, TagKind

ARCHIVE_NAME = "The Lamp Room"
TAGLINE = "Stories kept dry since the last flood"
WELCOME = """\
Come in, the kettle is on. This is a sample archive: a few dozen stories by a dozen people who \
do not exist, to show what yours could look like.

Read something, leave a review, or sign in and *write*. Nothing here needs to be kept."""
TERMS = """\
Post only what you wrote yourself. Be kind in reviews: say what you liked, and ask before you \
advise. Stories stay their authors' own, and leave when their authors say so."""
PRINT_WORDS = """\
The story is its author's own; the paper is yours. Please do not sell it."""

ILLUSTRATED = "39-the-outer-lights-almanac"
FEATURED = 3
ONCE_FEATURED = 2


class Sample:
    """The people, tags and stories made so far, by the names that the files use."""

    def __init__(self) -> None:
        self.pen_names: dict[str, PenName] = {}
        self.tags: dict[tuple[str, str], Tag] = {}
        self.ratings = {rating.name: rating for rating in Rating.objects.all()}
        self.kinds = {kind.key: kind for kind in TagKind.objects.all()}
        self.stories: dict[str, Story] = {}
        self.series: dict[str, Series] = {}


@transaction.atomic
def fill_archive(*, passwords: Mapping[str, str] | None = None) -> None:
    """Fill a new archive with the sample's people, stories, series and reviews.

    `passwords` are by the people's keys. Nobody else of the sample can sign in; the keepers,
    `archivist` and `moderator`, get their roles only with a password, so that a real archivist
    who asks for sample stories shares the archive with nobody.
    """
    passwords = passwords or {}
    make_first_vocabularies()
    make_first_blocks()
    if not the_archive().is_set_up and passwords:
        _open_archive()
    sample = Sample()
    for person in library.people():
        _join(sample, person, passwords.get(person["key"]))
    fill_profiles(sample.pen_names)
    for tag in library.tags():
        _add_tag(sample, tag)
    hang_pictures()
    for folder in library.stories():
        _write(sample, folder)
    for series in library.series():
        _keep_series(sample, series)
    illustrate(sample.stories[ILLUSTRATED], by=sample.pen_names["marlow"])
    first = sample.stories[ILLUSTRATED].chapters.order_by("number")[0]
    leave_unclaimed(sample.pen_names, first)
    _feature(sample)
    keep_things(sample.pen_names, sample.stories, sample.series)
    fill_shelves(sample.pen_names, sample.stories)
    review_series(sample.pen_names, sample.series)
    read_drafts(sample.pen_names, sample.stories)
    pose_challenges(sample.pen_names, sample.stories)
    fill_with_talk(sample.pen_names)


def _open_archive() -> None:
    change_archive(
        name=ARCHIVE_NAME, tagline=TAGLINE, welcome=WELCOME, terms=TERMS, print_words=PRINT_WORDS
    )
    open_archive()


def _join(sample: Sample, person: Table, password: str | None) -> None:
    role = person["role"] if password else Role.MEMBER
    member = register(
        pen_name=person["pen_name"],
        email=person["email"],
        password=password,
        role=role,
        confirmed=True,
    )
    if not password:
        stop_all_mail(member)  # the address is invented, and could be somebody's
    sample.pen_names[person["key"]] = member.pen_name
    change_profile(member.pen_name, bio=person["bio"], website=person.get("website", ""))
    for name in person.get("more_pen_names", []):
        sample.pen_names[f"{person['key']}:{name}"] = add_pen_name(member, name)


def _add_tag(sample: Sample, tag: Table) -> None:
    kind = sample.kinds[tag["kind"]]
    parent, within = tag.get("parent"), tag.get("within")
    sample.tags[kind.key, tag["name"]] = add_tag(
        kind,
        tag["name"],
        parent=sample.tags[kind.key, parent] if parent else None,
        within=sample.tags["fandom", within] if within else None,
        description=tag.get("description", ""),
    )


def _write(sample: Sample, folder: StoryFolder) -> None:
    table = folder.table
    authors = [sample.pen_names[key] for key in table["authors"]]
    story = create_story(_details(sample, table), by=authors[0])
    for co_author in authors[1:]:
        accept_co_authorship(invite_co_author(story, name=co_author.name))
    if table.get("round_robin"):
        open_round_robin(story)
    chapters = [
        _write_chapter(folder, story, _writer(sample, chapter, authors[0]), chapter)
        for chapter in table["chapter"]
    ]
    if not table.get("draft"):
        _publish(folder, chapters)
    if table.get("waits"):
        hold(chapters[0], story)
    for review in table.get("review", []):
        place = review["chapter"] - 1
        author = _writer(sample, table["chapter"][place], authors[0])
        _review(sample, chapters[place], review, author=author)
    _pretend_reads(story, folder)
    sample.stories[folder.name] = story


def _writer(sample: Sample, chapter: Table, author: PenName) -> PenName:
    return sample.pen_names[chapter["by"]] if "by" in chapter else author


def _details(sample: Sample, table: Table) -> Details:
    return Details(
        title=table["title"],
        summary=table["summary"],
        notes=table.get("notes", ""),
        language=table["language"],
        rating=sample.ratings[table["rating"]],
        is_complete=table["complete"],
        tags=table["tags"],
    )


def _write_chapter(folder: StoryFolder, story: Story, author: PenName, table: Table) -> Chapter:
    draft = Draft(
        title=table.get("title", ""),
        text=folder.text_of(table),
        format="html" if table["file"].endswith(".html") else "plain",
        opening_note=table.get("opening_note", ""),
        closing_note=table.get("closing_note", ""),
    )
    return add_chapter(story, draft, by=author.member, signed_by=author)


def _publish(folder: StoryFolder, chapters: list[Chapter]) -> None:
    first: date = folder.table["published"]
    for place, (chapter, table) in enumerate(zip(chapters, folder.table["chapter"], strict=True)):
        if not table.get("draft"):
            # A chapter without a day of its own comes a fortnight after the one before.
            day = table.get("published", first + timedelta(days=14 * place))
            publish_chapter(chapter, at=_not_in_future(moment(day)))


def _not_in_future(at: datetime) -> datetime:
    return min(at, now())


def _review(sample: Sample, chapter: Chapter, table: Table, *, author: PenName) -> None:
    at = _not_in_future(moment(table["date"], hour=20))
    review = write_review(
        chapter,
        by=sample.pen_names[table["by"]] if "by" in table else None,
        guest_name=table.get("guest", ""),
        text=table["text"],
        rating=table.get("rating"),
        at=at,
    )
    if reply := table.get("reply"):
        answered = reply_to(review, by=author, text=reply)
        Reply.objects.filter(pk=answered.pk).update(created_at=at + timedelta(hours=5))


def _pretend_reads(story: Story, folder: StoryFolder) -> None:
    """Give each story a number of reads of its own, the same in every sample archive."""
    days = (now().date() - folder.table["published"]).days
    chance = int.from_bytes(sha256(folder.name.encode()).digest()[:2], "big") / 0xFFFF
    reads = 0 if folder.table.get("draft") else int(max(days, 1) ** 0.8 * (0.3 + 4 * chance**3))
    pretend_reads(story, reads, name=folder.name)


def _keep_series(sample: Sample, table: Table) -> None:
    owner = sample.pen_names[table["owner"]]
    series = create_series(
        title=table["title"],
        summary=table["summary"],
        mode=table["mode"],
        by=owner,
        tags=table.get("tags", {}),
    )
    sample.series[table["title"]] = series
    for item in table["items"]:
        _place(sample, series, item, owner)


def _place(sample: Sample, series: Series, item: Any, owner: PenName) -> None:
    if isinstance(item, dict):
        add_series(series, sample.series[item["series"]], by=owner)
    else:
        add_story(series, sample.stories[item], by=owner)


def _feature(sample: Sample) -> None:
    best = Story.objects.filter(pk__in=[s.pk for s in sample.stories.values()], is_public=True)
    for story in best.order_by("-rated_sum", "pk")[: FEATURED + ONCE_FEATURED]:
        feature_story(story)
    for story in best.filter(is_featured=True).order_by("rated_sum", "-pk")[:ONCE_FEATURED]:
        unfeature_story(story)
