"""Beginning a story, saying what it is, and saving its chapters."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.common.packing import pack
from storyhold.prose.canonical import Format, canonical_html, guess_format, short_html
from storyhold.prose.fingerprint import canonical_text_sha256
from storyhold.prose.one_line import one_line
from storyhold.prose.words import count_words
from storyhold.stories.actions.counting import refresh_counters
from storyhold.stories.actions.forbidding import refuse_forbidden, summary_as_shown
from storyhold.stories.actions.holding import hold_chapter
from storyhold.stories.actions.limits import refuse_worse_length
from storyhold.stories.actions.news import announce
from storyhold.stories.actions.ordering import close_gaps
from storyhold.stories.actions.submitting import refuse_while_closed
from storyhold.stories.models import Authorship, Chapter, ChapterText, Revision, Story
from storyhold.stories.refusals import (
    ChapterChangedMeanwhile,
    ChapterTextIsTooLong,
    ChapterTitleIsForbidden,
    PublicChapterIsEmpty,
    RatingIsGone,
    TitleIsForbidden,
    TitleIsMissing,
)
from storyhold.stories.rules import same_text
from storyhold.tags.actions import ChosenTags, give_tags
from storyhold.tags.models import Rating

MOST_LETTERS = 2_000_000  # of source in one chapter; the longest seen in an archive is 300,000


@dataclass(frozen=True, kw_only=True)
class Details:
    """What an author says about a story."""

    title: str
    summary: str = ""
    notes: str = ""
    language: str = "en"
    rating: Rating | None = None
    is_complete: bool = False
    in_search_engines: bool = True
    tags: ChosenTags = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What an author typed for one chapter."""

    title: str = ""
    text: str = ""
    format: Format = "plain"
    opening_note: str = ""
    closing_note: str = ""


@transaction.atomic
def create_story(details: Details, *, by: PenName) -> Story:
    """Begin a story as a draft, signed by one pen name. Raises as `change_details` does."""
    story = Story()
    _write_details(story, details)
    Authorship.objects.create(story=story, pen_name=by, accepted_at=now())
    return story


@transaction.atomic
def change_details(story: Story, details: Details) -> Story:
    """Save what the author says about the story.

    Raises `TitleIsMissing`, `TitleIsForbidden`, `RatingIsGone`, and what
    `tags.actions.give_tags` refuses.
    """
    _write_details(story, details)
    announce(story)
    return story


def _write_details(story: Story, details: Details) -> None:
    old_title, story.title = story.title, one_line(details.title)
    if not story.title:
        raise TitleIsMissing
    refuse_forbidden(story.title, TitleIsForbidden, was=old_title)
    story.summary_source = details.summary
    story.summary_html = summary_as_shown(details.summary)
    story.notes_source = details.notes
    story.notes_html = short_html(details.notes, format=guess_format(details.notes))
    story.language = details.language
    story.file()
    story.rating = _still_there(details.rating)
    story.is_complete = details.is_complete
    story.in_search_engines = details.in_search_engines
    if story.pk is None:
        story.save()
    else:
        # Not the counters: a reader may be reviewing at this moment.
        story.save(update_fields=DETAIL_FIELDS)
    give_tags(story, details.tags)


def _still_there(rating: Rating | None) -> Rating | None:
    """Return the rating; it stays until the caller's transaction ends."""
    held = Rating.objects.select_for_update(no_key=True)
    if rating and not held.filter(pk=rating.pk).exists():
        raise RatingIsGone(name=rating.name)
    return rating


DETAIL_FIELDS = [
    "title",
    "title_key",
    "letter",
    "found_by",
    "summary_source",
    "summary_html",
    "notes_source",
    "notes_html",
    "language",
    "rating",
    "is_complete",
    "in_search_engines",
]


@transaction.atomic
def add_chapter(story: Story, draft: Draft, *, by: Member | None, signed_by: PenName) -> Chapter:
    """Add a chapter at the end, as a draft, with its first revision.

    In a round robin it belongs to whoever signs it, and to nobody else. `by` is nobody where the
    archive itself brings it. Raises `SubmissionsAreClosed`, `ChapterTextIsTooLong`,
    `ChapterTitleIsForbidden`.
    """
    if by:
        refuse_while_closed(by)
    story = Story.objects.select_for_update().get(pk=story.pk)
    live = story.chapters.filter(deleted_at=None)
    last = live.aggregate(last=Max("number"))["last"] or 0
    chapter = Chapter(story=story, number=last + 1, signed_by=signed_by)
    chapter.is_writers_own = story.is_round_robin
    _write_chapter(chapter, draft, by=by)
    close_gaps(story)
    chapter.refresh_from_db(fields=["number"])
    return chapter


