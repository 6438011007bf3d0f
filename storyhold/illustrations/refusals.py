"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class IllustrationsAreNotAllowed(Refusal):
    """The house rules have none."""

    field = "picture"
    message = _("This archive takes no pictures for stories. Nothing was changed.")


class TooManyIllustrations(Refusal):
    """As many as the house rules let a member have."""

    field = "picture"
    message = _(
        "No more pictures of yours fit here: this archive keeps at most {most} for a member. This "
        "one was not kept. Delete one that no story shows any more, then bring it again."
    )
