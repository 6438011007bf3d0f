"""What the journeys have done in the served archive by a process of its own."""

import sys
from datetime import timedelta

import django

django.setup()

from django.db.models import F  # noqa: E402

from storyhold.leaving.models import Departure  # noqa: E402
from storyhold.notices.models import Notice  # noqa: E402
from storyhold.site.schedule import CHORES  # noqa: E402


def days_pass(days: str) -> None:
    """Move back what waits for its time, and do the chores."""
    passed = timedelta(days=int(days))
    Notice.objects.update(told_at=F("told_at") - passed)
    Departure.objects.update(asked_at=F("asked_at") - passed)
    for chore in CHORES:
        chore.do()


if __name__ == "__main__":
    days_pass(*sys.argv[1:])
