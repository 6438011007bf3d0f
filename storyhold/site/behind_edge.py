"""The archive as the edge reaches it, over a socket that nobody else can open."""

from collections.abc import Callable, Iterable
from typing import Any

# In the environment of a request that the edge itself makes, for nobody outside.
FROM_EDGE = "storyhold.from_edge"


class BehindEdge:
    """An application that takes the edge's word for who is asking, and how they reached us.

    The edge writes these headers itself, once, whatever a visitor has sent.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self._application = application

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request, as WSGI says."""
        environ["REMOTE_ADDR"] = environ.get("HTTP_X_FORWARDED_FOR", "")
        environ["wsgi.url_scheme"] = environ.get("HTTP_X_FORWARDED_PROTO", "http")
        environ[FROM_EDGE] = "HTTP_STORYHOLD_REPORTS" in environ
        return self._application(environ, start_response)
