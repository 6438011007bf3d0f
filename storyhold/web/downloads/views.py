"""Sending a story, a series or a shelf as a file: through the same doors as their pages."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive
from storyhold.exporters.book import Book
from storyhold.exporters.edition import (
    StoryTexts,
    edition_of_series,
    edition_of_shelf,
    edition_of_story,
)
from storyhold.exporters.known import COVER, FORMATS, Format
from storyhold.exporters.refusals import BookIsTooLong
from storyhold.reading.models import Shelf
from storyhold.reading.queries import shelf_of
from storyhold.series.access import series_visible_to
from storyhold.series.queries import places_of, stories_in
from storyhold.stories.access import chapters_visible_to, stories_visible_to
from storyhold.stories.models import Story
from storyhold.stories.queries import chapters_with_text, for_listing
from storyhold.web.downloads.sending import says_no, sent
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.e_readers import open_to_e_readers
from storyhold.web.parts.gates import gate_page, stop_before
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.readers import count_read


@require_safe
@open_to_e_readers
@says_no
def story(request: HttpRequest, story: int, ending: str) -> HttpResponseBase:
    """Send a story."""
    form = _format_or_404(ending)
    shown = get_object_or_404(for_listing(stories_visible_to(request.user)), pk=story)
    gate = _gate_before(request, [shown])
    if gate:
        return gate
    _refuse_too_long([shown], form)
    chapters = chapters_with_text(chapters_visible_to(request.user), shown)
    if not chapters:
        raise Http404
    places = places_of(request.user, shown)
    edition = edition_of_story(shown, chapters, places=places, site=absolute(request, ""))
    count_read(request, shown)
    return sent(request, edition, form)


@require_safe
@open_to_e_readers
@says_no
def cover(request: HttpRequest, story: int) -> HttpResponseBase:
    """Send the cover of a story, for catalogs: it holds no more than the title page does."""
    shown = get_object_or_404(for_listing(stories_visible_to(request.user)), pk=story)
    stop = stop_before(request, shown)
    if stop and stop.is_for_members:
        raise Http404
    places = places_of(request.user, shown)
    edition = edition_of_story(shown, [], places=places, site=absolute(request, ""))
    return sent(request, edition, COVER, inline=True)


@require_safe
@open_to_e_readers
@says_no
def series(request: HttpRequest, series: int, ending: str) -> HttpResponseBase:
    """Send all stories of a series that this reader may see, in its order."""
    form = _format_or_404(ending)
    shown = get_object_or_404(series_visible_to(request.user), pk=series)
    stories = stories_in(request.user, shown)

    def edition(texts: Sequence[StoryTexts]) -> Book:
        return edition_of_series(shown, texts, site=absolute(request, ""))

    return _several(request, stories, form, edition)


@require_safe
@open_to_e_readers
@signed_in
@says_no
def shelf(request: HttpRequest, shelf: str, ending: str) -> HttpResponseBase:
    """Send all stories on one of the member's shelves, the last touched first."""
    form = _format_or_404(ending)
    if shelf not in Shelf.values:
        raise Http404
    stories = list(for_listing(shelf_of(the_member(request), shelf)))

    def edition(texts: Sequence[StoryTexts]) -> Book:
        path = reverse("reading:shelf", args=[shelf])
        return edition_of_shelf(
            str(Shelf(shelf).label), texts, path=path, site=absolute(request, "")
        )

    return _several(request, stories, form, edition)


def _several(
    request: HttpRequest,
    stories: list[Story],
    form: Format,
    edition: Callable[[Sequence[StoryTexts]], Book],
) -> HttpResponseBase:
    """Send what an edition makes of the stories, once the reader has passed all their gates."""
    gate = _gate_before(request, stories)
    if gate:
        return gate
    _refuse_too_long(stories, form)
    visible = chapters_visible_to(request.user)
    texts = [(story, chapters_with_text(visible, story)) for story in stories]
    shown = [(story, chapters) for story, chapters in texts if chapters]
    if not shown:
        raise Http404
    for story, _chapters in shown:
        count_read(request, story)
    return sent(request, edition(shown), form)


def _format_or_404(ending: str) -> Format:
    form = next((form for form in FORMATS.values() if form.ending == ending), None)
    if form is None or ending not in the_archive().downloads:
        raise Http404
    return form


def _refuse_too_long(stories: list[Story], form: Format) -> None:
    """Raise `BookIsTooLong` before all the texts are in memory."""
    words = sum(story.word_count for story in stories)
    if words > form.most_words:
        raise BookIsTooLong(words=f"{words:,}", most=f"{form.most_words:,}")


def _gate_before(request: HttpRequest, stories: list[Story]) -> HttpResponseBase | None:
    """Return the gate before the first of the stories that has one this reader has not passed.

    Not with 200, as before a page: a program would take the gate for the book.
    """
    for each in stories:
        stop = stop_before(request, each)
        if stop:
            answer = gate_page(request, stop, each)
            answer.status_code = 403
            return answer
    return None
