"""Addresses of this room."""

from django.urls import path

from storyhold.web.reviews import answers, kudos, of_series, received, views

app_name = "reviews"
urlpatterns = [
    path("stories/<tailed:story>/reviews/", views.of_story, name="of_story"),
    path(
        "stories/<tailed:story>/chapters/<number:number>/review/",
        views.write_review,
        name="write",
    ),
    path("stories/<tailed:story>/kudos/", kudos.leave_kudos, name="leave_kudos"),
    path("series/<tailed:series>/reviews/", of_series.of_series, name="of_series"),
    path("series/<tailed:series>/review/", of_series.review_series, name="review_series"),
    path("reviews/received/", received.received, name="received"),
    path("reviews/<number:review>/", views.review, name="review"),
    path("reviews/<number:review>/edit/", views.edit_review, name="edit"),
    path("reviews/<number:review>/delete/", views.delete_review, name="delete"),
    path("reviews/<number:review>/reply/", answers.reply, name="reply"),
    path("reviews/<number:review>/reply/edit/", answers.edit_reply, name="edit_reply"),
    path("reviews/<number:review>/reply/delete/", answers.delete_reply, name="delete_reply"),
]
