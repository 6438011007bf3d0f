"""What is typed about pages and links."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.pages.models import Audience
from storyhold.pages.refusals import LinkTextIsMissing, PageIsEmpty, PageTitleIsMissing
from storyhold.pages.rules import (
    LAST_PLACE,
    LONGEST_ADDRESS,
    LONGEST_LINK_TEXT,
    LONGEST_PAGE,
    LONGEST_SLUG,
    LONGEST_TITLE,
)
from storyhold.web.parts.fields import Line, LongText


class PageForm(forms.Form):
    """A page."""

    title = Line(
        longest=LONGEST_TITLE,
        label=_("Title"),
        error_messages={"required": PageTitleIsMissing.message},
    )
    slug = Line(
        longest=LONGEST_SLUG,
        label=_("Name in the address"),
        required=False,
        help_text=_(
            "“help” makes /pages/help/. The page called “rules” stands above the form for a new "
            "story. Empty: made from the title."
        ),
    )
    text = LongText(
        longest=LONGEST_PAGE,
        rows=14,
        label=_("Text"),
        help_text=_("Typed like a chapter: plain text with *stars* for italics, or HTML."),
        error_messages={"required": PageIsEmpty.message},
    )
    audience = forms.ChoiceField(
        label=_("Who sees it?"),
        choices=Audience.choices,
        initial=Audience.ALL,
        widget=forms.RadioSelect,
    )
    foot_place = forms.IntegerField(
        label=_("Place at the foot of every page"),
        required=False,
        min_value=1,
        max_value=LAST_PLACE,
        help_text=_("1 comes first. Empty: no link there."),
    )


class LinkForm(forms.Form):
    """A link at the foot of every page."""

    text = Line(
        longest=LONGEST_LINK_TEXT,
        label=_("Words of the link"),
        error_messages={"required": LinkTextIsMissing.message},
    )
    address = Line(
        longest=LONGEST_ADDRESS,
        label=_("Address"),
        help_text=_("A page of this archive, such as /news/, or another site, with https://."),
    )
    audience = forms.ChoiceField(
        label=_("Who sees it?"),
        choices=[each for each in Audience.choices if each[0] != Audience.NOBODY],
        initial=Audience.ALL,
        widget=forms.RadioSelect,
    )
    foot_place = forms.IntegerField(label=_("Place"), min_value=1, max_value=LAST_PLACE, initial=1)
