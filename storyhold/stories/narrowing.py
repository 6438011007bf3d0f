"""What a listing may be narrowed to, as conditions on stories."""

from collections.abc import Collection

from django.db.models import Q

from storyhold.stories.models import Story


def with_any_tag(tag_ids: Collection[int]) -> Q:
    """Those that have at least one of the tags, each once."""
    # Not EXISTS: the stories of a tag are few beside all that there are.
    return Q(pk__in=Story.tags.through.objects.filter(tag__in=tag_ids).values("story"))


def with_words(least: int | None, below: int | None) -> Q:
    """Those of at least `least` words, and fewer than `below`."""
    long_enough = Q() if least is None else Q(word_count__gte=least)
    return long_enough if below is None else long_enough & Q(word_count__lt=below)
