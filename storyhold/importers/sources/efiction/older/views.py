"""A table of 3.x that is made of older ones by a SELECT."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storyhold.importers.sources.efiction.scratch import quoted

Columns = Mapping[str, Sequence[str]]  # of each old table


@dataclass(frozen=True)
class View:
    """The columns that a SELECT gives, each as bytes or NULL."""

    columns: tuple[str, ...]
    select: str


def raw(table: str) -> str:
    """Return what an old table is called in the scratch file."""
    return quoted(f"old {table}")


def text(value: str) -> str:
    """Return a constant as SQL."""
    literal = value.replace("'", "''")
    return f"CAST('{literal}' AS BLOB)"


def number(expression: str) -> str:
    """Return a whole number as the digits that a dump would have."""
    return f"CAST(CAST({expression} AS INTEGER) AS BLOB)"


def first_of(columns: Sequence[str], *names: str, otherwise: str = "") -> str:
    """Return the first of these columns that there is, or a constant."""
    return next((quoted(name) for name in names if name in columns), text(otherwise))


def view(expressions: Mapping[str, str], table: str, where: str = "") -> View:
    """Return a view with these columns, by the expressions they come from."""
    listed = ", ".join(f"{sql} AS {quoted(name)}" for name, sql in expressions.items())
    condition = f" WHERE {where}" if where else ""
    select = f"SELECT {listed} FROM {raw(table)}{condition}"  # noqa: S608 — our own names
    return View(tuple(expressions), select)


def together(*views: View) -> View:
    """Return the rows of several views with the same columns."""
    return View(views[0].columns, " UNION ALL ".join(one.select for one in views))


def kept(columns: Sequence[str], *but: str) -> dict[str, str]:
    """Return columns as they are, without some."""
    return {name: quoted(name) for name in columns if name not in but}
