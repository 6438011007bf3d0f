"""Moving small archives in as an archivist does: a folder with a dump, and perhaps with texts."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction

from storyhold.archive.queries import forget_archive
from storyhold.importers import moves
from storyhold.importers.facts.as_json import as_json
from storyhold.importers.moves import Wish
from storyhold.importers.report.report import Report, sentence
from storyhold.importers.verify import Proof, verify
from tests.importers.dumps import Tables, mysqldump

Write = Callable[[Tables], bytes]


def in_silence(_doing: str, _done: int, _total: int) -> None:
    """Let nobody watch."""


@dataclass
class Arrived:
    """What came of one archive: the report, by old numbers."""

    wish: Wish
    report: Report

    def said(self, topic: str) -> dict[str, str]:
        """Return what was said of a topic: a sentence for each old number."""
        found = self.report.first.get(topic, [])
        return {finding.number: sentence(finding) for finding in found}

    def numbers(self, topic: str) -> list[str]:
        """Return the old numbers of which something was said, once for each time."""
        return [finding.number for finding in self.report.first.get(topic, [])]

    def sentences(self, topic: str) -> str:
        """Return all that was said of a topic, also where no number tells one from the next."""
        return "\n".join(map(sentence, self.report.first.get(topic, [])))

    def proof(self) -> Proof:
        """Compare source and archive."""
        return verify(self.wish, tell=in_silence)


class Harbor:
    """Where old archives land. Each has a folder of its own below the test's."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._times = folder, 0

    def lay_out(
        self,
        tables: Tables | bytes,
        *,
        write: Write = mysqldump,
        texts: Mapping[str, bytes] | None = None,
        **wish: Any,
    ) -> Wish:
        """Put an archive on the disk: a dump, or a folder of it and `texts`, files by their paths.

        `tables` may be a dump already.
        """
        self._times += 1
        folder = self._folder / str(self._times)
        folder.mkdir()
        dump = tables if isinstance(tables, bytes) else write(tables)
        place = folder / "backup.sql"
        place.write_bytes(dump)
        for path, text in (texts or {}).items():
            file = folder / "stories" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        return Wish(sources=[str(folder if texts else place)], scratch=self._scratch, **wish)

    def move_in(self, wish: Wish) -> Arrived:
        """Move in what lies there."""
        report = moves.move_in(wish, report_in=self._folder / "report", tell=in_silence)
        assert list(self._scratch.iterdir()) == []
        return Arrived(wish, report)

    def rehearse(self, wish: Wish) -> Arrived:
        """Rehearse what lies there."""
        report = moves.rehearse(wish, report_in=self._folder / "rehearsal", tell=in_silence)
        return Arrived(wish, report)

    def __call__(self, tables: Tables | bytes, **how: Any) -> Arrived:
        """Put an archive on the disk and move it in."""
        return self.move_in(self.lay_out(tables, **how))

    @property
    def _scratch(self) -> Path:
        folder = self._folder / "scratch"
        folder.mkdir(exist_ok=True)
        return folder


def facts() -> dict[str, Any]:
    """Return what the archive holds."""
    told: dict[str, Any] = json.loads("".join(as_json()))
    return told


def rows_of_all_models() -> dict[str, int]:
    """Return how many rows each table has."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: model._base_manager.count() for model in models}


@contextmanager
def taken_back() -> Iterator[None]:
    """Take back what is done within, as if it had never been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget_archive()
