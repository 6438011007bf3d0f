"""The order in which things come in: whoever is named by others comes first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyhold.importers.intake.blocks import bring_blocks
from storyhold.importers.intake.challenges import bring_answers, bring_challenges
from storyhold.importers.intake.counters import count_anew
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.favorites import bring_favorites, bring_trackers
from storyhold.importers.intake.history import bring_history
from storyhold.importers.intake.leftovers import bring_leftovers
from storyhold.importers.intake.links import bring_links
from storyhold.importers.intake.making_room import make_room
from storyhold.importers.intake.members import bring_members
from storyhold.importers.intake.messages import bring_messages
from storyhold.importers.intake.news import bring_news, bring_news_comments
from storyhold.importers.intake.pictures import bring_pictures, bring_pictures_of_categories
from storyhold.importers.intake.polls import bring_polls
from storyhold.importers.intake.profile_fields import bring_profiles
from storyhold.importers.intake.ratings import bring_ratings
from storyhold.importers.intake.reviews import bring_reviews
from storyhold.importers.intake.series import bring_entries, bring_series
from storyhold.importers.intake.settings import bring_settings
from storyhold.importers.intake.shouts import bring_shouts
from storyhold.importers.intake.stories import bring_stories
from storyhold.importers.intake.vocabularies import bring_vocabularies
from storyhold.importers.intake.words import bring_categories, bring_characters, bring_classes

# Yields where what was put so far may be kept for good: how many things are done.
Bring = Callable[[Desk], Iterator[int]]


@dataclass(frozen=True)
class Step:
    """A kind of thing: what it is called in progress and marks, and what brings it in."""

    name: str
    bring: Bring


# Doors and settings first: only before the first work is an archive empty.
STEPS = (
    Step("settings", bring_settings),
    Step("members", bring_members),
    Step("profiles", bring_profiles),
    Step("messages", bring_messages),
    Step("links", bring_links),
    Step("blocks", bring_blocks),
    Step("news", bring_news),
    Step("comments on news", bring_news_comments),
    Step("polls", bring_polls),
    Step("shouts", bring_shouts),
    Step("room", make_room),
    Step("vocabularies", bring_vocabularies),
    Step("categories", bring_categories),
    Step("characters", bring_characters),
    Step("classes", bring_classes),
    Step("ratings", bring_ratings),
    Step("pictures of categories", bring_pictures_of_categories),
    Step("pictures", bring_pictures),
    Step("stories", bring_stories),
    Step("series", bring_series),
    Step("entries of series", bring_entries),
    Step("reviews", bring_reviews),
    Step("favorites", bring_favorites),
    Step("trackers", bring_trackers),
    Step("challenges", bring_challenges),
    Step("answers to challenges", bring_answers),
    Step("counters", count_anew),
    Step("history", bring_history),
    Step("leftovers", bring_leftovers),
)
