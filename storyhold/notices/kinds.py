"""What members are told of: a kind for each sort of news, with its sentence.

The facts that fill a sentence are kept with the notice; names and titles in them are plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """One sort of news: how preferences call it, and how it is told."""

    key: str
    name: Promise
    sentence: Promise

    def in_words(self, facts: Mapping[str, str]) -> str:
        """Return the sentence filled with the facts. Raises `KeyError` when one is missing."""
        return str(self.sentence).format_map(facts)


KINDS = {
    kind.key: kind
    for kind in (
        Kind("review", _("Reviews of my stories"), _("{reader} reviewed “{title}”.")),
        Kind("reply", _("Answers to my reviews"), _("{author} answered your review of “{title}”.")),
        Kind("kept", _("Readers who keep my work"), _("{reader} keeps “{title}”.")),
    )
}
