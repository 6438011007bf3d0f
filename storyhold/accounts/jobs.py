"""Tidying up after people."""

from django.contrib.sessions.models import Session
from django.utils.timezone import now


def clear_sessions() -> None:
    """Remove sessions that have run out."""
    Session.objects.filter(expire_date__lt=now()).delete()
