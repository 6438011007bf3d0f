"""Addresses of this room."""

from django.urls import path

from storyhold.web.downloads import views

app_name = "downloads"
urlpatterns = [
    path("stories/<tailed:story>/download.<slug:ending>", views.story, name="story"),
    path("stories/<tailed:story>/cover.png", views.cover, name="cover"),
    path("series/<tailed:series>/download.<slug:ending>", views.series, name="series"),
    path("reading/<slug:shelf>/download.<slug:ending>", views.shelf, name="shelf"),
]
