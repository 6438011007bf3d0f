"""The settings of the old site come in as house rules."""

from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.house import House
from storyhold.importers.intake.house_rules import Rule, rules_from
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.tables.old_settings import (
    CREDENTIALS,
    OF_THE_OLD_PROGRAM,
    WITHOUT_COUNTERPART,
)


def bring_settings(desk: Desk) -> Iterator[int]:
    """Let the house rules follow the old settings."""
    house, settings = House(desk), desk.old.settings
    if not settings.row:
        desk.note("settings are missing", "settings")
    elif house.follows:
        rules = rules_from(settings)
        house.change(dict(_accepted(settings, rules, house)))
        _say_what_has_no_place(settings, carried=rules)
    yield len(settings.row)


def _accepted(settings: OldRow, rules: dict[str, Rule], house: House) -> Iterator[Rule]:
    for old, (rule, value) in rules.items():
        if house.keeps(rule, value):
            now = house.now(rule)
            settings.say("setting stays as it is here", old, value=value, rule=rule, now=now)
        else:
            yield rule, value


def _say_what_has_no_place(settings: OldRow, *, carried: dict[str, Rule]) -> None:
    for column, raw in settings.row.items():
        if column in carried or column in OF_THE_OLD_PROGRAM or not raw:
            continue
        if column in CREDENTIALS:
            settings.say("mail credentials are left out", column)
        elif column not in WITHOUT_COUNTERPART:
            settings.say("setting is not known", column, value=settings.text(column))
        elif raw != WITHOUT_COUNTERPART[column]:
            settings.say("setting has no counterpart", column, value=settings.text(column))
