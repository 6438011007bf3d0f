"""Offering to read, lending drafts, and talking about them."""

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.betas.models import DraftLink, Note, Offer
from storyhold.betas.refusals import NoteIsEmpty, TextIsTooLong, TooManyNotes
from storyhold.betas.rules import LASTS, LONGEST_QUOTE, MOST_LETTERS, MOST_NOTES, hash_of
from storyhold.notices.actions import tell
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text
from storyhold.prose.texts import numbered_texts
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import signature_under
from storyhold.tags.actions import set_tags
from storyhold.tags.models import Tag


@transaction.atomic
def offer_to_read(
    pen_name: PenName, *, text: str, languages: Iterable[str], tags: Iterable[Tag]
) -> Offer:
    """Put the name on the list of beta readers, or change what it says there.

    Raises `TextIsTooLong`, `TagIsGone`.
    """
    said = {"source": text, "html": _clean(text), "languages": list(languages)}
    offer, _created = Offer.objects.update_or_create(pen_name=pen_name, defaults=said)
    set_tags(offer, tags)
    return offer


def take_back_offer(pen_name: PenName) -> None:
    """Take the name off the list."""
    Offer.objects.filter(pen_name=pen_name).delete()


def lend(
    story: Story, chapter: Chapter | None = None, *, by: Member, reader: str = ""
) -> tuple[DraftLink, str]:
    """Make a private link to a story, or to one of its chapters. Return it and its secret.

    The secret is kept nowhere: whoever loses it makes another link.
    """
    token = secrets.token_urlsafe(24)
    link = DraftLink.objects.create(
        story=story,
        chapter=chapter,
        token_sha256=hash_of(token),
        made_by=by,
        reader=one_line(reader)[:100],
        expires_at=now() + LASTS,
    )
    return link, token


def withdraw_link(link: DraftLink) -> None:
    """Let the link lead nowhere from now on. The notes that came by it stay."""
    DraftLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=now())


@transaction.atomic
def leave_note(
    link: DraftLink,
    chapter: Chapter,
    *,
    text: str,
    paragraph: int | None = None,
    by: PenName | None = None,
    guest_name: str = "",
) -> Note:
    """Leave a note on a paragraph, or on the whole chapter. `by=None` is somebody not signed in.

    A paragraph that is not there is the whole chapter. Raises `NoteIsEmpty`, `TextIsTooLong`,
    and `TooManyNotes`.
    """
    html = _words(text)
    DraftLink.objects.select_for_update().get(pk=link.pk)
    if link.notes.count() >= MOST_NOTES:
        raise TooManyNotes(most=f"{MOST_NOTES:,}")
    quote = numbered_texts(chapter.text.html).get(paragraph or 0)
    note = Note.objects.create(
        link=link,
        chapter=chapter,
        paragraph=None if quote is None else paragraph,
        quote=(quote or "")[:LONGEST_QUOTE],
        pen_name=by,
        guest_name="" if by else one_line(guest_name)[:60] or "Anonymous",
        source=text,
        html=html,
    )
    if by is None or by.member_id != link.made_by_id:
        _tell_author(note, link)
    return note


def _tell_author(note: Note, link: DraftLink) -> None:
    # Once a day for each chapter: a careful reader leaves thirty notes in an hour.
    tell(
        [link.made_by],
        "beta_note",
        about=f"notes:{link.pk}:{note.chapter_id}:{now():%Y-%m-%d}",
        path=reverse("betas:chapter", args=[note.chapter_id]),
        reader=note.reader_name,
        title=note.chapter.story.title,
    )


@transaction.atomic
def answer_note(note: Note, *, text: str, by: Member) -> None:
    """Answer a note, or change the answer. Raises `NoteIsEmpty` and `TextIsTooLong`."""
    note.answer_source, note.answer_html = text, _words(text)
    note.save(update_fields=["answer_source", "answer_html"])
    if note.pen_name and note.pen_name.member != by:
        tell(
            [note.pen_name.member],
            "beta_answer",
            about=f"note:{note.pk}",
            path=reverse("betas:my_notes") + f"#note-{note.pk}",
            author=signature_under(note.chapter, by).name,
            title=note.chapter.story.title,
        )


def mark_done(note: Note) -> None:
    """Remember that the author has seen to it."""
    Note.objects.filter(pk=note.pk, done_at=None).update(done_at=now())


def mark_open(note: Note) -> None:
    """Let the note wait for the author again."""
    Note.objects.filter(pk=note.pk).update(done_at=None)


def delete_note(note: Note) -> None:
    """Remove a note with its answer."""
    note.delete()


def _words(text: str) -> str:
    html = _clean(text)
    if not plain_text(html).strip():
        raise NoteIsEmpty
    return html


def _clean(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise TextIsTooLong(letters=f"{len(text):,}", most=f"{MOST_LETTERS:,}")
    return short_html(text, format=guess_format(text))
