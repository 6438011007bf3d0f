"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class SetUpCodeIsWrong(Refusal):
    """Whoever cannot read the data folder cannot open the archive."""

    field = "code"
    message = _(
        "This is not the code. Copy it from the window in which the archive was started, or from "
        "the file “set-up-code” in its data folder. Everything else you typed is still here, but "
        "the password: type that once more."
    )


class IsSetUpAlready(Refusal):
    """Somebody was faster."""

    message = _("This archive has been set up in the meantime. Nothing was changed.")
