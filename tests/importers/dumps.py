"""Small archives in Python's words: tables as rows of values, written as any program dumps them.

    write = mysqldump({"stories": [{"sid": 1, "title": "Tide"}], …}, prefix="ef_")

A value is None, a number, text (UTF-8) or bytes. `ARCHIVE` is a whole small archive to start from.
"""

import gzip
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Value = None | int | str | bytes
Rows = Sequence[Mapping[str, Value]]
Tables = Mapping[str, Rows]

_ESCAPES = {0: b"\\0", 10: b"\\n", 13: b"\\r", 26: b"\\Z", 34: b'\\"', 39: b"\\'", 92: b"\\\\"}


def as_bytes(value: Value) -> bytes:
    """Return the bytes of a value that is not None."""
    if isinstance(value, bytes):
        return value
    return str(value).encode()


def escaped(value: bytes) -> bytes:
    """Escape as the client library of MySQL does."""
    return b"".join(_ESCAPES.get(code, bytes([code])) for code in value)


def literal(value: Value, quote: bytes = b"'") -> bytes:
    """Return a value as SQL."""
    if value is None:
        return b"NULL"
    return as_bytes(value) if isinstance(value, int) else quote + escaped(as_bytes(value)) + quote


def columns_of(rows: Rows) -> list[str]:
    """Return all columns that the rows have, in the order they are first named."""
    return list(dict.fromkeys(column for row in rows for column in row))


def made(name: str, columns: Iterable[str], types: Mapping[str, str] | None = None) -> bytes:
    """Return a CREATE TABLE, with `text` for every column whose type is not said."""
    lines = ",\n".join(f"  `{column}` {(types or {}).get(column, 'text')}" for column in columns)
    first = next(iter(columns))
    key = f"KEY (`{first}`)" if first in (types or {}) else f"KEY (`{first}`(20))"
    return (
        f"DROP TABLE IF EXISTS `{name}`;\nCREATE TABLE `{name}` (\n{lines},\n  {key}\n"
        ") ENGINE=MyISAM DEFAULT CHARSET=latin1;\n"
    ).encode()


def mysqldump(
    tables: Tables,
    *,
    prefix: str = "",
    names: str = "utf8mb4",
    types: Mapping[str, str] | None = None,
    is_whole: bool = True,
) -> bytes:
    """What mysqldump writes. `types` are of columns, of whatever table."""
    parts = [b"-- MySQL dump 10.13  Distrib 8.0.36\n\n/*!40101 SET NAMES %s */;\n" % names.encode()]
    for table, rows in tables.items():
        name, columns = f"{prefix}fanfiction_{table}", columns_of(rows)
        parts.append(
            made(name, columns or ["id"], types) + f"LOCK TABLES `{name}` WRITE;\n".encode()
        )
        parts.append(f"/*!40000 ALTER TABLE `{name}` DISABLE KEYS */;\n".encode())
        if rows:
            values = (b"(" + b",".join(literal(row.get(c)) for c in columns) + b")" for row in rows)
            parts.append(b"INSERT INTO `%s` VALUES " % name.encode() + b",".join(values) + b";\n")
        parts.append(f"/*!40000 ALTER TABLE `{name}` ENABLE KEYS */;\nUNLOCK TABLES;\n".encode())
    return b"".join(parts) + (b"-- Dump completed on 2026-01-01\n" if is_whole else b"")


def phpmyadmin(tables: Tables, *, prefix: str = "", names: str = "utf8") -> bytes:
    """What phpMyAdmin writes: names of columns with the rows, keys at the end."""
    parts = [b'-- phpMyAdmin SQL Dump\n\nSET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";\n'
             b"START TRANSACTION;\n/*!40101 SET NAMES %s */;\n\n" % names.encode()]  # fmt: skip
    for table, rows in tables.items():
        name, columns = f"{prefix}fanfiction_{table}", columns_of(rows)
        lines = ",\n".join(f"  `{column}` text NOT NULL" for column in columns or ["id"])
        parts.append(f"CREATE TABLE `{name}` (\n{lines}\n) ENGINE=MyISAM;\n\n".encode())
        if rows:
            listed = ", ".join(f"`{column}`" for column in columns)
            values = (
                b"(" + b", ".join(literal(row.get(c)) for c in columns) + b")" for row in rows
            )
            head = f"INSERT INTO `{name}` ({listed}) VALUES\n".encode()
            parts.append(head + b",\n".join(values) + b";\n\n")
        parts.append(
            f"ALTER TABLE `{name}`\n  ADD PRIMARY KEY (`{(columns or ['id'])[0]}`);\n".encode()
        )
    return b"".join(parts) + b"COMMIT;\n"


