"""What a listing may be narrowed to, as conditions on stories."""

import re
from collections.abc import Collection

from django.db.models import Q

from storyhold.common.alphabet import folded
from storyhold.stories.models import Story

MOST_WORDS = 8  # each is looked for in every story
# What a listing's address says by itself; a vocabulary called so is asked for as `tag-rating`.
OWN_NAMES = ("q", "letter", "sort", "page", "rating", "complete", "words", "language")
_WORD = re.compile(r"\w+")


def asked_as(key: str) -> str:
    """Return by what name the address of a listing asks for a word of the vocabulary `key`."""
    return f"tag-{key}" if key in OWN_NAMES else key


def words_sought(typed: str) -> list[str]:
    """Return the words to look for, without the signs between them."""
    return _WORD.findall(folded(typed))[:MOST_WORDS]


def mentioning(words: Collection[str]) -> Q:
    """Those that have all the words in title or summary, alone or within longer ones."""
    return Q(*[Q(found_by__contains=word) for word in words])


def with_any_tag(tag_ids: Collection[int]) -> Q:
    """Those that have at least one of the tags, each once."""
    # Not EXISTS: the stories of a tag are few beside all that there are.
    return Q(pk__in=Story.tags.through.objects.filter(tag__in=tag_ids).values("story"))


def with_words(least: int | None, below: int | None) -> Q:
    """Those of at least `least` words, and fewer than `below`."""
    long_enough = Q() if least is None else Q(word_count__gte=least)
    return long_enough if below is None else long_enough & Q(word_count__lt=below)
