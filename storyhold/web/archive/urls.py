"""Addresses of this room."""

from django.urls import path

from storyhold.web.archive import (
    closing,
    invitations,
    letters,
    members,
    office,
    opening,
    pages,
    source,
)

app_name = "archive"
urlpatterns = [
    path("set-up/", opening.set_up, name="set_up"),
    path("about/", pages.about, name="about"),
    path("about/source.tar.gz", source.source, name="source"),
    path("terms/", pages.terms, name="terms"),
    path("office/", office.office, name="office"),
    path("office/rules/", office.rules, name="rules"),
    path("office/featured/", office.featured, name="featured"),
    path("office/featured/<number:story>/remove/", office.unfeature, name="unfeature"),
    path("office/closing/", closing.closing, name="closing"),
    path("office/closing/reopen/", closing.reopen, name="reopen"),
    path("office/members/", members.members, name="members"),
    path("office/members/<number:member>/", members.member, name="member"),
    path("office/members/<number:member>/role/", members.change_role, name="change_role"),
    path("office/members/<number:member>/trust/", members.trust, name="trust"),
    path("office/members/<number:member>/ban/", members.ban, name="ban"),
    path("office/members/<number:member>/let-in/", members.let_in, name="let_in"),
    path(
        "office/members/<number:member>/password-link/",
        members.make_password_link,
        name="make_password_link",
    ),
    path("office/invitations/", invitations.invitations, name="invitations"),
    path(
        "office/invitations/<number:invitation>/take-back/",
        invitations.take_back_invitation,
        name="take_back_invitation",
    ),
    path("office/letters/", letters.mailbox, name="mailbox"),
    path("office/letters/<number:letter>/", letters.letter, name="letter"),
    path("office/letters/<number:letter>/again/", letters.try_again, name="try_letter_again"),
]
