"""Filling the templates beside this module."""

from functools import cache
from pathlib import Path
from string import Template

FILES = Path(__file__).resolve().parent / "files"


def filled(name: str, **facts: object) -> str:
    """Return a template with every `$name` replaced. The facts must be XML already."""
    return _template(name).substitute(facts)


@cache
def _template(name: str) -> Template:
    return Template((FILES / name).read_text(encoding="utf-8"))
