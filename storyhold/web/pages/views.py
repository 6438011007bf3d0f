"""Reading one of the archive's own pages."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from storyhold.accounts.models import Member
from storyhold.freshness.pages import kept_for_guests
from storyhold.pages.access import pages_for_members, pages_visible_to


@require_safe
@kept_for_guests()
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the page; guests sign in before one for members."""
    is_member = isinstance(request.user, Member)
    if not is_member and pages_for_members().filter(slug=slug).exists():
        return redirect_to_login(request.get_full_path())
    shown = get_object_or_404(pages_visible_to(request.user), slug=slug)
    return render(request, "pages/page.html", {"page": shown})
