"""Every folder in `golden/` is a rule: what was given, and what is expected."""

from pathlib import Path

import pytest

from storyhold.prose.canonical import Format, canonical_html
from storyhold.prose.fingerprint import chapter_text_sha256
from tests.prose.safety import faults

RULES = sorted((Path(__file__).parent / "golden").iterdir())


def given(rule: Path) -> tuple[str, Format]:
    file = next(rule.glob("given.*"))
    return file.read_bytes().decode(), "html" if file.suffix == ".html" else "plain"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_gives_what_is_expected(rule: Path) -> None:
    source, kind = given(rule)

    html = canonical_html(source, format=kind)

    assert html == (rule / "expected.html").read_bytes().decode().removesuffix("\n")
    assert canonical_html(html, format="html") == html
    assert faults(html) == []
    if kind == "html":
        assert chapter_text_sha256(html) == chapter_text_sha256(source)
