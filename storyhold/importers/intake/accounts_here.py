"""Members who were here before the old archive came, and may be among its own."""

from allauth.account.models import EmailAddress
from django.db.models.functions import Lower

from storyhold.accounts.models import Member, PenName, Role
from storyhold.accounts.rules import name_key
from storyhold.importers.models import Move, OldNumber


class AccountsHere:
    """Knows who is here: all by confirmed address, archivists by pen name as well.

    Others with the same pen name are strangers: a name alone must not open an old account.
    """

    def __init__(self, move: Move) -> None:
        came = OldNumber.objects.filter(move=move.pk, kind="account", was_here=False)
        here = Member.objects.filter(left_at=None, is_active=True).exclude(
            pk__in=came.values("new")
        )
        confirmed = EmailAddress.objects.filter(verified=True, user__in=here)
        names = PenName.objects.filter(member__role=Role.ARCHIVIST, member__in=here)
        self._by_email = dict(confirmed.values_list(Lower("email"), "user_id"))
        self._by_name = dict(names.values_list("key", "member_id"))

    def find(self, *, email: str, name: str) -> int | None:
        """Return the account of whoever this is, once: the next with this address is another."""
        by_email = self._by_email.pop(email.lower(), None) if email else None
        return by_email or self._by_name.pop(name_key(name), None)
