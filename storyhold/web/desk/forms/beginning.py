"""A story and its first chapter on one page."""

from typing import Any

from storyhold.accounts.models import Member
from storyhold.web.desk.forms.authors import SignatureForm
from storyhold.web.desk.forms.chapter import ChapterForm
from storyhold.web.desk.forms.details import DetailsForm


class BeginningForm(DetailsForm, ChapterForm, SignatureForm):
    """All that a first publication needs."""

    def __init__(self, data: Any = None, *, member: Member) -> None:
        super().__init__(data, member=member)
