"""Addresses of this room."""

from django.urls import path

from storyhold.web.blocks import views

app_name = "blocks"
urlpatterns = [
    path("office/blocks/", views.desk, name="desk"),
    path("office/blocks/compose/", views.compose, name="compose"),
    path("office/blocks/new/<slug:kind>/", views.new, name="new"),
    path("office/blocks/<number:block>/", views.edit, name="edit"),
    path("office/blocks/<number:block>/up/", views.up, name="up"),
    path("office/blocks/<number:block>/down/", views.down, name="down"),
    path("office/blocks/<number:block>/delete/", views.delete, name="delete"),
]
