"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with OWASP's parameters: 19 MiB, two passes, one lane.

    About 27 ms a try on a small server, where Django's own parameters take 254 ms and 100 MiB,
    which a dozen sign-ins at once would not leave to a server of 1 GB.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
