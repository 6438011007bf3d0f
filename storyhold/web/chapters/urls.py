"""Addresses of this room."""

from django.urls import path

from storyhold.web.chapters import views

app_name = "chapters"
urlpatterns = [
    path("stories/<tailed:story>/chapters/<number:number>/", views.read, name="read"),
    path(
        "stories/<tailed:story>/chapters/<number:number>/print/", views.print_chapter, name="print"
    ),
    path("chapters/<number:chapter>/", views.permanent, name="permanent"),
]
