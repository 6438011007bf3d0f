"""The reference names every setting and every command, and none that does not exist."""

import re
from pathlib import Path

from storyhold.site import settings
from storyhold.site.command import COMMANDS, module_of
from storyhold.site.commands import importing

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
        for word in _words_of(module_of(name)):
            assert f"`{word}" in sections[name], f"storyhold {name} {word}"


def test_every_deed_of_an_import_and_every_word_of_it_is_in_the_reference():
    section = (REFERENCE / "commands.md").read_text().partition("## `storyhold import`")[2]

    explained = re.findall(
        r"^### `storyhold import ([a-z-]+)`\n(.*?)(?=^##|\Z)", section, re.MULTILINE | re.DOTALL
    )

    assert [deed for deed, _section in explained] == list(importing.DEEDS)
    for deed, told in explained:
        for word in _words_of(importing.module_of(deed)):
            assert f"`{word}" in told, f"storyhold import {deed} {word}"


def _words_of(module):
    actions = module.parser()._actions
    words = {word for action in actions for word in action.option_strings}
    return words - {"-h", "--help", "--data"}
