"""The fields of old profiles, and the old answers as ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite

ADDRESS, CHOICE, YES_NO, HANDLE, PHP, TEXT = range(1, 7)

WEBSITE, BETA_READER = "website", "betareader"  # the fields that are more than that here

# In the languages that eFiction was translated into; 1 and 0 before there were any.
_YES_WORDS = (
    "1 yes ja oui sí si sim evet да tak ano áno igen kyllä jah jā taip da po ναι כן نعم はい 是 有"
    " 예 có joo ya true on"
)
_NO_WORDS = (
    "0 no nein non não nao hayır hayir нет nie ne nem ei nee nē nej nei jo όχι לא لا いいえ 否 不"
    " 无 아니오 không tidak false off"
)
_YES, _NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
_LABEL_END = re.compile(r"\s*:\s*$")


@dataclass(frozen=True, slots=True)
class OldField:
    """One question of the old profiles. `choices` and `pattern` belong to its kind."""

    row: OldRow
    number: int
    kind: int
    name: str
    label: str
    choices: tuple[str, ...]
    pattern: str
    is_on: bool


def fields(site: OldSite) -> Iterator[OldField]:
    """Yield all fields in order."""
    for row in site.read("authorfields", order=("field_id",)):
        options = row.unslashed("field_options").strip()
        kind, name = row.whole("field_type"), row.line("field_name")
        yield OldField(
            row=row,
            number=row.whole("field_id"),
            kind=kind,
            name=name.lower(),
            label=_LABEL_END.sub("", row.line("field_title")) or name,
            choices=tuple(part.strip() for part in options.split("|#|")) if kind == CHOICE else (),
            pattern=options.replace("{info}", "{name}") if kind == HANDLE else "",
            is_on=row.flag("field_on"),
        )


def websites(site: OldSite) -> dict[int, str]:
    """Return the addresses that members gave in the field for them."""
    field = next((each.number for each in fields(site.quiet) if each.name == WEBSITE), 0)
    answers = site.quiet.read("authorinfo") if field else ()
    found: dict[int, str] = {}
    for row in answers:
        if row.whole("field") == field and (address := row.line("info")):
            found.setdefault(row.whole("uid"), address)
    return found


def yes_or_no(word: str) -> bool | None:
    """Return whether a word says yes in any language that is known; None where neither."""
    folded = word.strip().casefold()
    return True if folded in _YES else False if folded in _NO else None
