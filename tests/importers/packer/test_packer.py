"""The packer, run by a real PHP on a real MariaDB, and its bundle taken apart again."""

import http.cookiejar
import re
import shutil
import subprocess
import tarfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager

import pytest

from storyhold.importers.packer.packer import new_code, packer
from storyhold.importers.sources.efiction.finding.source import opened
from storyhold.importers.sources.efiction.staging import stage
from tests.mariadb import PASSWORD, USER, mariadb
from tests.site.served import free_port

pytestmark = pytest.mark.once  # the archive's own database has no part in it

NASTY = b"It\\'s \x93quoted\x94 \xe2\x80\x99 ; -- \\ \x00 \x1a\r\n\tend \xff"
CONFIG = """<?php
// $dbname = "commented_out";
$dbhost = "127.0.0.1:{port}";
$dbname= 'lantern';
$dbuser = "{user}";
$dbpass = "{password}";
$sitekey = "site_a";
$settingsprefix = "set_";
include("this must not be run");
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with mariadb(tmp_path_factory.mktemp("mariadb"), free_port()) as server:
        server.run(
            b"CREATE DATABASE lantern; USE lantern;"
            b"CREATE TABLE set_fanfiction_settings (sitekey varchar(30), storiespath varchar(20),"
            b" tableprefix varchar(50), sitename varchar(50)) CHARSET=latin1;"
            b"INSERT INTO set_fanfiction_settings VALUES ('site_b', 'wrong', 'other_', ''),"
            b" ('site_a', 'texts', 'ef_', 'Lantern');"
            b"CREATE TABLE ef_fanfiction_chapters (chapid int PRIMARY KEY, storytext text)"
            b" CHARSET=latin1;"
            b"CREATE TABLE ef_fanfiction_coauthors (sid int, uid int, PRIMARY KEY (sid, uid));"
            b"CREATE TABLE ef_fanfiction_stories (sid int PRIMARY KEY, title text, uid int);"
            b"INSERT INTO ef_fanfiction_stories VALUES (1, 'Low Water', 7);"
            b"CREATE TABLE ef_fanfiction_online (online_ip int);"
            b"CREATE TABLE shop_orders (card text);"
        )
        nasty = NASTY.hex().encode()
        rows = b",".join(b"(%d, x'%s')" % (number, nasty) for number in range(1, 124))
        server.run(
            b"INSERT INTO ef_fanfiction_chapters VALUES %s, (500, NULL)" % rows, database="lantern"
        )
        pairs = b",".join(b"(%d, %d)" % (sid, sid + 1) for sid in range(70))
        server.run(b"INSERT INTO ef_fanfiction_coauthors VALUES " + pairs, database="lantern")
        yield server


@pytest.fixture
def root(tmp_path, server):
    """A folder of an old archive, with the packer in it; in small steps."""
    escaped = PASSWORD.replace('"', '\\"')
    config = CONFIG.format(port=server.port, user=USER, password=escaped)
    (tmp_path / "config.php").write_text(config)
    texts = tmp_path / "texts"
    (texts / "7" / "images").mkdir(parents=True)
    (texts / "Pen Näme").mkdir()
    (texts / "7" / "1.txt").write_bytes(NASTY)
    (texts / "7" / "images" / "map.PNG").write_bytes(b"\x89PNG")
    (texts / "7" / "index.php").write_text("<?php")
    (texts / "7" / "2.txt").symlink_to("/etc/passwd")
    (texts / "Pen Näme" / ("x" * 120 + ".txt")).write_text("long")
    (tmp_path / "skins" / "Dusk" / "images").mkdir(parents=True)
    (tmp_path / "skins" / "Dusk" / "images" / "cat.gif").write_bytes(b"GIF89a")
    return tmp_path


class Browser:
    """Somebody before the packer's pages."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}/storyhold-pack.php"
        self.cookies = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies)
        ).open

    def get(self, query="", **headers):
        return self._answer(urllib.request.Request(f"{self.address}?{query}", headers=headers))

    def post(self, **form):
        return self._answer(self.address, urllib.parse.urlencode(form).encode())

    def _answer(self, *asked):
        try:
            with self._open(*asked) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()


@contextmanager
def served(root, *options):
    port = free_port()
    words = [shutil.which("php"), *options, "-S", f"127.0.0.1:{port}", "-t", str(root)]
    process = subprocess.Popen(words, stderr=subprocess.PIPE)
    try:
        process.stderr.readline()  # “started”
        yield Browser(port)
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def put_packer(root, *, seconds_a_step=8):
    code = new_code()
    text = packer(code)
    steps = f"define('SECONDS_A_STEP', {seconds_a_step})"
    (root / "storyhold-pack.php").write_text(text.replace("define('SECONDS_A_STEP', 8)", steps))
    return code


def pack_all(browser):
    for steps in range(1, 60):
        _status, page = browser.get("pack=1")
        if b"The archive is packed" in page:
            return steps
        assert b"Packing" in page, page
    raise AssertionError(page)


def bundle_in(root):
    (bundle,) = root.glob("storyhold-*/storyhold-bundle.tar.gz")
    with tarfile.open(bundle) as tar:
        return {
            each.name.removeprefix("storyhold-bundle/"): tar.extractfile(each).read()
            for each in tar.getmembers()
        }


