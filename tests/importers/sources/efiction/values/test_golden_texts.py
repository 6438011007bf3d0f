"""Every folder in `golden/` is a text as it was stored, and the chapter that becomes of it."""

from pathlib import Path

import pytest

from storyhold.importers.sources.efiction.values.encodings import Encodings
from storyhold.importers.sources.efiction.values.sources import source_of
from storyhold.prose.canonical import canonical_html

TEXTS = sorted((Path(__file__).parent / "golden").iterdir())


def chapter_of(stored: bytes) -> str:
    reading = Encodings().read(stored, table="chapters", column="storytext")
    return canonical_html(source_of(reading.text, "chapter").html, format="html") + "\n"


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_what_becomes_of_a_stored_text(text: Path) -> None:
    assert chapter_of((text / "given.bin").read_bytes()) == (text / "expected.html").read_text()
