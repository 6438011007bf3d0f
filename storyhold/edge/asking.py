"""A request as Django gets it: written anew from what was understood, with who is asking."""

from storyhold.edge.exchange import HOP_BY_HOP, Question
from storyhold.edge.grammar import Request
from storyhold.edge.incoming import Incoming
from storyhold.edge.notes import OURS

# What we say ourselves, and what only concerns the way to us.
NOT_PASSED_ON = HOP_BY_HOP | {
    b"content-length", b"expect", b"forwarded", b"host",
    b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-port", b"x-forwarded-proto",
    b"x-forwarded-server", b"x-real-ip",
}  # fmt: skip
# A page that is made to be kept is made whole, and plain: these ask for less.
CONDITIONS = frozenset(
    (b"accept-encoding", b"if-match", b"if-modified-since", b"if-none-match", b"if-range",
     b"if-unmodified-since", b"range")
)  # fmt: skip


def question(
    request: Request,
    body: Incoming | None,
    *,
    address: str,
    scheme: bytes,
    whole: bool = False,
) -> Question:
    """Return what to ask Django; with `whole`, for all of a page, whatever the visitor needs.

    The visitor's address and scheme stand there once, written by us.
    """
    length = body.size if body is not None and body.is_complete else request.length
    lines = [
        b"%s %s HTTP/1.1\r\nhost: %s\r\n" % (request.method, request.target, request.host),
        b"x-forwarded-for: %s\r\nx-forwarded-proto: %s\r\n" % (address.encode(), scheme),
        *(
            b"%s: %s\r\n" % (name, value)
            for name, value in request.fields.items()
            if _may_pass(name) and not (whole and name in CONDITIONS)
        ),
        _length(request, length),
    ]
    return Question(request.method, b"".join(lines) + b"\r\n", body, in_chunks=length < 0)


def _may_pass(name: bytes) -> bool:
    # Django takes a header with an underscore for the one with a hyphen: it could be one of ours.
    return name not in NOT_PASSED_ON and b"_" not in name and not name.startswith(OURS)


def _length(request: Request, length: int) -> bytes:
    if length < 0:
        return b"transfer-encoding: chunked\r\n"
    if length or request.method not in (b"GET", b"HEAD", b"OPTIONS"):
        return b"content-length: %d\r\n" % length
    return b""
