"""Telling members, taking back what is no longer so, and what members do with their notices."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.notices.kinds import KINDS, OF_PEOPLE, How
from storyhold.notices.models import Notice
from storyhold.notices.queries import wishes_of

# Members told with one set of queries.
AT_ONCE = 500
READ_ARE_KEPT, UNREAD_ARE_KEPT = timedelta(days=90), timedelta(days=365)


@transaction.atomic
def tell(members: Iterable[Member], kind: str, *, about: str, path: str, **facts: str) -> None:
    """Tell each of the members once; who was told of this thing already is not told again.

    `kind` is a key of `KINDS`, `about` names the thing (“review:12”), `path` is where it can be
    seen, and `facts` fill the kind's sentence as plain text. Banned members are left out, and those
    who do not want this kind. A fixed number of queries for every few hundred members. Raises
    `KeyError` for a fact that is missing.
    """
    KINDS[kind].in_words(facts)
    news = {"kind": kind, "about": about, "path": path, "facts": facts, "told_at": now()}
    for some in _batches(member.pk for member in members if member.is_active):
        _lock(some)
        notices = [
            Notice(member_id=member, by_mail=how.mail, **news)
            for member, how in wishes_of(some, kind).items()
            if how != How.NOT_AT_ALL
        ]
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
        _count_unread(some)


@transaction.atomic
def withdraw(*abouts: str) -> None:
    """Take back what was told about things that have gone."""
    _forget(Notice.objects.filter(about__in=abouts))


@transaction.atomic
def forget_names(names: Iterable[str]) -> None:
    """Take back what tells of people by these names, who have left."""
    left = list(names)
    tells = [(f"facts__{fact}__in", left) for fact in OF_PEOPLE]
    _forget(Notice.objects.filter(Q(*tells, _connector=Q.OR)))


@transaction.atomic
def read_notice(notice: Notice) -> None:
    """Mark a notice as read; one that was read before stays as it is."""
    _read(Notice.objects.filter(pk=notice.pk), notice.member_id)


@transaction.atomic
def read_all_notices(member: Member) -> None:
    """Mark everything the member was told as read."""
    _read(Notice.objects.filter(member=member), member.pk)


def _read(notices: QuerySet[Notice], member: int) -> None:
    _lock([member])
    # A letter need not tell what has been read.
    notices.filter(read_at=None).update(read_at=now(), by_mail="")
    _count_unread([member])


@transaction.atomic
def delete_notice(notice: Notice) -> None:
    """Throw a notice away."""
    _forget(Notice.objects.filter(pk=notice.pk))


@transaction.atomic
def forget_old_notices() -> None:
    """Throw away what was read three months ago, and what nobody has read within a year."""
    Notice.objects.filter(read_at__lt=now() - READ_ARE_KEPT).delete()
    _forget(Notice.objects.filter(told_at__lt=now() - UNREAD_ARE_KEPT))


def _forget(notices: QuerySet[Notice]) -> None:
    told = notices.order_by().values_list("member", flat=True).distinct()
    for some in _batches(list(told)):
        _lock(some)
        notices.filter(member__in=some).delete()
        _count_unread(some)


def _lock(members: Sequence[int]) -> None:
    """Let nobody else count for these members until our transaction ends.

    Without it, two who tell the same member at once would each count only their own notice.
    """
    list(
        Member.objects.select_for_update(no_key=True)
        .filter(pk__in=members)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _count_unread(members: Sequence[int]) -> None:
    """Count anew how many notices these members have not read."""
    unread = Notice.objects.filter(member=OuterRef("pk"), read_at=None).order_by()
    counted = unread.values("member").annotate(count=Count("*")).values("count")
    Member.objects.filter(pk__in=members).update(unread_notices=Coalesce(Subquery(counted), 0))


def _batches(members: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(sorted(members))
    while some := list(islice(rest, AT_ONCE)):
        yield some
