"""The words for what readers keep; built-in, as those in `parts`."""

from django import template

from storyhold.web.parts import keeping

register = template.Library()


@register.simple_tag
def kept_words() -> keeping.Words:
    """Return this archive's sentences about what readers keep."""
    return keeping.kept_words()
