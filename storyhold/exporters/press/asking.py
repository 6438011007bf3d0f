"""Asking the press, from the process that wants something set."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from storyhold.exporters.press.answers import NO_FACE

LONGEST = 120  # seconds; the text of a long novel takes one or two


class LettersHaveNoFace(Exception):  # noqa: N818 — an answer, not an error
    """No typeface that is here has all letters of the text."""


class PressFailed(Exception):  # noqa: N818 — as above
    """It took too long or too much memory, or something unforeseen."""


def first_pressed(
    template: str, choices: Iterable[Mapping[str, Any]], pictures: Mapping[str, str]
) -> bytes:
    """Return what comes of the first of several facts that there are typefaces for.

    Raises `LettersHaveNoFace` where there are none for any, and `PressFailed`.
    """
    for facts in choices:
        with suppress(LettersHaveNoFace):
            return pressed(template, facts, pictures)
    raise LettersHaveNoFace


def pressed(template: str, facts: Mapping[str, Any], pictures: Mapping[str, str]) -> bytes:
    """Return what a template makes of the facts: `cover` a PNG, `book` a PDF.

    `pictures` are files by the names under which the template knows them. Raises
    `LettersHaveNoFace` and `PressFailed`.
    """
    order = json.dumps({"facts": facts, "pictures": pictures})
    command = [sys.executable, "-m", "storyhold.exporters.press", template]
    try:
        answer = subprocess.run(  # noqa: S603 — our own module, under a name of ours
            command, input=order.encode(), capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise PressFailed(f"Nothing after {LONGEST} seconds") from late
    if answer.returncode == NO_FACE:
        raise LettersHaveNoFace(answer.stderr.decode(errors="replace"))
    if answer.returncode:
        raise PressFailed(answer.stderr.decode(errors="replace")[-2000:])
    return answer.stdout
