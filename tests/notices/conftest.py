"""An archive from which notices go by mail."""

import pytest

from storyhold.site.environment import Mail


@pytest.fixture
def mail(settings):
    """Letters are kept as rows; their links begin with an address."""
    settings.MAIL, settings.ADDRESS = Mail(kind="smtp"), "https://lamp.example.org"
    return settings
