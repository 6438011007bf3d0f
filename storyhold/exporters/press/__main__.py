"""The process that sets one thing and ends."""

import json
import os
import resource
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from storyhold.exporters.press.answers import FAILED, NO_FACE

TEMPLATES = Path(__file__).resolve().parent / "templates"
MOST_MEMORY = 1_500_000_000  # bytes of its own
MOST_SECONDS = 110  # of computing
# A PDF of this kind can be read aloud: it must have a structure, and a face for each letter.
ACCESSIBLE: Literal["ua-1"] = "ua-1"
_MISSING = "could not be displayed"


def main() -> int:
    """Set what is ordered on standard input, and write it to standard output."""
    _stay_small()
    template = sys.argv[1]
    order = json.load(sys.stdin)
    with TemporaryDirectory(prefix="storyhold-press.") as name:
        folder = Path(name)
        shutil.copy(TEMPLATES / f"{template}.typ", folder / "page.typ")
        (folder / "facts.json").write_text(json.dumps(order["facts"]), encoding="utf-8")
        for picture, file in order["pictures"].items():
            shutil.copy(file, folder / picture)
        try:
            sys.stdout.buffer.write(_png(folder) if template == "cover" else _pdf(folder))
        except typst.TypstError as fault:
            sys.stderr.write(f"{fault}\n{fault.hints}\n{fault.trace}\n")
            return NO_FACE if _MISSING in str(fault) else FAILED
    return 0


def _stay_small() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    os.nice(5)  # pages first


def _pdf(folder: Path) -> bytes:
    return typst.compile(folder / "page.typ", root=folder, pdf_standards=ACCESSIBLE)


def _png(folder: Path) -> bytes:
    _pdf(folder)  # a picture would show boxes where a face has no letter, and say nothing
    return typst.compile(folder / "page.typ", root=folder, format="png", ppi=288)


if __name__ == "__main__":
    sys.exit(main())
