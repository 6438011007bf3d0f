"""A server that still runs is read as a dump of it would be."""

from urllib.parse import quote

import pytest

from storyhold.importers.sources.efiction.finding.source import opened
from storyhold.importers.sources.efiction.refusals import ServerDoesNotAnswer, ServerSaysNo
from tests.importers.dumps import archive, author, chapter, mysqldump, story
from tests.mariadb import PASSWORD, USER, mariadb
from tests.site.served import free_port

pytestmark = pytest.mark.once
TYPES = {"storytext": "mediumtext", "date": "datetime", "sid": "int", "count": "int unsigned"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with mariadb(tmp_path_factory.mktemp("mariadb"), free_port()) as server:
        yield server


def address(server, database="old", password=PASSWORD):
    return f"mysql://{USER}:{quote(password)}@127.0.0.1:{server.port}/{database}"


def rows_of(one):
    return {table: list(one.rows(table)) for table in one.tables}


def test_the_same_bytes_as_in_a_dump(staged, server):
    dump = mysqldump(
        archive(
            authors=[author(1, b"Zo\xe9 \x93\x81\x94", date="2004-07-07 15:45:25")],
            stories=[story(1, 1, title=b"\xe2\x80\x99", date="0000-00-00 00:00:00", summary=None)],
            chapters=[chapter(n, 1, 1, storytext=b"\\'\"\x00\x1a\xff" * n) for n in range(1, 700)],
            reviews=[],
        ),
        names="binary",
        types=TYPES,
    )  # fmt: skip
    server.run(b"SET sql_mode = ''; CREATE DATABASE old; USE old;\n" + dump)

    live = staged(address(server))

    assert rows_of(live) == rows_of(staged(dump))
    assert live.passwords == {1: str(author(1, "")["password"]).encode()}
    assert live.site.flavour.has("stories", "coauthors")


def test_servers_that_do_not_let_us_in(staged, server):
    with pytest.raises(ServerSaysNo, match="nowhere on 127"):
        staged(address(server, "nowhere"))
    with pytest.raises(ServerSaysNo, match=r"^((?!wrong).)*$"):
        staged(address(server, password="wrong"))
    with pytest.raises(ServerDoesNotAnswer, match=r"^((?!secret).)*$"):
        staged("mysql://keeper:secret@127.0.0.1:1/old")


def test_the_password_is_not_told(server):
    with opened([address(server, password="wrong")]) as source:
        assert "wrong" not in repr(source)
        assert source.name == "old on 127.0.0.1"
