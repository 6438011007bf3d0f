"""Doors open one way: the plan stands in `pyproject.toml`, and nothing may go around it."""

import tomllib
from pathlib import Path

from importlinter import cli

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_every_import_follows_the_plan(monkeypatch):
    monkeypatch.chdir(ROOT)

    assert cli.lint_imports(no_cache=True, verbose=False) == cli.EXIT_STATUS_SUCCESS


def test_every_room_is_on_the_plan():
    drawn = {name for layer in PLAN[0]["layers"] for name in layer.split(" | ")}
    rooms = {folder.parent.name for folder in (ROOT / "storyhold").glob("*/__init__.py")}

    assert rooms == drawn


def test_every_room_of_pages_is_told_apart_from_the_others():
    apart = {name.rpartition(".")[2] for name in PLAN[2]["modules"]}
    rooms = {folder.parent.name for folder in (ROOT / "storyhold" / "web").glob("*/__init__.py")}

    assert rooms - {"parts"} == apart


def test_every_room_says_what_it_is_for():
    for door in (ROOT / "storyhold").rglob("__init__.py"):
        if "migrations" not in door.parts:
            assert door.read_text().startswith('"""'), door
