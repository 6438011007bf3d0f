"""What this room hears from the floors below."""

from collections.abc import Sequence

from django.dispatch import receiver

from storyhold.stories.models import Story
from storyhold.stories.signals import story_changed
from storyhold.tags.signals import tags_changed

AT_ONCE = 500


@receiver(tags_changed, sender=Story)
def pass_on(pks: Sequence[int], **_news: object) -> None:
    """Say of each story whose tags have changed that it has changed."""
    for start in range(0, len(pks), AT_ONCE):
        for story in Story.objects.filter(pk__in=pks[start : start + AT_ONCE]):
            story_changed.send(Story, story=story)
