"""Every "no" this room can say."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class IndexIsInUse(Refusal):
    """Another process writes into the index and does not let go of it."""

    message = _(
        "The search index is being written at this moment. Nothing was changed. "
        "Try again in a minute."
    )
