"""Leaving kudos."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from storyhold.accounts.models import Member
from storyhold.common.refusal import Refusal
from storyhold.reviews.actions import kudos
from storyhold.reviews.refusals import KudosAreLeft, KudosAreTooMany
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.web.parts.readers import visitor_of
from storyhold.web.parts.views import is_from_our_own_page, way_back

# A guest's browser keeps the numbers of the stories, such as `kudos=12.345`, the last ones.
COOKIE = "kudos"
MOST_KEPT = 200
LASTS = 60 * 60 * 24 * 365  # seconds


# Guests' pages are the same for everyone and so carry no token: for guests the door below asks
# where the button stood. Members' buttons carry one, and it is checked.
@csrf_exempt
@require_POST
def leave_kudos(request: HttpRequest, story: int) -> HttpResponse:
    """Leave kudos, and go back to where the button was."""
    if isinstance(request.user, Member):
        return csrf_protect(_leave)(request, story=story)
    if not is_from_our_own_page(request):
        return HttpResponseForbidden()
    return _leave(request, story=story)


def _leave(request: HttpRequest, story: int) -> HttpResponse:
    shown = get_object_or_404(stories_listed_for(request.user), pk=story)
    response = redirect(way_back(request, otherwise=f"{shown.get_absolute_url()}#kudos"))
    try:
        _leave_once(request, shown)
    except Refusal as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _("Your kudos are with the author. Thank you for reading."))
    if not isinstance(request.user, Member):
        _remember(request, response, shown)
    return response


def _leave_once(request: HttpRequest, story: Story) -> None:
    if isinstance(request.user, Member):
        kudos.leave_kudos(story, by=request.user, visitor="")
    elif str(story.pk) in _kept_by(request):
        raise KudosAreLeft
    elif not ratelimit.consume(request, action="kudos"):
        raise KudosAreTooMany
    else:
        kudos.leave_kudos(story, by=None, visitor=visitor_of(request))


def _kept_by(request: HttpRequest) -> list[str]:
    numbers = request.COOKIES.get(COOKIE, "").split(".")
    return [number for number in numbers if number.isdecimal() and len(number) <= 18]


def _remember(request: HttpRequest, response: HttpResponse, story: Story) -> None:
    numbers = dict.fromkeys([*_kept_by(request), str(story.pk)])
    value = ".".join(list(numbers)[-MOST_KEPT:])
    secure = request.is_secure()
    response.set_cookie(COOKIE, value, max_age=LASTS, samesite="Lax", httponly=True, secure=secure)
