"""A digest run that is killed in the middle and started again sends nothing twice."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mail_server import Handler, mail_server
from tests.site.served import PATIENCE, Place, environment

MEMBERS = 120
ERRANDS = Path(__file__).with_name("digest_errands.py")


@pytest.fixture
def server():
    with mail_server() as handler:
        yield handler


def begin(place: Place, server: Handler, *words: str) -> subprocess.Popen[bytes]:
    settings = {
        "DJANGO_SETTINGS_MODULE": "storyhold.site.settings",
        "STORYHOLD_DATA": str(place.data),
        "STORYHOLD_MAIL": f"smtp://127.0.0.1:{server.port}",
        "STORYHOLD_ADDRESS": "https://lamp.example.org",
        **place.env,
    }
    return subprocess.Popen([sys.executable, ERRANDS, *words], env=environment(settings))


def test_nobody_gets_a_digest_twice_and_nobody_gets_none(place, server):
    # Killed while it writes the second batch, and again when the server has had 40 letters.
    first = begin(place, server, "fill_and_die", str(MEMBERS))
    assert first.wait(PATIENCE) == -signal.SIGKILL
    assert server.taken == []
    second = begin(place, server, "run")
    server.at_letter[40] = second.kill
    assert second.wait(PATIENCE) == -signal.SIGKILL
    assert len(server.taken) == 40
    assert begin(place, server, "run").wait(PATIENCE) == 0

    sent = sorted(letter["To"] for letter in server.taken)
    assert sent == sorted(f"reader{number}@example.org" for number in range(MEMBERS))
    assert len({letter["Message-ID"] for letter in server.taken}) == MEMBERS
