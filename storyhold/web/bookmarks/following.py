"""Following stories, series and authors, and the list of what one follows."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.bookmarks.access import subscriptions_of
from storyhold.bookmarks.actions import following
from storyhold.bookmarks.queries import with_things
from storyhold.common.refusal import Refusal
from storyhold.web.bookmarks.things import thing_or_404
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.views import way_back

ON_A_PAGE = 50


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """List what the member follows, the last first."""
    pages = Paginator(with_things(subscriptions_of(request.user)), ON_A_PAGE)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return render(request, "bookmarks/subscriptions.html", context)


@require_POST
@signed_in
def subscribe(request: HttpRequest, **numbered: int) -> HttpResponse:
    """Follow a story, a series or an author, and go back to where the button was."""
    thing = thing_or_404(request, *numbered.popitem())
    try:
        following.subscribe(thing, by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You will be told when there is news of “%s”.") % thing)
    return redirect(way_back(request, otherwise=thing.get_absolute_url()))


@require_POST
@signed_in
def unsubscribe(request: HttpRequest, **numbered: int) -> HttpResponse:
    """Follow it no longer, and go back to where the button was."""
    thing = thing_or_404(request, *numbered.popitem())
    following.unsubscribe(thing, by=the_member(request))
    messages.success(request, _("You will not be told of “%s” any more.") % thing)
    return redirect(way_back(request, otherwise=thing.get_absolute_url()))
