import re

import pytest

from storyhold.accounts.models import Role
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.notifications.actions import put_into_the_box, record
from storyhold.notifications.models import Letter
from storyhold.notifications.queries import letters_due
from storyhold.notifications.rules import Fate
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import PASSWORD, make_member, make_story

pytestmark = pytest.mark.usefixtures("archive")

RULES = "/office/rules/"
FEATURED = "/office/featured/"
LETTERS = "/office/letters/"


@pytest.fixture
def wren():
    return make_member("Wren", role=Role.ARCHIVIST)


@pytest.fixture
def mo():
    return make_member("Mo", role=Role.MODERATOR)


def words(answer):
    return answer.content.decode()


def rules(**changes):
    return {
        "name": "The Lamp Room",
        "tagline": "",
        "language": "de",
        "welcome": "Come *in*.",
        "terms": "Be kind.",
        "registration": "closed",
        "review_rating": "likes",
        "authors_may_delete_reviews": "all",
        "least_words": "100",
        "most_words": "0",
        "series_by": "authors",
        "most_illustrations": "5",
        "kept_word": "bookmarks",
        "recent_days": "14",
        "stories_on_a_page": "20",
        "print_words": "Written for *love*.",
    } | changes


# --- who gets in --------------------------------------------------------------------------------

FOR_MODERATORS = ["/office/", FEATURED, "/office/members/"]
FOR_ARCHIVISTS = [RULES, LETTERS, "/office/invitations/"]


@pytest.mark.parametrize("address", FOR_MODERATORS + FOR_ARCHIVISTS)
def test_each_sees_their_own_desks(client, wren, mo, mail, address):
    mail("show")

    as_guest = client.get(address)
    client.force_login(make_member("Ben"))
    as_member = client.get(address)
    client.force_login(mo)
    as_moderator = client.get(address)
    client.force_login(wren)
    as_archivist = client.get(address)

    assert as_guest["Location"] == f"/account/sign-in/?next={address}"
    assert as_member.status_code == 404
    assert as_moderator.status_code == (200 if address in FOR_MODERATORS else 404)
    assert as_archivist.status_code == 200


def test_the_office_names_the_desks_one_may_open(client, wren, mo, mail):
    mail("none")
    client.force_login(mo)
    as_moderator = words(client.get("/office/"))
    client.force_login(wren)
    as_archivist = words(client.get("/office/"))

    assert f'href="{FEATURED}"' in as_moderator
    assert f'href="{RULES}"' not in as_moderator
    assert f'href="{RULES}"' in as_archivist
    assert f'href="{LETTERS}"' not in as_archivist


# --- house rules --------------------------------------------------------------------------------


def test_an_archivist_changes_the_house_rules(client, wren):
    client.force_login(wren)

    answer = client.post(RULES, rules())
    forget_archive()
    page = words(client.get(RULES))

    archive = Archive.objects.get()
    assert answer["Location"] == RULES
    assert (archive.name, archive.language, archive.registration) == (
        "The Lamp Room",
        "de",
        "closed",
    )
    assert "<em>in</em>" in archive.welcome_html
    assert archive.guests_may_review is False
    assert (archive.review_rating, archive.authors_may_delete_reviews) == ("likes", "all")
    assert (archive.least_words, archive.stories_on_a_page) == (100, 20)
    assert "<em>love</em>" in archive.print_words_html
    assert "Come *in*." in page
    assert re.search(r'value="closed"[^>]*checked', page)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 101),
        ("tagline", "x" * 201),
        ("language", "xx"),
        ("welcome", "word " * 11_000),
        ("registration", "whoever"),
        ("review_rating", ""),
        ("least_words", "-1"),
        ("most_illustrations", "1001"),
        ("most_words", "99"),  # fewer than the least
        ("stories_on_a_page", "1000000"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_the_rest_is_kept(client, wren, field, typed):
    client.force_login(wren)

    answer = client.post(RULES, rules(**{field: typed}))

    assert answer.status_code == 422
    assert "field__error" in words(answer)
    assert "Be kind." in words(answer)
    assert Archive.objects.get().name == "Storyhold"


def test_nothing_nasty_breaks_the_house_rules(client, wren, nasty):
    client.force_login(wren)

    # Not all of them at once: a megabyte in each would be more than a form may bring.
    for fields in (list(rules())[:8], list(rules())[8:]):
        assert client.post(RULES, **nasty(*fields)).status_code == 422


def test_long_terms_outlive_the_end_of_the_sign_in(client, wren):
    client.force_login(wren)
    ticket = re.search(r'name="kept_ticket" value="([^"]+)"', words(client.get(RULES)))[1]
    client.logout()

    answer = client.post(RULES, rules(terms="Hours of work.", kept_ticket=ticket))
    client.post(answer["Location"], {"login": "Wren", "password": PASSWORD})

    assert "Hours of work." in words(client.get(RULES))


# --- featured stories ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern", ["{}", "/stories/{}-the-piano/", "https://archive.example/stories/{}/"]
)
def test_a_story_is_featured_by_its_number_or_address(client, mo, pattern):
    story = make_story(author=make_member("Ada"), public=True)
    client.force_login(mo)

    answer = client.post(FEATURED, {"story": pattern.format(story.pk)})

    assert answer["Location"] == FEATURED
    assert Story.objects.get().is_featured
    assert story.title in words(client.get(FEATURED))


