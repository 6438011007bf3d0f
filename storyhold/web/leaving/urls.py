"""Addresses of this room."""

from django.urls import path

from storyhold.web.leaving import views

app_name = "leaving"
urlpatterns = [
    path("account/leaving/", views.leaving, name="leaving"),
    path("account/leaving/stay/", views.stay, name="stay"),
    path("account/package.zip", views.package, name="package"),
]
