"""Reviews come in, with the answers to them."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from storyhold.importers.composing import Written, composer, review_made
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.former import FormerMembers
from storyhold.importers.sources.efiction.tables.reviews import (
    OF_SERIES,
    OF_STORY,
    OldReview,
    ReviewReader,
)
from storyhold.reviews.models import Reply, Review

AT_ONCE = 1_000
LONGEST_NAME = 60


def bring_reviews(desk: Desk) -> Iterator[int]:
    """Bring in all reviews that are new."""
    desk.numbers.expect("review", desk.old.highest("reviews", "reviewid"))
    reader, shelf, done = ReviewReader(desk.old), ReviewShelf(desk), 0
    new = (
        reader.read(row)
        for row in reader.rows()
        if not desk.numbers.is_known("review", row.whole("reviewid"))
    )
    with composer(desk.old.count("reviews")) as by:
        for part in by.in_parts(new, AT_ONCE, review_made):
            for old, (text, answer) in part:
                shelf.file(old, text, answer)
            done += len(part)
            yield done


class ReviewShelf:
    """Puts reviews where they belong, and their answers beside them."""

    def __init__(self, desk: Desk) -> None:
        self._desk, old = desk, desk.old
        chapters = old.read("chapters", columns=("chapid", "sid"))
        self._stories = {row.whole("chapid"): row.whole("sid") for row in chapters}
        authors = old.read("stories", columns=("sid", "uid"))
        self._authors = {row.whole("sid"): row.whole("uid") for row in authors}
        owners = old.read("series", columns=("seriesid", "uid"))
        self._owners = {row.whole("seriesid"): row.whole("uid") for row in owners}
        self._former = FormerMembers(desk)
        self._answered: set[int] = set()
        self._last: datetime = old.reader.now

    def file(self, old: OldReview, text: Written, answer: Written) -> None:
        """Bring a review in, or keep it aside where what it is about is gone."""
        if old.answered:
            self._file_answer(old, text)
            return
        review = self._review(old)
        if review is None:
            return
        review.source, review.html = text
        if not text.html and old.rating is None:
            old.row.say("review says nothing")
        self._desk.put([review])
        if answer.html:
            uid = self._author_of(old)
            self._answer(review.pk, uid, answer, day=review.created_at)

    def _review(self, old: OldReview) -> Review | None:
        numbers = self._desk.numbers
        story = numbers.new("story", old.item) if old.type == OF_STORY else None
        series = numbers.new("series", old.item) if old.type == OF_SERIES else None
        if story is None and series is None:
            is_known = old.type in (OF_STORY, OF_SERIES)
            topic = "review of what is gone" if is_known else "review of an unknown kind"
            old.row.keep_aside(topic, type=old.type, item=old.item)
            numbers.miss("review", old.number)
            return None
        self._last = old.date or self._last
        pen_name = numbers.new("member", old.author) if old.author > 0 else None
        return Review(
            pk=numbers.give("review", old.number),
            story_id=story,
            series_id=series,
            chapter_id=self._chapter(old) if story else None,
            pen_name_id=pen_name,
            guest_name="" if pen_name else self._name(old),
            rating=old.rating,
            created_at=self._last,
        )

    def _chapter(self, old: OldReview) -> int | None:
        """Return the chapter that it is about, if that is one of the story's."""
        if old.chapter <= 0:
            return None
        if self._stories.get(old.chapter) != old.item:
            old.row.say("review's chapter is gone", chapter=old.chapter)
            return None
        return self._desk.numbers.new("chapter", old.chapter)

    def _name(self, old: OldReview) -> str:
        if old.author > 0:
            old.row.say("review by a former member", name=old.name)
        name = "" if old.name == "0" else old.name
        return (name or _("Anonymous"))[:LONGEST_NAME]

    def _author_of(self, old: OldReview) -> int:
        owners = self._authors if old.type == OF_STORY else self._owners
        return owners.get(old.item, 0)

    def _file_answer(self, old: OldReview, text: Written) -> None:
        """Bring in an answer that was a row of its own."""
        numbers = self._desk.numbers
        review = numbers.new("review", old.answered)
        if review is None or review in self._answered:
            old.row.keep_aside("answer without a review", review=old.answered)
            numbers.miss("review", old.number)
            return
        numbers.remember("review", old.number, review)
        uid = old.author or self._author_of(old)
        self._answer(review, uid, text, day=old.date or self._last)

    def _answer(self, review: int, uid: int, text: Written, *, day: datetime) -> None:
        pen_name = self._former.pen_name(max(uid, 0))
        reply = Reply(review_id=review, pen_name_id=pen_name, created_at=day)
        reply.source, reply.html = text
        self._answered.add(review)
        self._desk.put([reply])
