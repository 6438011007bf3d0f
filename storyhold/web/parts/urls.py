"""Addresses of what pages share. Included at the root: `path("", include(…))`, no namespace."""

from django.urls import path

from storyhold.web.parts import pictures, views

urlpatterns = [
    path("look/", views.look, name="look"),
    path("look/at-first/", views.look_as_at_first, name="look_as_at_first"),
    path("pictures/<slug:picture>.webp", pictures.picture, name="picture"),
]
