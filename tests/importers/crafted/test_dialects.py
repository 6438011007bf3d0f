"""The same archive is the same whatever program wrote it down, and however its bytes lie."""

from functools import partial

import pytest

from tests.importers.crafted.arrivals import facts, taken_back
from tests.importers.crafted.rows import recoded, small, twice
from tests.importers.dumps import (
    author,
    chapter,
    mysqldump,
    own_backup,
    phpmyadmin,
    settings,
    story,
)

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once

LETTERS = "“Zoë”, she said – it’s me…\nÀ demain; 'aye' \"aye\" o_\\ -- # ;"


def told(**more):
    """The archive, with letters that go wrong when bytes are read wrongly."""
    tables = {
        "authors": [author(1, "Keeper"), author(2, "Zoë", bio=LETTERS), author(3, "Ben")],
        "stories": [story(1, 2, title="Été", summary=LETTERS), story(2, 1)],
        "chapters": [
            chapter(1, 1, 2, storytext=LETTERS * 9),
            chapter(2, 1, 2, inorder=2, title="Nuit d’été", storytext=f"<p>{LETTERS}</p>" * 9),
            chapter(3, 2, 1, storytext="Plain."),
        ],
    }
    return small(**tables | more)


def in_files(tables, only=(1, 2, 3)):
    """Take the texts of some chapters out of their table, into files."""
    texts = {
        f"{row['uid']}/{row['chapid']}.txt": row["storytext"].encode()
        for row in tables["chapters"] if row["chapid"] in only
    }  # fmt: skip
    rows = [
        row | {"storytext": "" if row["chapid"] in only else row["storytext"]}
        for row in tables["chapters"]
    ]
    return tables | {"chapters": rows}, texts


AS_LATIN1 = partial(recoded, encode=lambda text: text.encode("cp1252"))
WRITERS = {
    "mysqldump": mysqldump,
    "phpMyAdmin": phpmyadmin,
    "own backup": own_backup,
    "prefix": partial(mysqldump, prefix="ef_"),
    "prefix without underscore": partial(phpmyadmin, prefix="ef"),
    "own backup with prefix": partial(own_backup, prefix="my_old_"),
    "latin1": lambda tables: mysqldump(AS_LATIN1(tables), names="latin1"),
    "latin1 in own backup": lambda tables: own_backup(AS_LATIN1(tables)),
    "UTF-8 twice": lambda tables: phpmyadmin(recoded(tables, twice)),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_every_dialect_gives_the_same_archive(arrive, writer):
    with taken_back():
        arrive(told())
        expected = facts()

    arrived = arrive(told(), write=WRITERS[writer])

    assert facts() == expected
    assert str(arrived.proof()) == "3 of 3 chapters are identical."


@pytest.mark.parametrize("only", [(1, 2, 3), (2,)])
def test_texts_in_files_or_here_and_there_give_the_same_archive(arrive, only):
    with taken_back():
        arrive(told())
        expected = facts()
    tables, texts = in_files(told(settings=[settings(store="files")]), only)

    arrived = arrive(tables, texts=texts)

    assert facts() == expected
    assert str(arrived.proof()) == "3 of 3 chapters are identical."
