"""What is typed about news."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from storyhold.common.days import midnight
from storyhold.news.models import NewsItem
from storyhold.news.refusals import CommentIsEmpty, NewsIsEmpty, NewsTitleIsMissing
from storyhold.news.rules import LONGEST_COMMENT, LONGEST_NEWS, LONGEST_TITLE
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.signing import SignedForm


class CommentText(forms.Form):
    """The words of a comment."""

    text = LongText(
        longest=LONGEST_COMMENT,
        rows=5,
        label=_("Your comment"),
        error_messages={"required": CommentIsEmpty.message},
    )


class NewComment(CommentText, SignedForm):
    """A comment, signed."""


class NewsForm(SignedForm):
    """A piece of news."""

    title = Line(
        longest=LONGEST_TITLE,
        label=_("Title"),
        error_messages={"required": NewsTitleIsMissing.message},
    )
    text = LongText(
        longest=LONGEST_NEWS,
        rows=12,
        label=_("Text"),
        help_text=_("Typed like a chapter: plain text with *stars* for italics, or HTML."),
        error_messages={"required": NewsIsEmpty.message},
    )
    state = forms.ChoiceField(
        label=_("Who sees it?"),
        choices=[("draft", _("Only the office: a draft")), ("public", _("Everybody"))],
        initial="public",
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label=_("The day it bears"),
        required=False,
        help_text=_("Empty: the day it becomes public. News of a day to come waits until then."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def published_at(self, *, before: datetime | None) -> datetime | None:
        """Return the moment that was chosen; one of the same day as `before` stays as it was."""
        if self.cleaned_data["state"] == "draft":
            return None
        day = self.cleaned_data["day"] or (before or now()).date()
        for moment in (before, now()):
            if moment and moment.date() == day:
                return moment
        return midnight(day)


def said_of(item: NewsItem) -> dict[str, Any]:
    """Return what the form shows of a piece of news as it is."""
    return {
        "title": item.title,
        "text": item.source,
        "pen_name": item.pen_name_id,
        "state": "public" if item.published_at else "draft",
        "day": item.published_at and item.published_at.date(),
    }
