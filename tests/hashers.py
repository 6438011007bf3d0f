"""How passwords are kept in tests."""

from storyhold.accounts.hashers import Argon2


class QuickArgon2(Argon2):
    """The same kind of hash, made in a fraction of a millisecond."""

    time_cost = 1
    memory_cost = 8
