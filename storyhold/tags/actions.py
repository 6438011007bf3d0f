"""Adding to vocabularies."""

from collections.abc import Iterable

from django.db import transaction

from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.tags.models import Rating, Tag, TagKind
from storyhold.tags.queries import tags_named
from storyhold.tags.refusals import NoSuchTag, TagIsMissing, TooManyTags
from storyhold.tags.rules import tag_key

MOST_TAGS_OF_A_KIND = 75
LONGEST_TAG = 150

# key, one, many, what else: the vocabularies a new archive begins with.
FIRST_KINDS: list[tuple[str, str, str, dict[str, bool]]] = [
    ("category", "Category", "Categories", {"is_tree": True}),
    ("fandom", "Fandom", "Fandoms", {"is_open": True}),
    ("warning", "Warning", "Warnings", {}),
    ("relationship", "Relationship", "Relationships", {"is_open": True}),
    ("character", "Character", "Characters", {"is_open": True}),
    ("genre", "Genre", "Genres", {}),
    ("freeform", "Other tag", "Other tags", {"is_open": True}),
]
FIRST_WARNINGS = [
    "Author chose not to warn",
    "No warnings apply",
    "Violence",
    "Character death",
]
FIRST_GENRES = [
    "Adventure", "Angst", "Comedy", "Drama", "Fantasy", "Friendship", "Horror", "Hurt/Comfort",
    "Mystery", "Poetry", "Romance", "Science fiction", "Slice of life", "Tragedy",
]  # fmt: skip
FIRST_RATINGS: list[dict[str, object]] = [
    {"name": "General", "description": "For everyone."},
    {"name": "Teen", "description": "May not suit readers under 13."},
    {
        "name": "Mature",
        "description": "Adult themes.",
        "must_accept_warning": True,
        "warning_text": "This story has adult themes, violence or strong language.",
    },
    {
        "name": "Explicit",
        "description": "For adults only.",
        "must_confirm_age": True,
        "must_sign_in": True,
    },
]


@transaction.atomic
def make_first_vocabularies() -> None:
    """Give a new archive its kinds of tags, warnings, genres and ratings; add none twice."""
    for position, (key, one, many, rules) in enumerate(FIRST_KINDS):
        TagKind.objects.get_or_create(
            key=key, defaults={"name": one, "name_plural": many, "position": position, **rules}
        )
    belongs = TagKind.objects.filter(key__in=["character", "relationship"])
    belongs.update(belongs_to=TagKind.objects.get(key="fandom"))
    for key, names in (("warning", FIRST_WARNINGS), ("genre", FIRST_GENRES)):
        kind = TagKind.objects.get(key=key)
        for name in names:
            add_tag(kind, name)
    for position, rating in enumerate(FIRST_RATINGS):
        Rating.objects.get_or_create(name=rating["name"], defaults={**rating, "position": position})


@transaction.atomic
def add_tag(
    kind: TagKind,
    name: str,
    *,
    parent: Tag | None = None,
    within: Tag | None = None,
    description: str = "",
) -> Tag:
    """Return the tag of this name in this place of the vocabulary, made if there is none."""
    name = one_line(name)
    found = Tag.objects.filter(kind=kind, key=tag_key(name), parent=parent, within=within)
    return found.first() or Tag.objects.create(
        kind=kind,
        name=name,
        key=tag_key(name),
        parent=parent,
        within=within,
        description_html=short_html(description, format=guess_format(description)),
    )


@transaction.atomic
def choose_tags(kind: TagKind, chosen: Iterable[str | Tag]) -> list[Tag]:
    """Return the tags an author chose or typed for one kind, in their order, each once.

    A name finds the oldest tag called so; where several share a name, choose the `Tag` itself. In
    an open vocabulary new words are added. Raises `NoSuchTag` for a new word in a closed one,
    `TooManyTags`, and `TagIsMissing`.
    """
    wanted: dict[int | str, str | Tag] = {}
    for each in chosen:
        if isinstance(each, Tag):
            wanted.setdefault(each.pk, each)
        elif name := one_line(each):
            wanted.setdefault(tag_key(name), name)
    most = 1 if kind.is_single else MOST_TAGS_OF_A_KIND
    if len(wanted) > most:
        raise TooManyTags(most=most, kind=kind.name_plural, key=kind.key)
    if kind.is_required and not wanted:
        raise TagIsMissing(kind=kind.name_plural, key=kind.key)
    known = tags_named(kind, [each for each in wanted.values() if isinstance(each, str)])
    return [
        each if isinstance(each, Tag) else known.get(tag_key(each)) or _new_word(kind, each)
        for each in wanted.values()
    ]


def _new_word(kind: TagKind, name: str) -> Tag:
    if not kind.is_open or len(name) > LONGEST_TAG:
        raise NoSuchTag(name=name[:LONGEST_TAG], kind=kind.name_plural, key=kind.key)
    return add_tag(kind, name)