def own_backup(tables: Tables, *, prefix: str = "") -> bytes:
    """What eFiction's own backup page writes: a row is its values in the order they are given."""
    parts = []
    for table, rows in sorted(tables.items()):
        name = f"{prefix}fanfiction_{table}".encode()
        parts.append(b"# Dump of %s \r\n# Dump DATE : 22-Nov-2026\r\n\r\n" % name)
        for row in rows:
            values = (b'"' + escaped(as_bytes("" if v is None else v)) + b'"' for v in row.values())
            parts.append(b"INSERT INTO %s VALUES(%s);\r\n" % (name, b", ".join(values)))
        parts.append(b"\r\n\r\n\r\n")
    return b"".join(parts)


def mysqldump_xml(tables: Tables, *, prefix: str = "") -> bytes:
    """What `mysqldump --xml` writes, with the control characters that XML does not allow."""
    parts = [b'<?xml version="1.0"?>\n<mysqldump>\n<database name="old">\n']
    for table, rows in tables.items():
        name = f"{prefix}fanfiction_{table}"
        fields = (
            f'<field Field="{column}" Type="text" Null="NO" />' for column in columns_of(rows)
        )
        parts.append(
            f'<table_structure name="{name}">{"".join(fields)}</table_structure>\n'.encode()
        )
        parts.append(f'<table_data name="{name}">\n'.encode())
        parts += [
            b"<row>" + b"".join(_xml_field(*one) for one in row.items()) + b"</row>\n"
            for row in rows
        ]
        parts.append(b"</table_data>\n")
    return b"".join(parts) + b"</database>\n</mysqldump>\n"


def _xml_field(column: str, value: Value) -> bytes:
    if value is None:
        return f'<field name="{column}" xsi:nil="true" />'.encode()
    text = as_bytes(value)
    for sign, entity in ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b'"', b"&quot;")):
        text = text.replace(sign, entity)
    return f'<field name="{column}">'.encode() + text + b"</field>"


def mysqldump_tab(folder: Path, tables: Tables, *, prefix: str = "") -> Path:
    """Put what `mysqldump --tab` writes into a folder."""
    for table, rows in tables.items():
        name, columns = f"{prefix}fanfiction_{table}", columns_of(rows)
        (folder / f"{name}.sql").write_bytes(
            b"-- MySQL dump 10.13\n" + made(name, columns or ["id"])
        )
        lines = (b"\t".join(_tab_field(row.get(column)) for column in columns) for row in rows)
        (folder / f"{name}.txt").write_bytes(b"".join(line + b"\n" for line in lines))
    return folder


def _tab_field(value: Value) -> bytes:
    if value is None:
        return b"\\N"
    signs = {0: b"\\0", 9: b"\\\t", 10: b"\\\n", 92: b"\\\\"}
    return b"".join(signs.get(code, bytes([code])) for code in as_bytes(value))


def saved(folder: Path, dump: bytes, name: str = "backup.sql") -> Path:
    """Write a dump into a file, packed if its name ends in .gz, and return its path."""
    path = folder / name
    path.write_bytes(gzip.compress(dump) if name.endswith(".gz") else dump)
    return path


# --- a whole small archive ------------------------------------------------------------------------


def settings(**more: Value) -> dict[str, Value]:
    """A row of settings, with what a test says otherwise."""
    row: dict[str, Value] = {
        "sitekey": "lantern", "sitename": "The Lantern Room", "slogan": "",
        "url": "http://old.example.org", "siteemail": "keeper@example.org", "tableprefix": "",
        "skin": "default", "hiddenskins": "", "language": "en", "submissionsoff": 0,
        "storiespath": "stories", "store": "mysql", "autovalidate": 0, "coauthallowed": 1,
        "maxwords": 0, "minwords": 0, "imageupload": 0, "imageheight": 200, "imagewidth": 200,
        "roundrobins": 1, "allowseries": 2, "tinyMCE": 0, "allowed_tags": "<b><i>", "favorites": 1,
        "multiplecats": 1, "newscomments": 1, "logging": 1, "maintenance": 0, "debug": 0,
        "captcha": 0, "dateformat": "d M Y", "timeformat": "H:i", "recentdays": 7,
        "displaycolumns": 1, "itemsperpage": 25, "extendcats": 1, "displayindex": 0,
        "defaultsort": 1, "displayprofile": 1, "linkstyle": 2, "linkrange": 5, "reviewsallowed": 1,
        "ratings": 1, "anonreviews": 1, "revdelete": 1, "rateonly": 1, "pwdsetting": 1,
        "alertson": 1, "disablepopups": 0, "agestatement": 1, "words": "", "version": "3.5.3",
        "smtp_host": "", "smtp_username": "", "smtp_password": "",
    }  # fmt: skip
    return row | more


