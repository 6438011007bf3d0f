"""Who asks, and for what kind of page: their address, their scheme, their cookies."""

from ipaddress import ip_address

from storyhold.edge.grammar import Request

# With one of these, Django makes the page for this visitor alone.
PERSONAL = frozenset(("storyhold_session", "messages", "plain"))


def cookies_of(request: Request) -> dict[str, str]:
    """Return the cookies as Django will read them: decoded, cut and trimmed the same way."""
    listed = request.fields.get(b"cookie")
    if listed is None:
        return {}
    pairs = [part.partition("=") for part in listed.decode("utf-8", "replace").split(";")]
    return {
        (name if equals else "").strip(): (value if equals else name).strip()
        for name, equals, value in pairs
    }


def is_personal(request: Request, cookies: dict[str, str]) -> bool:
    """Whether the page may be for this visitor alone, so that Django has to make it."""
    return b"authorization" in request.fields or not PERSONAL.isdisjoint(cookies)


class FrontServer:
    """Whoever stands between us and the visitors: a server that names them, or nobody."""

    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there

    def address(self, request: Request, neighbor: str) -> str:
        """Return the visitor's address; `neighbor` is who is connected to us."""
        if not self.is_there:
            return neighbor
        # Only the last one was written by our front server; the rest is what the visitor claims.
        named = request.fields.get(b"x-forwarded-for", b"").decode("latin-1")
        try:
            return str(ip_address(named.rpartition(",")[2].strip()))
        except ValueError:
            return neighbor

    def scheme(self, request: Request) -> bytes:
        """Return how the visitor reached the front server, or us."""
        if self.is_there and request.fields.get(b"x-forwarded-proto", b"").lower() == b"https":
            return b"https"
        return b"http"
