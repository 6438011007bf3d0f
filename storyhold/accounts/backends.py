"""Who is at the door."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import name_key
from storyhold.statements.prepared import prepared, take_for_known


class PenNameOrEmail(AuthenticationBackend):  # type: ignore[misc]
    """Sign in by any of one's pen names, or by e-mail.

    allauth's own backend looks for a user name on the account; our names are in a table of their
    own. What it does beyond looking up (equal time for wrong names, banned members) is kept.
    """

    def _authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 — allauth's signature
        **credentials: str,
    ) -> AbstractBaseUser | None:
        typed = (credentials.get("username") or credentials.get("email") or "").strip()
        password = credentials.get("password") or ""
        if not typed:
            return None
        member = (
            Member.objects.filter(pen_names__key=name_key(typed)).first()
            or Member.objects.filter(email__iexact=typed).first()
        )
        found: AbstractBaseUser | None = self._check_password(member, password)
        return found

    def get_user(self, user_id: int) -> Member | None:
        """Return the member of a session with all their pen names; every page shows the default."""
        names = _names_with_member(user_id)
        default = next((name for name in names if name.is_default), None)
        if default is None or not self.user_can_authenticate(default.member):
            return None
        member = default.member
        member.pen_name = default
        # Forms offer the names to sign with.
        take_for_known(member, "pen_names", PenName.objects.all(), names)
        return member


@prepared(int)
def _names_with_member(member: int) -> QuerySet[PenName]:
    return PenName.objects.filter(member=member).select_related("member")
