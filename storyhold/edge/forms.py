"""The forms of a kept page: plain and compressed, each with its head, made when first asked for."""

import gzip
import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import zstandard

from storyhold.edge.store import Page

# What is smaller, or of another kind, hardly shrinks.
WORTH_IT = 500
SHRINKS = re.compile(rb"text/|application/(?:[a-z.]+\+)?(?:json|xml|javascript)|image/svg")
# Of what compresses well, these levels cost about a millisecond for a chapter.
GZIP_LEVEL, ZSTD_LEVEL = 5, 6

Fields = tuple[tuple[bytes, bytes], ...]

PLAIN, GZIP, ZSTD = "identity", "gzip", "zstd"
# Not a coding, but kept beside them: the answer to those who have the page.
UNCHANGED = "unchanged"


def tag_of(body: bytes) -> bytes:
    """Return the ETag of a body, in its quotes; to be called weak, as all codings share it."""
    return b'"' + blake2b(body, digest_size=12).hexdigest().encode() + b'"'


def forms_of(fields: Fields, body: bytes) -> dict[str, tuple[bytes, bytes]]:
    """Return the first form of a page: compressed if that is worth it, for memory is scarce."""
    kind = dict(fields).get(b"content-type", b"")
    if len(body) >= WORTH_IT and SHRINKS.match(kind):
        return {GZIP: _form(fields, gzip.compress(body, GZIP_LEVEL, mtime=0), GZIP)}
    return {PLAIN: _form(fields, body, PLAIN)}


def form_of(page: Page, accepted: bytes | None) -> tuple[bytes, bytes]:
    """Return the head, without its first two lines, and the body that suit the visitor best."""
    coding = coding_for(accepted) if accepted and GZIP in page.forms else PLAIN
    form = page.forms.get(coding)
    if form is None:
        form = page.forms[coding] = _form(page.fields, _other(page, coding), coding)
    return form


def unchanged(page: Page) -> tuple[bytes, bytes]:
    """Return the head, without its first two lines, that says that a visitor has it already."""
    form = page.forms.get(UNCHANGED)
    if form is None:
        head = _lines(
            pair for pair in page.fields if pair[0] in (b"cache-control", b"etag", b"vary")
        )
        form = page.forms[UNCHANGED] = head, b""
    return form


@lru_cache(maxsize=256)
def coding_for(accepted: bytes) -> str:
    """Return the best coding that an Accept-Encoding header allows."""
    weights = dict(map(_weight, accepted.decode("latin-1").lower().split(",")))
    anything = weights.get("*", 0.0)
    best = max((ZSTD, GZIP), key=lambda coding: weights.get(coding, anything))
    return best if weights.get(best, anything) > 0 else PLAIN


def _weight(item: str) -> tuple[str, float]:
    coding, _semicolon, parameter = item.partition(";")
    _q, _equals, value = parameter.partition("=")
    try:
        return coding.strip(), float(value) if value else 1.0
    except ValueError:
        return coding.strip(), 0.0


def _other(page: Page, coding: str) -> bytes:
    """Return the body in a coding that it is not kept in yet."""
    plain = gzip.decompress(page.forms[GZIP][1])
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(plain) if coding == ZSTD else plain


def _form(fields: Fields, body: bytes, coding: str) -> tuple[bytes, bytes]:
    own = [(b"content-length", b"%d" % len(body))]
    if coding != PLAIN:
        own.append((b"content-encoding", coding.encode()))
    return _lines([*fields, *own]), body


def _lines(fields: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join([b"%s: %s\r\n" % pair for pair in fields]) + b"\r\n"
