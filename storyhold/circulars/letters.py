"""What arrives in a member's mailbox."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from storyhold.archive.queries import the_archive
from storyhold.circulars.models import Circular
from storyhold.circulars.rules import KIND
from storyhold.common.wording import filled
from storyhold.notices.kinds import KINDS
from storyhold.notices.wishes import Stop
from storyhold.notifications.models import Letter


def letter_to(member: int, circular: Circular, *, email: str, name: str) -> Letter:
    """Return the letter as this member gets it."""
    stop = _stop_address(member)
    context = {
        "body": filled(circular.body, {"name": name}),
        "archive": the_archive(),
        "home": f"{settings.ADDRESS}/",
        "is_about_rules": circular.is_about_rules,
        "stop": stop,
    }
    return Letter(
        to=email,
        subject=KINDS[KIND].in_words({"archive": the_archive().name, "subject": circular.subject}),
        body=render_to_string("circulars/letter.txt", context),
        headers={} if circular.is_about_rules else _unsubscribing(stop),
        is_news=True,
    )


def _stop_address(member: int) -> str:
    return f"{settings.ADDRESS}{reverse('notices:stop', args=[Stop(member, (KIND,)).token])}"


def _unsubscribing(stop: str) -> dict[str, str]:
    """RFC 8058: mail programs put a button beside the letter, and press it by POST."""
    return {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
