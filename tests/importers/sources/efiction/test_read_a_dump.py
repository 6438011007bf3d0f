"""Statements and rows come out of a dump as the server would have read them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyhold.importers.sources.efiction.dumps.reading import Altered, Cut, Dump, Filled, Made
from storyhold.importers.sources.efiction.dumps.window import Window
from tests.importers.dumps import mysqldump, own_backup, phpmyadmin

pytestmark = pytest.mark.once

NASTY = (
    b"It's \x93odd\x94; -- not a comment\n# nor this\r\n"
    b"INSERT INTO fanfiction_stories VALUES (1,'x');\n/* \\ */ '' \"\" `\0\x1a\\' \\\\"
)


class Drip:
    """A stream that gives little at a time, so that everything is cut somewhere."""

    def __init__(self, data: bytes, size: int) -> None:
        self._stream, self._size = io.BytesIO(data), size

    def read(self, _size: int, /) -> bytes:
        return self._stream.read(self._size)


def events_of(dump, *, size=1 << 20):
    reader = Dump(Window(Drip(dump, size)), wants=lambda table: table != "other")
    return list(reader), reader.marks


def rows_of(dump, *, size=1 << 20):
    return [
        row
        for event in events_of(dump, size=size)[0]
        if isinstance(event, Filled)
        for row in event.rows
    ]


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
@pytest.mark.parametrize(
    ("written", "means"),
    [
        (b"1", b"1"),
        (b"-3.5e7", b"-3.5e7"),
        (b"- 4", b"-4"),
        (b"NULL", None),
        (b"null", None),
        (b"true", b"1"),
        (b"CURRENT_TIMESTAMP", None),
        (b"''", b""),
        (b'""', b""),
        (b"''''", b"'"),
        (b'"say ""so"""', b'say "so"'),
        (b"'\"'", b'"'),
        (rb"'\0\'\"\b\n\r\t\Z\\\q'", b"\0'\"\b\n\r\t\x1a\\q"),
        (rb"'50\% \_x'", rb"50\% \_x"),
        (b"0x4869", b"Hi"),
        (b"x'4869'", b"Hi"),
        (b"X'4869'", b"Hi"),
        (b"b'101'", b"5"),
        (b"_binary '\\0a'", b"\0a"),
        (b"_utf8'\xc3\xa9'", b"\xc3\xa9"),
        (b"N'a'", b"a"),
        (b"_utf8 0x4869", b"Hi"),
        (b"CONVERT('a,(b' USING utf8)", b"a,(b"),
        (b"'a' 'b'", b"ab"),
        (b"'a' COLLATE utf8_bin", b"a"),
        (b"UNHEX('4869')", b"Hi"),
        (b"/* why */ 'a'", b"a"),
    ],
)
def test_values(written, means, size):
    dump = b"INSERT INTO t VALUES (7, %s ),(8,%s);" % (written, written)

    assert rows_of(dump, size=size) == [[b"7", means], [b"8", means]]


@pytest.mark.parametrize(
    "head",
    [
        b"INSERT INTO t VALUES",
        b"insert ignore into `t`\n(`A`, `b`)\nvalues\n",
        b"REPLACE INTO `old`.`t` (a,b) VALUE ",
        b"INSERT /*!32312 IGNORE */ INTO t VALUES",
        b'INSERT DELAYED INTO "t" VALUES',
        b"/*!40000 ALTER TABLE `t` DISABLE KEYS */;\nINSERT  IGNORE INTO `t` VALUES",
        b"# it's a comment\n-- it's another\n/* it's a third */ INSERT INTO t VALUES",
        b"/*M!999999\\- enable the sandbox mode */ \nINSERT INTO t VALUES",
        b"\xef\xbb\xbfINSERT INTO t VALUES",
        b"INSERT INTO other VALUES (';','it''s \\'');INSERT INTO t VALUES",
        b"DELIMITER ;;\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN"
        b" INSERT INTO t VALUES (0,0); END ;;\n"
        b"DELIMITER ;\nINSERT INTO t VALUES",
        b"<br />\n<b>Warning</b>: can't do it in <b>x.php</b>\nINSERT INTO t VALUES",
    ],
)
@pytest.mark.parametrize("size", [1, 1 << 20])
def test_ways_to_begin(head, size):
    dump = head + b" (1,'a'), (2,'b') ON DUPLICATE KEY UPDATE a=';';\nINSERT INTO t VALUES(3,'c')"

    assert rows_of(dump, size=size) == [[b"1", b"a"], [b"2", b"b"], [b"3", b"c"]]


