"""Addresses of what pages share. Included at the root: `path("", include(…))`, no namespace."""

from django.urls import path

from storyhold.web.parts import views

urlpatterns = [
    path("look/", views.look, name="look"),
]
