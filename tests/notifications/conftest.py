"""What letters leave by, in the tests of this room."""

import pytest

from storyhold.site.environment import Mail
from tests.mail_server import mail_server


@pytest.fixture
def post(settings):
    """Letters leave by SMTP, to a server that is away."""
    settings.EMAIL_BACKEND = "storyhold.notifications.post.Post"
    settings.MAIL = Mail(kind="smtp", host="127.0.0.1", port=9)
    settings.DEFAULT_FROM_EMAIL = "The Lamp Room <archive@example.org>"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 5
    return settings


@pytest.fixture
def server(post):
    """The server is there."""
    with mail_server() as handler:
        post.EMAIL_PORT = handler.port
        yield handler
