"""What members are told of: a kind for each sort of news, with its sentence; and in which ways.

The facts that fill a sentence are kept with the notice; names and titles in them are plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    """In which way a member is told: here, on the page of notices, and perhaps by mail."""

    AT_ONCE = "once", _("Here, and by mail at once")
    DAILY = "daily", _("Here, and by mail once a day")
    WEEKLY = "weekly", _("Here, and by mail once a week")
    HERE = "here", _("Here only")
    NOT_AT_ALL = "not", _("Not at all")

    @property
    def mail(self) -> str:
        """The sort of letter in which it goes; empty for none."""
        return "" if self in (How.HERE, How.NOT_AT_ALL) else self.value


@dataclass(frozen=True)
class Kind:
    """One sort of news: how preferences call it, how it is told, and in which way unless chosen."""

    key: str
    name: Promise
    sentence: Promise
    usual: How = How.DAILY
    for_moderators: bool = False  # others are never told of it, and so need not choose
    only_by_mail: bool = False  # a letter of its own, whose subject the sentence is; no notice

    @property
    def without_mail(self) -> How:
        """In which way a member is told who wants no mail of this kind."""
        return How.NOT_AT_ALL if self.only_by_mail else How.HERE

    def in_words(self, facts: Mapping[str, str]) -> str:
        """Return the sentence filled with the facts. Raises `KeyError` when one is missing."""
        return str(self.sentence).format_map(facts)


OF_PEOPLE = ("author", "reader", "sender", "writer")  # the facts that name somebody

KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "review",
            _("Reviews of my stories"),
            _("{reader} reviewed “{title}”."),
            usual=How.AT_ONCE,
        ),
        Kind(
            "reply",
            _("Answers to my reviews"),
            _("{author} answered your review of “{title}”."),
            usual=How.AT_ONCE,
        ),
        Kind(
            "new_story",
            _("New stories by authors I follow"),
            _("{author} published “{title}”."),
        ),
        Kind(
            "new_chapter",
            _("New chapters of stories I follow"),
            _("“{title}” goes on: {chapter}."),
        ),
        Kind(
            "series_story",
            _("Stories in series I follow"),
            _("“{title}” is now in the series “{series}”."),
        ),
        Kind("kudos", _("Kudos for my stories"), _("Readers left kudos for “{title}”.")),
        Kind("kept", _("Readers who keep my work"), _("{reader} now keeps “{title}”.")),
        Kind(
            "suggestion",
            _("Stories suggested for my series"),
            _("“{title}” is suggested for your series “{series}”."),
        ),
        Kind(
            "accepted",
            _("Suggestions of mine that were accepted"),
            _("“{title}” was accepted for the series “{series}”."),
        ),
        Kind(
            "invitation",
            _("Invitations to write together"),
            _("You are invited to sign “{title}” as {name}."),
            usual=How.AT_ONCE,
        ),
        Kind(
            "contribution",
            _("Chapters added to my round robins"),
            _("{writer} added a chapter to “{title}”."),
        ),
        Kind(
            "beta_note",
            _("Notes by my beta readers"),
            _("{reader} left notes on “{title}”."),
            usual=How.AT_ONCE,
        ),
        Kind(
            "beta_answer",
            _("Answers to my notes as a beta reader"),
            _("{author} answered your note on “{title}”."),
        ),
        Kind(
            "challenge_answered",
            _("Answers to my challenges"),
            _("“{title}” answers your challenge “{challenge}”."),
        ),
        Kind(
            "given_back",
            _("Chapters given back to me"),
            _("Your chapter of “{title}” was given back to you: it is a draft on your desk."),
            usual=How.AT_ONCE,
        ),
        # These three only here: the letter or message itself goes by mail.
        Kind(
            "approved",
            _("Chapters of mine that were approved"),
            _("{chapter} of “{title}” is approved: readers see it now."),
            usual=How.HERE,
        ),
        Kind(
            "sent_back",
            _("Chapters of mine that were sent back"),
            _("{chapter} of “{title}” came back to you, with a letter: it is a draft again."),
            usual=How.HERE,
        ),
        Kind("message", _("Messages to me"), _("{sender} wrote to you."), usual=How.HERE),
        Kind(
            "circular",
            _("Letters of the archive to its members"),
            _("[{archive}] {subject}"),
            usual=How.AT_ONCE,
            only_by_mail=True,
        ),
        Kind(
            "held",
            _("Work that waits for approval"),
            _("“{title}” waits for approval."),
            usual=How.AT_ONCE,
            for_moderators=True,
        ),
        Kind(
            "report",
            _("Reports"),
            _("Somebody reported {page}."),
            usual=How.AT_ONCE,
            for_moderators=True,
        ),
        Kind(
            "inquiry",
            _("Letters to the archive"),
            _("A letter to the archive: “{subject}”."),
            usual=How.AT_ONCE,
            for_moderators=True,
        ),
        Kind(
            "claim",
            _("Somebody says that an unclaimed account is theirs"),
            _("Somebody says that they are {name}."),
            usual=How.AT_ONCE,
            for_moderators=True,
        ),
    )
}
