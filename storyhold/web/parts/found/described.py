"""Things in the words of schema.org, for search engines that show more than a title.

Nothing is told that the page itself does not show to whoever sees it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest

from storyhold.accounts.models import PenName
from storyhold.archive.models import ReviewRating
from storyhold.archive.queries import the_archive
from storyhold.prose.plain_text import plain_text
from storyhold.series.models import Series, SeriesItem
from storyhold.series.queries import Place
from storyhold.stories.models import Chapter, Story
from storyhold.web.parts.absolute import absolute

Described = dict[str, Any]


def story_described(request: HttpRequest, story: Story, places: Iterable[Place] = ()) -> Described:
    """Return a story that comes with its authors, rating and tags; no query."""
    return _without_gaps(
        **_story_named(request, story),
        author=[person_described(request, each) for each in story.authors_shown],
        abstract=plain_text(story.summary_html),
        datePublished=_moment(story.published_at),
        dateModified=_moment(story.updated_at),
        contentRating=story.rating.name if story.rating else "",
        isFamilyFriendly=not (story.rating and story.rating.must_confirm_age),
        isAccessibleForFree=True,
        creativeWorkStatus="Complete" if story.is_complete else "In progress",
        genre=_tags(story, "genre"),
        keywords=_tags(story, None),
        isPartOf=[_series_named(request, series) for series, _number in places],
        aggregateRating=_score(story),
    )


def chapter_described(request: HttpRequest, story: Story, chapter: Chapter) -> Described:
    """Return a chapter of a story that comes with its authors; no query."""
    signed_by = [chapter.signed_by] if chapter.is_writers_own else story.authors_shown
    return _without_gaps(
        **_a(
            "Chapter",
            name=chapter.heading,
            url=absolute(request, chapter.get_absolute_url()),
        ),
        position=chapter.number,
        inLanguage=story.language,
        author=[person_described(request, each) for each in signed_by if each],
        datePublished=_moment(chapter.published_at),
        isPartOf=_story_named(request, story),
    )


def series_described(
    request: HttpRequest, series: Series, items: Iterable[SeriesItem]
) -> Described:
    """Return a series that comes with its owner, and those of its items that the page shows."""
    return _without_gaps(
        **_series_named(request, series),
        abstract=plain_text(series.summary_html),
        creator=person_described(request, series.owner),
        hasPart=[
            _story_named(request, item.story)
            if item.story
            else _series_named(request, item.sub_series)
            for item in items
        ],
    )


def profile_described(request: HttpRequest, pen_name: PenName) -> Described:
    """Return a profile page and whom it is about."""
    return _a("ProfilePage", mainEntity=person_described(request, pen_name))


def person_described(request: HttpRequest, pen_name: PenName) -> Described:
    """Return who signs so."""
    return _a("Person", name=pen_name.name, url=absolute(request, pen_name.get_absolute_url()))


def trail_described(request: HttpRequest, trail: Sequence[tuple[str, str]]) -> Described:
    """Return the way from the first page to this one; `trail` has labels and addresses."""
    steps = [
        _without_gaps(
            **_a("ListItem", position=place, name=str(label)),
            item=absolute(request, address) if address else "",
        )
        for place, (label, address) in enumerate(trail, start=1)
    ]
    return _a("BreadcrumbList", itemListElement=steps)


def _story_named(request: HttpRequest, story: Story) -> Described:
    kind = "ShortStory" if story.is_complete and story.chapter_count == 1 else "Book"
    address = absolute(request, story.get_absolute_url())
    return _a(kind, name=story.title, url=address, inLanguage=story.language)


def _series_named(request: HttpRequest, series: Series | None) -> Described:
    assert series is not None  # noqa: S101 — an item is a story or a series
    address = absolute(request, series.get_absolute_url())
    return _a("CreativeWorkSeries", name=series.title, url=address)


def _tags(story: Story, key: str | None) -> list[str]:
    """Return the names of the tags of one kind; without a key, of all."""
    return [
        tag.name for kind, tags in story.tags_by_kind for tag in tags if key in (None, kind.key)
    ]


def _score(story: Story) -> Described | None:
    if the_archive().review_rating != ReviewRating.STARS or story.average_rating is None:
        return None
    return _a(
        "AggregateRating",
        ratingValue=round(story.average_rating, 2),
        ratingCount=story.rated_count,
        bestRating=10,
        worstRating=1,
    )


def _moment(moment: Any) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _a(kind: str, **facts: Any) -> Described:
    return {"@type": kind, **facts}


def _without_gaps(**facts: Any) -> Described:
    return {name: fact for name, fact in facts.items() if fact not in ("", None, [])}
