"""What readers call what they keep, in whole sentences: the house rule chooses."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.archive.models import KeptWord
from storyhold.archive.queries import the_archive


@dataclass(frozen=True)
class Words:
    """All sentences that differ with the house rule."""

    heading: Promise
    mine: Promise
    keep: Promise
    keep_author: Promise
    keep_authors: Promise
    is_kept: Promise
    edit: Promise
    remove: Promise
    now_kept: Promise
    authors_kept: Promise
    saved: Promise
    removed: Promise
    none_yet: Promise
    on_profile: Promise


WORDS = {
    KeptWord.FAVORITES: Words(
        heading=_("Favorites"),
        mine=_("My favorites"),
        keep=_("Add to favorites"),
        keep_author=_("Add the author to favorites"),
        keep_authors=_("Add the authors to favorites"),
        is_kept=_("One of your favorites"),
        edit=_("Edit your favorite"),
        remove=_("Remove from favorites"),
        now_kept=_("“%s” is among your favorites, for everybody to see on your profile."),
        authors_kept=_("Among your favorite authors from now on: %s."),
        saved=_("Your favorite is saved."),
        removed=_("“%s” is not among your favorites any more."),
        none_yet=_("No favorites yet."),
        on_profile=_("Show it among the favorites on my profile"),
    ),
    KeptWord.BOOKMARKS: Words(
        heading=_("Bookmarks"),
        mine=_("My bookmarks"),
        keep=_("Bookmark"),
        keep_author=_("Bookmark the author"),
        keep_authors=_("Bookmark the authors"),
        is_kept=_("Bookmarked"),
        edit=_("Edit your bookmark"),
        remove=_("Remove the bookmark"),
        now_kept=_("“%s” is bookmarked, for everybody to see on your profile."),
        authors_kept=_("Authors you have bookmarked: %s."),
        saved=_("Your bookmark is saved."),
        removed=_("Your bookmark of “%s” is removed."),
        none_yet=_("No bookmarks yet."),
        on_profile=_("Show it among the bookmarks on my profile"),
    ),
}


def kept_words() -> Words:
    """Return the words of this archive."""
    return WORDS[KeptWord(the_archive().kept_word)]
