"""Addresses of this room."""

from django.urls import path

from storyhold.feeds import views

app_name = "feeds"
urlpatterns = [
    path("feeds/stories.atom", views.newest_stories, name="newest"),
]
