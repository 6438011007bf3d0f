"""Reading profiles."""

from storyhold.accounts.models import PenName
from storyhold.profiles.models import ProfileAnswer, ProfileField


def fields_shown() -> list[ProfileField]:
    """Return the fields that profiles have, in order."""
    return list(ProfileField.objects.filter(is_shown=True))


def answers_of(pen_name: PenName) -> list[ProfileAnswer]:
    """Return what the profile says, in order, each with its field; one query."""
    answers = ProfileAnswer.objects.filter(pen_name=pen_name, field__is_shown=True)
    return list(answers.select_related("field").order_by("field__position", "field"))
