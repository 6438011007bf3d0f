"""Addresses of the catalog, below `/opds/` and once more below `/opds2/`."""

from django.urls import path

from storyhold.web.catalogs.opds import people, root, shelves, stories, tags

urlpatterns = [
    path("", root.root, name="root"),
    path("stories/", stories.all_stories, name="stories"),
    path("stories/<number:story>/", stories.one_story, name="story"),
    path("tags/<number:tag>/", tags.tag, name="tag"),
    path("tags/<slug:kind>/", tags.kind, name="kind"),
    path("series/", shelves.all_series, name="all_series"),
    path("series/<number:series>/", shelves.series, name="series"),
    path("people/", people.authors, name="authors"),
    path("people/<number:pen_name>/", people.author, name="author"),
    path("mine/", shelves.mine, name="mine"),
    path("mine/<slug:shelf>/", shelves.shelf, name="shelf"),
]
