"""One command serves an archive, and one key ends it."""

import os
import re
import signal
import socket
import stat
import time
from pathlib import Path

from tests.site.served import Place, Served, Visitor, free_port, run_storyhold


def test_a_new_archive_is_served_and_waits_to_be_set_up(new_place, serve):
    served = serve(new_place)
    served.until_open()

    code = re.search(r"/set-up/\?code=(\S+)", served.said)

    assert f"open at {served.address}/" in served.said
    assert code
    assert code[1] == (new_place.data / "set-up-code").read_text().strip()


def test_only_the_owner_may_look_into_the_data_folder(new_place):
    new_place.run("prepare")

    assert stat.S_IMODE(new_place.data.stat().st_mode) == 0o700
    for secret in ("secret-key", "set-up-code"):
        assert stat.S_IMODE((new_place.data / secret).stat().st_mode) == 0o600


def test_the_sample_comes_with_two_sign_ins_that_work(sample_place, serve):
    served = serve(sample_place, "--sample")
    served.until_open()

    sign_ins = dict(re.findall(r"^ +(\w+) +pen name: (.*)$", served.said, re.MULTILINE))

    assert list(sign_ins) == ["archivist", "author"]
    for line in sign_ins.values():
        pen_name, password = re.split(r" +password: ", line)
        served.visitor().sign_in(pen_name, password)


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


def test_ctrl_c_ends_all_processes_at_once(place, serve):
    served = serve(place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 4)

    began = time.monotonic()
    code = served.end(signal.SIGINT)

    assert code == 0
    assert served.processes() == {}
    assert time.monotonic() - began < 3


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


def test_nothing_runs_on_when_the_supervisor_is_killed(place, serve):
    served = serve(place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 4)

    served.process.kill()
    served.process.wait()

    until = time.monotonic() + 5
    while served.processes() and time.monotonic() < until:
        time.sleep(0.05)
    assert served.processes() == {}


def test_a_port_that_is_taken_is_named(place):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        ended = place.run("serve", "--port", port)

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert f"Port {port} of 127.0.0.1 cannot be used" in ended.stderr


def test_a_data_folder_is_served_once(place, serve):
    serve(place).until_open()

    ended = place.run("serve", "--port", str(free_port()))

    assert ended.returncode == 2
    assert "is in use by another storyhold serve" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_setting_that_cannot_be_read_is_named(place):
    place.env["STORYHOLD_ADDRESS"] = "archive.example.org"

    ended = place.run("serve", "--port", str(free_port()))

    assert ended.returncode == 2
    assert ended.stderr == (
        "STORYHOLD_ADDRESS cannot be used: it must look like https://archive.example.org.\n"
    )


def test_a_setting_that_does_not_exist_is_mentioned(place, serve):
    place.env["STORYHOLD_DATABSE_URL"] = "postgres://"
    served = serve(place)
    served.until_open()

    assert "STORYHOLD_DATABSE_URL is not a setting of Storyhold; it is not read." in served.said


def test_an_archive_at_all_addresses_of_the_machine_answers_to_its_name(place, serve):
    served = serve(place, "--host", "0.0.0.0")
    served.until_open()

    status, _page = Visitor(f"http://{socket.gethostname()}:{served.port}").get("/")

    assert status == 200


def test_idle_memory_of_all_processes_is_below_250_mb(sample_place, serve):
    served = serve(sample_place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 4)
    for path in ("/", "/static/css/index.css"):
        served.visitor().get(path)

    assert sum(_resident(number) for number in served.processes()) < 250


def _resident(number: int) -> float:
    """Megabytes that a process has in memory, shared ones counted in each."""
    facts = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in facts if line.startswith("Rss:")) / 1024


def test_help_comes_at_once_and_without_a_data_folder(tmp_path):
    for words in ([], ["serve"], ["migrate"], ["createmember"], ["sample"], ["recount"]):
        began = time.monotonic()
        said = run_storyhold(*words, "--help", env={"STORYHOLD_DATA": str(tmp_path / "no")})

        assert said.returncode == 0
        assert "storyhold" in said.stdout
        assert time.monotonic() - began < 1
    assert not (tmp_path / "no").exists()


def test_a_command_that_does_not_exist_is_answered_in_a_sentence():
    said = run_storyhold("sevre")

    assert said.returncode == 2
    assert said.stderr == (
        "There is no command “sevre”. Run “storyhold --help” for those there are.\n"
    )


def test_words_that_cannot_be_read_are_answered_in_a_sentence(place: Place):
    said = place.run("serve", "--port", "many")

    assert said.returncode == 2
    assert "“many” is not a port (1 to 65535)" in said.stderr
    assert said.stderr.count("\n") == 1


def test_the_supervisor_never_loads_django(place, serve):
    served: Served = serve(place)
    served.until_open()

    mapped = Path(f"/proc/{served.process.pid}/maps").read_text()

    assert "sqlite3" not in mapped
    assert "granian" not in mapped
