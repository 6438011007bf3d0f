"""Keeping things, and letting them go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, F
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.bookmarks.actions.following import subscribe, unsubscribe
from storyhold.bookmarks.models import Bookmark, Thing, field_of
from storyhold.bookmarks.queries import makers_of
from storyhold.bookmarks.refusals import BookmarkIsGone, CommentIsTooLong, IsYourOwn
from storyhold.bookmarks.rules import MOST_LETTERS
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.canonical import guess_format, short_html
from storyhold.stories.actions.counting import Drift
from storyhold.stories.models import Story


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a member says of what they keep; `follows`: they want to hear of news as well."""

    comment: str = ""
    is_public: bool = True
    follows: bool = False


NOTHING = Said()


@transaction.atomic
def keep(thing: Thing, said: Said = NOTHING, *, by: PenName) -> Bookmark:
    """Keep a story, a series or an author; what is kept already is returned as it is.

    Raises `IsYourOwn`, `CommentIsTooLong`.
    """
    if by.member in makers_of(thing):
        raise IsYourOwn
    bookmark, is_new = Bookmark.objects.get_or_create(
        member=by.member,
        **{field_of(thing): thing},
        defaults={
            "pen_name": by,
            "comment_source": said.comment,
            "comment_html": _clean(said.comment),
            "is_public": said.is_public,
            "kept_at": now(),
        },
    )
    if is_new:
        _refresh(bookmark)
        _tell(bookmark)
    if said.follows:
        subscribe(thing, by=by.member)
    return bookmark


@transaction.atomic
def keep_all(things: Iterable[Thing], said: Said, *, by: PenName) -> None:
    """Keep each of the things with the same comment, or none of them. Raises as `keep` does."""
    for thing in things:
        keep(thing, said, by=by)


@transaction.atomic
def change_bookmark(bookmark: Bookmark, said: Said, *, pen_name: PenName) -> None:
    """Save what the member says of it, who sees it, and under which name.

    Raises `BookmarkIsGone`, `CommentIsTooLong`.
    """
    if Bookmark.objects.select_for_update().filter(pk=bookmark.pk).first() is None:
        raise BookmarkIsGone
    names_another = pen_name != bookmark.pen_name
    bookmark.comment_source, bookmark.comment_html = said.comment, _clean(said.comment)
    bookmark.is_public, bookmark.pen_name = said.is_public, pen_name
    bookmark.save(update_fields=["comment_source", "comment_html", "is_public", "pen_name"])
    _refresh(bookmark)
    if names_another:
        _withdraw(bookmark)
    _tell(bookmark)
    follow = subscribe if said.follows else unsubscribe
    follow(bookmark.thing, by=bookmark.member)


@transaction.atomic
def remove_bookmark(bookmark: Bookmark) -> None:
    """Keep it no longer; the comment goes with it."""
    gone = _about(bookmark)
    bookmark.delete()
    _refresh(bookmark)
    withdraw(gone)


@transaction.atomic
def forget_bookmarks_of(member: Member) -> None:
    """Remove all that a member keeps, and what others were told of it: the member leaves."""
    kept = Bookmark.objects.filter(member=member)
    stories = list(Story.objects.filter(pk__in=kept.values("story")))
    withdraw(*(f"bookmark:{pk}" for pk in kept.values_list("pk", flat=True)))
    kept.delete()
    for story in stories:
        refresh_bookmark_counter(story)


def _clean(comment: str) -> str:
    if len(comment) > MOST_LETTERS:
        raise CommentIsTooLong(letters=f"{len(comment):,}", most=f"{MOST_LETTERS:,}")
    return short_html(comment, format=guess_format(comment))


def _tell(bookmark: Bookmark) -> None:
    """Tell the authors of what readers can see, and of nothing else."""
    if bookmark.is_public:
        tell(
            makers_of(bookmark.thing),
            "kept",
            about=_about(bookmark),
            path=bookmark.thing.get_absolute_url(),
            reader=bookmark.pen_name.name,
            title=str(bookmark.thing),
        )
    else:
        _withdraw(bookmark)


def _withdraw(bookmark: Bookmark) -> None:
    withdraw(_about(bookmark))


def _about(bookmark: Bookmark) -> str:
    return f"bookmark:{bookmark.pk}"


def _refresh(bookmark: Bookmark) -> None:
    """Count, before anybody is told: who counts holds the story, who tells holds its authors."""
    if bookmark.story:
        refresh_bookmark_counter(bookmark.story)


def refresh_bookmark_counter(story: Story) -> None:
    """Count anew how many members keep the story, in the caller's transaction."""
    # The row first: of two who keep it at once, the second counts both.
    story = Story.objects.select_for_update().get(pk=story.pk)
    story.bookmark_count = story.bookmarks.count()
    story.save(update_fields=["bookmark_count"])


def recount() -> Iterator[Drift]:
    """Put every story's number of bookmarks right and yield those that were not."""
    wrong = Story.objects.annotate(found=Count("bookmarks")).exclude(bookmark_count=F("found"))
    for story in wrong:
        yield Drift(story.pk, "bookmark_count", story.bookmark_count, story.found)
        with transaction.atomic():
            refresh_bookmark_counter(story)
