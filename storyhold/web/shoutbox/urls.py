"""Addresses of this room."""

from django.urls import path

from storyhold.web.shoutbox import views

app_name = "shoutbox"
urlpatterns = [
    path("shoutbox/", views.shoutbox, name="shoutbox"),
    path("shoutbox/<number:shout>/delete/", views.delete, name="delete"),
    path("office/shoutbox/", views.desk, name="desk"),
]
