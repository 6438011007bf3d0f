"""A small archive with one of each thing, which a case changes in one or two places."""

from collections.abc import Callable
from typing import Any

from tests.importers.dumps import (
    Rows,
    Tables,
    Value,
    archive,
    author,
    category,
    review,
    series,
    story,
)

ANSWERED = "Fine.<br /><br /><i>Author's Response: Thank you.</i>"


def small(**changed: Rows) -> dict[str, Rows]:
    """Return the archive: Ada's story of two chapters and Keeper's of one, and all around them."""
    tables: dict[str, Rows] = {
        "categories": [category(1, "Originals"), category(2, "Tides", parentcatid=1)],
        "characters": [character(1, "Mara")],
        "classtypes": [{"classtype_id": 1, "classtype_name": "genres", "classtype_title": "Genre"}],
        "classes": [{"class_id": 1, "class_type": 1, "class_name": "Mystery"}],
        "authors": [author(1, "Keeper"), author(2, "Ada"), author(3, "Ben")],
        "reviews": [review(1, 1, chapid=1), review(2, 1, type="SE", uid=3, reviewer="Ben")],
        "series": [series(1, 2)],
        "inseries": [entry(1, 1), entry(1, 2, inorder=2)],
        "favorites": [favorite(3, 1), favorite(3, 2, "AU")],
    }
    return archive(**tables | changed)


def whole(**changed: Rows) -> dict[str, Rows]:
    """Return the archive with rows for every other step of an import, too."""
    tables: dict[str, Rows] = {
        "authors": [
            author(1, "Keeper"), author(2, "Ada", karma="7"), author(3, "Ben", password="0"),
        ],
        "authorfields": [
            {
                "field_id": 1, "field_type": 6, "field_name": "motto", "field_title": "Motto:",
                "field_options": "", "field_code_in": "", "field_code_out": "", "field_on": 1,
            },
        ],
        "authorinfo": [{"uid": 2, "field": 1, "info": "By the sea."}],
        "messages": [message(1, "welcome", "Come in."), message(2, "faq", "Ask Keeper.")],
        "pagelinks": [
            {
                "link_id": 1, "link_name": "forum", "link_text": "Forum", "link_key": "",
                "link_url": "http://forum.example", "link_target": 0, "link_access": 0,
            },
        ],
        "blocks": [
            {
                "block_id": 1, "block_name": "recent", "block_title": "Recent",
                "block_file": "recent/recent.php", "block_status": 1,
                "block_variables": 'a:1:{s:3:"num";s:1:"7";}',
            },
        ],
        "news": [news(1, comments=1)],
        "comments": [{"cid": 1, "nid": 1, "uid": 3, "comment": "Good.", "time": 1_200_000_100}],
        "poll": [
            {
                "poll_id": 1, "poll_question": "Tea?", "poll_opts": "Yes|#|No",
                "poll_start": 1_200_000_000, "poll_end": 0, "poll_results": "",
            },
        ],
        "poll_votes": [{"vote_id": 1, "vote_user": 2, "vote_opt": 1, "vote_poll": 1}],
        "shoutbox": [
            {
                "shout_id": 1, "shout_name": "2", "shout_message": "Ahoy",
                "shout_datestamp": 1_200_000_000,
            },
        ],
        "challenges": [
            {
                "chalid": 1, "challenger": "Ben", "uid": 3, "title": "One lamp", "catid": "1",
                "characters": "1", "summary": "Light it.", "responses": 1,
            },
        ],
        "tracker": [{"sid": 1, "uid": 3, "last_read": "2012-01-01 00:00:00"}],
        "log": [
            {
                "log_id": 1, "log_action": "Ben ( 3 ) registered.", "log_uid": 3, "log_ip": 0,
                "log_timestamp": 1_100_000_000, "log_type": "RG",
            },
        ],
        "stories": [story(1, 2, coauthors=1, challenges="0,1"), story(2, 1)],
        "coauthors": [{"sid": 1, "uid": 3}],
        "reviews": [
            review(1, 1, chapid=1, rating=10),
            review(2, 1, type="SE", uid=3, reviewer="Ben", review=ANSWERED, respond="1"),
        ],
        "gifts": [{"giver": 2, "what": "tea"}],
    }  # fmt: skip
    return small(**tables | changed)


def character(charid: int, name: Value, **more: Value) -> dict[str, Value]:
    """A row of characters."""
    row: dict[str, Value] = {
        "charid": charid, "catid": 1, "charname": name, "bio": "", "image": "",
    }  # fmt: skip
    return row | more


def entry(seriesid: int, sid: int, **more: Value) -> dict[str, Value]:
    """A row of inseries."""
    row: dict[str, Value] = {
        "seriesid": seriesid, "sid": sid, "subseriesid": 0, "confirmed": 1, "inorder": 1,
    }  # fmt: skip
    return row | more


def favorite(uid: int, item: int, kind: str = "ST", comments: Value = "") -> dict[str, Value]:
    """A row of favorites."""
    return {"uid": uid, "item": item, "type": kind, "comments": comments}


def news(nid: int, **more: Value) -> dict[str, Value]:
    """A row of news."""
    row: dict[str, Value] = {
        "nid": nid, "author": "Keeper", "title": "We are open", "story": "Come in.",
        "time": 1_200_000_000, "comments": 0,
    }  # fmt: skip
    return row | more


def message(number: int, name: str, text: Value) -> dict[str, Value]:
    """A row of messages."""
    return {
        "message_id": number, "message_name": name, "message_title": name, "message_text": text,
    }  # fmt: skip


def recoded(tables: Tables, encode: Callable[[str], bytes]) -> dict[str, Any]:
    """Return tables whose texts are in other bytes."""
    return {
        table: [
            {
                name: encode(value) if isinstance(value, str) else value
                for name, value in row.items()
            }
            for row in rows
        ]
        for table, rows in tables.items()
    }


def twice(text: str) -> bytes:
    """Return UTF-8 that a latin1 connection of MySQL has made UTF-8 once more."""
    return "".join(_in_latin1(byte) for byte in text.encode()).encode()


def _in_latin1(byte: int) -> str:
    """Return the letter of a byte; MySQL has one also where Windows-1252 has none."""
    return chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
