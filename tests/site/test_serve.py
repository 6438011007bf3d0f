"""One command serves an archive, and one key ends it."""

import os
import re
import signal
import socket
import time
from pathlib import Path

import pytest


@pytest.mark.once
def test_a_new_archive_is_served_and_waits_to_be_set_up(new_place, serve):
    served = serve(new_place)
    served.until_open()

    code = re.search(r"/set-up/\?code=(\S+)", served.said)

    assert f"open at {served.address}/" in served.said
    assert code
    assert code[1] == (new_place.data / "set-up-code").read_text().strip()


def test_the_sample_comes_with_two_sign_ins_that_work(sample_place, serve):
    served = serve(sample_place, "--sample")
    served.until_open()

    sign_ins = dict(re.findall(r"^ +(\w+) +pen name: (.*)$", served.said, re.MULTILINE))

    assert list(sign_ins) == ["archivist", "author"]
    for line in sign_ins.values():
        pen_name, password = re.split(r" +password: ", line)
        served.visitor().sign_in(pen_name, password)


@pytest.mark.once
def test_the_second_start_takes_less_than_three_seconds_of_a_processor(sample_place, serve):
    serve(sample_place).until_open()
    serve.end_all()

    served = serve(sample_place)
    served.until_open()

    # The clock would tell how busy the machine is with other tests.
    assert sum(_processor_seconds(number) for number in served.processes()) < 3


def _processor_seconds(number: int) -> float:
    """Seconds that a process and its children that have ended had of a processor."""
    facts = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, facts[11:15])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.once
def test_ctrl_c_ends_all_processes_at_once(place, serve):
    served = serve(place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 5)

    began = time.monotonic()
    code = served.end(signal.SIGINT)

    assert code == 0
    assert served.processes() == {}
    assert time.monotonic() - began < 3


@pytest.mark.once
def test_a_request_under_way_is_answered_before_the_end(place, serve):
    served = serve(place)
    served.until_open()
    with socket.create_connection(("127.0.0.1", served.port)) as slow:
        slow.sendall(
            b"POST /account/sign-in/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            # Without the cookie, nobody would wait for the rest.
            b"Cookie: storyhold_csrf=" + b"x" * 32 + b"\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nlogin"
        )
        time.sleep(0.3)  # the request must be in the hands of Python before the signal comes
        served.process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        slow.sendall(b"=x")
        answer = slow.recv(12)

    assert answer.startswith(b"HTTP/1.1 ")
    assert served.process.wait(15) == 0


@pytest.mark.once
def test_processes_that_are_killed_come_back(place, serve):
    served = serve(place)
    served.until_open()
    served.wait_until(lambda: "worker" in served.processes().values())
    for name in ("worker", "web"):
        killed = served.number_of(name)

        os.kill(killed, signal.SIGKILL)

        served.wait_until(lambda: killed not in served.processes())  # noqa: B023
        served.wait_until(lambda: name in served.processes().values())  # noqa: B023
        served.wait_until(served.answers)
    assert "The worker process ended (SIGKILL)" in served.said


@pytest.mark.once
def test_idle_memory_of_all_processes_is_below_250_mb(sample_place, serve):
    served = serve(sample_place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 5)
    for path in ("/", "/static/css/index.css"):
        served.visitor().get(path)

    assert sum(_resident(number) for number in served.processes()) < 250


def _resident(number: int) -> float:
    """Megabytes that a process has in memory, shared ones counted in each."""
    facts = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in facts if line.startswith("Rss:")) / 1024
