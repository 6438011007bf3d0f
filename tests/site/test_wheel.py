"""The wheel holds everything: installed, it serves an archive from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.site.served import Served, environment

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True, env=environment(),
    )  # fmt: skip
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel; what it stands on is lent by ours."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--no-index", "--disable-pip-version-check", str(wheel)],
        check=True, env=environment(),
    )  # fmt: skip
    lent = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    (lent / "site-packages" / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return python


def test_the_wheel_holds_every_file_of_the_package(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "storyhold").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }

    assert ours <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith("tests/")]


def test_the_installed_command_serves_an_archive(place, python, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tests.site.served.ROOT", tmp_path)  # our source is not to be found
    where = subprocess.run(
        [python, "-c", "import storyhold; print(storyhold.__file__)"],
        env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout).is_relative_to(python.parent.parent)

    served = Served(place, command=[os.fspath(python.parent / "storyhold")])
    try:
        served.until_open()
        assert served.visitor().get("/static/css/index.css")[0] == 200
    finally:
        served.kill_all()
