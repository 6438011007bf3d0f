"""Reporting a page, writing to the archive, and settling either."""

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName, Role
from storyhold.accounts.queries import moderators
from storyhold.moderation.actions.words import clean_subject, clean_text
from storyhold.moderation.models import Inquiry, Report
from storyhold.moderation.refusals import NotOurPage, NoWayToAnswer
from storyhold.moderation.rules import is_own_path
from storyhold.notices.actions import tell, withdraw

SETTLED_ARE_KEPT = timedelta(days=365)


@transaction.atomic
def report_page(path: str, *, reason: str, text: str, by: PenName | None) -> Report:
    """Tell the moderators that something is wrong with a page. `by=None` is a guest.

    Raises `NotOurPage`, `NothingSaid`, `TextIsTooLong`.
    """
    if not is_own_path(path):
        raise NotOurPage
    report = Report.objects.create(
        path=path, reason=reason, pen_name=by, source=text, html=clean_text(text), sent_at=now()
    )
    tell(moderators(), "report", about=report.about, path=report.get_absolute_url(), page=path)
    return report


@transaction.atomic
def write_to_archive(*, subject: str, text: str, by: PenName | None, email: str = "") -> Inquiry:
    """Write a letter to the archivists. `by=None` is a guest, who must leave an address.

    Raises `SubjectIsMissing`, `NoWayToAnswer`, `NothingSaid`, `TextIsTooLong`.
    """
    if by is None and not email:
        raise NoWayToAnswer
    inquiry = Inquiry.objects.create(
        subject=clean_subject(subject),
        email=email,
        pen_name=by,
        source=text,
        html=clean_text(text),
        sent_at=now(),
    )
    archivists = Member.objects.filter(role=Role.ARCHIVIST)
    path = inquiry.get_absolute_url()
    tell(archivists, "inquiry", about=inquiry.about, path=path, subject=inquiry.subject)
    return inquiry


@transaction.atomic
def settle(case: Report | Inquiry, *, by: Member, note: str = "") -> None:
    """Put it away, with a note for those who come later; nobody needs to be told of it any more."""
    case.settled_at, case.settled_by, case.note = now(), by, note.strip()
    case.save(update_fields=["settled_at", "settled_by", "note"])
    withdraw(case.about)


@transaction.atomic
def reopen(case: Report | Inquiry) -> None:
    """Take it out again; the note stays."""
    case.settled_at, case.settled_by = None, None
    case.save(update_fields=["settled_at", "settled_by"])


def forget_settled() -> None:
    """Throw away what was settled a year ago."""
    for model in (Report, Inquiry):
        model.objects.filter(settled_at__lt=now() - SETTLED_ARE_KEPT).delete()
