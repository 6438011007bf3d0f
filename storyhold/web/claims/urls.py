"""Addresses of this room."""

from django.urls import path

from storyhold.web.claims import desk, letters, views

app_name = "claims"
urlpatterns = [
    path("people/<tailed:pen_name>/claim/", views.ask, name="ask"),
    path("account/claim/<str:handover_token>/", views.take_over, name="take_over"),
    path("office/unclaimed/", desk.accounts, name="accounts"),
    path("office/unclaimed/letters/", letters.letters, name="letters"),
    path("office/unclaimed/announce/", letters.announce, name="announce"),
    path("office/unclaimed/<number:unclaimed>/", desk.account, name="account"),
    path("office/unclaimed/<number:unclaimed>/hand-over/", desk.hand_over, name="hand_over"),
    path("office/unclaimed/<number:unclaimed>/join/", desk.join, name="join"),
    path("office/unclaimed/claims/<number:claim>/decline/", desk.decline, name="decline"),
]
