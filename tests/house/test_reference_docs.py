"""The reference names every setting and every command, and none that does not exist."""

import re
from importlib import import_module
from pathlib import Path

from storyhold.site import settings
from storyhold.site.command import COMMANDS

REFERENCE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference"


def test_every_setting_is_in_the_reference_and_no_other():
    page = (REFERENCE / "settings.md").read_text()

    explained = set(re.findall(r"^### `STORYHOLD_([A-Z_]+)`$", page, re.MULTILINE))

    assert explained == settings.env.asked


def test_every_command_is_in_the_reference_and_no_other():
    page = (REFERENCE / "commands.md").read_text()

    explained = re.findall(r"^## `storyhold ([a-z]+)`$", page, re.MULTILINE)

    assert explained == list(COMMANDS)


def test_every_word_of_a_command_is_in_the_reference():
    page = (REFERENCE / "commands.md").read_text()
    sections = dict(
        re.findall(r"^## `storyhold ([a-z]+)`\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    )

    for name in COMMANDS:
        if name == "prose":
            continue  # no such module here; the room of texts reads its words itself
        parser = import_module(f"storyhold.site.commands.{name}").parser()
        words = {word for action in parser._actions for word in action.option_strings}
        for word in words - {"-h", "--help", "--data"}:
            assert f"`{word}" in sections[name], f"storyhold {name} {word}"
