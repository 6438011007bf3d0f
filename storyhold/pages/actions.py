"""Writing the archive's own pages, and what stands at the foot of all pages."""

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from storyhold.archive.actions import change_foot
from storyhold.common.tails import tail
from storyhold.pages.models import Audience, Link, Page
from storyhold.pages.refusals import (
    LinkLeadsNowhere,
    LinkTextIsMissing,
    PageIsEmpty,
    PageIsGone,
    PageIsTooLong,
    PageTitleIsMissing,
    SlugIsMissing,
    SlugIsTaken,
)
from storyhold.pages.rules import (
    LONGEST_ADDRESS,
    LONGEST_LINK_TEXT,
    LONGEST_PAGE,
    LONGEST_SLUG,
    LONGEST_TITLE,
)
from storyhold.prose.addresses import link_address
from storyhold.prose.canonical import canonical_html, guess_format
from storyhold.prose.one_line import one_line


@transaction.atomic
def write_page(
    *,
    title: str,
    text: str,
    slug: str = "",
    audience: str = Audience.ALL,
    foot_place: int | None = None,
) -> Page:
    """Write a page; without a `slug` its title makes one.

    Raises `PageTitleIsMissing`, `SlugIsMissing`, `SlugIsTaken`, `PageIsEmpty`, `PageIsTooLong`.
    """
    page = Page(audience=audience, foot_place=foot_place)
    _fill(page, title=title, text=text, slug=slug)
    return page


@transaction.atomic
def edit_page(
    page: Page, *, title: str, text: str, slug: str, audience: str, foot_place: int | None
) -> None:
    """Change all of a page. Raises what `write_page` raises, and `PageIsGone`."""
    if not Page.objects.select_for_update().filter(pk=page.pk).exists():
        raise PageIsGone
    page.audience, page.foot_place = audience, foot_place
    _fill(page, title=title, text=text, slug=slug)


def _fill(page: Page, *, title: str, text: str, slug: str) -> None:
    page.title = one_line(title)[:LONGEST_TITLE]
    if not page.title:
        raise PageTitleIsMissing
    page.slug = tail(slug or page.title)[:LONGEST_SLUG]
    if not page.slug:
        raise SlugIsMissing
    page.source, page.html, page.edited_at = text, _clean(text), now()
    try:
        with transaction.atomic():
            page.save()
    except IntegrityError as taken:
        raise SlugIsTaken(slug=page.slug) from taken
    set_foot()


def _clean(text: str) -> str:
    if len(text) > LONGEST_PAGE:
        raise PageIsTooLong(letters=f"{len(text):,}", most=f"{LONGEST_PAGE:,}")
    html = canonical_html(text, format=guess_format(text))
    if not html:
        raise PageIsEmpty
    return html


@transaction.atomic
def delete_page(page: Page) -> None:
    """Remove a page for good."""
    page.delete()
    set_foot()


@transaction.atomic
def add_link(*, text: str, address: str, audience: str, foot_place: int) -> Link:
    """Add a link at the foot of every page. Raises `LinkTextIsMissing`, `LinkLeadsNowhere`."""
    text = one_line(text)[:LONGEST_LINK_TEXT]
    if not text:
        raise LinkTextIsMissing
    address = link_address(address)
    # A word alone would lead to another place from every page.
    if not address.startswith(("/", "http://", "https://")) or len(address) > LONGEST_ADDRESS:
        raise LinkLeadsNowhere
    link = Link.objects.create(text=text, address=address, audience=audience, foot_place=foot_place)
    set_foot()
    return link


@transaction.atomic
def remove_link(link: Link) -> None:
    """Take a link away again."""
    link.delete()
    set_foot()


def set_foot() -> None:
    """Tell the archive what stands at the foot of every page, in order of the places."""
    shown = [
        (page.foot_place or 0, page.title, page.get_absolute_url(), page.audience)
        for page in Page.objects.filter(foot_place__isnull=False)
    ]
    shown += [
        (link.foot_place, link.text, link.address, link.audience) for link in Link.objects.all()
    ]
    change_foot(
        [
            {"text": text, "address": address, "audience": audience}
            for _place, text, address, audience in sorted(shown, key=lambda each: each[0])
            if audience != Audience.NOBODY
        ]
    )
