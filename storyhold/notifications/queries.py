"""Reading the letter box."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import now

from storyhold.notifications.models import Letter


def letters_kept() -> QuerySet[Letter]:
    """Return the letters, newest first, without their texts."""
    return Letter.objects.defer("body", "headers")


def letters_given_up() -> QuerySet[Letter]:
    """Return the letters that are tried no more, the latest first, without their texts."""
    return letters_kept().filter(given_up_at__isnull=False).order_by("-given_up_at", "-pk")


def letters_due() -> QuerySet[Letter]:
    """Return the letters that may leave now, and that nobody is carrying; news last."""
    waiting = Letter.objects.filter(sent_at=None, given_up_at=None, leaving_at=None)
    return waiting.filter(next_try_at__lte=now()).order_by("is_news", "next_try_at", "pk")


def news_on_its_way() -> int:
    """Return how many letters with news are still to leave; none where letters are only shown."""
    if settings.MAIL.kind != "smtp":
        return 0
    return Letter.objects.filter(sent_at=None, given_up_at=None, is_news=True).count()
