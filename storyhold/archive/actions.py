"""Opening the archive, and changing its rules."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.archive import set_up_code
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line

# The fields the office page may change by their names alone.
RULES = (
    "language",
    "registration",
    "guests_may_review",
    "review_rating",
    "authors_may_delete_reviews",
)


@transaction.atomic
def change_archive(
    *,
    name: str | None = None,
    tagline: str | None = None,
    welcome: str | None = None,
    terms: str | None = None,
    **rules: object,
) -> Archive:
    """Change what is given and leave the rest; return the archive as it now is.

    `rules` are fields named in `RULES`. Texts are cleaned by `prose`, and kept as typed too.
    """
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    if name is not None:
        archive.name = one_line(name)
    if tagline is not None:
        archive.tagline = one_line(tagline)
    if welcome is not None:
        archive.welcome_source = welcome
        archive.welcome_html = short_html(welcome, format=guess_format(welcome))
    if terms is not None:
        archive.terms_source = terms
        archive.terms_html = short_html(terms, format=guess_format(terms))
    for rule, value in rules.items():
        if rule not in RULES:
            raise TypeError(f"{rule} is not a rule of the archive")
        setattr(archive, rule, value)
    archive.save()
    transaction.on_commit(forget_archive)
    return archive


@transaction.atomic
def open_archive() -> Archive:
    """Mark the archive as set up, once; the set-up code is spent. Return the archive."""
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    if archive.set_up_at is None:
        archive.set_up_at = now()
        archive.save(update_fields=["set_up_at"])
    transaction.on_commit(forget_archive)
    transaction.on_commit(set_up_code.spend)
    return archive
