"""Addresses of this room."""

from django.urls import path

from storyhold.web.polls import office, views

app_name = "polls"
urlpatterns = [
    path("polls/", views.polls, name="polls"),
    path("polls/<number:poll>/vote/", views.vote, name="vote"),
    path("office/polls/", office.desk, name="desk"),
    path("office/polls/<number:poll>/close/", office.close, name="close"),
    path("office/polls/<number:poll>/delete/", office.delete, name="delete"),
]
