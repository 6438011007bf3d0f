"""Names, titles, summaries and texts by chance, the same ones every time.

Texts are the paragraphs of the sample's English stories in another order: real sentences in real
lengths, and nobody's work but ours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from random import Random

from storyhold.common.packing import pack
from storyhold.prose.canonical import Prose, read, short_html
from storyhold.sample import library

SHORTEST_PARAGRAPH = 40  # letters; a row of symbols is none
SHORTEST_CHAPTER, USUAL_CHAPTER, LONGEST_CHAPTER = 300, 2_000, 9_000  # words


@dataclass(frozen=True)
class ChapterMade:
    """A text ready to be stored, any number of times."""

    prose: Prose
    source_packed: bytes
    html_packed: bytes


class Invention:
    """Chance with a memory: no name and no title is given twice."""

    def __init__(self, seed: int, *, taken: Iterable[str] = ()) -> None:
        self.chance = Random(seed)  # noqa: S311 - a sample, not a secret
        self._words = library.words_of_the_crowd()
        self._given = set(taken)

    def pen_name(self) -> str:
        """Return the name of somebody who does not exist."""
        return self._new(lambda: f"{self._word(2)} {self._word(3)}")

    def character(self) -> str:
        """Return the name of somebody in a story."""
        return self._new(lambda: f"{self._word(2)} {self._word(2)}")

    def world(self) -> str:
        """Return the name of a fandom."""
        return self._new(
            lambda: f"The {self.chance.choice(self._words['objects'])} of {self._word(3)}"
        )

    def title(self) -> str:
        """Return a title."""
        pick = self.chance.choice
        shape = self.chance.randrange(4)
        if shape == 0:
            return f"The {pick(self._words['qualities'])} {pick(self._words['objects'])}"
        if shape == 1:
            return f"{pick(self._words['objects'])} and {pick(self._words['objects'])}"
        if shape == 2:
            return f"A {pick(self._words['objects'])} for {self._word(2)}"
        return f"{pick(self._words['qualities'])}, and {pick(self._words['qualities'])} Again"

    def summary(self) -> tuple[str, str]:
        """Return the source and the HTML of a summary."""
        source = self.chance.choice(self._paragraphs)[:400]
        return source, short_html(source, format="plain")

    def remark(self) -> tuple[str, str]:
        """Return the source and the HTML of a review."""
        return self.chance.choice(self._remarks)

    @cached_property
    def _remarks(self) -> list[tuple[str, str]]:
        words = [review["text"] for story in library.stories() for review in _reviews(story)]
        return [(each, short_html(each)) for each in words]

    def chapter(self) -> ChapterMade:
        """Return the text of a chapter: mostly some thousand words, rarely a few or very many."""
        wanted = self.chance.lognormvariate(0, 0.6) * USUAL_CHAPTER
        wanted = min(max(wanted, SHORTEST_CHAPTER), LONGEST_CHAPTER)
        paragraphs: list[str] = []
        while wanted > 0:
            paragraphs.append(self.chance.choice(self._paragraphs))
            wanted -= paragraphs[-1].count(" ") + 1
        source = "\n\n".join(paragraphs)
        prose = read(source, format="plain")
        return ChapterMade(prose, pack(source), pack(prose.html))

    @cached_property
    def _paragraphs(self) -> list[str]:
        texts = [
            folder.text_of(chapter)
            for folder in library.stories()
            if folder.table["language"] == "en"
            for chapter in folder.table["chapter"]
            if not str(chapter["file"]).endswith(".html")
        ]
        pieces = (piece.strip() for text in texts for piece in text.split("\n\n"))
        return [piece for piece in pieces if len(piece) > SHORTEST_PARAGRAPH]

    def _word(self, most: int) -> str:
        parts = self.chance.choices(self._words["syllables"], k=self.chance.randint(2, most))
        return "".join(parts).capitalize()

    def _new(self, make: Callable[[], str]) -> str:
        while (made := make()) in self._given:
            pass
        self._given.add(made)
        return made


def _reviews(folder: library.StoryFolder) -> list[library.Table]:
    return list(folder.table.get("review", []))
