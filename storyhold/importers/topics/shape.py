"""What a topic is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of finding. Its sentence is about one finding and filled from its facts.

    `group` is the heading in the report under which it is listed; see `GROUPS`. What `is_loss`
    was not carried over.
    """

    group: str
    title: str
    sentence: str
    is_loss: bool = False


GROUPS = {
    "source": "What was read",
    "texts": "Chapters and their texts",
    "stories": "Stories",
    "members": "Members",
    "reviews": "Reviews",
    "series": "Series",
    "tags": "Categories, characters and classifications",
    "dates": "Dates",
    "encoding": "Encoding",
    "html": "HTML",
    "site": "Settings, pages and blocks",
    "kept": "Kept aside",
    "private": "Left out on purpose",
}
