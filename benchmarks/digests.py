"""How long the digests of 8,000 members take to write and to send, and how much memory.

Run it on a quiet machine: .venv/bin/python -m benchmarks.digests
The mail server is one of our own that throws everything away, in another process.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.site.served import Place, environment, free_port

MEMBERS = 8_000
REVIEWS, REPLIES = 3, 2  # notices for each member


def main() -> None:
    """Make an archive and a mail server, and run each step in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "archive")
        assert place.run("prepare").returncode == 0
        port = free_port()
        sink = ["aiosmtpd", "-n", "-l", f"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Sink"]
        server = subprocess.Popen([sys.executable, "-m", *sink])
        settings = {
            "DJANGO_SETTINGS_MODULE": "storyhold.site.settings",
            "STORYHOLD_DATA": str(place.data),
            "STORYHOLD_MAIL": f"smtp://127.0.0.1:{port}",
            "STORYHOLD_ADDRESS": "https://archive.example.org",
        }
        print("| step | seconds | memory at most (MB) |\n|---|---|---|")
        try:
            for step in STEPS:
                command = [sys.executable, "-m", "benchmarks.digests", step]
                subprocess.run(command, env=environment(settings), check=True)
        finally:
            server.terminate()


def tell() -> None:
    """Tell 8,000 members of five things each."""
    from allauth.account.models import EmailAddress

    from storyhold.accounts.models import Member, PenName
    from storyhold.notices import actions
    from storyhold.notices.kinds import How
    from storyhold.notices.models import Wish

    members = Member.objects.bulk_create(
        Member(email=f"reader{number}@example.org") for number in range(MEMBERS)
    )
    PenName.objects.bulk_create(
        PenName(member=each, name=f"Reader {each.pk}", key=f"reader {each.pk}", is_default=True)
        for each in members
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=each, email=each.email, primary=True, verified=True) for each in members
    )
    Wish.objects.bulk_create(
        Wish(member=each, kind=kind, how=How.DAILY)
        for each in members
        for kind in ("review", "reply")
    )
    began = time.monotonic()
    for number in range(REVIEWS):
        news = {"about": f"review:{number}", "path": f"/stories/{number}/"}
        actions.tell(members, "review", **news, reader="Dora Quill", title="The Piano at Low Water")
    for number in range(REPLIES):
        news = {"about": f"reply:{number}", "path": f"/stories/{number}/"}
        actions.tell(members, "reply", **news, author="Dora Quill", title="The Piano at Low Water")
    show(f"tell {MEMBERS:,} members of {REVIEWS + REPLIES} things", began)


def write() -> None:
    """Write the letters of the day."""
    from django.utils.timezone import now

    from storyhold.notices.kinds import How
    from storyhold.notices.mailing import write_letters
    from storyhold.notices.models import Notice

    Notice.objects.update(told_at=now() - timedelta(days=2))
    began = time.monotonic()
    assert write_letters(How.DAILY) == MEMBERS
    show(f"write {MEMBERS:,} digests", began)


def send() -> None:
    """Send them all."""
    from storyhold.notifications.jobs import deliver_letters

    began, sent = time.monotonic(), 0
    while count := deliver_letters():
        sent += count
    assert sent == MEMBERS
    show(f"hand {MEMBERS:,} letters to the mail server", began)


def show(what: str, began: float) -> None:
    seconds = time.monotonic() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {what} | {seconds:.1f} | {memory:.0f} |", flush=True)


STEPS = {"tell": tell, "write": write, "send": send}

if __name__ == "__main__":
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        import django

        django.setup()
        STEPS[sys.argv[1]]()
    else:
        main()