def test_without_backslashes_when_the_server_is_set_so():
    dump = rb"""/*!40101 SET SQL_MODE='ANSI,NO_BACKSLASH_ESCAPES' */;
    INSERT INTO t VALUES ('C:\','it''s'),('\n','');"""

    assert rows_of(dump) == [[b"C:\\", b"it's"], [rb"\n", b""]]


@given(
    st.lists(
        st.tuples(st.integers(), st.binary(max_size=80), st.none() | st.text(max_size=20)),
        min_size=1,
    )
)
@pytest.mark.parametrize("write", [mysqldump, phpmyadmin, own_backup])
@pytest.mark.parametrize("size", [5, 1 << 20])
def test_whatever_was_written_is_read(write, size, rows):
    dump = write(
        {
            "stories": [
                {"sid": sid, "title": title, "summary": summary} for sid, title, summary in rows
            ]
        }
    )

    def bytes_of(value):
        if value is None:
            return b"" if write is own_backup else None
        return value if isinstance(value, bytes) else str(value).encode()

    assert rows_of(dump, size=size) == [[bytes_of(value) for value in row] for row in rows]


@pytest.mark.parametrize("write", [mysqldump, phpmyadmin, own_backup])
def test_sql_inside_a_text_is_text(write):
    dump = write({"stories": [{"sid": 1, "summary": NASTY}, {"sid": 2, "summary": "b"}]})

    assert rows_of(dump) == [[b"1", NASTY], [b"2", b"b"]]


def test_a_row_of_many_megabytes():
    text = b"It\\'s late. " * (1 << 20)

    assert rows_of(b"INSERT INTO t VALUES (1,'%s'),(2,'b');" % text)[0][1] == text.replace(
        b"\\", b""
    )


def test_definitions_say_the_columns_and_what_became_of_them():
    made, altered = events_of(
        b"CREATE TABLE IF NOT EXISTS `a b`.`t` (`Sid` int(11) unsigned COMMENT 'a, b)',\n"
        b"-- odd, isn't it\n `key` varchar(5) DEFAULT 'x,y', key2 enum('a','b'),"
        b" PRIMARY KEY (`Sid`), KEY key2 (key2)) /*!40100 DEFAULT CHARSET=latin1 */;\n"
        b"ALTER TABLE t ADD `new` int, ADD KEY (new), CHANGE `key` word text;"
    )[0]

    assert isinstance(made, Made)
    assert isinstance(altered, Altered)
    assert made.definition.types == {
        "sid": "int(11) unsigned",
        "key": "varchar(5)",
        "key2": "enum('a','b')",
    }


def test_a_dump_that_ends_in_the_middle_says_in_which_table():
    whole = mysqldump({"authors": [{"uid": 1}], "stories": [{"sid": 1, "title": "It's"}] * 3})

    for length in range(
        whole.index(b"INTO `fanfiction_stories` VALUES (") + 40, whole.rindex(b");")
    ):
        events, marks = events_of(whole[:length])
        assert events[-1] == Cut("", "fanfiction_stories", is_end=True)
        assert not marks.has_end
    assert events_of(whole)[1].has_end


@pytest.mark.parametrize("write", [mysqldump, own_backup])
def test_after_a_broken_row_reading_goes_on(write):
    whole = write(
        {"authors": [{"uid": 1, "bio": "It's me"}], "stories": [{"sid": 1, "title": "b"}]}
    )
    cut = whole[: whole.index(b" me")] + b"\r\n"

    events, _marks = events_of(cut + whole)

    filled = [event for event in events if isinstance(event, Filled)]
    assert Cut("", "fanfiction_authors", is_end=False) in events
    assert [event.rows for event in filled if event.table == "fanfiction_stories"] == [
        [[b"1", b"b"]]
    ]
    assert len([event for event in filled if event.table == "fanfiction_authors"]) == 1


def test_an_error_page_at_the_end_is_noticed():
    events, marks = events_of(
        own_backup({"stories": [{"sid": 1}]}) + b"<br />\n<b>Fatal error</b>: it's over"
    )

    assert len(events) == 1
    assert marks.strays == ["Fatal error : it's over"]
