"""Bringing an old archive, rehearsing it and moving in, in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from storyhold.importers import incoming
from storyhold.importers.jobs import carry_out_undertaking
from storyhold.importers.models import Stage, Undertaking
from storyhold.stories.models import Story
from tests.cast import make_member, open_the_archive
from tests.importers.dumps import archive as old_archive
from tests.importers.dumps import mysqldump, saved

DESK = "/office/moving-in/"


@pytest.fixture
def archivist(client, settings, tmp_path, db):
    settings.DATA = tmp_path
    open_the_archive()
    member = make_member("Wren", role="archivist")
    client.force_login(member)
    return client


def bring(client, content=b"-- a dump", name="dump.sql"):
    return client.post(f"{DESK}bring/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_a_file_is_brought_and_deleted(archivist):
    page = bring(archivist, name="..\\..\\old/../dump.sql")

    assert "“dump.sql” is here." in page.content.decode()
    assert (incoming.folder() / "dump.sql").read_bytes() == b"-- a dump"
    archivist.post(f"{DESK}clear/")
    assert incoming.names() == []


def test_names_that_no_file_can_have_and_names_of_folders(archivist):
    (incoming.folder() / "backup").mkdir()
    (incoming.folder() / "B\udcfccher.sql").touch()

    assert bring(archivist, name="📚" * 90 + ".sql").status_code == 200
    answer = bring(archivist, name="backup")

    assert (answer.status_code, "a folder named “backup”" in answer.content.decode()) == (422, True)
    kept = incoming.names()
    assert kept[0] == "backup"
    assert kept[1].endswith("📚.sql")
    assert len(list(incoming.folder().iterdir())) == 3  # nothing unfinished is left


def test_a_file_that_the_disk_has_no_room_for_is_refused_before_it_is_read(archivist):
    answer = archivist.generic(
        "POST",
        f"{DESK}bring/",
        b"x",
        content_type="multipart/form-data; boundary=b",
        CONTENT_LENGTH=str(10**15),
    )

    assert answer.status_code == 422
    assert "MB free" in answer.content.decode()


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Choose what is to be read."),
        ({"names": "elsewhere.sql"}, "That file is not there any more."),
        ({"names": "dump.sql", "charset": "klingon"}, "“klingon” names no set of characters."),
        ({"names": "dump.sql", "charset": "a\x00"}, ""),
        ({"names": "dump.sql", "encodings": "reviews=klingon"}, "“reviews=klingon” names no set"),
        ({"names": "dump.sql", "encodings": "windows-1251"}, "“windows-1251” names no set"),
        ({"names": "dump.sql", "zone": "Europe/Atlantis"}, "There is no such time zone."),
    ],
)
def test_what_cannot_be_begun_is_said(archivist, form, sentence):
    bring(archivist)

    answer = archivist.post(f"{DESK}begin/", form)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Undertaking.objects.exists()


def test_one_import_comes_after_the_other(archivist):
    bring(archivist)
    archivist.post(f"{DESK}begin/", {"names": "dump.sql"})

    answer = archivist.post(f"{DESK}begin/", {"names": "dump.sql"})

    assert answer.status_code == 422
    assert "running already" in answer.content.decode()


def test_what_is_no_dump_is_said_on_the_page(archivist):
    bring(archivist, b"<html>not a dump</html>")
    page = archivist.post(f"{DESK}begin/", {"names": "dump.sql"}, follow=True)
    assert page["Refresh"] == "3"

    undertaking = Undertaking.objects.get()
    carry_out_undertaking.func(undertaking.pk)

    undertaking.refresh_from_db()
    assert undertaking.stage == Stage.FAILED
    page = archivist.get(f"{DESK}{undertaking.pk}/")
    assert undertaking.trouble in page.content.decode()
    assert "Refresh" not in page


def test_the_packer_comes_with_a_code_that_is_not_in_it(archivist):
    page = archivist.post(f"{DESK}packer/").content.decode()
    code = page.partition('name="code" value="')[2].partition('"')[0]

    file = archivist.post(f"{DESK}packer/file/", {"code": code}).content.decode()

    assert file.startswith("<?php")
    assert code not in file
    assert archivist.post(f"{DESK}packer/file/", {"code": "1"}).status_code == 302


def test_a_move_is_taken_back_before_the_archive_is_opened(archivist, tmp_path):
    saved(incoming.folder(), mysqldump(old_archive()), "old.sql")
    archivist.post(f"{DESK}begin/", {"names": "old.sql"})
    undertaking = Undertaking.objects.get()
    carry_out_undertaking.func(undertaking.pk)
    archivist.post(f"{DESK}{undertaking.pk}/move/")
    carry_out_undertaking.func(undertaking.pk)
    assert Story.objects.count() == 2
    page = archivist.get(f"{DESK}{undertaking.pk}/").content.decode()
    assert "3 of 3 chapters are identical." in page
    assert "Take it back" in page

    archivist.post(f"{DESK}{undertaking.pk}/undo/")

    assert not Story.objects.exists()
    assert archivist.get(f"{DESK}{undertaking.pk}/undo/").status_code == 404
    assert "Take it back" not in archivist.get(f"{DESK}{undertaking.pk}/").content.decode()
