"""Stories and chapters."""

from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, address_of, leads
from storyhold.stories.models import Chapter


def viewstory(visit: Visit) -> Outcome:
    """Lead to a story, or to one of its chapters."""
    address = visit.address
    sid, chapter = address.number("sid"), address.number("chapid")
    if chapter:
        return _chapter(visit, chapter, sid)
    if sid is None:
        return None if address.has("sid") else leads("browse:stories")
    found = _by_first_numbers(visit, sid) or _story(visit, sid)
    # The number of a hidden story may be another story's chapter's.
    return found if found or visit.is_known("story", sid) else _later_chapter(visit, sid)


def epub(visit: Visit) -> Outcome:
    """Lead to the story, or the chapter, that was offered as a book."""
    if visit.address.has("sid"):
        return viewstory(visit)
    return leads("browse:stories")


def text_file(visit: Visit, chapter: int) -> Outcome:
    """Lead to the chapter whose text was kept in a file with this number."""
    return _chapter(visit, chapter, None)


def book_file(visit: Visit, sid: int, chapter: str) -> Outcome:
    """Lead to what a finished book was made of: a story, or one of its chapters."""
    place = int(chapter) if chapter.isdigit() else None
    found = visit.chapter_at(sid, place) if place else None
    return _read(visit, found) if found else visit.lead("story", sid)


def chapter_or_story(visit: Visit, sid: int) -> Outcome:
    """Lead to the chapter that had this number, as the first versions counted; else the story."""
    found = visit.see("chapter", sid)
    return _read(visit, found) if found else visit.lead("story", sid)


def _by_first_numbers(visit: Visit, sid: int) -> Outcome:
    """With `i=1`, which only the first versions wrote, `sid` is the number of a chapter."""
    return _later_chapter(visit, sid) if visit.address.number("i") else None


def _later_chapter(visit: Visit, number: int) -> Outcome:
    """In an archive of the first versions, later chapters had numbers among those of stories."""
    found = visit.see("chapter", number)
    return _read(visit, found) if found else None


def _story(visit: Visit, sid: int) -> Outcome:
    address = visit.address
    place = address.number("chapter")
    chapter = visit.chapter_at(sid, place) if place and not address.number("index") else None
    if chapter:
        return _read(visit, chapter)
    story = visit.see("story", sid)
    if story is None:
        return visit.missing("story", sid)
    if address.choice("action") == "printable":
        return leads("stories:print", story.pk)
    if address.choice("chapter") == "all":
        return leads("stories:whole", story.pk)
    return Leads(address_of(story))


def _chapter(visit: Visit, number: int, sid: int | None) -> Outcome:
    found = visit.see("chapter", number)
    if found:
        return _read(visit, found)
    story = visit.see("story", sid) if sid else None
    near = address_of(story) if story else ""
    return visit.missing("chapter", number, near=near)


def _read(visit: Visit, chapter: Chapter) -> Outcome:
    is_print = visit.address.choice("action") == "printable"
    page = "chapters:print" if is_print else "chapters:read"
    return leads(page, chapter.story_id, chapter.number)


SCRIPTS = {"viewstory": viewstory, "epubversion": epub}
