"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class SeriesTitleIsMissing(Refusal):
    """Nothing but space."""

    field = "title"
    message = _("A series needs a title. Nothing was lost. Give it one; you can change it later.")


class MayNotBeginSeries(Refusal):
    """The house rules say who may."""

    message = _(
        "In this archive not everybody begins a series. Nothing was lost: what you typed is still "
        "here. Ask those who keep the archive."
    )


class IsInSeriesAlready(Refusal):
    """It has a place, or waits for one."""

    message = _("“{title}” is in this series already, or waits to be accepted.")


class SeriesIsClosed(Refusal):
    """Only its owner adds to it."""

    message = _("Only the owner adds to this series. Nothing was added. Write to them instead.")


class SeriesWouldHoldItself(Refusal):
    """A circle."""

    message = _("“{title}” holds this series, so it cannot be inside it as well.")


class SeriesIsGone(Refusal):
    """Deleted while this form lay open."""

    message = _(
        "This series was deleted in the meantime, perhaps in another tab. What you typed is still "
        "here: copy it if you want to keep it."
    )
