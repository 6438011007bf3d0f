"""Addresses of this room."""

from django.urls import path

from storyhold.web.bookmarks import following, keeping, views

app_name = "bookmarks"
urlpatterns = [
    path("bookmarks/", views.mine, {"sort": "story"}, name="mine"),
    path("bookmarks/series/", views.mine, {"sort": "series"}, name="my_series"),
    path("bookmarks/authors/", views.mine, {"sort": "author"}, name="my_authors"),
    path("bookmarks/<number:bookmark>/", views.edit, name="edit"),
    path("bookmarks/<number:bookmark>/remove/", views.remove, name="remove"),
    path("subscriptions/", following.mine, name="subscriptions"),
    path("stories/<tailed:story>/subscribe/", following.subscribe, name="subscribe_story"),
    path("series/<tailed:series>/subscribe/", following.subscribe, name="subscribe_series"),
    path("people/<tailed:author>/subscribe/", following.subscribe, name="subscribe_author"),
    path("stories/<tailed:story>/unsubscribe/", following.unsubscribe, name="unsubscribe_story"),
    path("series/<tailed:series>/unsubscribe/", following.unsubscribe, name="unsubscribe_series"),
    path("people/<tailed:author>/unsubscribe/", following.unsubscribe, name="unsubscribe_author"),
    path("stories/<tailed:story>/keep/", keeping.keep, name="keep_story"),
    path("stories/<tailed:story>/keep-authors/", keeping.keep_authors, name="keep_authors"),
    path("series/<tailed:series>/keep/", keeping.keep, name="keep_series"),
    path("people/<tailed:author>/keep/", keeping.keep, name="keep_author"),
]
