"""What is said about things that are not here any more."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.importers.addresses.outcomes import Gone

TITLES: dict[str, Promise] = {
    "category": _("This category is not here any more"),
    "challenge": _("This challenge is not here any more"),
    "chapter": _("This chapter is not here any more"),
    "character": _("This character is not here any more"),
    "member": _("This member is not here any more"),
    "news": _("This news is not here any more"),
    "poll": _("This poll is not here any more"),
    "rating": _("This rating is not here any more"),
    "review": _("This review is not here any more"),
    "series": _("This series is not here any more"),
    "story": _("This story is not here any more"),
}
WAYS: dict[str, Promise] = {
    "category": _("All tags"),
    "challenge": _("All challenges"),
    "character": _("All tags"),
    "class": _("All tags"),
    "class type": _("All tags"),
    "member": _("All authors"),
    "news": _("All news"),
    "poll": _("All polls"),
    "rating": _("All ratings"),
    "series": _("All series"),
}


def title_of(gone: Gone) -> Promise:
    """Return what the page is called."""
    return TITLES.get(gone.kind, _("This page is not here any more"))


def way_from(gone: Gone) -> Promise:
    """Return what the nearest page that is here is called."""
    if gone.kind == "chapter" and gone.is_near_its_own:
        return _("The story it belonged to")
    return WAYS.get(gone.kind, _("All stories, A to Z"))
