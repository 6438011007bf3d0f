"""Who is there, known from the start."""

from django.contrib.auth import get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest


class WhoIsThere(AuthenticationMiddleware):
    """Find out who asks before the page is made, where Django waits until somebody wants to know.

    Every page of ours wants to, hundreds of times, and each time would have to go through the
    stand-in that waits.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Put the member, or the guest, onto the request."""
        super().process_request(request)
        request.user = get_user(request)
