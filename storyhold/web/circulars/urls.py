"""Addresses of this room."""

from django.urls import path

from storyhold.web.circulars import sending, writing

app_name = "circulars"
urlpatterns = [
    path("office/circulars/", writing.desk, name="desk"),
    path("office/circulars/new/", writing.new, name="new"),
    path("office/circulars/<number:circular>/", sending.circular, name="circular"),
    path("office/circulars/<number:circular>/edit/", writing.edit, name="edit"),
    path("office/circulars/<number:circular>/try/", sending.try_out, name="try_out"),
    path("office/circulars/<number:circular>/send/", sending.send, name="send"),
    path("office/circulars/<number:circular>/stop/", sending.stop, name="stop"),
    path("office/circulars/<number:circular>/go-on/", sending.go_on, name="go_on"),
    path("office/circulars/<number:circular>/delete/", writing.delete, name="delete"),
]
