"""Addresses of this room."""

from django.urls import path

from storyhold.web.search import views

app_name = "search"
urlpatterns = [path("search/", views.search, name="search")]
