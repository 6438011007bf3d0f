"""Counting beside each row of another query."""

from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery


def how_many(rows: QuerySet[Any, Any]) -> Subquery:
    """Count in a subquery. `Func`, because Django would group by an aggregate's rows."""
    counted = rows.order_by().annotate(rows=Func(F("pk"), function="COUNT"))
    return Subquery(counted.values("rows"), output_field=IntegerField())
