"""The room's name on its door."""

from django.apps import AppConfig


class AccountsRoom(AppConfig):
    """People: members, pen names, sign-in, invitations, standing."""

    name = "storyhold.accounts"
    label = "accounts"
