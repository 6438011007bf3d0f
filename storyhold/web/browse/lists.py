"""Lists of stories that belong to no tag: all, lately updated, featured; and one by chance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive
from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import any_one, updated_within
from storyhold.web.parts.listing.asked import address, asked_of
from storyhold.web.parts.listing.listing import alphabet, listing
from storyhold.web.parts.listing.others import others_asked_for


@require_safe
@kept_for_guests()
def stories(request: HttpRequest) -> HttpResponse:
    """List all stories, A to Z unless another order is asked for."""
    shown = alphabet(request, stories_listed_for(request.user), sort="title")
    context = {
        "listing": shown,
        "title": _("All stories"),
        "way": "stories",
        "others": others_asked_for(request.user, shown.asked),
    }
    return render(request, "browse/stories.html", context)


@require_safe
@kept_for_guests()
def recent(request: HttpRequest) -> HttpResponse:
    """List what was updated within the days that the house rules call recent."""
    days = the_archive().recent_days
    within = ngettext(
        "With a new chapter within the last day.",
        "With a new chapter within the last %(days)d days.",
        days,
    )
    found = updated_within(stories_listed_for(request.user), days=days)
    context = {
        "listing": listing(request, found, sort="updated"),
        "title": _("Lately updated"),
        "way": "recent",
        "about": within % {"days": days} if days else "",
        "nothing": _("No story has been updated lately."),
    }
    return render(request, "browse/stories.html", context)


@require_safe
@kept_for_guests()
def featured(request: HttpRequest) -> HttpResponse:
    """List the stories in the window now."""
    shown = stories_listed_for(request.user).filter(is_featured=True)
    context = {
        "listing": listing(request, shown, sort="updated"),
        "title": _("Featured stories"),
        "way": "featured",
        "about": _("Chosen by those who keep this archive."),
        "nothing": _("No story is featured now."),
    }
    return render(request, "browse/featured.html", context)


@require_safe
@kept_for_guests()
def once_featured(request: HttpRequest) -> HttpResponse:
    """List the stories that were in the window before."""
    were = stories_listed_for(request.user).filter(is_featured=False, featured_at__isnull=False)
    context = {
        "listing": listing(request, were, sort="updated"),
        "title": _("Once featured"),
        "way": "featured",
        "about": _("Chosen in the past by those who keep this archive."),
        "nothing": _("No story was featured before those that are now."),
    }
    return render(request, "browse/featured.html", context)


@require_safe
@never_cache
def random_story(request: HttpRequest) -> HttpResponse:
    """Lead to a story, each as likely as any other, of those that the address asks for."""
    asked = asked_of(request, sort="title")
    story = any_one(asked.narrow(stories_listed_for(request.user)))
    if story:
        return redirect(story)
    # The list says that there is none, and how to ask for more.
    return redirect(reverse("browse:stories") + address(asked.query()))
