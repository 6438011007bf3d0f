import io
import json
import subprocess
import sys

import pytest

from storyhold.prose.canonical import read
from storyhold.prose.command import main


def test_the_command_prints_canonical_html(tmp_path, capfdbinary):
    file = tmp_path / "chapter.txt"
    file.write_bytes("\ufeff“You *must*,” she said.".encode())

    assert main([str(file)]) == 0
    assert capfdbinary.readouterr().out.decode() == (
        '<p id="p1">“You <em>must</em>,” she said.</p>\n'
    )


def test_the_ending_says_the_format(tmp_path, capfdbinary):
    file = tmp_path / "chapter.HTM"
    file.write_text("<i>x</i>", encoding="utf-8")

    assert main([str(file)]) == 0
    assert main([str(file), "--format", "plain"]) == 0
    assert capfdbinary.readouterr().out.decode() == (
        '<p id="p1"><em>x</em></p>\n<p id="p1">&lt;i&gt;x&lt;/i&gt;</p>\n'
    )


def test_the_facts_are_json(tmp_path, capfdbinary):
    file = tmp_path / "chapter.txt"
    file.write_text("One two.", encoding="utf-8")

    assert main([str(file), "--facts"]) == 0

    facts = json.loads(capfdbinary.readouterr().out)
    assert facts == {
        "words": 2,
        "paragraphs": 1,
        "chapter_text_sha256": read("One two.", format="plain").fingerprint,
    }


def test_a_dash_is_standard_input(monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<b>x</b>")))

    assert main(["-", "--format", "html"]) == 0
    assert capfdbinary.readouterr().out == b'<p id="p1"><strong>x</strong></p>\n'


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"caf\xe9 au lait", "not UTF-8"), (b"x" * 10_000_001, "10 MB"), (None, "could not be read")],
)
def test_a_file_we_cannot_take_is_named_in_a_sentence(tmp_path, capsys, content, reason):
    file = tmp_path / "chapter.txt"
    if content is not None:
        file.write_bytes(content)

    assert main([str(file)]) == 2

    told = capsys.readouterr().err
    assert reason in told
    assert "chapter.txt" in told
    assert told.count("\n") == 1


def test_the_room_runs_as_a_module(tmp_path):
    file = tmp_path / "chapter.txt"
    file.write_text("One.", encoding="utf-8")

    ran = subprocess.run(
        [sys.executable, "-m", "storyhold.prose", str(file)], capture_output=True, check=True
    )

    assert ran.stdout == b'<p id="p1">One.</p>\n'


@pytest.mark.parametrize("words", [[], ["chapter.txt", "--format", "rtf"], ["a", "--nope"]])
def test_words_that_are_not_understood_are_answered_with_a_sentence(capfd, words):
    with pytest.raises(SystemExit) as ended:
        main(words)

    said = capfd.readouterr().err
    assert ended.value.code == 2
    assert said.startswith("“storyhold prose” was not understood: ")
    assert said.count("\n") == 1
