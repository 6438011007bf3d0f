"""Addresses of this room."""

from django.urls import path

from storyhold.web.bookmarks import keeping, views

app_name = "bookmarks"
urlpatterns = [
    path("bookmarks/", views.mine, {"sort": "story"}, name="mine"),
    path("bookmarks/series/", views.mine, {"sort": "series"}, name="my_series"),
    path("bookmarks/authors/", views.mine, {"sort": "author"}, name="my_authors"),
    path("bookmarks/<number:bookmark>/", views.edit, name="edit"),
    path("bookmarks/<number:bookmark>/remove/", views.remove, name="remove"),
    path("stories/<tailed:story>/keep/", keeping.keep_story, name="keep_story"),
    path("stories/<tailed:story>/keep-authors/", keeping.keep_authors, name="keep_authors"),
    path("series/<tailed:series>/keep/", keeping.keep_series, name="keep_series"),
    path("people/<tailed:pen_name>/keep/", keeping.keep_author, name="keep_author"),
]
