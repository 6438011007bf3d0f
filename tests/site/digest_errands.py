"""What the test of killed digests has done in processes of their own."""

import os
import signal
import sys
from datetime import timedelta

import django

django.setup()

from django.utils.timezone import now  # noqa: E402

from storyhold.accounts.actions import register  # noqa: E402
from storyhold.notices import mailing  # noqa: E402
from storyhold.notices.actions import tell  # noqa: E402
from storyhold.notices.kinds import How  # noqa: E402
from storyhold.notices.models import Notice  # noqa: E402
from storyhold.notices.wishes import choose  # noqa: E402
from storyhold.notifications.jobs import deliver_letters  # noqa: E402
from storyhold.notifications.models import Letter  # noqa: E402


def fill_and_die(members: str) -> None:
    """Let members wait for a digest; be killed in the transaction that writes the second batch."""
    fill(int(members))
    die_writing(batches=1)


def fill(members: int) -> None:
    """Register members with two notices each that wait for the letter of the day."""
    joined = [
        register(pen_name=f"Reader {number}", email=f"reader{number}@example.org",
                 password=None, confirmed=True)
        for number in range(members)
    ]  # fmt: skip
    for member in joined:
        choose(member, {"review": How.DAILY})
    for story in range(2):
        tell(joined, "review", about=f"review:{story}", path="/", reader="Dora", title="Tide")
    Notice.objects.update(told_at=now() - timedelta(days=2))


def die_writing(*, batches: int) -> None:
    """Write digests and be killed in the transaction after so many batches."""
    left = batches
    put_into_the_box = mailing.put_into_the_box

    def put_and_die(letters: list[Letter]) -> int:
        nonlocal left
        count = put_into_the_box(letters)
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return count

    mailing.put_into_the_box = put_and_die
    mailing.write_letters(How.DAILY)


def run() -> None:
    """Write and send all there is."""
    mailing.write_letters(How.DAILY)
    while deliver_letters():
        pass


if __name__ == "__main__":
    deed, *words = sys.argv[1:]
    {"fill_and_die": fill_and_die, "run": run}[deed](*words)
