"""Keeping vocabularies, and choosing from them."""

from storyhold.tags.actions.choosing import ChosenTags, add_tag, choose_tags, give_tags, set_tags
from storyhold.tags.actions.first import make_first_vocabularies

__all__ = [
    "ChosenTags",
    "add_tag",
    "choose_tags",
    "give_tags",
    "make_first_vocabularies",
    "set_tags",
]
