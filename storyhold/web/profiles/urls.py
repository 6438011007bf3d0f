"""Addresses of this room."""

from django.urls import path

from storyhold.web.profiles import views

app_name = "profiles"
urlpatterns = [
    path("office/profile-fields/", views.desk, name="desk"),
    path("office/profile-fields/new/", views.new, name="new"),
    path("office/profile-fields/<number:field>/", views.edit, name="edit"),
    path("office/profile-fields/<number:field>/up/", views.up, name="up"),
    path("office/profile-fields/<number:field>/down/", views.down, name="down"),
    path("office/profile-fields/<number:field>/delete/", views.delete, name="delete"),
]
