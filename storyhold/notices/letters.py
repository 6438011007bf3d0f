"""What a letter with notices says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from storyhold.archive.queries import the_archive
from storyhold.notices.kinds import KINDS, How
from storyhold.notices.models import Notice
from storyhold.notices.wishes import Stop
from storyhold.notifications.models import Letter
from storyhold.prose.one_line import one_line

# More than this nobody reads in a letter; the page of notices has them all.
MOST_IN_A_LETTER = 200


@dataclass(frozen=True)
class Group:
    """The notices of one kind: a heading, sentences with links, and the link that stops them."""

    heading: str
    news: list[tuple[str, str]]
    stop: str


def news_letter(sort: How, notices: Sequence[Notice], *, email: str, name: str) -> Letter:
    """Return the letter that tells one member of these notices, which are one or more."""
    kinds = [key for key in KINDS if any(notice.kind == key for notice in notices)]
    member = notices[0].member_id
    context = {
        "name": name,
        "archive": the_archive(),
        "home": _absolute("/"),
        "groups": list(_groups(member, kinds, notices[:MOST_IN_A_LETTER])),
        "left_out": max(0, len(notices) - MOST_IN_A_LETTER),
        "all_notices": _absolute(reverse("notices:list")),
        "choices": _absolute(reverse("notices:choices")),
        "stop_all": _stop_address(Stop(member)),
    }
    return Letter(
        to=email,
        subject=f"[{the_archive().name}] {_subject(sort, notices)}",
        body=render_to_string("notices/letters/news.txt", context),
        headers={
            # RFC 8058: mail programs put a button beside the letter, and press it by POST.
            "List-Unsubscribe": f"<{_stop_address(Stop(member, tuple(kinds)))}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        is_news=True,
    )


def _subject(sort: How, notices: Sequence[Notice]) -> str:
    count = len(notices)
    if sort == How.DAILY:
        text = ngettext("%(count)d notice of the day", "%(count)d notices of the day", count)
        return text % {"count": count}
    if sort == How.WEEKLY:
        text = ngettext("%(count)d notice of the week", "%(count)d notices of the week", count)
        return text % {"count": count}
    if count == 1:
        return notices[0].sentence
    return _("%(count)d notices") % {"count": count}


def _groups(member: int, kinds: Sequence[str], notices: Iterable[Notice]) -> Iterable[Group]:
    in_order = sorted(notices, key=lambda notice: (kinds.index(notice.kind), notice.pk))
    for key, some in groupby(in_order, key=lambda notice: notice.kind):
        yield Group(
            heading=str(KINDS[key].name),
            # On one line each, so that no title can look like a part of the letter.
            news=[(one_line(notice.sentence), _absolute(notice.path)) for notice in some],
            stop=_stop_address(Stop(member, (key,))),
        )


def _stop_address(stop: Stop) -> str:
    return _absolute(reverse("notices:stop", args=[stop.token]))


def _absolute(path: str) -> str:
    return f"{settings.ADDRESS}{path}"
