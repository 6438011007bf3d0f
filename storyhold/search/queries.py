"""What a reader finds. The index only proposes; who may see what is asked of the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import FilteredRelation, Q
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.queries import Viewer
from storyhold.search.here import known_until, report_loss, the_index
from storyhold.search.index import LostIndexError, Where
from storyhold.search.models import Change
from storyhold.search.question import Question
from storyhold.search.snippets import Piece, snippet
from storyhold.stories.access import chapters_visible_to, gates_before
from storyhold.stories.models import Chapter, ChapterText, Story
from storyhold.tags.rules import Passed

MOST_CHAPTERS = 3  # named under a story

_BEING_MADE = _(
    "The search index is being made. What is not in it yet is not found: look again soon."
)
_ONLY_BEGINNINGS = _("No story has just these words. These have words that begin so.")


@dataclass(frozen=True)
class Passage:
    """Where in a story words were found."""

    chapter: Chapter
    pieces: Sequence[Piece]  # of its text, each with whether it was sought
    others: Sequence[Chapter]
    count: int  # of chapters with any of the words

    @property
    def more(self) -> int:
        """How many chapters are not named."""
        return self.count - 1 - len(self.others)


@dataclass(frozen=True)
class Answer:
    """The ids of stories that answer a question, the best first, and what there is to say of it."""

    stories: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def stories_found(question: Question, where: Where) -> Answer:
    """Return the stories that answer a question.

    One query. Which of them a reader may see has to be asked of the stories. What has changed since
    it was read into the index is left out until it is read again, some seconds later: its old
    text might be secret by now.
    """
    until = known_until()  # before the index, which knows no less then
    remarks = [] if until else [str(_BEING_MADE)]
    try:
        found = the_index().find(question, where)
        if not found and question.sought:
            found = the_index().find(question.with_beginnings(), where)
            remarks += [str(_ONLY_BEGINNINGS)] if found else []
    except LostIndexError:
        report_loss()
        return Answer(remarks=[str(_BEING_MADE)])
    changes = dict(Change.objects.filter(at__gt=until).values_list("pk", "at"))
    current = [story for story, version in found if changes.get(story, version) == version]
    return Answer(current, remarks)


def passages(
    question: Question, stories: Iterable[Story], viewer: Viewer, passed: Passed
) -> dict[int, Passage]:
    """Return where in the stories the words stand, by the story's id.

    Nothing of what stands behind a gate that this reader has not passed. One query.
    """
    open_to = [story.pk for story in stories if not gates_before(story, viewer, passed)]
    try:
        proposed = the_index().chapters(question, open_to, most=MOST_CHAPTERS)
    except LostIndexError:
        return {}
    named = [pk for ids, _count in proposed.values() for pk in ids]
    best = [ids[0] for ids, _count in proposed.values()]
    # Joined for the best alone: of the others, the heading is enough.
    text_here = FilteredRelation("text", condition=Q(pk__in=best))
    with_text = chapters_visible_to(viewer).annotate(text_here=text_here)
    shown = with_text.select_related("text_here").in_bulk(named)  # type: ignore[misc]
    return {
        story: Passage(
            shown[ids[0]],
            snippet(_html_of(shown[ids[0]]), question.sought),
            [shown[pk] for pk in ids[1:] if pk in shown],
            count,
        )
        for story, (ids, count) in proposed.items()
        if ids[0] in shown
    }


def _html_of(chapter: Chapter) -> str:
    text: ChapterText | None = getattr(chapter, "text_here", None)
    return text.html if text else ""
