"""The stamps that all processes of an archive share."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from storyhold.freshness import stamps
from storyhold.freshness.stamps import EVERYTHING, LISTS, SIZE, Stamps, of_story, stamps_file

SUBJECTS = [LISTS, of_story(12)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return stamps_file(tmp_path)


def test_a_stamp_is_a_value_that_was_never_there(file):
    ours = Stamps(file)
    before = ours.read(SUBJECTS)

    ours.stamp(of_story(12))
    once = ours.read(SUBJECTS)
    ours.stamp(of_story(12))
    twice = ours.read(SUBJECTS)

    assert len({before, once, twice}) == 3


def test_what_is_about_something_else_stays_fresh(file):
    ours = Stamps(file)
    before = ours.read(SUBJECTS)

    ours.stamp(of_story(13))

    assert ours.read(SUBJECTS) == before


def test_everything_is_among_the_subjects_of_every_page(file):
    ours = Stamps(file)
    before = ours.read([])

    ours.stamp(EVERYTHING)

    assert ours.read([]) != before
    assert len(ours.read([EVERYTHING, LISTS, LISTS])) == 2


def test_the_named_subjects_share_their_places_with_no_story():
    named = stamps.places_of(stamps.NAMED)
    stories = stamps.places_of(map(of_story, range(1000)))[1:]

    assert named == (0, 1, 2)
    assert min(stories) >= stamps.FIRST_PLACE
    assert max(stories) * 8 < SIZE
    assert len(set(stories)) > 950


def test_a_picture_shows_what_was_there_when_it_was_taken(file):
    ours = Stamps(file)
    places, before = stamps.places_of(SUBJECTS), ours.read(SUBJECTS)

    picture = ours.picture()
    ours.stamp(*SUBJECTS)

    assert tuple(picture[place] for place in places) == before != ours.read(SUBJECTS)


def test_another_process_sees_a_stamp_at_once(file):
    ours = Stamps(file)
    before = ours.read(SUBJECTS)

    _elsewhere(file, f"Stamps(file).stamp({of_story(12)!r})")

    after = ours.read(SUBJECTS)
    assert after[:2] == before[:2]
    assert after[2] != before[2]


def test_what_was_stamped_stays_so_for_processes_that_start_later(file):
    ours = Stamps(file)
    ours.stamp(*SUBJECTS)

    theirs = _elsewhere(file, f"print(*Stamps(file).read({SUBJECTS!r}))")

    assert theirs.split() == [str(value) for value in ours.read(SUBJECTS)]


def test_a_missing_file_is_made_for_the_archive_alone(file):
    with suppress(PermissionError):
        os.chown(file.parent.parent, 1234, 1234)  # as root may start a command of somebody else

    Stamps(file)

    assert file.stat().st_size == SIZE
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_uid == file.parent.stat().st_uid == file.parent.parent.stat().st_uid


@pytest.mark.parametrize("found", [b"", b"GIF89a", os.urandom(SIZE), os.urandom(SIZE + 5)])
def test_whatever_a_file_holds_is_a_beginning(file, found):
    file.parent.mkdir()
    file.write_bytes(found)

    ours = Stamps(file)
    before = ours.read(SUBJECTS)
    ours.stamp(LISTS)

    assert ours.read(SUBJECTS) != before
    assert file.stat().st_size >= SIZE


def test_pages_kept_by_the_stamps_of_a_file_that_is_gone_are_not_fresh(file, monkeypatch):
    monkeypatch.setattr(stamps, "LOOK_EVERY", 0.0)
    ours = Stamps(file)
    before = ours.read(SUBJECTS)

    file.unlink()
    after = ours.read(SUBJECTS)
    _elsewhere(file, f"Stamps(file).stamp({LISTS!r})")

    assert after[0] != before[0]
    assert ours.read(SUBJECTS)[1] != after[1]


def test_who_stamps_looks_first_whether_the_file_is_still_the_one_of_the_others(file):
    ours = Stamps(file)
    file.unlink()
    theirs = Stamps(file)
    before = theirs.read(SUBJECTS)

    ours.stamp(LISTS)

    assert theirs.read(SUBJECTS) != before


def test_a_place_that_cannot_be_written_is_said(file):
    file.mkdir(parents=True)

    with pytest.raises(OSError, match="stamps"):
        Stamps(file)


def _elsewhere(file: Path, code: str) -> str:
    """Run the code in a process of its own and return what it prints."""
    prelude = (
        "from pathlib import Path; from storyhold.freshness.stamps import Stamps; "
        f"file = Path({str(file)!r}); "
    )
    done = subprocess.run(
        [sys.executable, "-c", prelude + code], capture_output=True, text=True, check=True
    )
    return done.stdout
