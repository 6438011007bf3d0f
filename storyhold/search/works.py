"""Stories as an index takes them in: what every member may read of them, and nothing else."""

from collections.abc import Collection, Iterator
from itertools import groupby

from storyhold.prose.plain_text import plain_text
from storyhold.search.index import Work
from storyhold.search.models import Change
from storyhold.stories.access import stories_in_the_open
from storyhold.stories.models import Chapter
from storyhold.stories.queries import WITH_PEN_NAMES


def works_of(ids: Collection[int]) -> Iterator[Work]:
    """Yield those of some stories that are in the open, as they are now; all texts are read."""
    # Before the stories: what changes between is read again.
    changes = dict(Change.objects.filter(pk__in=ids).values_list("pk", "at"))
    found = stories_in_the_open().filter(pk__in=ids).prefetch_related(WITH_PEN_NAMES, "tags")
    texts = _texts_of(ids)
    for story in found.defer("summary_source", "notes_source", "notes_html"):
        yield Work(
            story.pk,
            changes.get(story.pk, 0),
            title=story.title,
            summary=plain_text(story.summary_html),
            authors=[name.name for name in story.authors_shown],
            tags=[tag.name for tag in story.tags.all()],
            chapters=texts.get(story.pk, []),
        )


def _texts_of(ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Return the public chapters of each story, in order, with headings and texts."""
    public = Chapter.objects.filter(story__in=ids, is_public=True, deleted_at=None)
    rows = public.order_by("story", "number").values_list("story", "pk", "title", "text__html")
    return {
        story: [(pk, f"{title}\n{plain_text(html or '')}") for _story, pk, title, html in chapters]
        for story, chapters in groupby(rows, key=lambda row: row[0])
    }
