"""Addresses of this room."""

from django.urls import path

from storyhold.web.stories import views

app_name = "stories"
urlpatterns = [
    path("stories/<tailed:story>/", views.story_page, name="story"),
    path("stories/<tailed:story>/whole/", views.whole, name="whole"),
    path("stories/<tailed:story>/print/", views.print_story, name="print"),
    path("stories/<tailed:story>/gate/", views.pass_gate, name="pass_gate"),
]
