"""Dump, texts, pictures and settings are found in whatever an archivist has."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile

import pytest
import zstandard

from storyhold.importers.sources.efiction import refusals
from storyhold.importers.sources.efiction.finding import limits
from storyhold.importers.sources.efiction.finding.source import opened
from tests.importers.dumps import archive, chapter, mysqldump, saved, settings, story

pytestmark = pytest.mark.once

DUMP = mysqldump(archive())
CONFIG = b"""<?php
// $sitekey = "not this one";
$dbname = "lantern_db"; $dbuser = "keeper"; $dbpass = 'hunter2';
$settingsprefix = ""; $sitekey = 'lantern';
"""
BARE = {"storytext": None}
IN_FILES = mysqldump(
    archive(chapters=[chapter(n, 1 + n // 3, 2 - n // 3, **BARE) for n in (1, 2, 3)])
)
ACCOUNT = {
    "mysql/lantern_db.sql": IN_FILES,
    "mysql/lantern_db.create": b"CREATE DATABASE lantern_db;",
    "public_html/archive/config.php": CONFIG,
    "public_html/archive/docs/tables.sql": mysqldump({"stories": [], "chapters": []}),
    "public_html/archive/index.php": b"<?php",
    "public_html/archive/stories/2/1.txt": b"One.",
    "public_html/archive/stories/2/2.TXT": b"Two.",
    "public_html/archive/stories/1/3.txt": b"Three.",
    "public_html/archive/stories/1/2.txt": b"Two, by another.",
    "public_html/archive/stories/1/99.txt": b"Gone.",
    "public_html/archive/stories/2/images/Boat.PNG": b"\x89PNG",
    "public_html/archive/stories/2/images/imagelist.js": b"",
    "public_html/archive/skins/default/images/sea.gif": b"GIF",
    "public_html/blog/readme.txt": b"Not a story.",
    "public_html/old/stories/7/1.txt": b"Another archive's.",
}


def in_folder(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def in_tar(path, files, kind="gz"):
    with tarfile.open(path, f"w:{kind}") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mtime = len(content), 1_100_000_000
            tar.addfile(member, io.BytesIO(content))
    return path


def in_zip(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def nested(path):
    parts = {name: data for name, data in ACCOUNT.items() if name.startswith("public_html")}
    home = in_tar(path.with_name("home.tar.gz"), parts).read_bytes()
    dump = gzip.compress(ACCOUNT["mysql/lantern_db.sql"])
    return in_zip(path, {"backup/home.tar.gz": home, "backup/lantern_db.sql.gz": dump})


@pytest.mark.parametrize(
    "pack",
    [
        lambda folder: in_folder(folder / "account", ACCOUNT),
        lambda folder: in_tar(folder / "account.tar.gz", ACCOUNT),
        lambda folder: in_tar(folder / "account.tar", ACCOUNT, ""),
        lambda folder: in_tar(folder / "account.tar.xz", ACCOUNT, "xz"),
        lambda folder: in_zip(folder / "account.zip", ACCOUNT),
        lambda folder: nested(folder / "account.zip"),
    ],
    ids=["folder", "tar.gz", "tar", "tar.xz", "zip", "nested"],
)
def test_all_of_a_web_account(staged, tmp_path, pack):
    one = staged(pack(tmp_path))

    assert one.tables["chapters"] == 3
    assert one.texts.root.name == "stories"
    found = {
        chapid: one.texts.find(uid, chapid) for uid, chapid in [(2, 1), (2, 2), (1, 3), (9, 1)]
    }
    assert {number: file and one.texts.read(file) for number, file in found.items()} == {
        1: None,
        2: b"Two.",
        3: b"Three.",
    }
    assert one.texts.read(one.texts.find(2, 1)) == b"One."
    assert sorted(file.path for file in one.texts.with_number(2)) == ["1/2.txt", "2/2.TXT"]
    assert [file.path for file in one.texts.without([1, 2, 3])] == ["1/99.txt"]
    assert one.texts.read(one.texts.image(2, "boat.png")) == b"\x89PNG"
    facts = next(note.facts for note in staged.notes if note.topic == "stories folder")
    assert facts == {"folder": "stories", "found": "3", "looked": "3"}


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.sql", bytes),
        ("a.sql.gz", gzip.compress),
        ("a.sql.bz2", bz2.compress),
        ("a.sql.xz", lzma.compress),
        ("a.sql.zst", zstandard.ZstdCompressor().compress),
        ("no-name-to-speak-of", gzip.compress),
    ],
)
def test_a_packed_dump(staged, tmp_path, name, pack):
    path = tmp_path / name
    path.write_bytes(pack(DUMP))

    assert staged(path).tables["stories"] == 2


def test_a_zipped_dump_and_a_dump_in_parts(staged, tmp_path):
    assert staged(in_zip(tmp_path / "a.sql.zip", {"a.sql": DUMP})).tables["stories"] == 2

    middle = DUMP.index(b"LOCK TABLES `fanfiction_reviews`")
    parts = {"x_part_2.sql.gz": DUMP[middle:], "x_part_1.sql.gz": DUMP[:middle]}
    folder = in_folder(tmp_path / "parts", {n: gzip.compress(d) for n, d in parts.items()})
    assert staged(folder).tables == staged(DUMP).tables


def test_stories_given_beside_the_dump(staged, tmp_path):
    texts = {name.removeprefix("public_html/archive/"): text for name, text in ACCOUNT.items()}
    stories = {name: text for name, text in texts.items() if name.startswith("stories/")}

    for place in (
        in_tar(tmp_path / "stories.tgz", stories),
        in_folder(tmp_path / "site", stories),
        tmp_path / "site" / "stories",
    ):
        assert len(staged(IN_FILES, stories=place).texts) == 5


def test_times_of_files_are_kept(staged, tmp_path):
    one = staged(in_tar(tmp_path / "account.tar.gz", ACCOUNT))

    assert one.texts.find(2, 1).modified == 1_100_000_000


def test_folders_by_pen_name(staged, tmp_path):
    folder = tmp_path / "stories"
    name = os.fsdecode(b"Zo\xe9")
    in_folder(folder, {f"{name}/1.txt": b"One.", f"{name}/2.txt": b"", "Ada/3.txt": b"Three."})

    one = staged(IN_FILES, stories=folder)

    assert one.texts.find(2, 1) is None
    assert [os.fsencode(file.folder) for file in one.texts.with_number(1)] == [b"Zo\xe9"]


# --- what does not fit ----------------------------------------------------------------------------


def test_a_folder_of_another_archive_is_refused(staged, tmp_path):
    folder = in_folder(tmp_path / "stories", {f"9/{n}.txt": b"x" for n in (1, 2, 3)})

    with pytest.raises(refusals.StoriesFolderDoesNotFit, match=r"of 3 chapters.*2/1\.txt, 0 have"):
        staged(IN_FILES, stories=folder)


def test_texts_in_files_and_no_files_is_refused_unless_wished(staged):
    with pytest.raises(refusals.StoriesFolderIsMissing, match="3 of 3 chapters"):
        staged(IN_FILES)

    assert not staged(IN_FILES, stories="none").texts


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda at: at / "nowhere.sql", refusals.SourceIsMissing),
        (lambda at: in_folder(at / "empty", {"a": b""}) / "a", refusals.SourceIsEmpty),
        (lambda at: in_folder(at / "site", {"index.php": b"<?php"}), refusals.NoDumpFound),
        (lambda at: in_folder(at / "data", {"fanfiction_a.MYD": b"\1"}), refusals.TablesAreNoDump),
        (lambda at: saved(at, gzip.compress(DUMP)[:-200], "a"), refusals.ArchiveIsBroken),
        (lambda at: in_tar(at / "a.tar", {"../a.sql": DUMP}, ""), refusals.ArchiveClimbsOut),
        (lambda at: in_zip(at / "a.zip", {"/etc/a.sql": DUMP}), refusals.ArchiveClimbsOut),
        (lambda at: in_zip(at / "a.zip", {"..\\a.sql": DUMP}), refusals.ArchiveClimbsOut),
        (lambda at: in_zip(at / "a.zip", {"a.sql": bytes(9 << 20)}), refusals.SourceSwells),
        (lambda at: saved(at, bytes(9 << 20), "a.sql.gz"), refusals.SourceSwells),
    ],
)  # fmt: skip
def test_bad_sources_are_refused(staged, tmp_path, monkeypatch, make, refusal):
    monkeypatch.setattr(limits, "NORMAL", 1 << 20)

    with pytest.raises(refusal) as refused:
        staged(make(tmp_path))

    assert "Nothing was" in str(refused.value)
    assert not (tmp_path.parent / "a.sql").exists()


def damaged_zip():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("dump.sql", DUMP)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("backup.sql.gz", gzip.compress(DUMP)[:60] + b"\xff" * 60 + gzip.compress(DUMP)[120:]),
        ("backup.zip", damaged_zip()[:60] + b"\xff" * 60 + damaged_zip()[120:]),
        ("backup.zip", damaged_zip().replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0")),
        ("backup.zip", damaged_zip()[:-30]),
    ],
    ids=["damaged gzip", "damaged zip", "packed in an unknown way", "cut zip"],
)
def test_what_cannot_be_unpacked_is_said(staged, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(refusals.ArchiveIsBroken):
        staged(tmp_path / name)


def test_a_cut_tar_is_said(staged, tmp_path):
    whole = in_tar(tmp_path / "whole.tar", {"dump.sql": DUMP}, kind="")
    (tmp_path / "cut.tar").write_bytes(whole.read_bytes()[:2000])

    with pytest.raises(refusals.ArchiveIsBroken):
        staged(tmp_path / "cut.tar")


def test_a_tar_that_ends_with_a_zip_and_has_impossible_times(staged, tmp_path):
    path = tmp_path / "backup.tar"
    with tarfile.open(path, "w") as tar:
        for name, content in {"dump.sql": DUMP, "pictures.zip": damaged_zip()}.items():
            member = tarfile.TarInfo(name)
            member.size, member.pax_headers = len(content), {"mtime": "nan"}
            tar.addfile(member, io.BytesIO(content))

    with opened([str(path)]) as source:
        assert len(source.dumps) == 2


def test_a_dump_in_several_frames_of_zst_is_read_to_its_end(staged, tmp_path):
    frames = zstandard.compress(DUMP[:1000]) + zstandard.compress(DUMP[1000:])
    (tmp_path / "dump.sql.zst").write_bytes(frames)

    assert staged(tmp_path / "dump.sql.zst").tables["chapters"] == 3


def test_what_is_no_file_is_not_waited_for(staged, tmp_path):
    account = in_folder(tmp_path / "account", ACCOUNT)
    os.mkfifo(account / "public_html/archive/stories/2/5.txt")

    assert len(staged(account).texts) == 5


def test_links_are_never_followed(staged, tmp_path):
    (tmp_path / "secret.txt").write_bytes(b"Secret.")
    path = tmp_path / "account.tar"
    with tarfile.open(in_tar(path, ACCOUNT, ""), "a") as tar:
        link = tarfile.TarInfo("public_html/archive/stories/2/5.txt")
        link.type, link.linkname = tarfile.SYMTYPE, str(tmp_path / "secret.txt")
        tar.addfile(link)

    assert staged(path).texts.with_number(5) == []
    assert "links left out" in {note.topic for note in staged.notes}


# --- several installations ------------------------------------------------------------------------


def test_the_configuration_tells_which_site_is_meant(staged, tmp_path):
    rows = [settings(), settings(sitekey="second", tableprefix="b_")]
    both = mysqldump(archive(settings=rows)) + mysqldump(archive(settings=[]), prefix="b_")
    folder = in_folder(tmp_path / "site", {"a.sql": both, "config.php": CONFIG})

    assert staged(folder).site.key == "lantern"
    with pytest.raises(refusals.SeveralSites):
        staged(folder / "a.sql")


def test_backups_of_two_days_are_told_apart_by_their_files(staged, tmp_path):
    later = mysqldump(archive(stories=[story(1, 2)]))
    folder = in_folder(tmp_path / "backups", {"may.sql": DUMP, "june.sql": later})

    with pytest.raises(refusals.SeveralSites, match=r"june\.sql.*may\.sql"):
        staged(folder)
    assert staged(folder, site_key="june.sql").tables["stories"] == 1


def test_a_picture_of_a_category(tmp_path):
    with opened([str(in_folder(tmp_path / "site", ACCOUNT))]) as source:
        assert source.category_picture("sea.gif").read_bytes() == b"GIF"
        assert source.category_picture("../images/sea.gif") is None
        assert source.configs[0].database == "lantern_db"
        assert "hunter2" not in repr(source)


def test_a_bundle_of_our_own_packer(staged, tmp_path):
    middle = DUMP.index(b"LOCK TABLES `fanfiction_reviews`")
    extra = b"INSERT INTO `fanfiction_stories` (`sid`) VALUES ('9');\n"
    files = {
        "about.txt": b"Storyhold bundle 1\n",
        "config.php": CONFIG,
        "database/000001.sql": DUMP[:middle],
        "database/000002.sql": DUMP[middle:] + extra,
    }
    cut = in_tar(tmp_path / "cut.tar.gz", files)
    with pytest.raises(refusals.BundleIsNotComplete):
        staged(cut)

    whole = in_tar(tmp_path / "whole.tar.gz", files | {"complete.txt": b"rows: 9\n"})
    assert staged(whole).tables["stories"] == 3
