"""What two sequences have in common, in nearly linear time (patience sorting)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence


def landmarks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return pairs of places where both hold the same, rising in both.

    These are the things the same at either end and, between them, the longest chain of
    things that occur once in each.
    """
    shortest = min(len(old), len(new))
    start = 0
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    chain = _longest_chain(_unique_pairs(old[start : len(old) - end], new[start : len(new) - end]))
    return [
        *((index, index) for index in range(start)),
        *((one + start, other + start) for one, other in chain),
        *((len(old) - index, len(new) - index) for index in range(end, 0, -1)),
    ]


def _unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    in_old, in_new = Counter(old), Counter(new)
    places = {thing: index for index, thing in enumerate(new) if in_new[thing] == 1}
    return [
        (index, places[thing])
        for index, thing in enumerate(old)
        if in_old[thing] == 1 and thing in places
    ]


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    lowest_ends: list[int] = []
    numbers: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(lowest_ends, place)
        before.append(numbers[rank - 1] if rank else -1)
        lowest_ends[rank : rank + 1] = [place]
        numbers[rank : rank + 1] = [number]
    chain = []
    number = numbers[-1] if numbers else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
