"""Keeping vocabularies, and choosing from them."""

from storyhold.tags.actions.choosing import add_tag, choose_tags
from storyhold.tags.actions.first import make_first_vocabularies

__all__ = ["add_tag", "choose_tags", "make_first_vocabularies"]
