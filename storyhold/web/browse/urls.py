"""Addresses of this room, but for the first page: that one is in `site.urls`, named `home`."""

from django.urls import path

from storyhold.web.browse import lists, ratings, tags, top

app_name = "browse"
urlpatterns = [
    path("stories/", lists.stories, name="stories"),
    path("stories/recent/", lists.recent, name="recent"),
    path("stories/featured/", lists.featured, name="featured"),
    path("stories/featured/before/", lists.once_featured, name="once_featured"),
    path("stories/random/", lists.random_story, name="random"),
    path("top/", top.overview, name="tops"),
    path("top/<slug:key>/", top.one, name="top"),
    path("tags/", tags.tag_kinds, name="tags"),
    # A tag's address begins with its number, which is no kind's key.
    path("tags/<tailed:tag>/", tags.tag_page, name="tag"),
    path("tags/<tailed:tag>/series/", tags.tag_series, name="tag_series"),
    path("tags/<slug:kind>/", tags.tag_kind, name="tag_kind"),
    path("ratings/", ratings.ratings, name="ratings"),
    path("ratings/<tailed:rating>/", ratings.rating, name="rating"),
]
