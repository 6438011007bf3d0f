"""What is stamped when something is changed, by whatever means."""

from contextlib import suppress

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.freshness.stamps import COUNTS, EVERYTHING, LISTS, of_story
from storyhold.freshness.watching import watching
from storyhold.reviews.actions.answers import reply_to
from storyhold.reviews.models import Reply, Review
from storyhold.stories.models import Chapter, ChapterText, Revision, Story
from storyhold.tags.models import Tag, TagKind
from tests.cast import make_member, make_review, make_story

NAMED = (EVERYTHING, LISTS, COUNTS, "chapters", "reviews", "people")

# One story is meant; what each deed is stamped as besides, if it is stamped as that story.
DEEDS = {
    "save": (lambda story, _: story.save(), {LISTS}),
    "update": (lambda story, _: Story.objects.filter(pk=story.pk).update(title="x"), {LISTS}),
    "counter": (
        lambda story, _: Story.objects.filter(pk=story.pk).update(kudos_count=F("kudos_count") + 1),
        {LISTS},
    ),
    "bulk_update": (lambda story, _: Story.objects.bulk_update([story], ["title"]), {LISTS}),
    "reads": (lambda story, _: Story.objects.filter(pk=story.pk).update(read_count=5), {COUNTS}),
    "tags": (lambda story, tag: story.tags.add(tag), {LISTS}),
    "no tags": (lambda story, _: story.tags.clear(), {LISTS}),
    "chapter": (lambda story, _: story.chapters.get().save(), {"chapters"}),
    "chapters": (lambda story, _: story.chapters.update(title="x"), {"chapters"}),
    "chapters' places": (
        lambda story, _: Chapter.objects.bulk_update(story.chapters.all(), ["title"]),
        {"chapters"},
    ),
    "new chapter": (
        lambda story, _: Chapter.objects.create(
            story=story,
            number=9,
            created_at=now(),
            saved_at=now(),
            signed_by=story.authorships.first().pen_name,
        ),
        {"chapters"},
    ),
    "text": (lambda story, _: story.chapters.get().text.save(), {"chapters"}),
    "review": (lambda *_: Review.objects.get().save(), {"reviews"}),
    "reviews": (
        lambda story, _: Review.objects.bulk_create(
            [Review(story=story, created_at=now(), guest_name="x", html="x") for _ in range(2)]
        ),
        {"reviews"},
    ),
    "reply": (lambda *_: Reply.objects.get().save(), {"reviews"}),
    "no review": (lambda *_: Review.objects.get().delete(), {"reviews"}),
    "no story": (lambda story, _: story.delete(), {LISTS, "chapters", "reviews"}),
}


@pytest.fixture
def ada(db):
    return make_member("Ada")


@pytest.fixture
def story(ada):
    story = make_story(author=ada, public=True)
    review = make_review(story.chapters.get(), by=make_member("Ben"))
    reply_to(review, by=ada.pen_name, text="Thank you.")
    return story


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_done_to_a_story_is_stamped_as_that_story(story, ada, noting, deed):
    other = make_story(author=ada, public=True)
    tag = Tag.objects.create(kind=TagKind.objects.get(key="freeform"), name="Sea", key="sea")
    do, besides = DEEDS[deed]
    subject = of_story(story.pk)

    with noting(*NAMED, subject, of_story(other.pk)) as stamped:
        do(story, tag)

    assert stamped == {subject, *besides}


@pytest.mark.parametrize(
    ("deed", "stamped"),
    [
        (lambda ada: ada.save(update_fields=["last_login", "choices"]), set()),
        (lambda _: Chapter.objects.update(read_count=7), set()),
        (lambda _: Revision.objects.all().delete(), set()),
        (lambda ada: Member.objects.filter(pk=ada.pk).update(role="moderator"), {EVERYTHING}),
        (lambda ada: ada.pen_name.save(), {EVERYTHING}),
        (lambda _: make_member("Dora"), {"people"}),
        (lambda _: Story.objects.update(title="All the same"), {EVERYTHING}),
        (lambda _: Story.objects.filter(chapters__number=1).update(title="x"), {EVERYTHING}),
        (lambda _: Review.objects.update(story=Story.objects.first()), {EVERYTHING}),
        (lambda _: ChapterText.objects.all().update(html=""), {EVERYTHING}),
        (lambda _: _run("UPDATE stories_story SET title = 'x'"), {EVERYTHING}),
        (lambda _: _run("CREATE TABLE trial (id integer)"), {EVERYTHING}),
        (lambda _: _run("\n  SELECT 1"), set()),
    ],
)
def test_what_is_stamped_as_something_else(story, ada, noting, deed, stamped):
    with noting(*NAMED) as found:
        deed(ada)

    assert found == stamped


@pytest.mark.django_db(transaction=True)
def test_a_stamp_is_written_when_a_change_can_be_seen_and_not_before(noting):
    story = make_story(author=make_member("Ada"), public=True)
    change = Story.objects.filter(pk=story.pk).update
    subject = of_story(story.pk)

    with noting(subject) as at_once:
        change(title="Alone")
    with noting(subject) as committed, transaction.atomic(), noting(subject) as inside:
        change(title="Within")
    with noting(subject) as undone, suppress(ZeroDivisionError), transaction.atomic():
        change(title="Undone")
        raise ZeroDivisionError
    with noting(subject) as after_that, transaction.atomic():
        change(title="Within another")

    assert [at_once, inside, undone] == [{subject}, set(), set()]
    assert [committed, after_that] == [{subject}, {subject}]


@pytest.mark.django_db(transaction=True)
def test_neither_what_is_undone_within_nor_what_fails_afterwards_keeps_a_stamp_away(noting):
    story = make_story(author=make_member("Ada"), public=True)
    change = Story.objects.filter(pk=story.pk).update

    with noting(of_story(story.pk)) as found, suppress(ZeroDivisionError), transaction.atomic():
        transaction.on_commit(lambda: 1 / 0)
        with suppress(LookupError), transaction.atomic():
            change(title="Undone")
            raise LookupError
        change(title="Done")

    assert found == {of_story(story.pk)}


def test_what_is_read_is_noted(story):
    with watching() as found:
        Story.objects.count()
        list(Tag.objects.values("kind__key"))

    assert found.tables == {"stories_story", "tags_tag", "tags_tagkind"}


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
