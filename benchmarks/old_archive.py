"""A large eFiction archive, to see how fast one moves in.

    python -m benchmarks.old_archive /tmp/old                  texts in the table
    python -m benchmarks.old_archive /tmp/old --files          … in files
    python -m benchmarks.old_archive /tmp/old --stories 2000   a tenth of it

It has 20,000 stories, 100,000 chapters of 2,000 words and 300,000 reviews. Then:
    storyhold prepare --data /tmp/new
    /usr/bin/time -v storyhold import efiction /tmp/old --yes --data /tmp/new --report /tmp/report
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

CHAPTERS, REVIEWS = 5, 15  # of each story
WORDS_OF_A_CHAPTER, WORDS_OF_A_PARAGRAPH, WORDS_OF_A_REVIEW = 2_000, 60, 40
ROWS_OF_A_STATEMENT = 50
BEGAN, A_DAY = 1_100_000_000, 86_400

Row = list[object]
SENTENCES = (
    "the tide came slow and grey it's “late” she said now but nobody in that house had ever "
    "heard of such a thing before winter; so they waited, and <i>still</i> the lamp burned on"
)
VOCABULARY = SENTENCES.split()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--files", action="store_true")
    wish = parser.parse_args()
    wish.folder.mkdir(parents=True)
    made = Made(wish.stories, wish.folder / "stories" if wish.files else None)
    with (wish.folder / "backup.sql").open("w", encoding="utf-8") as dump:
        dump.write("-- MySQL dump 10.13\n/*!40101 SET NAMES utf8mb4 */;\n")
        for table, columns, rows in made.tables():
            dump.writelines(statements(table, columns.split(), rows))
        dump.write("-- Dump completed on 2026-01-01\n")


def statements(table: str, columns: list[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a table as mysqldump writes it."""
    listed = ",\n".join(f"  `{column}` text" for column in columns)
    yield f"CREATE TABLE `fanfiction_{table}` (\n{listed}\n) ENGINE=MyISAM;\n"
    waiting = map(row_of, rows)
    while some := list(islice(waiting, ROWS_OF_A_STATEMENT)):
        yield f"INSERT INTO `fanfiction_{table}` VALUES {','.join(some)};\n"  # noqa: S608


def row_of(values: Row) -> str:
    return "(" + ",".join(map(literal, values)) + ")"


def literal(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    text = str(value)
    for sign, written in (("\\", "\\\\"), ("'", "\\'"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return f"'{text}'"


class Made:
    """The rows of the archive, the same each time."""

    def __init__(self, stories: int, folder: Path | None) -> None:
        self._dice = random.Random(3)  # noqa: S311
        self._stories, self._authors, self._folder = stories, max(stories // 5, 2), folder

    def tables(self) -> Iterator[tuple[str, str, Iterable[Row]]]:
        """Yield name, columns and rows of each table."""
        yield (
            "settings",
            "sitekey sitename url tableprefix store ratings language",
            self._settings(),
        )
        yield "authors", "uid penname email bio date admincreated password", self._authors_rows()
        yield "categories", "catid parentcatid category displayorder", self._categories()
        yield (
            "characters",
            "charid catid charname",
            ([n, n % 40 + 1, f"Person {n}"] for n in range(1, 801)),
        )
        yield "classtypes", "classtype_id classtype_name classtype_title", [[1, "genres", "Genres"]]
        yield (
            "classes",
            "class_id class_type class_name",
            ([n, 1, f"Genre {n}"] for n in range(1, 31)),
        )
        yield (
            "ratings",
            "rid rating ratingwarning warningtext",
            [[1, "All", 0, ""], [2, "R", 2, ""]],
        )
        yield (
            "stories",
            "sid title summary storynotes catid classes charid rid date updated uid coauthors "
            "featured validated completed rr count",
            map(self._story, range(1, self._stories + 1)),
        )
        yield (
            "chapters",
            "chapid title inorder notes storytext endnotes validated sid uid count",
            map(self._chapter, range(1, self._stories * CHAPTERS + 1)),
        )
        yield (
            "reviews",
            "reviewid item chapid reviewer uid review date rating respond type",
            map(self._review, range(1, self._stories * REVIEWS + 1)),
        )
        yield "favorites", "uid item type comments", self._favorites()

    def _settings(self) -> list[Row]:
        store = "files" if self._folder else "mysql"
        return [["old", "An old archive", "http://old.example.org", "", store, 1, "en"]]

    def _authors_rows(self) -> Iterator[Row]:
        for uid in range(1, self._authors + 1):
            yield [
                uid,
                f"Author {uid}",
                f"a{uid}@example.org",
                self._words(30),
                BEGAN,
                0,
                f"{uid:032x}",
            ]

    def _categories(self) -> Iterator[Row]:
        for number in range(1, 41):
            yield [number, -1 if number < 9 else number % 8 + 1, f"World {number}", number]

    def _story(self, sid: int) -> Row:
        begun, pick = BEGAN + sid * 1000, self._dice.randrange
        characters = f"{pick(800) + 1},{pick(800) + 1}"
        return [
            sid, f"A Tide of {sid}", self._words(40), "", f"{pick(40) + 1}",
            f"{pick(30) + 1},{pick(30) + 1}", characters, pick(2) + 1, begun, begun + A_DAY * 9,
            sid % self._authors + 1, 0, 0, 1, pick(2), 0, pick(5000),
        ]  # fmt: skip

    def _chapter(self, chapid: int) -> Row:
        sid, place = (chapid - 1) // CHAPTERS + 1, (chapid - 1) % CHAPTERS + 1
        uid, text = sid % self._authors + 1, self._text()
        if self._folder:
            (self._folder / str(uid)).mkdir(parents=True, exist_ok=True)
            (self._folder / str(uid) / f"{chapid}.txt").write_text(text, encoding="utf-8")
            text = ""
        return [chapid, f"Part {place}", place, "", text, "", 1, sid, uid, 9]

    def _review(self, reviewid: int) -> Row:
        sid = self._dice.randrange(self._stories) + 1
        chapid = (sid - 1) * CHAPTERS + self._dice.randrange(CHAPTERS) + 1
        uid = self._dice.randrange(self._authors + 1)
        text = self._words(WORDS_OF_A_REVIEW)
        return [reviewid, sid, chapid, "Passer-by", uid, text, BEGAN + reviewid, 9, 0, "ST"]

    def _favorites(self) -> Iterator[Row]:
        for uid in range(1, self._authors + 1):
            for sid in self._dice.sample(range(1, self._stories + 1), min(10, self._stories)):
                yield [uid, sid, "ST", ""]

    def _text(self) -> str:
        paragraphs = WORDS_OF_A_CHAPTER // WORDS_OF_A_PARAGRAPH
        return "\n".join(f"<p>{self._words(WORDS_OF_A_PARAGRAPH)}</p>" for _ in range(paragraphs))

    def _words(self, count: int) -> str:
        return " ".join(self._dice.choices(VOCABULARY, k=count))


if __name__ == "__main__":
    main()
