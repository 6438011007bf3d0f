"""Running text as the press takes it: letters, each stretch with how it is set."""

from typing import Any

from storyhold.exporters.links import absolute
from storyhold.exporters.tags import Tag

Run = dict[str, Any]

_QUOTES = {"q": ("“", "”"), "rt": ("(", ")")}  # a reading stands behind its letters
_LEFT_OUT = "rp"


class Setting:
    """Which inline elements are open, and so how the next letters are set."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: list[Tag] = []

    def takes(self, tag: Tag) -> str:
        """Note an inline element that begins or ends; return the quotation mark it brings."""
        if tag.is_end:
            self._open.pop()
        else:
            self._open.append(tag)
        return _QUOTES[tag.name][tag.is_end] if tag.name in _QUOTES else ""

    def run(self, letters: str) -> Run | None:
        """Return letters as they are set here; none for brackets that we write ourselves."""
        names = [tag.name for tag in self._open]
        if _LEFT_OUT in names:
            return None
        run: Run = {"t": letters}
        if (names.count("em") + names.count("cite")) % 2:  # upright within italics
            run["em"] = True
        run |= dict.fromkeys({"strong", "u", "s", "sub", "sup", "small", "code"} & set(names), True)
        for tag in self._open:
            run |= {
                name: tag.attributes[name] for name in ("lang", "dir") if name in tag.attributes
            }
            if "href" in tag.attributes:
                run["href"] = absolute(tag.attributes["href"], page=self._page)
        return run
