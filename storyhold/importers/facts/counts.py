"""How many there are of each kind."""

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from storyhold.accounts.models import Member, Role
from storyhold.archive.models import Archive
from storyhold.bookmarks.models import Bookmark
from storyhold.challenges.models import Challenge
from storyhold.claims.models import Why
from storyhold.leaving.orphanage import ADDRESS
from storyhold.news.models import Comment, NewsItem
from storyhold.pages.models import Page
from storyhold.reviews.models import Review
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.tags.models import Rating, Tag, TagKind

# Vocabularies that eFiction keeps apart from its classifications.
APART = ("category", "character")
TEXTS = (
    "welcome_source",
    "terms_source",
    "print_words_source",
    "closed_words_source",
    "approval_letter",
    "return_letter",
)


def counts() -> dict[str, int | dict[str, int]]:
    """Return how many the archive has of each kind; nothing in the trash is counted."""
    return people() | works() | reviews() | shelves() | words()


def people() -> dict[str, int]:
    """Return the members."""
    members = Member.objects.exclude(email=ADDRESS).exclude(unclaimed__why=Why.FORMER)
    return {
        "members": members.count(),
        "members_locked": members.filter(is_active=False, left_at=None).count(),
        "staff": members.exclude(role=Role.MEMBER).count(),
    }


def works() -> dict[str, int]:
    """Return stories and chapters."""
    stories = Story.objects.filter(deleted_at=None)
    chapters = Chapter.objects.filter(deleted_at=None, story__deleted_at=None)
    return {
        "stories": stories.count(),
        "stories_validated": stories.filter(is_public=True).count(),
        "stories_waiting": stories.filter(is_public=False).count(),
        "stories_completed": stories.filter(is_complete=True).count(),
        "round_robins": stories.filter(is_round_robin=True).count(),
        "stories_featured": stories.filter(is_featured=True).count(),
        "coauthor_links": _co_authors(stories),
        "chapters": chapters.count(),
        "chapters_waiting": chapters.filter(is_public=False).count(),
    }


def _co_authors(stories: QuerySet[Story]) -> int:
    """Return how many sign a story beside its first author."""
    signed = Authorship.objects.filter(story__in=stories, accepted_at__isnull=False)
    before = signed.filter(story=OuterRef("story")).filter(
        Q(position__lt=OuterRef("position"))
        | Q(position=OuterRef("position"), pk__lt=OuterRef("pk"))
    )
    return signed.filter(Exists(before)).count()


def reviews() -> dict[str, int | dict[str, int]]:
    """Return what readers wrote."""
    rows = Review.objects.exclude(story__deleted_at__isnull=False)
    return {
        "reviews_rows": rows.count(),
        "reviews_with_text": rows.exclude(html="").count(),
        "rating_only": rows.filter(html="").count(),
        "reviews_anonymous": rows.filter(pen_name=None).count(),
        "reviews_with_author_response": rows.filter(reply__isnull=False).count(),
        "reviews_by_type": {
            "SE": rows.filter(series__isnull=False).count(),
            "ST": rows.filter(series=None).count(),
        },
    }


def shelves() -> dict[str, int | dict[str, int]]:
    """Return series, vocabularies and what members keep."""
    kept = Bookmark.objects.all()
    classes = Tag.objects.exclude(kind__key__in=APART)
    return {
        "series": _all(Series),
        "series_items": _all(SeriesItem),
        "series_in_series": SeriesItem.objects.filter(sub_series__isnull=False).count(),
        "favourites": {
            "AU": kept.filter(author__isnull=False).count(),
            "SE": kept.filter(series__isnull=False).count(),
            "ST": kept.filter(story__isnull=False).count(),
        },
        "categories": Tag.objects.filter(kind__key="category").count(),
        "category_depth": _depth(),
        "characters": Tag.objects.filter(kind__key="character").count(),
        "class_types": TagKind.objects.filter(tags__in=classes).distinct().count(),
        "classes": classes.count(),
        "ratings": _all(Rating),
    }


def _depth() -> int:
    """Return how many categories stand one below the other at most."""
    parents = dict(Tag.objects.filter(kind__key="category").values_list("pk", "parent_id"))
    depth, level = 0, {pk for pk, parent in parents.items() if parent is None}
    while level:
        depth += 1
        level = {pk for pk, parent in parents.items() if parent in level}
    return depth


def words() -> dict[str, int]:
    """Return what the archive itself says, and what is said on it."""
    archive = Archive.objects.filter(pk=1).first() or Archive()
    return {
        "news": NewsItem.objects.filter(published_at__isnull=False).count(),
        "news_comments": _all(Comment),
        "pages_and_messages": _all(Page) + sum(bool(getattr(archive, text)) for text in TEXTS),
        "challenges": _all(Challenge),
    }


def _all(model: type[Model]) -> int:
    return model._default_manager.count()
