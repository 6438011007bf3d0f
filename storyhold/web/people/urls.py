"""Addresses of this room."""

from django.urls import path

from storyhold.web.people import account, e_readers, lists, pen_names, views

app_name = "people"
urlpatterns = [
    path("people/", lists.authors, name="list"),
    path("people/staff/", lists.staff, name="staff"),
    path("people/members/", lists.members, name="members"),
    path("people/<tailed:pen_name>/", views.profile, name="profile"),
    path("people/<tailed:pen_name>/series/", views.series, name="series"),
    path("people/<tailed:pen_name>/reviews/", views.reviews, name="reviews"),
    path("people/<tailed:pen_name>/challenges/", views.challenges, name="challenges"),
    path(
        "people/<tailed:pen_name>/bookmarks/", views.bookmarks, {"sort": "story"}, name="bookmarks"
    ),
    path(
        "people/<tailed:pen_name>/bookmarks/series/",
        views.bookmarks,
        {"sort": "series"},
        name="bookmarked_series",
    ),
    path(
        "people/<tailed:pen_name>/bookmarks/authors/",
        views.bookmarks,
        {"sort": "author"},
        name="bookmarked_authors",
    ),
    path("account/", account.settings, name="settings"),
    path("account/age/", account.confirm_age, name="confirm_age"),
    path("account/messages/", account.take_messages, name="take_messages"),
    path("account/e-readers/", e_readers.e_readers, name="e_readers"),
    path(
        "account/e-readers/<number:reader_password>/take-away/",
        e_readers.take_away_password,
        name="take_away_password",
    ),
    path("account/pen-names/new/", pen_names.new, name="new_pen_name"),
    path("account/pen-names/<number:pen_name>/", pen_names.edit, name="edit_pen_name"),
    path("account/pen-names/<number:pen_name>/default/", pen_names.default, name="make_default"),
    path("account/pen-names/<number:pen_name>/remove/", pen_names.remove, name="remove_pen_name"),
]
