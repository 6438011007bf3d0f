"""Members who are named, but are not there any more."""

from storyhold.importers.sources.efiction.old_site import OldSite


def names_of_missing(site: OldSite) -> dict[int, str]:
    """Return the last names with which members signed reviews whose accounts are gone."""
    known = site.ids("authors", "uid")
    names = {}
    for row in site.quiet.read("reviews", order=("reviewid",)):
        if (uid := row.whole("uid")) > 0 and uid not in known and (name := row.line("reviewer")):
            names[uid] = name
    return names
