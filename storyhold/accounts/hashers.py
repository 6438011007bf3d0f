"""How passwords are kept, those of old archives among them."""

from collections.abc import Iterator
from hashlib import md5

import bcrypt
from django.contrib.auth.hashers import Argon2PasswordHasher, BasePasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with OWASP's parameters: 19 MiB, two passes, one lane.

    About 27 ms a try on a small server, where Django's own parameters take 254 ms and 100 MiB,
    which a dozen sign-ins at once would not leave to a server of 1 GB.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1


class Argon2OfMd5(Argon2):
    """Argon2 over the MD5 that an old archive kept, so that no bare MD5 rests with us.

    Like all that is not our first choice, Django replaces it at the first sign-in.
    """

    algorithm = "argon2_of_md5"

    def encode(self, password: str, salt: str) -> str:
        """Return what is kept of a password, as if an old archive had sent its MD5."""
        return self.encode_md5(_md5(password.encode()), salt)

    def encode_md5(self, digest: str, salt: str | None = None) -> str:
        """Return what is kept of a password whose MD5 this is, in small hexadecimal digits."""
        return super().encode(digest, salt or self.salt())

    def verify(self, password: str, encoded: str) -> bool:
        """Tell whether the MD5 of a password, in one of the forms it was sent in, is this one."""
        digests = dict.fromkeys(_md5(sent) for sent in _as_sent(password)) if password else {}
        return any(super(Argon2OfMd5, self).verify(digest, encoded) for digest in digests)


class OldBcrypt(BasePasswordHasher):
    """bcrypt as PHP wrote it (`$2y$…`): slow by itself, so it is kept as it came.

    An old page stored that of an empty password when one was forgotten, so an empty one opens
    nothing.
    """

    algorithm = "old_bcrypt"
    _LONGEST = 72  # bytes; PHP cut passwords there, our library refuses longer ones

    def encode(self, password: str, salt: str) -> str:
        """Return what PHP would have kept of a password; `salt` begins with `$2b$`."""
        return self.keep(bcrypt.hashpw(self._sent(password), salt.encode()).decode())

    def salt(self) -> str:
        """Return a salt with the work factor that PHP took."""
        return bcrypt.gensalt(10).decode()

    def keep(self, digest: str) -> str:
        """Return what is kept of a password whose bcrypt digest this is."""
        return f"{self.algorithm}${digest}"

    def verify(self, password: str, encoded: str) -> bool:
        """Tell whether it is this password."""
        _, _, digest = encoded.partition("$")
        try:
            return bool(password) and bcrypt.checkpw(self._sent(password), digest.encode())
        except ValueError:  # a salt that PHP would not have written
            return False

    def must_update(self, encoded: str) -> bool:  # noqa: ARG002 - Django's signature
        """Always: it is never our first choice."""
        return True

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Do nothing: it takes longer than our own as it is."""

    def _sent(self, password: str) -> bytes:
        return password.encode()[: self._LONGEST]


def _as_sent(password: str) -> Iterator[bytes]:
    """Yield a password as browsers sent it to old pages, and PHP's magic quotes changed it."""
    for sent in (
        password.encode(),
        # What the page's set did not have, browsers wrote as references.
        password.encode("cp1252", "xmlcharrefreplace"),
    ):
        yield sent
        yield _slashed(sent)


def _slashed(sent: bytes) -> bytes:
    for sign in (b"\\", b"'", b'"'):
        sent = sent.replace(sign, b"\\" + sign)
    return sent


def _md5(sent: bytes) -> str:
    return md5(sent, usedforsecurity=False).hexdigest()