def rows_after(server, files, table):
    """Run the SQL of a bundle in another database and return the rows as hexadecimal digits."""
    parts = b"".join(files[name] for name in sorted(files) if name.startswith("database/"))
    server.run(b"DROP DATABASE IF EXISTS copy; CREATE DATABASE copy; USE copy;" + parts)
    of = b"SELECT *, HEX(storytext) FROM %s.ef_fanfiction_chapters ORDER BY 1"
    return server.run(of % b"copy"), server.run(of % b"lantern")


def test_nobody_gets_in_without_the_code(root):
    put_packer(root)

    with served(root) as browser:
        assert b"The code that came" in browser.get()[1]
        assert b"The code that came" in browser.get("pack=1")[1]
        assert b"The code that came" in browser.get("bundle=1")[1]
        status, page = browser.post(code="000000-000000-000000-000000-000000", delete="1")

    assert (status, b"not the code" in page) == (403, True)
    assert not list(root.glob("storyhold-*/"))
    assert (root / "storyhold-pack.php").exists()


@pytest.mark.parametrize("options", [(), ("-d", "disable_functions=mysqli_connect")])
def test_a_bundle_holds_the_archive_to_the_byte_and_nothing_else(root, server, options):
    code = put_packer(root, seconds_a_step=0)

    with served(root, *options) as browser:
        browser.post(code=code)
        assert pack_all(browser) > 3

    files = bundle_in(root)
    copied, original = rows_after(server, files, "chapters")
    assert copied == original
    assert copied.count(b"\n") == 124
    assert files["stories/7/1.txt"] == NASTY
    assert files["stories/7/images/map.PNG"] == b"\x89PNG"
    assert files["stories/Pen Näme/" + "x" * 120 + ".txt"] == b"long"
    assert files["skins/Dusk/images/cat.gif"] == b"GIF89a"
    assert b'$settingsprefix = "set_"' in files["config.php"]
    assert files["complete.txt"].startswith(b"rows: 197\nfiles: 4\nskipped: 0\n")
    everything = b"".join(files.values())
    assert PASSWORD.encode() not in everything
    for kept_out in (b"shop_orders", b"_online", b"root:x:", b"<?php exit"):
        assert kept_out not in everything


def test_a_bundle_is_a_source(root):
    code = put_packer(root)
    (root / "config.php").write_text((root / "config.php").read_text().replace(";\n$", "; $"))

    with served(root) as browser:
        browser.post(code=code)
        pack_all(browser)
    (bundle,) = root.glob("storyhold-*/storyhold-bundle.tar.gz")

    with opened([str(bundle)]) as source, stage(source, note=lambda _finding: None) as staged:
        assert (staged.site.key, staged.site.settings_prefix) == ("site_a", "set_")
        rows = staged.rows("chapters", order=("chapid",))
        assert [row["storytext"] for row in rows] == [NASTY] * 123 + [None]
        file = staged.texts.find(7, 1)
        assert file
        assert staged.texts.read(file) == NASTY
        assert source.category_picture("cat.gif")


def test_what_an_interrupted_step_left_is_written_anew(root, server):
    code = put_packer(root, seconds_a_step=0)

    with served(root) as browser:
        browser.post(code=code)
        for _step in range(2):
            browser.get("pack=1")
    (bundle,) = root.glob("storyhold-*/storyhold-bundle.tar.gz")
    with bundle.open("ab") as file:
        file.write(b"half a piece")
    with served(root) as browser:
        browser.post(code=code)
        pack_all(browser)

    copied, original = rows_after(server, bundle_in(root), "chapters")
    assert copied == original


def test_a_download_goes_on_where_it_was_and_everything_is_deleted_at_the_end(root):
    code = put_packer(root)

    with served(root) as browser:
        browser.post(code=code)
        assert pack_all(browser) == 1
        _status, whole = browser.get("bundle=1")
        status, rest = browser.get("bundle=1", Range="bytes=100-")
        assert (status, rest) == (206, whole[100:])
        assert whole == next(root.glob("storyhold-*/storyhold-bundle.tar.gz")).read_bytes()
        assert b"gone" in browser.post(delete="1")[1]

    assert not list(root.glob("storyhold-*"))
    assert (root / "texts" / "7" / "1.txt").exists()


def test_a_packer_does_nothing_after_two_weeks(root):
    code = put_packer(root)
    file = root / "storyhold-pack.php"
    file.write_text(
        re.sub(r"'GOOD_UNTIL', \d+", f"'GOOD_UNTIL', {int(time.time()) - 1}", file.read_text())
    )

    with served(root) as browser:
        assert b"too old" in browser.post(code=code)[1]
        assert b"too old" in browser.get("pack=1")[1]
        assert b"gone" in browser.post(delete="1")[1]


def test_a_wrong_place_is_named(root):
    code = put_packer(root)
    (root / "config.php").unlink()

    with served(root) as browser:
        browser.post(code=code)
        _status, page = browser.get("pack=1")
        assert b"no config.php" in page
        (root / "config.php").write_text('<?php $dbname = "elsewhere"; $dbuser="x";')
        _status, page = browser.get("pack=1")
        assert b"did not open" in page
