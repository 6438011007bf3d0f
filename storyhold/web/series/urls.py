"""Addresses of this room."""

from django.urls import path

from storyhold.web.series import items, views

app_name = "series"
urlpatterns = [
    path("series/", views.list_series, name="list"),
    path("series/new/", views.new_series, name="new"),
    path("series/<tailed:series>/", views.series_page, name="series"),
    path("series/<number:series>/edit/", views.edit_series, name="edit"),
    path("series/<number:series>/delete/", views.delete_series, name="delete"),
    path("series/<number:series>/add/", items.add_story, name="add_story"),
    path("series/<number:series>/add-series/", items.add_series, name="add_series"),
    path("series/items/<number:item>/accept/", items.accept, name="accept"),
    path("series/items/<number:item>/decline/", items.decline, name="decline"),
    path("series/items/<number:item>/remove/", items.remove, name="remove"),
    path("series/items/<number:item>/up/", items.move_up, name="move_up"),
    path("series/items/<number:item>/down/", items.move_down, name="move_down"),
]
