"""A report as files in a folder: written while an archive is read, finished at the end."""

import csv
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from django.template.loader import render_to_string

from storyhold.importers.findings import Finding
from storyhold.importers.report.report import Report, sentence, topic_of

PAGE, BODY, JSON, CSV = "report.html", "body.html", "report.json", "findings.csv"
ODD = "backslashreplace"  # names of old files may have bytes that are no letters
COLUMNS = ("group", "topic", "table", "number", "sentence", "facts")


class ReportFiles:
    """Takes findings one by one; any number of them needs no memory."""

    def __init__(self, folder: Path, report: Report) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.report = folder, report
        self._json = (folder / JSON).open("w", encoding="utf-8", errors=ODD)
        # Spreadsheets take UTF-8 only with its mark at the beginning.
        self._csv = (folder / CSV).open("w", encoding="utf-8-sig", errors=ODD, newline="")
        self._rows = csv.writer(self._csv)
        self._rows.writerow(COLUMNS)
        self._json.write('{\n "findings": [')
        self._is_first = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        self._csv.close()
        self._json.close()

    def note(self, finding: Finding) -> None:
        """Write a finding down."""
        self.report.note(finding)
        row = _row(finding)
        self._json.write(("" if self._is_first else ",") + "\n  " + _json(row))
        self._is_first = False
        row["facts"] = _json(row["facts"])
        self._rows.writerow([_plain(row[column]) for column in COLUMNS])

    def finish(self) -> None:
        """Write the rest of the JSON, and the page."""
        self._json.write("\n ],\n " + _json(summary(self.report))[1:] + "\n")
        body = render_to_string("importers/report.html", {"report": self.report})
        page = render_to_string("importers/report_file.html", {"report": self.report, "body": body})
        (self.folder / BODY).write_text(body, encoding="utf-8", errors=ODD)
        (self.folder / PAGE).write_text(page, encoding="utf-8", errors=ODD)


def summary(report: Report) -> dict[str, Any]:
    """Return what the JSON says beside its findings."""
    return {
        "name": report.name,
        "address": report.address,
        "rehearsal": report.is_rehearsal,
        "sources": list(report.sources),
        "tables": dict(report.tables),
        "became": dict(report.became),
        "topics": dict(report.counts),
    }


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "group": topic_of(finding.topic).group,
        "topic": finding.topic,
        "table": finding.table,
        "number": finding.number,
        "sentence": sentence(finding),
        "facts": dict(finding.facts),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula, as some would run it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
