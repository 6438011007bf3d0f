"""A small cast in fixed parts, and factories that use our own actions.

Ada writes, Ben reads, Cleo is banned, Mo moderates, Wren keeps the archive.
"""

from storyhold.accounts.actions import add_pen_name, change_standing, register
from storyhold.accounts.models import Member, PenName, Role
from storyhold.archive.actions import change_archive, open_archive
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.reviews.actions.writing import write_review
from storyhold.reviews.models import Review
from storyhold.stories.actions.publishing import publish_chapter, publish_story
from storyhold.stories.actions.writing import Details, Draft, add_chapter, create_story
from storyhold.stories.models import Chapter, Story
from storyhold.tags.actions import make_first_vocabularies
from storyhold.tags.models import Rating, TagKind

PASSWORD = "lantern over grey water"
TEXT = "The lamp was lit at four.\n\n*You *must* hear me,* she thought.\n\n***\n\nNobody came."


def make_member(pen_name: str, *, role: str = Role.MEMBER, active: bool = True) -> Member:
    email = f"{pen_name.lower().replace(' ', '.')}@example.org"
    member = register(pen_name=pen_name, email=email, password=PASSWORD, role=role, confirmed=True)
    if not active:
        change_standing(member, role=role, is_active=False)
    return member


def make_pen_name(member: Member, name: str) -> PenName:
    return add_pen_name(member, name)


def make_story(
    *,
    author: Member,
    title: str = "The Piano at Low Water",
    public: bool = False,
    chapters: int = 1,
    text: str = TEXT,
    rating: Rating | None = None,
    **details: object,
) -> Story:
    """A story with `chapters` chapters: all drafts, or all public."""
    story = create_story(
        Details(title=title, rating=rating, **details),  # type: ignore[arg-type]
        by=author.pen_name,
    )
    for number in range(1, chapters + 1):
        make_chapter(story, author=author, title=f"Part {number}", text=text)
    return publish_story(story) if public else story


def make_chapter(
    story: Story, *, author: Member, title: str = "", text: str = TEXT, public: bool = False
) -> Chapter:
    chapter = add_chapter(
        story, Draft(title=title, text=text), by=author, signed_by=author.pen_name
    )
    return publish_chapter(chapter) if public else chapter


def make_review(
    chapter: Chapter, *, by: Member | None, text: str = "I heard the tide.", rating: int | None = 9
) -> Review:
    return write_review(chapter, by=by and by.pen_name, text=text, rating=rating)


def open_the_archive() -> Archive:
    """Vocabularies made, house rules at their defaults, no set-up page any more."""
    # They are there from the start, unless a test has emptied the whole database.
    if not TagKind.objects.exists():
        make_first_vocabularies()
    return open_archive()


def change_rules(**rules: object) -> None:
    """Change the archive's rules at once, without waiting for a commit that no test makes."""
    change_archive(**rules)  # type: ignore[arg-type]
    forget_archive()
