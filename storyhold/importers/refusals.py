"""Every “no” about imports that are begun in the browser."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class AnotherIsRunning(Refusal):
    """One import after the other."""

    message = _("An import is running already. Wait until it has ended; nothing was begun.")


class FileIsNotThere(Refusal):
    """A name that is not in the folder for what comes in."""

    field = "names"
    message = _("There is no file “{name}” in the folder for what comes in. Choose one of those.")


class NoRoomForFile(Refusal):
    """The disk is nearly full."""

    field = "file"
    message = _(
        "The file takes {needed} MB and there are {free} MB free. Nothing was kept. Make room on "
        "the server, or put the file where there is some and name it on the command line."
    )


class NameIsOfAFolder(Refusal):
    """A file cannot take the place of a folder that somebody put there."""

    field = "file"
    message = _(
        "There is a folder named “{name}” already. Nothing was kept. Give the file another name."
    )


class NotRehearsed(Refusal):
    """Moving in comes after a rehearsal."""

    message = _("This import has not been rehearsed, or is done. Begin with a rehearsal.")


class HasBeenOpened(Refusal):
    """What others have written since would go as well."""

    message = _(
        "“{name}” cannot be taken back: somebody has written here since it moved in. Nothing was "
        "changed. Restore the backup you made before."
    )


class NeverMovedIn(Refusal):
    """Comparing what was never brought."""

    message = _(
        "“{name}” has not moved into this archive, so there is nothing to compare. Nothing was "
        "changed. Bring it in first: storyhold import efiction."
    )
