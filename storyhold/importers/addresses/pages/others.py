"""News, custom pages, letters, challenges, polls, shouts, the feed, and modules."""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.urls import reverse

from storyhold.accounts.queries import Viewer
from storyhold.common.tails import tail
from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, leads
from storyhold.importers.addresses.pages.people import viewuser
from storyhold.importers.addresses.pages.stories import viewstory
from storyhold.pages.access import pages_for_members, pages_visible_to
from storyhold.pages.models import Page

# Pages the old program had by itself; an archive may have written its own under the name.
ITS_OWN_PAGES = {"tos": "archive:terms", "rules": "archive:terms", "help": "archive:about",
                 "about": "archive:about", "copyright": "archive:terms"}  # fmt: skip


def news(visit: Visit) -> Outcome:
    """Lead to a piece of news, or to all of it."""
    if not visit.address.has("nid"):
        return leads("news:archive")
    return visit.lead("news", visit.address.number("nid"))


def viewpage(visit: Visit) -> Outcome:
    """Lead to a custom page by its name, in whatever case, or by its number."""
    name = visit.address.word("page")
    if name:
        return page_called(visit, name)
    number = visit.address.number("id")
    return visit.lead("page", number) if number else leads("home")


def page_called(visit: Visit, name: str) -> Outcome:
    """Lead to the custom page of this name, or to what we have instead of it."""
    page = _pages(visit.viewer).filter(slug__iexact=tail(name)).first()
    if page:
        return Leads(page.get_absolute_url())
    return visit.lead("page", name) or _its_own(name.lower())


def _its_own(name: str) -> Outcome:
    return leads(ITS_OWN_PAGES[name]) if name in ITS_OWN_PAGES else None


def _pages(viewer: Viewer) -> QuerySet[Page]:
    return Page.objects.filter(Q(pk__in=pages_visible_to(viewer)) | Q(pk__in=pages_for_members()))


def challenge(visit: Visit) -> Outcome:
    """Lead to a challenge, to all of them, or to a form."""
    action = visit.address.choice("action")
    if not visit.address.has("chalid"):
        return leads("challenges:new" if action == "add" else "challenges:list")
    number = visit.address.number("chalid")
    found = visit.see("challenge", number) if number else None
    if found and action == "respond":
        return leads("challenges:answer", found.pk)
    return visit.lead("challenge", number)


def poll_archive(visit: Visit) -> Outcome:
    """Lead to the polls, to one of them where it is named."""
    number = visit.address.number("poll")
    if number is None:
        return leads("polls:polls")
    poll = visit.see("poll", number)
    return leads("polls:polls", at=f"poll-{poll.pk}") if poll else visit.missing("poll", number)


def recommendations(visit: Visit) -> Outcome:
    """Lead to the list of stories: recommendations have no page of their own here."""
    return _of_a_module(visit) or leads("browse:stories")


def module(visit: Visit) -> Outcome:
    """Lead to what an unknown module was asked about, if that can be seen."""
    return _of_a_module(visit)


def _of_a_module(visit: Visit) -> Outcome:
    pages = {"sid": viewstory, "uid": viewuser, "chalid": challenge}
    return next((page(visit) for name, page in pages.items() if visit.address.has(name)), None)


def _page(name: str) -> Callable[[Visit], Outcome]:
    return lambda visit: page_called(visit, name)


def _to(view: str) -> Callable[[Visit], Outcome]:
    return lambda _visit: Leads(reverse(view))


SCRIPTS: dict[str, Callable[[Visit], Outcome]] = {
    "about": _page("about"),
    "beta": _to("betas:readers"),
    "betas": _to("betas:readers"),
    "challenges": challenge,
    "help": _page("help"),
    "index": _to("home"),
    "maintenance": _to("home"),
    "news": news,
    "pollarchive": poll_archive,
    "rss": _to("feeds:newest"),
    "rules": _page("rules"),
    "tos": _page("tos"),
    "viewpage": viewpage,
}
