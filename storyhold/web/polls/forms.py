"""What is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.polls.refusals import QuestionIsMissing
from storyhold.polls.rules import LONGEST_CHOICE, LONGEST_QUESTION, MOST_CHOICES
from storyhold.web.parts.fields import Line, LongText


class NewPoll(forms.Form):
    """A question with its answers."""

    question = Line(
        longest=LONGEST_QUESTION,
        label=_("Question"),
        error_messages={"required": QuestionIsMissing.message},
    )
    choices = LongText(
        longest=2 * MOST_CHOICES * LONGEST_CHOICE,
        rows=6,
        label=_("Answers"),
        help_text=_("Each on a line of its own."),
    )
