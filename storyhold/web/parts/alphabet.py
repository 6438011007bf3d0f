"""An alphabet to jump by, over a list of any length."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest

from storyhold.common.alphabet import in_order, letter_of, title_key


class Letters:
    """The letters under which rows stand, and those rows that stand under the one asked for.

    `key` names the field by which the rows are sorted. Two queries, the second for the rows.
    """

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], *, key: str) -> None:
        signs = rows.order_by().annotate(sign=Substr(key, 1, 1)).values_list("sign", flat=True)
        self._signs = set(signs.distinct())
        self.current = request.GET.get("letter", "")
        self.here, self.asked = request.path, request.GET
        self.chosen: QuerySet[Any] = self._under(self.current, rows, key) if self.current else rows

    @property
    def bar(self) -> list[tuple[str, str]]:
        """Every letter with the address of its rows, narrowed as these; '' where there are none."""
        there = {_letter(sign) for sign in self._signs}
        return [
            (letter, self._address(letter) if is_there else "")
            for letter, is_there in in_order(there)
        ]

    def _address(self, letter: str) -> str:
        query = self.asked.copy()
        query.pop("page", None)
        query["letter"] = letter
        return f"{self.here}?{query.urlencode()}"

    def _under(self, letter: str, rows: QuerySet[Any], key: str) -> QuerySet[Any]:
        # The database knows only how keys begin.
        beginnings = [sign for sign in self._signs if _letter(sign) == letter]
        found: QuerySet[Any] = rows.alias(beginning=Substr(key, 1, 1))
        return found.filter(beginning__in=beginnings)


def _letter(sign: str) -> str:
    return letter_of(title_key(sign))
