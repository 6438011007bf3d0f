"""Addresses of what pages share. Included at the root: `path("", include(…))`, no namespace."""

from django.urls import path

from storyhold.web.parts import pictures, views

urlpatterns = [
    path("look/", views.look, name="look"),
    path("pictures/<slug:picture>.webp", pictures.picture, name="picture"),
]
