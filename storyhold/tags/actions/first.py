"""What a new archive begins with."""

from django.db import transaction

from storyhold.tags.actions.choosing import add_tag
from storyhold.tags.models import Rating, TagKind

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
