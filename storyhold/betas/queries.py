"""Reading offers, links and notes for a page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from storyhold.accounts.models import PenName
from storyhold.accounts.queries import Viewer
from storyhold.betas.access import links_kept_by, notes_by, notes_to, offers
from storyhold.betas.models import DraftLink, Note, Offer
from storyhold.betas.rules import place_of
from storyhold.prose.texts import numbered_texts
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Chapter, Story

OF_PEN_NAME = ("pen_name__bio_source", "pen_name__bio_html")


def offers_listed(viewer: Viewer) -> QuerySet[Offer]:
    """Return all offers by name, each with `story_count`: the listed stories the name signs."""
    signed = Q(
        pen_name__authorships__accepted_at__isnull=False,
        pen_name__authorships__story__in=stories_listed_for(viewer),
    )
    counted = offers().annotate(story_count=Count("pen_name__authorships", filter=signed))
    with_names = counted.select_related("pen_name__member").defer(*OF_PEN_NAME)
    return with_names.prefetch_related("tags").order_by("pen_name__key")


def offer_of(pen_name: PenName) -> Offer | None:
    """Return what this name offers; two queries where it does."""
    return offers().filter(pen_name=pen_name).prefetch_related("tags").first()


def links_to(member: Viewer, story: Story, chapter: Chapter | None = None) -> list[DraftLink]:
    """Return the links to the story as a whole, or to one chapter, that are not withdrawn."""
    kept = links_kept_by(member).filter(story=story, chapter=chapter, withdrawn_at=None)
    return list(kept)


def notes_waiting(member: Viewer, story: Story) -> dict[int, int]:
    """Return how many notes are not done yet, by id of the chapter."""
    waiting = notes_to(member).filter(chapter__story=story, done_at=None).order_by()
    return dict(waiting.values_list("chapter").annotate(notes=Count("pk")))


@dataclass
class Placed:
    """The notes on a chapter: at its paragraphs as they are numbered now, on the whole, adrift."""

    at: dict[int, list[Note]] = field(default_factory=lambda: defaultdict(list))
    on_the_whole: list[Note] = field(default_factory=list)
    adrift: list[Note] = field(default_factory=list)  # their paragraph is gone


def placed(notes: Iterable[Note], html: str) -> Placed:
    """Return where each note stands in the text as it is now."""
    paragraphs = numbered_texts(html)
    found = Placed()
    for note in notes:
        if note.paragraph is None:
            found.on_the_whole.append(note)
        elif place := place_of(note.quote, note.paragraph, paragraphs):
            found.at[place].append(note)
        else:
            found.adrift.append(note)
    return found


def notes_on(member: Viewer, chapter: Chapter) -> list[Note]:
    """Return all notes on a chapter of the member's; one query."""
    of_chapter = notes_to(member).filter(chapter=chapter)
    return list(of_chapter.select_related("pen_name", "link").defer(*OF_PEN_NAME))


def notes_by_link(link: DraftLink, chapter: Chapter) -> list[Note]:
    """Return what was left on a chapter by this link; one query."""
    left = Note.objects.filter(link=link, chapter=chapter)
    return list(left.select_related("pen_name").defer(*OF_PEN_NAME))


def notes_left(member: Viewer) -> QuerySet[Note]:
    """Return the notes a member has left, the newest first, with the title of each story."""
    left = notes_by(member).select_related("pen_name", "chapter__story")
    return left.order_by("-left_at", "-pk")
