"""Addresses of this room, but for the first page: that one is in `site.urls`, named `home`."""

from django.urls import path

from storyhold.web.browse import views

app_name = "browse"
urlpatterns = [
    path("stories/", views.stories, name="stories"),
    path("tags/", views.tag_kinds, name="tags"),
    # A tag's address begins with its number, which is no kind's key.
    path("tags/<tailed:tag>/", views.tag_page, name="tag"),
    path("tags/<slug:kind>/", views.tag_kind, name="tag_kind"),
]
