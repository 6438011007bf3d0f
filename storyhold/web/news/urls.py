"""Addresses of this room."""

from django.urls import path

from storyhold.web.news import comments, office, views

app_name = "news"
urlpatterns = [
    path("news/", views.archive, name="archive"),
    path("news/<tailed:news>/", views.item, name="item"),
    path("news/<number:news>/comment/", comments.write, name="comment"),
    path("news/comments/<number:comment>/edit/", comments.edit, name="edit_comment"),
    path("news/comments/<number:comment>/delete/", comments.delete, name="delete_comment"),
    path("office/news/", office.desk, name="desk"),
    path("office/news/new/", office.new, name="new"),
    path("office/news/<number:news>/", office.edit, name="edit"),
    path("office/news/<number:news>/delete/", office.delete, name="delete"),
]
