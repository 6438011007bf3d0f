"""Sessions, kept in the database."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.timezone import now

from storyhold.statements.prepared import prepared


class SessionStore(DatabaseSessions):
    """Asks the database only for keys that we could have made.

    A cookie may hold anything; PostgreSQL fails on a NUL byte where SQLite finds nothing.
    """

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(key) and str(key).isascii() and str(key).isalnum() and 8 <= len(str(key)) <= 40

    def _get_session_from_db(self) -> Session | None:
        """Return the session while it lasts, as Django does, with a question that is prepared."""
        for session in _sessions(self.session_key):
            if session.expire_date > now():
                return session
        self._session_key = None
        return None


@prepared(str)
def _sessions(key: str) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key)
