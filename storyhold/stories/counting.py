"""Counting, or finding any, beside each row of another query."""

from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.db.models.lookups import IsNull


def how_many(rows: QuerySet[Any, Any]) -> Subquery:
    """Count in a subquery. `Func`, because Django would group by an aggregate's rows."""
    counted = rows.order_by().annotate(rows=Func(F("pk"), function="COUNT"))
    return Subquery(counted.values("rows"), output_field=IntegerField())


def any_of(rows: QuerySet[Any, Any]) -> IsNull:
    """Ask whether there is any, of each row anew.

    Not EXISTS: PostgreSQL would read all there are before it looks at the few rows of a page, or
    at a vocabulary of which each word is had by many.
    """
    return IsNull(Subquery(rows.order_by().values("pk")[:1]), rhs=False)
