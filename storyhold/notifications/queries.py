"""Reading the letter box."""

from django.db.models import QuerySet

from storyhold.notifications.models import Letter


def letters_kept() -> QuerySet[Letter]:
    """Return the letters, newest first, without their texts."""
    return Letter.objects.defer("body", "headers")
