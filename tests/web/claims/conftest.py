"""Eve came with an old archive, and nobody has her account in hand; Wren keeps the archive."""

import pytest


@pytest.fixture
def eve(archive):
    """Eve's account, which signs a story."""
    from storyhold.accounts.actions import register
    from storyhold.claims.models import Unclaimed
    from tests.cast import make_story

    member = register(pen_name="Eve", email="eve.1@archive.invalid", password=None)
    make_story(author=member, title="The Old Pier", public=True)
    return Unclaimed.objects.create(member=member, why="address")


@pytest.fixture
def ben(archive):
    from tests.cast import make_member

    return make_member("Ben")


@pytest.fixture
def wren(client, archive):
    """The archivist, signed in."""
    from tests.cast import make_member

    member = make_member("Wren", role="archivist")
    client.force_login(member)
    return member


@pytest.fixture
def letters(mail):
    """Letters leave, and are found here by those to whom they go."""
    from storyhold.notifications.models import Letter

    mail("smtp")
    return lambda to: list(Letter.objects.filter(to=to).order_by("pk"))
