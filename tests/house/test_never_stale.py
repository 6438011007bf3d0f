"""Whatever happens in an archive, in whatever order: no guest is shown what was before."""

from contextlib import suppress

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storyhold.accounts.models import PenName
from storyhold.common.refusal import Refusal
from storyhold.reviews.models import Review
from storyhold.series.actions import add_story, create_series
from storyhold.shoutbox.actions import shout
from storyhold.stories.actions.publishing import publish_story, unpublish_story
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import (
    change_rules,
    make_chapter,
    make_member,
    make_review,
    make_story,
    open_the_archive,
)
from tests.house.keeper import Keeper, forget_everything

PAGES = ["/", "/stories/", "/people/", "/people/members/", "/tags/", "/about/", "/shoutbox/",
         "/series/", "/feeds/stories.atom"]  # fmt: skip
WORDS = st.sampled_from(["The tide", "A lamp", "Grey water", "Nobody came"])
STORIES = st.integers(min_value=0, max_value=1)


class Archive(RuleBasedStateMachine):
    """Two stories of Ada's, and guests who come back to the same pages again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        forget_everything()
        open_the_archive()
        change_rules(guests_may_review=True)
        self.ada = make_member("Ada")
        self.stories = [make_story(author=self.ada, public=True, chapters=2) for _ in range(2)]
        self.members = 0
        self.keeper = Keeper()
        own = [f"/stories/{story.pk}/{tail}" for story in self.stories
               for tail in ("", "chapters/1/", "whole/", "reviews/")]  # fmt: skip
        self.pages = [*PAGES, *own, f"/people/{self.ada.pen_name.pk}/"]

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)
        forget_everything()
        cache.clear()

    @rule(which=STORIES, title=WORDS)
    def rename(self, which: int, title: str) -> None:
        Story.objects.filter(pk=self.stories[which].pk).update(title=title)

    @rule(which=STORIES)
    def hide_or_show(self, which: int) -> None:
        story = Story.objects.get(pk=self.stories[which].pk)
        if story.deleted_at is None:
            (unpublish_story if story.is_public else publish_story)(story)

    @rule(which=STORIES, text=WORDS)
    def add_a_chapter(self, which: int, text: str) -> None:
        story = Story.objects.get(pk=self.stories[which].pk)
        make_chapter(story, author=self.ada, text=text, public=story.is_public)

    @rule(which=STORIES)
    def delete(self, which: int) -> None:
        story = Story.objects.get(pk=self.stories[which].pk)
        if story.deleted_at is None:
            delete_story(story)

    @rule(which=STORIES, text=WORDS)
    def review(self, which: int, text: str) -> None:
        with suppress(Refusal):  # as where it was deleted, or is reviewed already
            make_review(self.stories[which].chapters.first(), by=None, text=text)

    @rule(text=WORDS)
    def change_reviews(self, text: str) -> None:
        for review in Review.objects.all():
            review.html = f"<p>{text}</p>"
            review.save(update_fields=["html"])

    @rule(which=STORIES, visitor=WORDS)
    def count(self, which: int, visitor: str) -> None:
        story = Story.objects.filter(pk=self.stories[which].pk)
        story.update(read_count=len(visitor), kudos_count=len(visitor))

    @rule(name=WORDS)
    def rename_ada(self, name: str) -> None:
        PenName.objects.filter(member=self.ada).update(name=name, key=name.lower())

    @rule()
    def somebody_joins(self) -> None:
        self.members += 1
        make_member(f"Member {self.members}")

    @rule(text=WORDS)
    def shout(self, text: str) -> None:
        shout(text, by=self.ada.pen_name)

    @rule(which=STORIES)
    def put_into_a_series(self, which: int) -> None:
        series = create_series(title="A series", summary="", mode="closed", by=self.ada.pen_name)
        with suppress(Refusal):
            add_story(series, self.stories[which], by=self.ada.pen_name)

    @rule(which=STORIES, rating=st.sampled_from(["General", "Explicit"]))
    def rate(self, which: int, rating: str) -> None:
        found = Rating.objects.get(name=rating)
        Story.objects.filter(pk=self.stories[which].pk).update(rating=found)

    @rule(name=WORDS)
    def rename_the_archive(self, name: str) -> None:
        change_rules(name=name)

    @invariant()
    def nothing_is_stale(self) -> None:
        assert list(self.keeper.stale()) == []
        self.keeper.keep(self.pages)


@pytest.mark.once
@pytest.mark.django_db
def test_guests_are_shown_what_is_there_now():
    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=4,
            stateful_step_count=8,
            deadline=None,
            phases=[
                Phase.generate
            ],  # to make a failure smaller takes minutes; it is small as it is
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
