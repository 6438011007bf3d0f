"""Addresses that are not ours. Included last: nothing of ours is looked for here."""

from django.urls import path, register_converter

from storyhold.importers.addresses.deciding import is_old_home
from storyhold.web.old_addresses import views


class Old:
    """What may be an address of an old archive: a script, or a file of a story."""

    regex = "|".join(
        [
            r".*\.[pP][hH][pP].*",
            r"(?:.*/)?[0-9]+/[0-9]+\.[tT][xX][tT].*",
            r".*/[0-9]+/[0-9a-zA-Z]+/[^/]*\.[eE][pP][uU][bB]",
            r".+/[iI][mM][aA][gG][eE][sS]/[^/]+",
        ]
    )

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it is."""
        return value


class OldHome(Old):
    """The folder of an archive that moved in; any other is no address at all, and not led on.

    So the database is asked here: Django must know before it adds a slash to what it does not know.
    """

    regex = r"(?:[^/]+/+)+"

    def to_python(self, value: str) -> str:
        """Return it as it is. Raises `ValueError` when no archive was there."""
        if not is_old_home(value):
            raise ValueError(value)
        return value


register_converter(Old, "old")
register_converter(OldHome, "old_home")

app_name = "old_addresses"
urlpatterns = [
    path("<old:path>", views.old_address, name="address"),
    path("<old_home:folder>", views.old_address, name="home"),
]
