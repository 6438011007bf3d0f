"""Addresses of this room."""

from django.urls import path

from storyhold.web.notices import choices, stopping, views

app_name = "notices"
urlpatterns = [
    path("account/notices/", views.list_notices, name="list"),
    path("account/notices/read/", views.read_all, name="read_all"),
    path("account/notices/choices/", choices.choices, name="choices"),
    path("account/notices/<number:notice>/", views.open_notice, name="open"),
    path("account/notices/<number:notice>/delete/", views.delete_notice, name="delete"),
    path("letters/stop/<str:stop>/", stopping.stop, name="stop"),
]
