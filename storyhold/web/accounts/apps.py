"""The room's name on its door."""

from django.apps import AppConfig


class AccountPages(AppConfig):
    """Pages to register, sign in, and look after an account."""

    name = "storyhold.web.accounts"
    label = "web_accounts"
