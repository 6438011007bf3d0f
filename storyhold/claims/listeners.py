"""What this room hears from the floors below."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from storyhold.accounts.models import Member
from storyhold.claims.actions.giving import settle


@receiver(user_logged_in)
def notice_who_is_here(user: Member, **_news: object) -> None:
    """Whoever signs in has the account in hand: by an old password, or by a new one."""
    settle(user)
