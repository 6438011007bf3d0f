"""What is chosen about notices."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.notices.kinds import KINDS, How, Kind

# Where no mail leaves, all that can be chosen is whether to be told.
WITHOUT_MAIL = [(How.HERE, _("On the page of notices")), (How.NOT_AT_ALL, How.NOT_AT_ALL.label)]
ONLY_BY_MAIL = [(How.AT_ONCE, _("By mail")), (How.NOT_AT_ALL, How.NOT_AT_ALL.label)]
NO_MAIL = "no_mail"

# Under which heading each kind stands.
GROUPS: list[tuple[Promise, tuple[str, ...]]] = [
    (_("What I follow"), ("new_story", "new_chapter", "series_story")),
    (_("Answers and messages"), ("reply", "message", "circular")),
    (
        _("My stories, series and challenges"),
        (
            "review",
            "kudos",
            "kept",
            "suggestion",
            "challenge_answered",
            "approved",
            "sent_back",
        ),
    ),
    (
        _("Writing with others"),
        ("invitation", "contribution", "given_back", "beta_note", "beta_answer", "accepted"),
    ),
    (_("Keeping the archive"), ("held", "report", "inquiry", "claim")),
]


class ChoicesForm(forms.Form):
    """One field for each kind of news, named by its key; and, where mail leaves, one for all."""

    def __init__(
        self, data: QueryDict | None, *, chosen: Mapping[str, How], no_mail: bool, by_mail: bool
    ) -> None:
        super().__init__(data)
        for key, how in chosen.items():
            if not by_mail and KINDS[key].only_by_mail:
                continue
            self.fields[key] = forms.ChoiceField(
                label=str(KINDS[key].name),
                choices=_ways(KINDS[key], by_mail=by_mail),
                initial=_offered(how, by_mail=by_mail),
            )
        if by_mail:
            self.fields[NO_MAIL] = forms.BooleanField(
                label=_("No mail with notices at all, whatever is chosen above"),
                initial=no_mail,
                required=False,
            )

    @property
    def groups(self) -> Iterator[tuple[Promise, list[BoundField]]]:
        """The fields of the kinds under their headings, without those that do not concern one."""
        for heading, keys in GROUPS:
            fields = [self[key] for key in keys if key in self.fields]
            if fields:
                yield heading, fields

    @property
    def changed_kinds(self) -> dict[str, How]:
        """Return what was chosen anew; what was not touched stays as it is usual, or was."""
        return {key: How(self.cleaned_data[key]) for key in self.changed_data if key in KINDS}


def _ways(kind: Kind, *, by_mail: bool) -> Sequence[tuple[str, Any]]:
    if kind.only_by_mail:
        return ONLY_BY_MAIL
    return How.choices if by_mail else WITHOUT_MAIL


def _offered(how: How, *, by_mail: bool) -> How:
    return how if by_mail or how == How.NOT_AT_ALL else How.HERE
