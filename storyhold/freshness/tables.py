"""What a change in each table means to what guests are shown.

The names are those of the tables, because whoever changes a row, by whatever means, has to name
its table. A table that is not named here means everything: to be wrong is to be too fresh.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from storyhold.freshness.stamps import COUNTS, EVERYTHING, LISTS, PEOPLE

NOTHING = ""

# Queries for the stories that rows belong to, from the values of a column.
BY_CHAPTER = "SELECT story_id FROM stories_chapter WHERE id IN ({})"
BY_AUTHORSHIP = "SELECT story_id FROM stories_authorship WHERE id IN ({})"
BY_REVIEW = "SELECT story_id FROM reviews_review WHERE id IN ({})"
BY_REPLY = (
    "SELECT reviews_review.story_id FROM reviews_review JOIN reviews_reply"
    " ON reviews_reply.review_id = reviews_review.id WHERE reviews_reply.id IN ({})"
)
ITSELF = ""


@dataclass(frozen=True)
class Table:
    """How the changes of a table are stamped.

    `subject` is what a change is stamped as, and what depends on the table when it is read;
    `new` what a new row is stamped as instead, where it changes nothing that was there before.
    `columns` have a subject of their own, or none. `stories` says by which columns the stories
    are found whose pages show the row; a page about one of them depends on that story alone.
    """

    subject: str
    new: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)

    def subjects(self) -> set[str]:
        """Return all that a page depends on which reads the table."""
        return {self.subject, *self.columns.values()} - {NOTHING}


def _quiet(*columns: str) -> Mapping[str, str]:
    return dict.fromkeys(columns, NOTHING)


_NOTHING, _EVERYTHING = Table(NOTHING), Table(EVERYTHING)

TABLES: Mapping[str, Table] = {
    # Nobody's page, or one person's own.
    "account_emailaddress": _NOTHING,
    "account_emailconfirmation": _NOTHING,
    "accounts_invitation": _NOTHING,
    "accounts_readerpassword": _NOTHING,
    "auth_group": _NOTHING,
    "auth_group_permissions": _NOTHING,
    "auth_permission": _NOTHING,
    "betas_draftlink": _NOTHING,
    "betas_note": _NOTHING,
    "bookmarks_subscription": _NOTHING,
    "circulars_circular": _NOTHING,
    "claims_announcement": _NOTHING,
    "claims_claim": _NOTHING,
    "claims_handover": _NOTHING,
    "claims_told": _NOTHING,
    "claims_wording": _NOTHING,
    "django_content_type": _NOTHING,
    "django_session": _NOTHING,
    "django_tasks_database_dbtaskresult": _NOTHING,
    "illustrations_illustration": _NOTHING,
    "importers_mark": _NOTHING,
    "importers_undertaking": _NOTHING,
    "importers_untouched": _NOTHING,
    "leaving_departure": _NOTHING,
    "moderation_decision": _NOTHING,
    "moderation_inquiry": _NOTHING,
    "moderation_message": _NOTHING,
    "moderation_report": _NOTHING,
    "notices_nomail": _NOTHING,
    "notices_notice": _NOTHING,
    "notices_wish": _NOTHING,
    "notifications_letter": _NOTHING,
    "polls_vote": _NOTHING,  # the choice counts them
    "reading_progress": _NOTHING,
    "reviews_kudos": _NOTHING,  # the story counts them
    "search_change": _NOTHING,  # and the index follows it some seconds later
    "stories_daysalt": _NOTHING,
    "stories_readmark": _NOTHING,
    "stories_readsofday": _NOTHING,
    "stories_revision": _NOTHING,
    # What stands on most pages, and is seldom changed.
    "archive_archive": _EVERYTHING,
    "blocks_block": _EVERYTHING,
    "pages_link": _EVERYTHING,
    "pages_page": _EVERYTHING,
    "profiles_profilefield": _EVERYTHING,
    "tags_rating": _EVERYTHING,
    "tags_tagkind": _EVERYTHING,
    # Names stand on most pages too; a new one stands nowhere but in lists of all.
    "accounts_member": Table(
        EVERYTHING,
        new=PEOPLE,
        columns=_quiet(
            "choices",
            "has_confirmed_age",
            "last_login",
            "password",
            "remembers_reading",
            "unread_notices",
        ),
    ),
    "accounts_penname": Table(EVERYTHING, new=PEOPLE),
    "tags_tag": Table(EVERYTHING, new=LISTS),
    # Stories, and what hangs on them.
    "stories_story": Table(
        LISTS,
        columns={"read_count": COUNTS, "reads_waiting": NOTHING},
        stories={"id": ITSELF},
    ),
    "stories_story_tags": Table(LISTS, stories={"story_id": ITSELF}),
    "stories_authorship": Table(LISTS, stories={"story_id": ITSELF, "id": BY_AUTHORSHIP}),
    "stories_chapter": Table(
        "chapters",
        columns=_quiet("read_count"),
        stories={"story_id": ITSELF, "id": BY_CHAPTER},
    ),
    "stories_chaptertext": Table("chapters", stories={"chapter_id": BY_CHAPTER}),
    "reviews_review": Table(
        "reviews", stories={"story_id": ITSELF, "id": BY_REVIEW, "chapter_id": BY_CHAPTER}
    ),
    "reviews_reply": Table("reviews", stories={"review_id": BY_REVIEW, "id": BY_REPLY}),
    # What has lists and pages of its own.
    "betas_offer": Table("betas"),
    "betas_offer_tags": Table("betas"),
    "bookmarks_bookmark": Table("bookmarks"),
    "challenges_answer": Table("challenges"),
    "challenges_challenge": Table("challenges"),
    "challenges_challenge_tags": Table("challenges"),
    "claims_unclaimed": Table("claims"),
    "importers_move": Table("moves"),
    "importers_oldnumber": Table("moves"),
    "importers_oldplace": Table("moves"),
    "news_comment": Table("news"),
    "news_newsitem": Table("news"),
    "polls_choice": Table("polls"),
    "polls_poll": Table("polls"),
    "profiles_profileanswer": Table("profiles"),
    "series_series": Table("series"),
    "series_series_tags": Table("series"),
    "series_seriesitem": Table("series"),
    "shoutbox_shout": Table("shouts"),
}
KNOWN = frozenset(TABLES)


def subjects_of(tables: Iterable[str], *, story: str | None = None) -> set[str] | None:
    """Return what a page depends on that was made from these tables.

    A page about one story names it. None where a table tells nobody of its changes.
    """
    found = {EVERYTHING}
    for each in tables:
        table = TABLES.get(each)
        if table is None:
            return None
        if table.subject == NOTHING:
            return None
        found |= {story} if story and table.stories else table.subjects()
    return found
