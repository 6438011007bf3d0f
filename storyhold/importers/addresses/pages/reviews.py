"""Reviews: those of a thing, one in its place, and the form."""

from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, address_of, leads
from storyhold.importers.addresses.pages.stories import chapter_or_story
from storyhold.reviews.models import Review
from storyhold.stories.models import Chapter, Story

FORM = "review"  # where the form is on a page to read


def reviews(visit: Visit) -> Outcome:
    """Lead to a review, to the reviews of something, or to the form for one."""
    address = visit.address
    if address.has("reviewid"):
        return _review(visit, address.number("reviewid"))
    if address.choice("type") == "se":
        return _of_series(visit, address.number("item"))
    story, chapter = address.number("item", "sid"), address.number("chapid")
    if address.has("sid") and not address.has("item"):
        return _of_first_numbers(visit, story)
    return _of_story(visit, story, chapter)


def _review(visit: Visit, number: int | None) -> Outcome:
    review: Review | None = visit.see("review", number) if number else None
    if review is None:
        return visit.missing("review", number) if number else None
    action = visit.address.choice("action")
    if action in ("edit", "delete"):
        return leads(f"reviews:{action}", review.pk)
    return Leads(review.get_absolute_url())


def _of_series(visit: Visit, number: int | None) -> Outcome:
    series = visit.see("series", number) if number else None
    if series is None:
        return visit.missing("series", number) if number else None
    is_form = visit.address.choice("action") == "add"
    return leads("reviews:review_series" if is_form else "reviews:of_series", series.pk)


def _of_story(visit: Visit, number: int | None, chapid: int | None) -> Outcome:
    is_form = visit.address.choice("action") in ("add", "addreview")
    chapter: Chapter | None = visit.see("chapter", chapid) if chapid else None
    if chapter:
        return _form_on(chapter) if is_form else _of_chapter(chapter)
    if number is None:
        return None
    story: Story | None = visit.see("story", number)
    if story is None:
        return visit.missing("story", number)
    return _form_on(story) if is_form else leads("reviews:of_story", story.pk)


def _of_chapter(chapter: Chapter) -> Outcome:
    asking = [("chapter", str(chapter.number))]
    return leads("reviews:of_story", chapter.story_id, asking=asking)


def _form_on(work: Story | Chapter) -> Outcome:
    return Leads(f"{address_of(work)}#{FORM}")


def _of_first_numbers(visit: Visit, sid: int | None) -> Outcome:
    """With `a=1` the first versions meant the chapter of this number."""
    if sid is None:
        return None
    chapter = visit.see("chapter", sid) if visit.address.number("a") else None
    if chapter:
        return _of_chapter(chapter)
    return _of_story(visit, sid, None) or chapter_or_story(visit, sid)


SCRIPTS = {"reviews": reviews}