@pytest.mark.parametrize(
    "typed", ["", "the piano", "/tags/5/", "99999999999999999999", "12345", "x" * 600]
)
def test_what_is_no_story_gets_a_sentence(client, mo, typed):
    client.force_login(mo)

    answer = client.post(FEATURED, {"story": typed})

    assert answer.status_code == 422
    assert "field__error" in words(answer)


def test_a_draft_cannot_be_found_out_by_featuring_it(client, wren):
    draft = make_story(author=make_member("Ada"), title="A Secret")
    client.force_login(wren)

    known = client.post(FEATURED, {"story": str(draft.pk)})
    unknown = client.post(FEATURED, {"story": "99999"})

    assert (
        words(known).count("There is no public story")
        == words(unknown).count("There is no public story")
        > 0
    )
    assert "A Secret" not in words(known)


def test_nothing_nasty_breaks_featuring(client, mo, nasty):
    client.force_login(mo)

    assert client.post(FEATURED, **nasty("story")).status_code == 422


def test_a_story_is_taken_out_of_the_window(client, mo):
    story = make_story(author=make_member("Ada"), public=True)
    client.force_login(mo)
    client.post(FEATURED, {"story": str(story.pk)})

    client.post(f"{FEATURED}{story.pk}/remove/")

    assert not Story.objects.get().is_featured
    assert client.post(f"{FEATURED}{story.pk}/remove/").status_code == 404


def test_a_member_features_nothing(client):
    ada = make_member("Ada")
    story = make_story(author=ada, public=True)
    client.force_login(ada)

    assert client.post(FEATURED, {"story": str(story.pk)}).status_code == 404
    assert client.post(f"{FEATURED}{story.pk}/remove/").status_code == 404
    assert not Story.objects.get().is_featured


# --- letters ------------------------------------------------------------------------------------


def test_letters_are_shown_where_they_do_not_leave(client, wren, mail):
    mail("show")
    client.post("/account/password/forgotten/", {"email": "wren@example.org"})
    client.force_login(wren)

    listed = words(client.get(LETTERS))
    letter = words(client.get(f"{LETTERS}{Letter.objects.get().pk}/"))

    assert "A new password" in listed
    assert '<a href="http://testserver/account/password/new/' in letter


def test_of_letters_that_leave_only_the_way_is_shown(client, wren, mail):
    letter = Letter.objects.create(
        to="ada@example.org", subject="A new password", body="one-time", last_error="no route"
    )
    mail("smtp")
    client.force_login(wren)

    listed = words(client.get(LETTERS))

    assert "Waiting: no route" in listed
    assert "one-time" not in listed
    assert client.get(f"{LETTERS}{letter.pk}/").status_code == 404


def test_without_mail_there_is_no_letter_box(client, wren, mail):
    letter = Letter.objects.create(to="ada@example.org", subject="Hello", body="one-time")
    mail("none")
    client.force_login(wren)

    assert client.get(LETTERS).status_code == 404
    assert client.get(f"{LETTERS}{letter.pk}/").status_code == 404


def test_a_letter_holds_no_markup(client, wren, mail):
    mail("show")
    Letter.objects.create(to="a@example.org", subject="<b>", body="<script>alert(1)</script>")
    client.force_login(wren)

    assert "<script>alert" not in words(client.get(f"{LETTERS}{Letter.objects.get().pk}/"))


def test_there_is_no_such_letter(client, wren, mail):
    mail("show")
    client.force_login(wren)

    assert client.get(f"{LETTERS}999999999999999999/").status_code == 404


# --- about and terms ----------------------------------------------------------------------------


def test_the_archive_tells_about_itself(client, house_rules):
    house_rules(name="The Lamp Room", welcome="Come *in*.")
    make_story(author=make_member("Ada"), public=True, chapters=3)
    make_story(author=make_member("Ben"), public=True, rating=Rating.objects.get(name="Explicit"))

    page = words(client.get("/about/"))

    assert "About The Lamp Room" in page
    assert "Come <em>in</em>." in page
    assert "<dt>Stories</dt><dd>1</dd>" in page
    assert "<dt>Chapters</dt><dd>3</dd>" in page
    assert "<dt>Authors</dt><dd>1</dd>" in page
    assert "Affero" in page


def test_the_terms_have_a_page(client, house_rules):
    without = words(client.get("/terms/"))
    house_rules(terms="Be *kind*.")

    assert "no terms" in without
    assert "Be <em>kind</em>." in words(client.get("/terms/"))


def test_pages_of_an_open_archive_ask_the_archive_nothing_twice(client, django_assert_num_queries):
    client.get("/terms/")

    with django_assert_num_queries(0):
        client.get("/terms/")


def test_a_letter_that_was_given_up_is_tried_again(client, wren, mail):
    mail("smtp")
    client.force_login(wren)
    put_into_the_box([Letter(to=f"{name}@example.org", subject="Hi") for name in ("ada", "ben")])
    letter = Letter.objects.get(to="ada@example.org")
    record(letter, Fate.REFUSED_FOR_GOOD, "550 No such <user>")

    page = words(client.get(f"{LETTERS}?state=given-up"))
    answer = client.post(f"{LETTERS}{letter.pk}/again/", {"next": f"{LETTERS}?state=given-up"})

    assert "550 No such &lt;user&gt;" in page
    assert "ben@example.org" not in page
    assert answer["Location"] == f"{LETTERS}?state=given-up"
    assert letter in letters_due()
    assert client.post(f"{LETTERS}{letter.pk}/again/").status_code == 404
