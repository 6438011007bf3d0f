"""What tests of pages begin with, where they ask for it by name."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

NASTY = {
    "nothing": "",
    "a NUL byte": "Ada\0Lovelace",
    "a lone surrogate": "\ud800",
    "a right-to-left override": "\u202eadA",
    "a megabyte": "x" * 1_000_000,
    "markup": "<script>alert(1)</script>",
}


@pytest.fixture(params=NASTY.values(), ids=NASTY.keys())
def nasty(request: pytest.FixtureRequest) -> Callable[..., dict[str, str]]:
    """Return what a test client posts with something in the fields that nobody types by accident.

    Use it as `client.post(address, **nasty("name", "note"))`; `query=True` gives it for `get`.
    """
    typed = str(request.param)

    def into(*fields: str, query: bool = False) -> dict[str, str]:
        # As bytes: a browser that breaks the rules can send a surrogate, Django's client cannot.
        text = typed[:2000] if query else typed
        form = urlencode(dict.fromkeys(fields, text.encode(errors="surrogatepass")))
        if query:
            return {"QUERY_STRING": form}
        return {"data": form, "content_type": "application/x-www-form-urlencoded"}

    return into


@pytest.fixture
def archive(db: None) -> Iterator[None]:
    """Open the archive; nobody has tried anything too often in it yet."""
    # Django is not ready yet when pytest reads this file.
    from django.core.cache import cache

    from storyhold.archive.queries import forget_archive
    from tests.cast import open_the_archive

    cache.clear()
    open_the_archive()
    # A test's transaction is never committed, so nobody else forgets what was known before.
    forget_archive()
    yield
    forget_archive()


@pytest.fixture
def house_rules(archive: None) -> Callable[..., None]:
    """Change the archive's rules."""

    def change(**rules: Any) -> None:
        from storyhold.archive.actions import change_archive
        from storyhold.archive.queries import forget_archive

        change_archive(**rules)
        forget_archive()

    return change


@pytest.fixture
def mail(settings: Any) -> Callable[[Any], None]:
    """Choose how letters leave: none, show, smtp. They are kept as rows, as in an archive."""
    settings.EMAIL_BACKEND = "storyhold.notifications.post.Post"

    def leave_by(kind: Any) -> None:
        from storyhold.site.environment import Mail

        settings.MAIL = Mail(kind=kind)

    return leave_by
