"""What a reader may choose, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, eq=False)  # each is itself alone
class Choice:
    """One thing a reader may choose: the cookie's name and its values, in words."""

    cookie: str
    name: Promise
    default: str
    values: tuple[tuple[str, Promise | str], ...]

    def valid(self, value: str | None) -> str | None:
        """Return `value` if it is one of ours, else None."""
        return next((known for known, _name in self.values if known == value), None)

    @property
    def is_terse(self) -> bool:
        """Whether its values have room beside its name."""
        names = [str(name) for _value, name in self.values]
        return len(names) < 4 and max(map(len, names)) < 12

    def value_in(self, chosen: Mapping[str, str]) -> str:
        """Return the value chosen there, by cookie, or the default."""
        return self.valid(chosen.get(self.cookie)) or self.default


THEME = Choice(
    "theme",
    _("Theme"),
    "auto",
    (
        ("auto", _("As my device")),
        ("light", _("Paper")),
        ("sepia", _("Sepia")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    ),
)
TEXT_SIZE = Choice(
    "text_size",
    _("Size of text"),
    "m",
    (
        ("s", pgettext_lazy("size of text", "Small")),
        ("m", pgettext_lazy("size of text", "Medium")),
        ("l", pgettext_lazy("size of text", "Large")),
        ("xl", pgettext_lazy("size of text", "Larger")),
        ("xxl", pgettext_lazy("size of text", "Largest")),
    ),
)
FACE = Choice(
    "face",
    _("Typeface"),
    "serif",
    (
        ("serif", _("With serifs")),
        ("sans", _("Without serifs")),
        # Names of faces that come with the archive.
        ("literata", "Literata"),
        ("hyperlegible", "Atkinson Hyperlegible"),
        ("dyslexic", "OpenDyslexic"),
    ),
)
MEASURE = Choice(
    "measure",
    _("Length of lines"),
    "usual",
    (
        ("short", pgettext_lazy("length of lines", "Short")),
        ("usual", pgettext_lazy("length of lines", "Usual")),
        ("long", pgettext_lazy("length of lines", "Long")),
    ),
)
SPACING = Choice(
    "spacing",
    _("Lines"),
    "usual",
    (
        ("close", pgettext_lazy("lines", "Close")),
        ("usual", pgettext_lazy("lines", "Usual")),
        ("wide", pgettext_lazy("lines", "Apart")),
    ),
)
PARAGRAPHS = Choice(
    "paragraphs",
    _("Paragraphs"),
    "indented",
    (
        ("indented", _("Indented")),
        ("both", _("Indented and spaced")),
        ("spaced", _("Spaced")),
        ("apart", _("Far apart")),
    ),
)
EDGES = Choice(
    "edges",
    _("Ends of lines"),
    "ragged",
    (("ragged", _("Ragged")), ("justified", _("Justified"))),
)
HYPHENS = Choice(
    "hyphens",
    _("Long words"),
    "divided",
    (("divided", _("Divided")), ("whole", _("Whole"))),
)
STYLING = Choice(
    "styling",
    _("Author’s layout"),
    "author",
    (("author", _("Kept")), ("plain", _("Plain"))),
)
NOTES = Choice(
    "notes",
    _("Authors’ notes"),
    "shown",
    (("shown", _("Shown")), ("hidden", _("Hidden"))),
)
REVIEWS = Choice(
    "reviews",
    _("Reviews below"),
    "shown",
    (("shown", _("Shown")), ("hidden", _("Hidden"))),
)
CONTENTS = Choice(
    "contents",
    _("A story of one chapter opens on"),
    "archive",
    (
        ("archive", _("What the archive chose")),
        ("contents", _("Its title page")),
        ("text", _("Its text")),
    ),
)
SORT = Choice(
    "sort",
    _("Lists begin with"),
    "list",
    (
        ("list", _("What suits the list")),
        ("title", _("A to Z")),
        ("newest", _("The newest")),
        ("updated", _("The last updated")),
    ),
)
KEYS = Choice(
    "keys",
    _("Keys while reading"),
    "on",
    (("on", _("In use")), ("off", _("Off"))),
)
AT_HAND = (THEME, TEXT_SIZE, FACE, PARAGRAPHS)
# Change the page by CSS alone: each is an attribute of the root element, and known to first.js.
LOOKS = (
    *(THEME, TEXT_SIZE),
    *(FACE, MEASURE, SPACING, PARAGRAPHS, EDGES, HYPHENS, STYLING),
    *(NOTES, REVIEWS, KEYS),
)
CHOICES = (*LOOKS, CONTENTS, SORT)
