"""Reviews, with the answers that stand in their texts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.value_reader import Place
from storyhold.importers.sources.efiction.values import opinions
from storyhold.importers.sources.efiction.values.answers import Labels, is_rating_only

OF_STORY, OF_SERIES = "ST", "SE"
MOST_LOOKED_AT = 5_000  # answered reviews, to learn what stands before an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class OldReview:
    """A review of a story or series. `author` is 0 for a guest, or a member who is gone.

    `text` is empty where there is only a rating. `answered` is the review whose answer this row
    is, in a fork that kept them so.
    """

    number: int
    type: str
    item: int
    chapter: int
    author: int
    name: str
    text: str
    answers: tuple[str, ...]
    rating: int | None
    date: datetime | None
    answered: int
    row: OldRow

    @property
    def texts(self) -> tuple[str, str]:
        """What is to be composed: the review, and all answers as one."""
        return self.text, "<br><br>".join(self.answers)


class ReviewReader:
    """Reads rows of reviews."""

    def __init__(self, site: OldSite) -> None:
        self._site = site
        self._labels = Labels()
        self._system = site.settings.whole("ratings")
        self._learn()

    def rows(self) -> Iterator[OldRow]:
        """Yield all rows by number."""
        return self._site.read("reviews", order=("reviewid",))

    def read(self, row: OldRow) -> OldReview:
        """Return the review in a row."""
        whole, is_answered = row.html("review"), row.flag("respond")
        text, answers = self._labels.split(whole, is_answered=is_answered)
        if is_answered and not answers:
            row.say("answer is not there")
        elif answers and not is_answered:
            row.say("answer without its mark")
        return OldReview(
            number=row.whole("reviewid"),
            type=row.text("type").strip() or OF_STORY,
            item=row.whole("item"),
            chapter=row.whole("chapid"),
            author=row.whole("uid"),
            name=row.line("reviewer"),
            text="" if is_rating_only(text) else text,
            answers=answers,
            rating=self._rating(row),
            date=row.date("date"),
            answered=row.whole("source_review_id"),
            row=row,
        )

    def _rating(self, row: OldRow) -> int | None:
        stored = row.whole("rating", otherwise=-1)
        if opinions.is_outside(stored, self._system):
            row.say("rating of another system", "rating", value=stored)
        return opinions.rating_of(stored, self._system)

    def _learn(self) -> None:
        """Learn the words before an answer, and whether the site had changed its system."""
        quiet, stored = self._site.quiet, Counter[int]()
        answered = 0
        for row in quiet.read("reviews"):
            stored[row.whole("rating", otherwise=-1)] += 1
            if row.flag("respond") and answered < MOST_LOOKED_AT:
                answered += 1
                self._labels.learn(row.html("review"))
        if not self._site.settings.has("ratings"):
            self._system = opinions.system_of(stored)
        if opinions.is_mixed(stored, self._system):
            said = ", ".join(f"{number}: {times}" for number, times in sorted(stored.items()))
            self._site.reader.say(
                "ratings of two systems", Place("reviews", "", "rating"), numbers=said
            )
