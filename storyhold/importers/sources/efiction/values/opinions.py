"""The number in a review: stars, like and dislike, or a heart, as the site was set."""

from collections.abc import Mapping

_NONE_GIVEN = -1
_NO_RATINGS, _STARS, _LIKES, _HEARTS = range(4)
_BEST, _WORST = 10, 1

_MANY = 20
_NEARLY_ALL = 0.95


def rating_of(stored: int, system: int) -> int | None:
    """Return our rating, 1 to 10, of a number stored under a site's setting `ratings`.

    Liked is 10, disliked 1. None where nothing was given, or nothing that the system knows:
    0 among stars, as sites before 3.3 wrote it, and all that is left where ratings are off.
    """
    if stored == _NONE_GIVEN:
        return None
    if system == _STARS:
        return stored if _WORST <= stored <= _BEST else None
    if system == _LIKES:
        return {0: _WORST, 1: _BEST}.get(stored)
    return _BEST if system == _HEARTS else None


def is_outside(stored: int, system: int) -> bool:
    """Tell whether a number was given and the site's system does not know it."""
    is_none = stored == _NONE_GIVEN or (system in (_STARS, _NO_RATINGS) and stored == 0)
    return not is_none and rating_of(stored, system) is None


def system_of(stored: Mapping[int, int]) -> int:
    """Return the system that numbers are of, from how often each is stored, if no setting tells.

    1.x and 2.x kept their settings elsewhere.
    """
    return _LIKES if max(stored, default=0) == 1 else _STARS


def is_mixed(stored: Mapping[int, int], system: int) -> bool:
    """Tell whether a site changed its system on the way, from how often each number is stored.

    Then the numbers of one system were read as another's, and a person must say how.
    """
    given = {number: times for number, times in stored.items() if number != _NONE_GIVEN}
    if system == _LIKES:
        return any(number > 1 for number in given)
    ones = given.get(1, 0)
    total = sum(times for number, times in given.items() if number)
    return system == _STARS and ones >= _MANY and ones >= total * _NEARLY_ALL
