"""Kept pages are found again while they are fresh, and never longer."""

from collections.abc import Sequence

import pytest

from storyhold.edge.notes import Notes, notes_in
from storyhold.edge.store import BESIDES, Page, Store

HOME = (b"http", b"archive.example.org", b"/")
STORY = (b"http", b"archive.example.org", b"/stories/12/")


EVERYTHING, LISTS, STORY_12 = 0, 1, 12


class Stamped:
    """Stamps in a dictionary."""

    def __init__(self) -> None:
        self.standing: dict[int, int] = {}

    def values(self, places: Sequence[int]) -> tuple[int, ...]:
        return tuple(self.standing.get(place, 0) for place in places)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stamps():
    return Stamped()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(stamps, clock):
    return Store(stamps, limit=100_000, clock=clock)


def page(body: bytes = b"x", places: tuple[int, ...] = (LISTS,), age: float = 60) -> Page:
    return Page(200, (), {"identity": (b"", body)}, b"", places, (0,) * len(places), age)


def test_a_page_is_found_under_its_address_alone(store):
    kept = page()
    store.keep(HOME, {}, kept)

    assert store.find(HOME, {}) is kept
    assert store.find(STORY, {}) is None
    assert store.find((b"https", *HOME[1:]), {}) is None


def test_a_change_of_what_it_shows_lets_it_go(store, stamps):
    store.keep(HOME, {}, page(places=(EVERYTHING, LISTS)))
    store.keep(STORY, {}, page(places=(EVERYTHING, STORY_12)))

    stamps.standing[LISTS] = 7

    assert store.find(HOME, {}) is None
    assert store.find(STORY, {}) is not None
    assert len(store) == 1


def test_a_change_while_it_was_made_keeps_it_out(store, stamps):
    stamps.standing[LISTS] = 7

    assert not store.keep(HOME, {}, page(places=(LISTS,)))
    assert store.find(HOME, {}) is None


def test_age_ends_a_page_whose_stamps_stand_still(store, clock):
    store.keep(HOME, {}, page(age=60))

    clock.now = 59.9
    assert store.find(HOME, {})
    clock.now = 60.0
    assert store.find(HOME, {}) is None


def test_variants_differ_by_the_cookies_that_were_looked_at(store):
    gate, inside = page(b"gate"), page(b"inside")
    store.keep(STORY, {"theme": "dark"}, gate, varies=["passed"])
    store.keep(STORY, {"passed": "12"}, inside, varies=["passed"])

    assert store.find(STORY, {"theme": "sepia"}) is gate
    assert store.find(STORY, {"passed": "12", "theme": "dark"}) is inside
    assert store.find(STORY, {"passed": "13"}) is None


def test_a_cookie_that_one_variant_looked_at_matters_to_all(store):
    new = page(b"new")
    store.keep(STORY, {}, page(b"gate"), varies=["passed"])
    store.keep(STORY, {"passed": "1", "contents": "open"}, page(), varies=["passed", "contents"])
    store.keep(STORY, {"passed": "1", "contents": "open"}, new, varies=["passed"])

    assert store.find(STORY, {"passed": "1"}) is None
    assert store.find(STORY, {"passed": "1", "contents": "open"}) is new
    assert store.find(STORY, {}) is None, "it may look different with another cookie by now"


def test_what_was_not_asked_for_longest_goes_first(store):
    room = store.limit // (BESIDES + 18_500)
    addresses = [(b"http", b"h", b"/%d" % number) for number in range(room + 1)]
    for address in addresses[:-1]:
        store.keep(address, {}, page(b"x" * 18_500))
    store.find(addresses[0], {})

    store.keep(addresses[-1], {}, page(b"x" * 18_500))

    assert store.find(addresses[0], {})
    assert store.find(addresses[1], {}) is None
    assert store.size <= store.limit


def test_a_page_that_would_push_out_all_others_is_not_kept(store):
    assert not store.keep(HOME, {}, page(b"x" * 30_000))
    assert store.size == 0


def test_forms_that_are_added_later_count_as_well(store):
    kept = page(b"x" * 10_000)
    store.keep(HOME, {}, kept)
    kept.forms["gzip"] = (b"head", b"x" * 5_000)

    store.weigh_again(kept)

    assert store.size == BESIDES + 15_004
    store.drop(kept)
    assert store.size == 0


def test_what_django_wrote_is_read():
    written = {
        b"storyhold-keep": b"everything, lists, story 12; age=3600",
        b"storyhold-varies": b"passed, contents",
        b"storyhold-read": b"12/345",
    }

    assert notes_in(written.items()) == Notes(
        ("everything", "lists", "story 12"), 3600.0, ("passed", "contents"), b"12/345"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {b"storyhold-keep": b""},
        {b"storyhold-keep": b"everything"},
        {b"storyhold-keep": b"everything; age=-1"},
        {b"storyhold-keep": b"Everything; age=\xff"},
        {b"storyhold-keep": b"everything; age=60", b"set-cookie": b"a=b"},
    ],
)
def test_what_is_not_plainly_to_be_kept_is_not_kept(fields):
    assert notes_in(fields.items()) is None
