"""What `serve` asks of the machine, of its settings and of whoever types the command."""

import socket
import stat
import time
from pathlib import Path

import pytest

from tests.site.served import Place, Served, Visitor, free_port, run_storyhold

pytestmark = pytest.mark.once


def test_only_the_owner_may_look_into_the_data_folder(new_place):
    new_place.run("prepare")

    assert stat.S_IMODE(new_place.data.stat().st_mode) == 0o700
    for secret in ("secret-key", "set-up-code"):
        assert stat.S_IMODE((new_place.data / secret).stat().st_mode) == 0o600


def test_nothing_runs_on_when_the_supervisor_is_killed(place, serve):
    served = serve(place)
    served.until_open()
    served.wait_until(lambda: len(served.processes()) == 5)

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
