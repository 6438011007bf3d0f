"""In which order columns stood, for dumps that name none: eFiction's own backups."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyhold.importers.sources.efiction.dumps.orders import ORDERS
from storyhold.importers.sources.efiction.dumps.shapes import SHAPES, evidence

Values = Sequence[bytes | None]


@dataclass(frozen=True)
class Layout:
    """An order of columns, and what we call it."""

    name: str
    columns: tuple[str, ...]

    @property
    def family(self) -> str:
        """The version that a table of this order was made by."""
        return self.name.partition("-")[0].rstrip("+")


def layouts_of(table: str, width: int) -> list[Layout]:
    """Return the orders of an eFiction table with so many columns, most common first.

    Modules add columns behind: orders that are shorter come last, grown to the width.
    """
    known = [Layout(name, tuple(order.split())) for name, order in ORDERS.get(table, {}).items()]
    exact = [layout for layout in known if len(layout.columns) == width]
    return exact + [
        Layout(f"{layout.name}+", layout.columns + _added(width - len(layout.columns)))
        for layout in known
        if len(layout.columns) < width
    ]


def fitting(table: str, rows: Sequence[Values]) -> list[Layout]:
    """Return the layouts that these rows may have: one, or several if nothing tells them apart."""
    known = layouts_of(table, len(rows[0]))
    exact = [layout for layout in known if not layout.name.endswith("+")]
    return _best(exact, rows) or _best([layout for layout in known if layout not in exact], rows)


def _best(known: Sequence[Layout], rows: Sequence[Values]) -> list[Layout]:
    fit = [layout for layout in known if len(known) == 1 or _fits(layout, rows)]
    if not any(not _is_same(fit[0], layout, rows) for layout in fit):
        return fit[:1]
    scores = {layout.name: evidence(layout.columns, rows) for layout in fit}
    best = max(scores.values())
    return [layout for layout in fit if scores[layout.name] == best]


def _added(count: int) -> tuple[str, ...]:
    return tuple(f"added_{number}" for number in range(1, count + 1))


def _fits(layout: Layout, rows: Sequence[Values]) -> bool:
    """Whether values look as they should, but for one row in twenty: old tables are untidy."""
    return all(
        sum(not shape.fullmatch(row[place] or b"") for row in rows) * 20 <= len(rows)
        for place, column in enumerate(layout.columns)
        if (shape := SHAPES.get(column))
    )


def _is_same(one: Layout, other: Layout, rows: Sequence[Values]) -> bool:
    """Whether both give every column the same values."""
    places = dict(zip(other.columns, range(len(other.columns)), strict=True))
    return set(one.columns) == set(other.columns) and all(
        row[place] == row[places[column]]
        for place, column in enumerate(one.columns)
        for row in rows
    )
