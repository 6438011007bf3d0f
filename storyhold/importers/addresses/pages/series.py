"""Series, as readers and as their keepers come to them."""

from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Outcome, leads


def viewseries(visit: Visit) -> Outcome:
    """Lead to a series; without a number, to all of them."""
    if not (visit.address.has("seriesid") or visit.address.has("sid")):
        return leads("series:list")
    return visit.lead("series", visit.address.number("seriesid", "sid"))


def keeping(visit: Visit) -> Outcome:
    """Lead to a series, or to what its keeper wanted to do with it."""
    action = visit.address.choice("action")
    if action == "add" and not visit.address.has("seriesid"):
        return leads("series:new")
    if action in ("manage", "validate") and not visit.address.has("seriesid"):
        return leads("series:list")
    number = visit.address.number("seriesid", "sid")
    series = visit.see("series", number) if number else None
    if series and action in ("edit", "delete"):
        return leads(f"series:{action}", series.pk)
    return viewseries(visit)


SCRIPTS = {"viewseries": viewseries, "series": keeping}
