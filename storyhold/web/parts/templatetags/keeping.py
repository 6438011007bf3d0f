"""The words for what readers keep; built-in, as those in `parts`."""

from django import template

from storyhold.archive.models import Archive, KeptWord
from storyhold.web.parts import keeping

register = template.Library()


@register.simple_tag
def kept_words(archive: Archive) -> keeping.Words:
    """Return the archive's sentences about what readers keep."""
    return keeping.WORDS[KeptWord(archive.kept_word)]