@transaction.atomic
def save_chapter(chapter: Chapter, draft: Draft, *, by: Member, seen_revision: int) -> Chapter:
    """Save the chapter as a new revision; readers of a public chapter see it at once.

    What is already so needs no new revision, and the chapter is returned untouched: a button
    pressed twice is one save. `seen_revision` is the revision the author started from; if there
    is a newer one, nothing is written. Raises `ChapterChangedMeanwhile`, `PublicChapterIsEmpty`,
    what `preview_chapter` raises, and what `limits.refuse_worse_length` refuses.
    """
    chapter = hold_chapter(chapter.pk)
    if _is_saved_so(chapter, draft):
        return chapter
    if chapter.revision_number != seen_revision:
        raise ChapterChangedMeanwhile(saved_at=f"{chapter.saved_at:%H:%M:%S}")
    _rewrite_chapter(chapter, draft, by=by)
    return chapter


def _is_saved_so(chapter: Chapter, draft: Draft) -> bool:
    newest = chapter.revisions.filter(number=chapter.revision_number).first()
    return (
        newest is not None
        and newest.format == draft.format
        and newest.title == one_line(draft.title)
        and same_text(newest.source, draft.text)
        and same_text(newest.opening_note, draft.opening_note)
        and same_text(newest.closing_note, draft.closing_note)
    )


@transaction.atomic
def restore_revision(revision: Revision, *, by: Member) -> Chapter:
    """Save an old revision once more, as the newest. What was there stays among the revisions.

    Raises `PublicChapterIsEmpty`, and what `limits.refuse_worse_length` refuses.
    """
    draft = Draft(
        title=revision.title,
        text=revision.source,
        format="html" if revision.format == "html" else "plain",
        opening_note=revision.opening_note,
        closing_note=revision.closing_note,
    )
    chapter = hold_chapter(revision.chapter_id)
    if _is_saved_so(chapter, draft):
        return chapter
    _rewrite_chapter(chapter, draft, by=by)
    return chapter


def _rewrite_chapter(chapter: Chapter, draft: Draft, *, by: Member) -> None:
    was = chapter.word_count
    _write_chapter(chapter, draft, by=by)
    if chapter.is_public:
        if chapter.word_count == 0:
            raise PublicChapterIsEmpty(number=chapter.number)
        refuse_worse_length(chapter, was=was)
        # Read anew: it is held, so that two chapters saved at once are both counted.
        story = Story.objects.get(pk=chapter.story_id)
        refresh_counters(story)
        announce(story)


def preview_chapter(chapter: Chapter, draft: Draft) -> str:
    """Make of a draft what readers would see: the chapter's own fields, and its text in return.

    Nothing is saved. Raises `ChapterTextIsTooLong`, `ChapterTitleIsForbidden`.
    """
    if len(draft.text) > MOST_LETTERS:
        raise ChapterTextIsTooLong(letters=f"{len(draft.text):,}", most=f"{MOST_LETTERS:,}")
    html = canonical_html(draft.text, format=draft.format)
    old_title, chapter.title = chapter.title, one_line(draft.title)
    refuse_forbidden(chapter.title, ChapterTitleIsForbidden, was=old_title)
    chapter.opening_note_source = draft.opening_note
    chapter.opening_note_html = _note_html(draft.opening_note)
    chapter.closing_note_source = draft.closing_note
    chapter.closing_note_html = _note_html(draft.closing_note)
    chapter.word_count = count_words(html)
    return html


def _write_chapter(chapter: Chapter, draft: Draft, *, by: Member | None) -> None:
    html = preview_chapter(chapter, draft)
    chapter.revision_number += 1
    chapter.saved_at = now()
    if chapter.pk is None:
        chapter.save()
    else:
        chapter.save(update_fields=CHAPTER_FIELDS)
    ChapterText.objects.update_or_create(
        chapter=chapter, defaults={"html": html, "sha256": canonical_text_sha256(html)}
    )
    _keep_revision(chapter, draft, html, by=by)


CHAPTER_FIELDS = [
    "title",
    "opening_note_source",
    "opening_note_html",
    "closing_note_source",
    "closing_note_html",
    "word_count",
    "revision_number",
    "saved_at",
]


def _note_html(note: str) -> str:
    return short_html(note, format=guess_format(note))


def _keep_revision(chapter: Chapter, draft: Draft, html: str, *, by: Member | None) -> None:
    Revision.objects.create(
        chapter=chapter,
        number=chapter.revision_number,
        title=chapter.title,
        opening_note=draft.opening_note,
        closing_note=draft.closing_note,
        format=draft.format,
        source_packed=pack(draft.text),
        html_packed=pack(html),
        word_count=chapter.word_count,
        saved_at=chapter.saved_at,
        saved_by=by,
    )
