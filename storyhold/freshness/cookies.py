"""The cookies of a request, as far as its answer depends on them."""

from typing import Any

# Somebody looked at all of them.
ALL = "*"


class Cookies(dict[str, str]):
    """The cookies of a request, which note which of them were looked at."""

    def __init__(self, given: dict[str, str]) -> None:
        super().__init__(given)
        self.looked_at: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.looked_at.add(name)
        return super().__getitem__(name)

    def get(self, name: str, otherwise: Any = None) -> Any:
        """Return the value of a cookie."""
        self.looked_at.add(name)
        return super().get(name, otherwise)

    def __contains__(self, name: object) -> bool:
        self.looked_at.add(str(name))
        return super().__contains__(name)

    def __iter__(self) -> Any:
        self.looked_at.add(ALL)
        return super().__iter__()

    def __or__(self, other: Any) -> Any:
        self.looked_at.add(ALL)
        return super().__or__(other)

    def items(self) -> Any:
        """Return all of them."""
        self.looked_at.add(ALL)
        return super().items()
