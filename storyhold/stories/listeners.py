"""What this room hears from the floors below."""

from collections.abc import Sequence

from django.dispatch import receiver

from storyhold.accounts.models import PenName
from storyhold.accounts.signals import pen_name_changed
from storyhold.stories.models import Authorship, Story
from storyhold.stories.signals import stories_changed
from storyhold.tags.signals import tags_changed


@receiver(tags_changed, sender=Story)
def pass_on(pks: Sequence[int], **_news: object) -> None:
    """Say of the stories whose tags have changed that they have changed."""
    stories_changed.send(Story, pks=pks)


@receiver(pen_name_changed)
def tell_of_signed(pen_name: PenName, **_news: object) -> None:
    """Say of the stories that a name signs that they have changed with it."""
    signed = Authorship.objects.filter(pen_name=pen_name).values_list("story", flat=True)
    stories_changed.send(Story, pks=list(signed))
