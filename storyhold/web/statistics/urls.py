"""Addresses of this room."""

from django.urls import path

from storyhold.web.statistics import files, views

app_name = "statistics"
urlpatterns = [
    path("desk/statistics/", views.stories, name="stories"),
    path("desk/statistics/stories.csv", files.stories, name="stories_csv"),
    path("desk/statistics/days.csv", files.days, name="days_csv"),
    path("desk/stories/<number:story>/statistics/", views.story, name="story"),
    path(
        "desk/stories/<number:story>/statistics/chapters.csv", files.chapters, name="chapters_csv"
    ),
    path(
        "desk/stories/<number:story>/statistics/days.csv",
        files.story_days,
        name="story_days_csv",
    ),
]
