"""How things are counted in a sentence."""

from django.db.models import Model
from django.utils.translation import gettext as _


def counted(counts: list[tuple[type[Model], int]]) -> str:
    """Return “12 stories, 1 series”; “nothing” where all are none."""
    found = [f"{count:,} {_name(model, count)}" for model, count in counts if count]
    return ", ".join(found) or _("nothing")


def _name(model: type[Model], count: int) -> str:
    names = model._meta
    return str(names.verbose_name if count == 1 else names.verbose_name_plural)
