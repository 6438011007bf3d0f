"""What the archive is called among the apps of a device, and how it looks there."""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive
from storyhold.freshness.pages import kept_for_guests

CONTENT_TYPE = "application/manifest+json"
LONGEST_SHORT_NAME = 12
PAPER = "#fbf8f1"  # as in css/tokens.css
ICONS = (("img/icon-192.png", 192, "any"), ("img/icon-512.png", 512, "any"),
         ("img/icon-maskable-512.png", 512, "maskable"))  # fmt: skip


@require_safe
@kept_for_guests()
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 — Django's signature
    """Describe the archive as an app."""
    archive = the_archive()
    home = reverse("home")
    described = {
        "name": archive.name,
        "short_name": archive.name[:LONGEST_SHORT_NAME].strip(),
        "description": archive.tagline,
        "id": home,
        "start_url": home,
        "scope": home,
        # With a way back where the browser has one; iPhones know only the other.
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["books", "entertainment"],
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": [
            {"name": _("On this device"), "url": reverse("offline:device")},
        ],
    }
    return JsonResponse(described, content_type=CONTENT_TYPE)


def _icon(file: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": static(file),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
