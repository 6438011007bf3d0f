"""What those who kept an old archive become here."""

from storyhold.accounts.models import Role
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.members import OldMember

# Whoever is an archivist may change and delete everything. A handful is plenty, and an account
# that somebody is still to claim never is one.
MOST_ARCHIVISTS = 5

LOCKED, OWNER, CONTENT_KEEPER, SUBMISSIONS_KEEPER, AUTHOR = -1, 1, 2, 3, 4
_KEEPERS = (OWNER, CONTENT_KEEPER, SUBMISSIONS_KEEPER)


class Standing:
    """Decides one member after the other, and counts archivists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.archivists = 0

    def role_of(self, old: OldMember, *, is_claimed: bool) -> Role:
        """Return the role. `is_claimed`: the account is in its owner's hands."""
        level = old.preferences.level
        role = self._role(level, is_claimed=is_claimed)
        if level in _KEEPERS:
            self._note("administrator became", old, level=level, role=role.label)
        if level == SUBMISSIONS_KEEPER and old.preferences.categories not in ("", "0"):
            limit = old.preferences.categories
            self._note("administrator was limited to categories", old, categories=limit)
        if level == LOCKED:
            self._note("member was locked", old)
        return role

    def _role(self, level: int, *, is_claimed: bool) -> Role:
        if level not in _KEEPERS:
            return Role.MEMBER
        if level == OWNER and is_claimed and self.archivists < MOST_ARCHIVISTS:
            self.archivists += 1
            return Role.ARCHIVIST
        return Role.MODERATOR

    def _note(self, topic: str, old: OldMember, **facts: object) -> None:
        self._desk.note(topic, "authorprefs", old.uid, name=old.stored_name, **facts)
