"""Addresses of what pages share. Included at the root: `path("", include(…))`, no namespace."""

from django.urls import path

from storyhold.web.parts import pictures, read_reports, views

urlpatterns = [
    path("edge/reads/", read_reports.take_reads, name="edge_reads"),
    path("look/", views.look, name="look"),
    path("look/at-first/", views.look_as_at_first, name="look_as_at_first"),
    path("pictures/<slug:picture>.webp", pictures.picture, name="picture"),
]