def author(uid: int, penname: Value, **more: Value) -> dict[str, Value]:
    """A row of authors whose password is “lantern”, with what a test says otherwise."""
    row: dict[str, Value] = {
        "uid": uid, "penname": penname, "realname": "", "email": f"member{uid}@example.org",
        "bio": "", "image": "", "date": 1_100_000_000, "admincreated": "0",
        "password": "9e87ffce6fc80e84029d401822c71013",
    }  # fmt: skip
    return row | more


def prefs(uid: int, **more: Value) -> dict[str, Value]:
    """A row of authorprefs."""
    row: dict[str, Value] = {
        "uid": uid, "newreviews": 0, "newrespond": 0, "ageconsent": 0, "alertson": 0, "tinyMCE": 0,
        "sortby": 0, "storyindex": 0, "validated": 0, "userskin": "default", "level": 0,
        "categories": "0", "contact": 0, "stories": 0,
    }  # fmt: skip
    return row | more


def story(sid: int, uid: int, **more: Value) -> dict[str, Value]:
    """A row of stories."""
    row: dict[str, Value] = {
        "sid": sid, "title": f"Story {sid}", "summary": "A summary.", "storynotes": "",
        "catid": "1", "classes": "", "charid": "", "rid": "1", "date": 1_200_000_000,
        "updated": 1_200_086_400, "uid": uid, "coauthors": 0, "featured": "0", "validated": "1",
        "completed": "0", "rr": "0", "wordcount": 3, "rating": 0, "reviews": 0, "count": 40 + sid,
    }  # fmt: skip
    return row | more


def chapter(chapid: int, sid: int, uid: int, **more: Value) -> dict[str, Value]:
    """A row of chapters."""
    row: dict[str, Value] = {
        "chapid": chapid, "title": f"Chapter {chapid}", "inorder": 1, "notes": "",
        "storytext": f"The tide came in, {chapid} times.", "endnotes": "", "validated": "1",
        "wordcount": 6, "rating": 0, "reviews": 0, "sid": sid, "uid": uid, "count": 40 + chapid,
    }  # fmt: skip
    return row | more


def review(reviewid: int, item: int, **more: Value) -> dict[str, Value]:
    """A row of reviews of a story, by a guest."""
    row: dict[str, Value] = {
        "reviewid": reviewid, "item": item, "chapid": 0, "reviewer": "Passing ship", "uid": 0,
        "review": "I read it twice.", "date": 1_200_100_000, "rating": -1, "respond": "0",
        "type": "ST",
    }  # fmt: skip
    return row | more


def series(seriesid: int, uid: int, **more: Value) -> dict[str, Value]:
    """A row of series."""
    row: dict[str, Value] = {
        "seriesid": seriesid, "title": f"Series {seriesid}", "summary": "", "uid": uid,
        "isopen": 0, "catid": "1", "rating": 0, "classes": "", "characters": "", "reviews": 0,
        "numstories": 1, "challenges": "",
    }  # fmt: skip
    return row | more


def category(catid: int, name: Value, **more: Value) -> dict[str, Value]:
    """A row of categories."""
    row: dict[str, Value] = {
        "catid": catid, "parentcatid": -1, "category": name, "description": "", "image": "",
        "locked": 0, "leveldown": 0, "displayorder": 1, "numitems": 0,
    }  # fmt: skip
    return row | more


def archive(**more: Rows) -> dict[str, Rows]:
    """A whole small archive: two authors, two stories, three chapters; and what else is given."""
    tables: dict[str, Rows] = {
        "settings": [settings()],
        "authors": [author(1, "Keeper"), author(2, "Ada")],
        "authorprefs": [prefs(1, level=1), prefs(2)],
        "categories": [category(1, "Originals")],
        "ratings": [{"rid": 1, "rating": "General", "ratingwarning": "0", "warningtext": ""}],
        "stories": [story(1, 2), story(2, 1)],
        "chapters": [chapter(1, 1, 2), chapter(2, 1, 2, inorder=2), chapter(3, 2, 1)],
        "reviews": [review(1, 1, chapid=1)],
        "coauthors": [],
    }  # fmt: skip
    return tables | more
