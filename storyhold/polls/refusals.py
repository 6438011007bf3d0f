"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class QuestionIsMissing(Refusal):
    """Nothing is left of it once it is cleaned."""

    field = "question"
    message = _("Write the question. The answers are still here.")


class WrongNumberOfChoices(Refusal):
    """Nothing to choose from, or too much."""

    field = "choices"
    message = _("A poll has {least} to {most} answers, each on a line of its own; here are {here}.")


class ChoiceIsTooLong(Refusal):
    """More than stands beside a bar."""

    field = "choices"
    message = _("An answer has at most {most} characters; “{choice}” is longer.")


class NoSuchChoice(Refusal):
    """Not one of the answers."""

    field = "choice"
    message = _("Choose one of the answers.")


class PollIsClosed(Refusal):
    """Closed, or deleted, while the page lay open."""

    message = _("This poll was closed in the meantime. Your vote was not counted.")


class HasVoted(Refusal):
    """One vote to a member."""

    message = _("You have voted already; a vote counts once and stays as it is.")


class AnotherWasOpened(Refusal):
    """By somebody else, in the same moment."""

    message = _("Somebody else opened a poll just now. Yours is still here: look at theirs first.")
