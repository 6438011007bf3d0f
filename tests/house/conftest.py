"""The attacker whom tests of this room ask for by name."""

from importlib import import_module

import pytest


@pytest.fixture
def attack(db, monkeypatch):
    # Here, because this file is read before Django is ready.
    from tests.house.attack import Attack
    from tests.house.walk import public_world

    # The test client makes Django's own kind of request, our server another.
    application = import_module("storyhold.site.wsgi").application
    monkeypatch.setattr("django.test.client.WSGIRequest", application.request_class)
    return Attack(public_world())
