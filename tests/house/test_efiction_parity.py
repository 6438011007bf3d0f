"""The page that says what became of each thing eFiction did: whole, and true to the tests."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "efiction-parity.md"

RANGES = {
    "G": ["1-25", "30-33", "40-50", "60-66", "70-81"],
    "M": ["1-17"],
    "V": ["1-15"],
    "A": ["1-14", "20-27"],
    "S": ["1-10"],
    "CO": ["1-4"],
    "B": ["1-4"],
    "BL": ["1-15"],
    "MO": ["1-9"],
    "ML": ["1-12"],
    "Q": ["1-12", "20-27", "30-41"],
    "O": ["1-10", "40-40"],
    "SK": ["1-3"],
}
PANELS = ["P-A", "P-U", "P-S", "P-P", "P-F", "P-B", "P-L", "P-AS", "P-links"]

# A line of a table: what it is called, in eFiction, here, shown by.
ROW = re.compile(r"^\| ([A-Z]{1,2}-\w+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
REASON = re.compile(r"not (yet|wanted)\b")

ROWS = [match.groups() for match in ROW.finditer(PAGE.read_text())]
SHOWN = {name: TEST.findall(shown) for name, _there, _here, shown in ROWS}


def names():
    for letters, ranges in RANGES.items():
        for first, last in (each.split("-") for each in ranges):
            yield from (f"{letters}-{n:02}" for n in range(int(first), int(last) + 1))


@cache
def functions_in(file):
    tree = ast.parse((ROOT / file).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_everything_has_one_line():
    assert sorted(name for name, *_cells in ROWS) == sorted([*names(), *PANELS])


def test_what_no_test_shows_has_a_reason():
    bare = [name for name, *_cells, shown in ROWS if not SHOWN[name] and not REASON.match(shown)]

    assert not bare


@pytest.mark.parametrize("name", SHOWN)
def test_every_test_exists(name):
    for file, test in SHOWN[name]:
        assert (ROOT / file).is_file(), file
        assert test in functions_in(file), f"{file}::{test}"
