"""What is typed about what one keeps."""

from collections.abc import Iterable
from dataclasses import fields
from typing import cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storyhold.accounts.models import Member, PenName
from storyhold.bookmarks.actions.keeping import Said
from storyhold.bookmarks.models import Bookmark
from storyhold.web.parts.keeping import kept_words


class SignedForm(forms.Form):
    """A comment, who sees it, and the name it is signed with where there are several."""

    comment = forms.CharField(
        label=gettext_lazy("Your comment"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    is_public = forms.BooleanField(required=False, initial=True)
    follows = forms.BooleanField(
        label=gettext_lazy("Tell me when there is something new"), required=False
    )

    def __init__(self, member: Member, data: QueryDict | None = None, **initial: object) -> None:
        super().__init__(data, initial=initial)
        self._member = member
        self._pen_names = {str(each.pk): each for each in member.pen_names.all()}
        self.fields["is_public"].label = str(kept_words().on_profile)
        if len(self._pen_names) > 1:
            self.fields["pen_name"] = forms.ChoiceField(
                label=_("Sign as"),
                required=False,
                initial=member.pen_name.pk,
                choices=[(pk, each.name) for pk, each in self._pen_names.items()],
            )

    def said(self) -> Said:
        """Return what was typed and ticked."""
        return Said(**{each.name: self.cleaned_data[each.name] for each in fields(Said)})

    def signature(self) -> PenName:
        """Return the pen name chosen, or the usual one."""
        chosen = self.cleaned_data.get("pen_name", "")
        return self._pen_names.get(chosen, self._member.pen_name)


class BookmarkForm(SignedForm):
    """What is said of one thing that is kept already."""

    def __init__(
        self, bookmark: Bookmark, member: Member, data: QueryDict | None = None, *, follows: bool
    ) -> None:
        self._bookmark = bookmark
        super().__init__(
            member,
            data,
            comment=bookmark.comment_source,
            is_public=bookmark.is_public,
            follows=follows,
            pen_name=bookmark.pen_name_id,
        )

    def signature(self) -> PenName:
        """Return the pen name chosen, or the one it was signed with."""
        chosen = self.cleaned_data.get("pen_name", "")
        return self._pen_names.get(chosen, self._bookmark.pen_name)


class AuthorsForm(SignedForm):
    """Which of a story's authors to keep, with one comment for all of them."""

    authors = forms.MultipleChoiceField(
        label=gettext_lazy("Authors"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one of the authors.")},
    )
    field_order = ("authors",)

    def __init__(
        self, authors: Iterable[PenName], member: Member, data: QueryDict | None = None
    ) -> None:
        self._authors = {str(author.pk): author for author in authors}
        super().__init__(member, data, authors=list(self._authors))
        field = cast(forms.MultipleChoiceField, self.fields["authors"])
        field.choices = [(pk, author.name) for pk, author in self._authors.items()]

    @property
    def has_choices(self) -> bool:
        """Whether there is anybody to choose."""
        return bool(self._authors)

    def chosen(self) -> list[PenName]:
        """Return the authors that are ticked."""
        return [self._authors[pk] for pk in self.cleaned_data["authors"]]

    def names(self) -> str:
        """Return the names of the authors that are ticked, in a row."""
        return ", ".join(author.name for author in self.chosen())
