"""The report of a move, as files."""

import csv
import json
import os
from pathlib import Path

import pytest

from storyhold.importers import moves, topics
from storyhold.importers.findings import Finding
from storyhold.importers.report.files import ReportFiles
from storyhold.importers.report.report import MOST_SHOWN, Report
from storyhold.importers.topics.shape import Topic
from storyhold.stories.models import Chapter
from tests.cast import open_the_archive
from tests.importers.dumps import archive, mysqldump


@pytest.fixture(autouse=True)
def two_topics(monkeypatch):
    lost = Topic("reviews", "Reviews of nothing", "Review {number} is of “{item}”.", is_loss=True)
    mended = Topic("texts", "Mended", "Chapter {number}: {how}.")
    monkeypatch.setitem(topics.TOPICS, "lost", lost)
    monkeypatch.setitem(topics.TOPICS, "mended", mended)


@pytest.fixture
def report():
    return Report("The Lantern", "http://old.example/", is_rehearsal=True, tables={"stories": 3})


def written(folder, report, *findings):
    with ReportFiles(folder, report) as files:
        for finding in findings:
            files.note(finding)
        files.finish()


def test_every_finding_stands_in_all_three_files(tmp_path, report):
    finding = Finding("lost", "reviews", "7", {"item": "=Story <b>9</b>"})

    written(tmp_path, report, finding)

    whole = json.loads((tmp_path / "report.json").read_text())
    assert whole["findings"][0]["sentence"] == "Review 7 is of “=Story <b>9</b>”."
    assert whole["findings"][0]["facts"] == {"item": "=Story <b>9</b>"}
    assert whole["topics"] == {"lost": 1}
    assert "Review 7 is of “=Story &lt;b&gt;9&lt;/b&gt;”." in (tmp_path / "report.html").read_text()
    table = (tmp_path / "findings.csv").read_text(encoding="utf-8-sig").splitlines()
    row = next(csv.DictReader(table))
    assert (row["table"], row["number"]) == ("reviews", "7")


def test_a_spreadsheet_takes_no_fact_for_a_formula(tmp_path, report):
    written(tmp_path, report, Finding("lost", "reviews", "=HYPERLINK(1)", {"item": ""}))

    assert ",'=HYPERLINK(1)," in (tmp_path / "findings.csv").read_text(encoding="utf-8-sig")
    whole = json.loads((tmp_path / "report.json").read_text())
    assert whole["findings"][0]["number"] == "=HYPERLINK(1)"


def test_the_page_shows_the_first_of_many_and_says_how_many_more(tmp_path, report):
    many = [Finding("mended", "chapters", str(n), {"how": "x"}) for n in range(MOST_SHOWN + 5)]

    written(tmp_path, report, *many)

    page = (tmp_path / "report.html").read_text()
    assert page.count("<li>Chapter") == MOST_SHOWN
    assert "and 5 more" in page
    assert len(json.loads((tmp_path / "report.json").read_text())["findings"]) == MOST_SHOWN + 5


def test_an_archive_without_findings_has_a_report(tmp_path, report):
    written(tmp_path, report)

    assert json.loads((tmp_path / "report.json").read_text())["findings"] == []
    assert "Everything that was found" in (tmp_path / "report.html").read_text()


def test_a_file_whose_name_is_in_no_known_encoding_stops_nothing(tmp_path, db):
    open_the_archive()
    account = tmp_path / "account"
    (account / "stories/2").mkdir(parents=True)
    (account / "dump.sql").write_bytes(mysqldump(archive()))
    (account / "stories/2/1.txt").write_text("The tide.")
    Path(os.fsdecode(os.fsencode(account) + b"/stories/2/caf\xe9.txt")).touch()

    moves.move_in(
        moves.Wish([str(account)]), report_in=tmp_path / "report", tell=lambda *_far: None
    )

    assert Chapter.objects.count() == 3


def test_a_finding_about_such_a_name_can_be_written(tmp_path, report):
    written(tmp_path, report, Finding("mended", "texts", "1", facts={"how": "caf\udce9.txt"}))

    assert r"caf\udce9.txt" in (tmp_path / "findings.csv").read_text()
    assert r"caf\udce9.txt" in (tmp_path / "report.html").read_text()
