"""The room's name on its door."""

from django.apps import AppConfig


class OldAddressesPages(AppConfig):
    """Addresses of archives that moved in, which lead to where everything is now."""

    name = "storyhold.web.old_addresses"
    label = "web_old_addresses"
