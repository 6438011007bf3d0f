"""Addresses of this room."""

from django.urls import path

from storyhold.web.illustrations import views

app_name = "illustrations"
urlpatterns = [
    path("desk/pictures/", views.mine, name="mine"),
    path("desk/pictures/<number:illustration>/", views.describe, name="describe"),
    path("desk/pictures/<number:illustration>/delete/", views.delete, name="delete"),
]
