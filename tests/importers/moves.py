"""Moving crafted archives in, step by step."""

from pathlib import Path

from storyhold.archive.queries import forget_archive
from storyhold.importers.findings import Finding
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.moving import move_in
from storyhold.importers.intake.numbers import Numbers
from storyhold.importers.intake.shelves import RealShelves
from storyhold.importers.intake.untouched import keeper
from storyhold.importers.models import Move
from storyhold.importers.report.report import sentence
from storyhold.importers.sources.efiction.finding.source import DumpFile, Source
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.staging import stage
from storyhold.importers.sources.efiction.value_reader import ValueReader
from storyhold.importers.traces import begin
from tests.importers.dumps import Tables, archive, mysqldump, saved


class Moving:
    """Moves archives in, one dump after the other, and remembers what was noticed the last time."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._times = folder, 0
        self.findings: list[Finding] = []

    def __call__(self, tables: Tables | None = None, *, site: str = "lantern") -> Move:
        """Bring a dump of these tables in, as the archive of this name."""
        self._times += 1
        self.findings = []
        dump = mysqldump(archive() if tables is None else tables)
        source = Source("backup", [DumpFile(saved(self._folder, dump, f"{self._times}.sql"))])
        move = Move.objects.filter(site=site).first() or Move(site=site, name="The Lantern Room")
        begin(move)
        shelves = RealShelves()
        with stage(source, note=self.findings.append, folder=self._folder) as staged:
            reader = ValueReader(note=self.findings.append, keep=keeper(move, shelves))
            old = OldSite(staged, reader)
            desk = Desk(move, old, Numbers(move, shelves.put), shelves, self.findings.append)
            move_in(desk, source=str(self._times), tell=lambda _step, _done: None)
            forget_archive()
        return move

    def said(self, topic: str) -> list[str]:
        """Return what was said of a topic, in sentences."""
        return [sentence(finding) for finding in self.findings if finding.topic == topic]

    @property
    def topics(self) -> set[str]:
        """The topics that were met."""
        return {finding.topic for finding in self.findings}
