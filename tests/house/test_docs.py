"""The documentation holds together: no link is dead, and no page is lost."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
KINDS = {"tutorial", "how-to", "reference", "explanation"}

LINK = re.compile(r"\[(?:[^\]\\]|\\.)*\]\(([^()\s]+)\)")
FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def links_in(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the heading that each relative link on a page leads to."""
    text = CODE.sub("", FENCED.sub("", page.read_text(encoding="utf-8")))
    for link in LINK.findall(text):
        if not re.match(r"[a-z]+:", link):
            path, _, heading = link.partition("#")
            yield (page.parent / unquote(path)).resolve() if path else page, heading


def headings_of(page: Path) -> set[str]:
    """Return the places on a page that a link may name, made as code forges make them."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    bare = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in bare}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page):
    dead = [
        f"{file}#{heading}"
        for file, heading in links_in(page)
        if not file.exists() or (heading and heading not in headings_of(file))
    ]

    assert dead == []


def test_the_list_of_pages_names_every_page():
    listed = {file for file, _ in links_in(DOCS / "README.md")}

    assert set(DOCS.rglob("*.md")) - listed == {DOCS / "README.md"}


def test_every_page_is_of_one_kind():
    assert {page.parent.name for page in DOCS.rglob("*.md")} == KINDS | {"docs"}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_begins_with_its_title_and_has_no_other(page):
    text = FENCED.sub("", page.read_text(encoding="utf-8"))

    assert re.match(r"# \S", text)
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
