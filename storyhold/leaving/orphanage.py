"""The name that signs what its authors have left without theirs.

It belongs to an account of the house that nobody can sign in to, so that a byline, a listing and
a profile need no special case for what has no author.
"""

from itertools import count

from django.utils.translation import gettext as _

from storyhold.accounts.actions import register
from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import HOUSE_DOMAIN, name_key

ADDRESS = f"orphanage@{HOUSE_DOMAIN}"


def orphanage() -> PenName:
    """Return the name, made when it is first needed; for the caller's transaction."""
    keeper = Member.objects.filter(email=ADDRESS).first() or _founded()
    return keeper.pen_name


def _founded() -> Member:
    keeper = register(pen_name=_free_name(), email=ADDRESS, password=None)
    keeper.is_active = False
    keeper.save(update_fields=["is_active"])
    return keeper


def _free_name() -> str:
    name = _("A former member")
    names = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(each for each in names if not PenName.objects.filter(key=name_key(each)).exists())
