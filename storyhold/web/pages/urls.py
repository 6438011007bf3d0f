"""Addresses of this room."""

from django.urls import path

from storyhold.web.pages import office, views

app_name = "pages"
urlpatterns = [
    path("pages/<named:slug>/", views.page, name="page"),
    path("office/pages/", office.desk, name="desk"),
    path("office/pages/new/", office.new, name="new"),
    path("office/pages/<number:custom_page>/", office.edit, name="edit"),
    path("office/pages/<number:custom_page>/delete/", office.delete, name="delete"),
    path("office/pages/links/", office.add_link, name="add_link"),
    path("office/pages/links/<number:link>/remove/", office.remove_link, name="remove_link"),
]
