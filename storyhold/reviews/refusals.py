"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class ReviewIsEmpty(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then send it again.")


class ReviewIsTooLong(Refusal):
    """More than a review needs."""

    field = "text"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was sent, and all of it is still here."
    )


class ReviewsAreOff(Refusal):
    """The archive's setting."""

    message = _(
        "There are no new reviews in this archive. Nothing was sent, and your text is still here."
    )


class GuestsMayNotReview(Refusal):
    """The archive's setting."""

    message = _("You must log in to review. Your text is still here.")


class NoSuchRating(Refusal):
    """Outside what the archive offers."""

    field = "rating"
    message = _("Choose one of the ratings on the list, or none. Nothing was lost.")


class OwnStory(Refusal):
    """Authors do not rate their own work."""

    message = _("This is your own story. You can answer its reviews, but not review it.")


class OwnSeries(Refusal):
    """Nor those who keep a series."""

    message = _("This is your own series. You can answer its reviews, but not review it.")


class HasReply(Refusal):
    """One answer to a review."""

    message = _("This review has an answer already; you can change that one.")


class ReviewIsGone(Refusal):
    """Deleted, or its answer was, while this form lay open."""

    message = _(
        "It was deleted in the meantime, perhaps in another tab. What you typed is still here: "
        "copy it if you want to keep it."
    )


class KudosAreOff(Refusal):
    """The archive's setting."""

    message = _("There are no kudos in this archive. A review says more, anyway.")


class KudosForOwnStory(Refusal):
    """Authors do not thank themselves."""

    message = _("This is your own story: its kudos come from readers.")


class KudosAreLeft(Refusal):
    """One from each reader."""

    message = _("You have left kudos here already. Once is enough; the author has them.")


class KudosAreTooMany(Refusal):
    """More from one address than one reader leaves."""

    message = _("There were a lot of kudos from here in a short time. Come back in an hour.")
