"""The shape of what authors type."""

from storyhold.web.desk.forms.authors import InviteForm, SignatureForm
from storyhold.web.desk.forms.beginning import BeginningForm
from storyhold.web.desk.forms.chapter import ChapterForm, ContributionForm, RewritingForm
from storyhold.web.desk.forms.details import DetailsForm
from storyhold.web.desk.forms.ordering import PlaceForm

__all__ = [
    "BeginningForm",
    "ChapterForm",
    "ContributionForm",
    "DetailsForm",
    "InviteForm",
    "PlaceForm",
    "RewritingForm",
    "SignatureForm",
]
