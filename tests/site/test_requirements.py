"""The locked dependencies are complete, checked by hash, and bound to no package index."""

import re
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent.parent


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    names = [re.split(r"[\[>]", each)[0] for each in project["project"]["dependencies"]]

    assert set(names) <= set(locked("serve.txt"))


def test_checking_locks_the_same_versions_as_serving():
    serving, checking = locked("serve.txt"), locked("check.txt")

    assert serving.items() <= checking.items()


def test_every_file_is_checked_and_no_index_is_named():
    for name in ("serve.txt", "check.txt"):
        text = (ROOT / "requirements" / name).read_text()

        assert len(re.findall(r"^\S+==.*\\\n +--hash=sha256:", text, re.MULTILINE)) == len(
            locked(name)
        )
        assert "://" not in text
