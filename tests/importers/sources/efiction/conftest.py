"""Old archives are staged here, and what was noticed is remembered."""

import pytest

from storyhold.importers.sources.efiction.finding.source import opened
from storyhold.importers.sources.efiction.staging import stage
from storyhold.importers.topics import TOPICS
from tests.importers.dumps import saved


@pytest.fixture
def staged(tmp_path):
    """A function that stages dumps, or what lies at paths, and remembers what was noticed."""
    open_ones, notes = [], []
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    def open_it(*places, stories=None, **options):
        paths = [
            str(saved(tmp_path, place, f"{at}.sql.gz") if isinstance(place, bytes) else place)
            for at, place in enumerate(places)
        ]
        source = opened(paths, stories=stories and str(stories), folder=scratch)
        inside = source.__enter__()
        open_ones.append(source)
        one = stage(inside, note=notes.append, folder=scratch, **options)
        open_ones.append(one)
        return one

    open_it.notes = notes
    open_it.scratch = scratch
    yield open_it
    for one in reversed(open_ones):
        one.__exit__(None, None, None)
    assert list(scratch.iterdir()) == []
    assert {note.topic for note in notes} <= TOPICS.keys()
    for note in notes:
        assert "{" not in TOPICS[note.topic].sentence.format(**note.facts)
