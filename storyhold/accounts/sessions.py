"""Sessions, kept in the database."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions


class SessionStore(DatabaseSessions):
    """Asks the database only for keys that we could have made.

    A cookie may hold anything; PostgreSQL fails on a NUL byte where SQLite finds nothing.
    """

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(key) and str(key).isascii() and str(key).isalnum() and 8 <= len(str(key)) <= 40
