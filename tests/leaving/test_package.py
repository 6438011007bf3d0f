import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from storyhold.bookmarks.actions.keeping import Said, keep
from storyhold.leaving.package.everything import files_of, zipped
from storyhold.moderation.actions.deciding import send_back
from storyhold.moderation.actions.messages import send_message
from storyhold.notices.actions import tell
from storyhold.reviews.actions.answers import reply_to
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.round_robins import open_round_robin
from storyhold.stories.actions.submitting import hold
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.actions.writing import Draft, save_chapter
from tests.cast import make_chapter, make_member, make_review, make_story

pytestmark = pytest.mark.django_db

REFERENCE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "package.md"


@pytest.fixture
def ada():
    return make_member("Ada")


def package_of(member):
    opened = zipfile.ZipFile(io.BytesIO(b"".join(zipped(files_of(member)))))
    assert opened.testzip() is None
    return {name: opened.read(name).decode() for name in opened.namelist()}


def test_a_package_holds_every_state_of_every_chapter(ada):
    story = make_story(author=ada, title="Low Water", public=True, text="Ebb *tide*.")
    chapter = story.chapters.get()
    save_chapter(chapter, Draft(text="Flood."), by=ada, seen_revision=1)

    package = package_of(ada)

    folder = f"stories/{story.pk}-low-water/chapter-{chapter.pk}"
    assert package[f"{folder}/revision-1.txt"] == "Ebb *tide*."
    assert package[f"{folder}/revision-2.txt"] == "Flood."
    assert "Flood." in package[f"{folder}/text.html"]
    facts = json.loads(package[f"stories/{story.pk}-low-water/story.json"])
    assert (facts["title"], facts["authors"], facts["is_public"]) == ("Low Water", ["Ada"], True)


def test_in_a_round_robin_everybody_has_their_own(ada):
    story = make_story(author=ada, title="Low Water", public=True)
    open_round_robin(story)
    ben = make_member("Ben")
    draft = make_chapter(story, author=ben, text="Not for Ada yet.")
    make_chapter(story, author=ben, text="For everybody.", public=True)

    adas, bens = package_of(ada), package_of(ben)

    assert "Not for Ada yet." not in "".join(adas.values())
    assert f"stories/{story.pk}-low-water/chapter-{story.chapters.get(number=1).pk}" in str(adas)
    folder = f"contributions/{story.pk}-low-water/chapter-{draft.pk}"
    assert bens[f"{folder}/revision-1.txt"] == "Not for Ada yet."
    assert "The lamp was lit" not in "".join(bens.values())


def test_what_a_moderator_wrote_is_in_it(ada):
    story = make_story(author=ada, title="Low Water")
    chapter = story.chapters.get()
    hold(chapter, story)
    send_back(chapter, by=make_member("Mo", role="moderator"), letter="The rating is missing.")

    folder = f"stories/{story.pk}-low-water/chapter-{chapter.pk}"
    [decision] = json.loads(package_of(ada)[f"{folder}/decisions.json"])
    assert (decision["is_approval"], decision["source"]) == (False, "The rating is missing.")


def test_drafts_and_the_trash_are_in_it(ada):
    draft = make_story(author=ada, title="A draft")
    make_chapter(draft, author=ada, text="Not yet.")
    gone = make_story(author=ada, title="Gone")
    delete_story(gone)

    names = "\n".join(package_of(ada))

    assert f"stories/{draft.pk}-a-draft/" in names
    assert f"stories/{gone.pk}-gone/" in names


def test_reviews_answers_and_series_are_in_it(ada):
    ben = make_member("Ben")
    story, other = (make_story(author=each, public=True) for each in (ada, ben))
    make_review(other.chapters.get(), by=ada, text="I saw the lamp.")
    reply_to(make_review(story.chapters.get(), by=ben), by=ada.pen_name, text="Did you?")
    add_story(
        create_series(title="Tides", summary="", mode="closed", by=ada.pen_name),
        story,
        by=ada.pen_name,
    )

    package = package_of(ada)

    assert json.loads(package["reviews.json"])[0]["source"] == "I saw the lamp."
    assert json.loads(package["replies.json"])[0]["source"] == "Did you?"
    assert json.loads(package["series.json"])[0]["title"] == "Tides"


def test_what_other_rooms_keep_is_in_it(ada):
    tell([ada], "review", about="review:1", path="/", reader="Ben", title="Low Water")

    package = package_of(ada)

    assert json.loads(package["more/notices.notice.json"])[0]["facts"]["reader"] == "Ben"


def test_nothing_of_anybody_else_is_in_it(ada):
    ben = make_member("Ben")
    make_story(author=ben, title="Wholly Bens", text="Bens words.")
    tell([ben], "review", about="review:1", path="/", reader="Cleo", title="Bens")

    package = package_of(ada)

    assert "Ben" not in "".join([*package, *package.values()])


def test_no_secret_is_in_it(ada):
    package = package_of(ada)

    assert ada.password not in "".join(package.values())


def test_the_reference_describes_every_file(ada):
    ben = make_member("Ben")
    story = make_story(author=ada, public=True)
    make_review(story.chapters.get(), by=ben)

    described = set(re.findall(r"^\| `([^`]+)`", REFERENCE.read_text(), re.MULTILINE))

    files = {re.sub(r"\d+(-[a-z-]+)?(?=/|\.|$)", "N", name) for name in package_of(ada)}
    assert files - {name for name in files if name.startswith("more/")} <= described


def test_what_others_keep_of_ada_is_theirs(ada):
    ben = make_member("Ben")
    keep(ada.pen_name, Said(comment="Between us.", is_public=False), by=ben.pen_name)

    assert "Between us." not in "".join(package_of(ada).values())
    assert "Between us." in package_of(ben)["more/bookmarks.bookmark.json"]


def test_messages_got_and_sent_are_in_it(ada):
    ben = make_member("Ben")
    send_message(ben.pen_name, by=ada.pen_name, subject="Tides", text="Low at four.")
    send_message(ada.pen_name, by=ben.pen_name, subject="Thanks", text="Seen.")

    told = json.loads(package_of(ada)["more/moderation.message.json"])

    assert [message["subject"] for message in told] == ["Tides", "Thanks"]
