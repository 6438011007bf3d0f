"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class NotAPicture(Refusal):
    """A file of another kind, or one that is damaged."""

    field = "picture"
    message = _(
        "This file is not a picture that we can read. Nothing was changed. Take a JPEG, PNG, WebP "
        "or GIF file."
    )


class PictureIsTooLarge(Refusal):
    """More than a small server should take apart."""

    field = "picture"
    message = _(
        "This picture is too large: at most {megabytes} MB and {megapixels} million pixels fit. "
        "Nothing was changed. Make it smaller."
    )
