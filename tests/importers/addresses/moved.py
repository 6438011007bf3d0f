"""An archive that moved in, as small as one can be that has everything an address can ask for."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.challenges.actions import pose_challenge
from storyhold.illustrations.models import Illustration
from storyhold.importers.models import Move, OldNumber, OldPlace
from storyhold.news.actions import write_news
from storyhold.pages.actions import write_page
from storyhold.polls.actions import open_poll
from storyhold.reviews.models import Review
from storyhold.series.actions import add_story, create_series
from storyhold.series.models import Series
from storyhold.stories.models import Chapter, Story
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, Tag, TagKind
from tests.cast import make_member, make_review, make_story

BASE = "http://old.example/fanfic"


@dataclass
class Moved:
    """What came in; each thing has an old number that is not its new one."""

    move: Move
    ada: Member
    story: Story  # 101; its chapters were 201 and 202, at the places 1 and 3
    first: Chapter
    second: Chapter
    draft: Story  # 102, with chapter 203
    series: Series  # 301
    review: Review  # 401
    category: Tag  # 501
    genre: Tag  # 601
    character: Tag  # 701

    def number(self, kind: str, old: object, thing: Model | None, *, name: str = "") -> None:
        """Remember what number a thing had."""
        new = thing.pk if thing else None
        OldNumber.objects.create(move=self.move, kind=kind, old=str(old), new=new, name=name)


def move_in(address: str = BASE) -> Moved:
    """Ada's story and draft, and one of each other thing."""
    ada = make_member("Ada")
    kinds = {kind.key: kind for kind in TagKind.objects.all()}
    category = add_tag(kinds["category"], "Tides")
    genre = add_tag(kinds["genre"], "Shanty")
    character = add_tag(kinds["character"], "Ada Lovelace")
    tags = {"category": [category.name], "genre": [genre.name], "character": [character.name]}
    rating = Rating.objects.get(name="General")
    story = make_story(author=ada, public=True, chapters=2, rating=rating, tags=tags)
    first, second = story.chapters.order_by("number")
    draft = make_story(author=ada, title="A secret")
    series = create_series(title="All tides", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    review = make_review(second, by=make_member("Ben"))
    move = Move.objects.create(site="old", address=address)
    moved = Moved(
        move, ada, story, first, second, draft, series, review, category, genre, character
    )
    _number_all(moved, rating)
    return moved


def _number_all(moved: Moved, rating: Rating) -> None:
    for place, chapter in [(1, moved.first), (3, moved.second)]:
        OldPlace.objects.create(move=moved.move, story=101, place=place, chapter=chapter)
    pen_name = moved.ada.pen_name
    news = write_news(title="Dry", text="Come in.", by=pen_name, published_at=now())
    picture = Illustration.objects.create(
        member=moved.ada, picture="0" * 24, width=1, height=1, added_at=now()
    )
    moved.number("picture", "stories/901/images/Map.gif", picture)
    page = write_page(title="Help", text="Ask Wren.", audience="all", foot_place=None)
    poll = open_poll(question="Tea or coffee?", choices=["Tea", "Coffee"])
    things = {
        ("story", 101): moved.story,
        ("story", 102): moved.draft,
        ("chapter", 201): moved.first,
        ("chapter", 202): moved.second,
        ("chapter", 203): moved.draft.chapters.get(),
        ("series", 301): moved.series,
        ("review", 401): moved.review,
        ("category", 501): moved.category,
        ("class", 601): moved.genre,
        ("class type", 11): moved.genre.kind,
        ("character", 701): moved.character,
        ("rating", 801): rating,
        ("member", 901): pen_name,
        ("news", 31): news,
        ("page", 41): page,
        ("poll", 51): poll,
        ("challenge", 61): pose_challenge(title="Lamp", summary="One lamp.", tags=[], by=pen_name),
    }
    for (kind, old), thing in things.items():
        moved.number(kind, old, thing)
    moved.number("story", 109, None, name="The Lost Lighthouse")
