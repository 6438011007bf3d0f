"""The letters to authors of what waited: the archive's own wording or ours, filled in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.common.wording import filled
from storyhold.pages.queries import rules_for_authors
from storyhold.stories.models import Chapter

APPROVAL = _(
    "Dear {author},\n\n"
    "we have read {chapter} of “{story}”, and {archive} is glad to have it. Readers see it now.\n\n"
    "{moderator}"
)
RETURN = _(
    "Dear {author},\n\n"
    "thank you for {chapter} of “{story}”. As it is, it does not fit into {archive} yet:\n\n"
    "…\n\n"
    "What fits is written here: {rules}\n"
    "Nothing of your text is lost. It is a draft on your desk; change it and publish it again.\n\n"
    "{moderator}"
)


def approval_wording() -> str:
    """Return how a letter of approval begins its life, with the places still open."""
    return the_archive().approval_letter or str(APPROVAL)


def return_wording() -> str:
    """Return the same of a letter that goes with what is sent back."""
    return the_archive().return_letter or str(RETURN)


def letter_on(chapter: Chapter, wording: str, *, by: Member, home: str) -> str:
    """Return the letter about a chapter, whose story has its authors, for `by` to go over.

    `home` is the archive's own address, without a slash at its end.
    """
    rules = rules_for_authors(by)
    path = rules.get_absolute_url() if rules else reverse("archive:terms")
    authors = [chapter.signed_by] if chapter.is_writers_own else chapter.story.authors_shown
    facts = {
        "archive": the_archive().name,
        "author": ", ".join(author.name for author in authors if author),
        "chapter": chapter.heading,
        "moderator": by.pen_name.name,
        "rules": f"{home}{path}",
        "story": chapter.story.title,
    }
    return filled(wording, facts)
