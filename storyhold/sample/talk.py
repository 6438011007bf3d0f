"""The sample's talk: news and comments, polls, shouts, letters, and the archive's own pages."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.circulars.actions.wording import Said, write_circular
from storyhold.moderation.actions.keeping import report_page, write_to_archive
from storyhold.moderation.actions.messages import send_message
from storyhold.news.actions import write_comment, write_news
from storyhold.pages.actions import add_link, write_page
from storyhold.polls.actions import open_poll, vote
from storyhold.sample.library import Table, talk
from storyhold.shoutbox.actions import shout


def fill_with_talk(pen_names: Mapping[str, PenName]) -> None:
    """Let the sample's people, by their keys, say what the file says."""
    said = talk()
    for news in said["news"]:
        _write_news(pen_names, news)
    for page in said["page"]:
        write_page(**page)
    for link in said["link"]:
        add_link(**link, audience="all")
    for poll in said["poll"]:
        _ask(pen_names, poll)
    for each in said["shout"]:
        at = now() - timedelta(hours=each["hours_ago"])
        shout(each["text"], by=pen_names[each["by"]], at=at)
    for each in said["report"]:
        report_page(
            each["page"], reason=each["reason"], text=each["text"], by=pen_names[each["by"]]
        )
    _write_letters(pen_names, said)


def _write_letters(pen_names: Mapping[str, PenName], said: Table) -> None:
    for each in said["circular"]:
        write_circular(Said(**each))
    for each in said["letter"]:
        write_to_archive(subject=each["subject"], text=each["text"], by=pen_names[each["by"]])
    for each in said["message"]:
        to, by = pen_names[each["to"]], pen_names[each["by"]]
        send_message(to, by=by, subject=each["subject"], text=each["text"])


def _write_news(pen_names: Mapping[str, PenName], table: Table) -> None:
    # The latest news of an archive is never old.
    at = now() - timedelta(days=table["days_ago"])
    item = write_news(
        title=table["title"], text=table["text"], by=pen_names[table["by"]], published_at=at
    )
    for number, comment in enumerate(table.get("comment", []), start=1):
        said_at = min(at + timedelta(hours=7 * number), now())
        write_comment(item, by=pen_names[comment["by"]], text=comment["text"], at=said_at)


def _ask(pen_names: Mapping[str, PenName], table: Table) -> None:
    """Ask the question; of two in the file, the later closes the earlier."""
    poll = open_poll(question=table["question"], choices=table["votes"])
    for choice in poll.choices.all():
        for voter in table["votes"][choice.text]:
            vote(poll, choice_id=choice.pk, by=pen_names[voter].member)
