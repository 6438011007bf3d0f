"""Addresses of this room."""

from django.urls import path

from storyhold.web.betas.views import draft, lending, notes, offers

app_name = "betas"
urlpatterns = [
    path("people/beta-readers/", offers.readers, name="readers"),
    path("account/pen-names/<number:pen_name>/beta-reading/", offers.offer, name="offer"),
    path(
        "account/pen-names/<number:pen_name>/beta-reading/end/", offers.end_offer, name="end_offer"
    ),
    path("desk/stories/<number:story>/beta-readers/", lending.story, name="story"),
    path("desk/chapters/<number:chapter>/beta-readers/", lending.chapter, name="chapter"),
    path("desk/draft-links/<number:draft_link>/withdraw/", lending.withdraw, name="withdraw"),
    path("desk/beta-notes/", notes.my_notes, name="my_notes"),
    path("desk/beta-notes/<number:note>/answer/", notes.answer, name="answer"),
    path("desk/beta-notes/<number:note>/done/", notes.done, name="done"),
    path("desk/beta-notes/<number:note>/open/", notes.reopen, name="reopen"),
    path("desk/beta-notes/<number:note>/delete/", notes.delete, name="delete"),
    path("drafts/<slug:token>/", draft.draft, name="draft"),
    path("drafts/<slug:token>/<number:chapter>/", draft.draft_chapter, name="draft_chapter"),
]
