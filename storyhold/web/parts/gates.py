"""The gates before a rated text: which ones a reader has passed, and the page in front of it.

Guests carry what they have passed in one small cookie that ends with the browser session, such as
`passed=age.w3.w7`: of age, and the warnings of the ratings 3 and 7 accepted. It holds nothing that
tells one reader from another, and a forged one opens nothing that a click would not.
"""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.stories.access import gates_before
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from storyhold.tags.rules import Gate, Passed
from storyhold.web.parts.e_readers import comes_by_e_reader

COOKIE = "passed"
MOST_LETTERS = 500
_WARNING = re.compile(r"w([0-9]{1,9})", re.ASCII)


@dataclass(frozen=True)
class Stop:
    """What stands in front of a text, in words: a button to pass, or links to sign in."""

    title: str
    sentence: str
    action: str = ""  # POSTed to
    button: str = ""
    links: tuple[tuple[str, str], ...] = ()

    @property
    def is_for_members(self) -> bool:
        """Whether guests may not even see the story's title page."""
        return not self.action


def passed_by(request: HttpRequest) -> Passed:
    """Return the gates this reader has gone through."""
    member = request.user if isinstance(request.user, Member) else None
    words = _words_in(request)
    return Passed(
        signed_in=member is not None,
        age="age" in words or (member is not None and member.has_confirmed_age),
        warnings=frozenset(int(m[1]) for m in map(_WARNING.fullmatch, words) if m),
    )


def remember_passed(request: HttpRequest, response: HttpResponse, rating: Rating) -> None:
    """Let the reader's browser keep, while it is open, that the rating's gates were passed."""
    words = _words_in(request)
    if rating.must_confirm_age:
        words.append("age")
    if rating.must_accept_warning:
        words.append(f"w{rating.pk}")
    value = ".".join(dict.fromkeys(words))
    response.set_cookie(COOKIE, value, samesite="Lax", httponly=True, secure=request.is_secure())


def _words_in(request: HttpRequest) -> list[str]:
    words = request.COOKIES.get(COOKIE, "")[:MOST_LETTERS].split(".")
    return [word for word in words if word == "age" or _WARNING.fullmatch(word)]


def stop_before(request: HttpRequest, story: Story) -> Stop | None:
    """Return what this reader has to do before the story's text, or None: the way is free.

    `story` comes with its rating. No query when it comes with its authors as well.
    """
    gates = gates_before(story, request.user, passed_by(request))
    if comes_by_e_reader(request):
        # No warning can be shown there: who makes a password for an e-reader accepts them all.
        gates = [gate for gate in gates if gate is not Gate.WARNING]
    if not gates:
        return None
    return _members_only(request) if Gate.SIGN_IN in gates else _warning(story, gates)


def gate_page(request: HttpRequest, stop: Stop, story: Story) -> HttpResponse:
    """Answer with a page that says what to do, and holds nothing of the story: 200, noindex."""
    back = "" if stop.is_for_members else story.get_absolute_url()
    context = {"stop": stop, "next": request.get_full_path(), "back": back}
    return render(request, "parts/gate_page.html", context)


def _members_only(request: HttpRequest) -> Stop:
    back = urlencode({"next": request.get_full_path()})
    links = [(_("Sign in"), f"{reverse('account_login')}?{back}")]
    if the_archive().registration != "closed":
        links.append((_("Register"), f"{reverse('account_signup')}?{back}"))
    return Stop(
        title=_("For members of this archive"),
        sentence=_("This story is open to members alone. Sign in, and you are back on this page."),
        links=tuple(links),
    )


def _warning(story: Story, gates: list[Gate]) -> Stop:
    rating = story.rating
    assert rating is not None  # noqa: S101 — no rating, no gate
    sentences = [_("This story is rated “%s”.") % rating.name]
    if Gate.WARNING in gates:
        sentences.append(rating.warning_text or rating.description)
    if Gate.AGE in gates:
        sentences.append(
            _("It is for adults: go on if you are 18 or older, and of age where you live.")
        )
    return Stop(
        title=_("Before you read"),
        sentence=" ".join(filter(None, sentences)),
        action=reverse("stories:pass_gate", args=[story.pk]),
        button=_("I am an adult: go on") if Gate.AGE in gates else _("Go on to the text"),
    )
