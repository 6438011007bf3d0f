"""Addresses of this room."""

from django.urls import path

from storyhold.web.challenges import answers, posing, views

app_name = "challenges"
urlpatterns = [
    path("challenges/", views.list_challenges, name="list"),
    path("challenges/new/", posing.new, name="new"),
    path("challenges/<tailed:challenge>/", views.challenge, name="challenge"),
    path("challenges/<number:challenge>/edit/", posing.edit, name="edit"),
    path("challenges/<number:challenge>/delete/", posing.delete, name="delete"),
    path("challenges/<number:challenge>/answer/", answers.answer, name="answer"),
    path("challenges/answers/<number:answer>/remove/", answers.remove, name="remove_answer"),
]
