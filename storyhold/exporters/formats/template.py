"""Filling templates: files in which every `$name` is replaced."""

from functools import cache
from pathlib import Path
from string import Template


class Templates:
    """The templates in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def filled(self, name: str, **facts: object) -> str:
        """Return a template with its names replaced. The facts must be markup already."""
        return _template(self.folder / name).substitute(facts)


@cache
def _template(file: Path) -> Template:
    return Template(file.read_text(encoding="utf-8"))
