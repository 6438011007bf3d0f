"""Who of the sample's people offers to read drafts, and what they noted on one."""

from collections.abc import Mapping

from storyhold.accounts.models import PenName
from storyhold.betas.actions import answer_note, leave_note, lend, mark_done, offer_to_read
from storyhold.betas.models import DraftLink
from storyhold.sample import library
from storyhold.sample.library import Table
from storyhold.stories.models import Story
from storyhold.tags.models import Tag


def read_drafts(people: Mapping[str, PenName], stories: Mapping[str, Story]) -> None:
    """Offer and note what the file says; people are known by their keys, stories by folders."""
    said = library.betas()
    for offer in said["offer"]:
        fandoms = Tag.objects.filter(kind__key="fandom", name__in=offer.get("fandom", []))
        offer_to_read(
            people[offer["by"]], text=offer["text"], languages=offer["languages"], tags=fandoms
        )
    for loan in said["loan"]:
        author = people[loan["by"]].member
        link, _token = lend(stories[loan["story"]], by=author, reader=loan["reader"])
        for note in loan["note"]:
            _leave(link, people, note)


def _leave(link: DraftLink, people: Mapping[str, PenName], table: Table) -> None:
    note = leave_note(
        link,
        link.story.chapters.get(number=1),
        text=table["text"],
        paragraph=table.get("paragraph"),
        by=people[table["by"]],
    )
    if answer := table.get("answer"):
        answer_note(note, text=answer, by=link.made_by)
    if table.get("done"):
        mark_done(note)
