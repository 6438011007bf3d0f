"""Addresses of this room."""

from django.urls import path, re_path

from storyhold.feeds import views

app_name = "feeds"
urlpatterns = [
    path("feeds/stories.atom", views.newest_stories, name="newest"),
    path("feeds/updated.atom", views.updated_stories, name="updated"),
    path("feeds/news.atom", views.latest_news, name="news"),
    path("feeds/people/<number:pen_name>.atom", views.stories_by, name="author"),
    path("feeds/series/<number:series>.atom", views.stories_in_series, name="series"),
    path("feeds/stories/<number:story>.atom", views.chapters_of, name="story"),
    path("feeds/tags/<number:tag>.atom", views.stories_tagged, name="tag"),
    # Where the feed of an archive that moved in was: not all feed readers follow to a new address.
    re_path(r"^(?:.*/)?[rR][sS][sS]\.[pP][hH][pP]$", views.old_feed, name="old"),
]
