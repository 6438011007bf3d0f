"""Fields of profiles come in, with what members answered."""

from collections.abc import Iterator

from storyhold.betas.models import Offer
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.pen_names import website
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.tables.profile_fields import (
    ADDRESS,
    BETA_READER,
    CHOICE,
    HANDLE,
    PHP,
    WEBSITE,
    YES_NO,
    OldField,
    fields,
    yes_or_no,
)
from storyhold.profiles.models import Kind, ProfileAnswer, ProfileField
from storyhold.profiles.rules import (
    LONGEST_ANSWER,
    LONGEST_LABEL,
    MOST_OPTIONS,
    YES,
    is_handle,
    is_pattern,
)

AT_ONCE = 1_000
REAL_NAME = "realname"  # what stands for its number: it was a column, not a field


def bring_profiles(desk: Desk) -> Iterator[int]:
    """Bring in the fields that are in use or have answers, then the answers."""
    forms = Forms(desk)
    forms.bring_fields()
    yield 0
    done = 0
    for done, row in enumerate(desk.old.read("authorinfo", order=("uid", "field")), start=1):
        forms.bring_answer(row)
        if done % AT_ONCE == 0:
            yield done
    forms.bring_real_names()
    yield done


class Forms:
    """Knows the old fields, which have come in, and who has answered which."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields = {field.number: field for field in fields(desk.old)}
        self._here = {field.label.casefold(): field for field in ProfileField.objects.all()}
        answers = ProfileAnswer.objects.values_list("pen_name_id", "field_id")
        self._answered: set[tuple[int, int]] = set(answers)
        self._offering = set(Offer.objects.values_list("pen_name_id", flat=True))
        self._seen: set[tuple[int, int]] = set()

    def bring_fields(self) -> None:
        """Make fields of ours, but of those that are more than a field here."""
        asked = self._desk.old.ids("authorinfo", "field")
        for field in self._fields.values():
            if field.kind == PHP:
                field.row.say("profile field holds PHP", "field_code_out", label=field.label)
            if field.name in (WEBSITE, BETA_READER):
                continue
            if field.is_on or field.number in asked:
                self._bring_field(field)
            else:
                field.row.say("profile field was never used", label=field.label)

    def _bring_field(self, field: OldField) -> None:
        numbers, label = self._desk.numbers, field.label[:LONGEST_LABEL]
        if numbers.is_known("field", field.number):
            return
        if same := self._here.get(label.casefold()):
            numbers.remember("field", field.number, same.pk, was_here=True)
            return
        kind, options, pattern = _shape(field)
        made = ProfileField(
            pk=numbers.give("field", field.number),
            label=label,
            kind=kind,
            options=options,
            pattern=pattern,
            is_shown=field.is_on,
            position=len(self._here) + 1,
        )
        self._here[label.casefold()] = made
        self._desk.put([made])

    def bring_answer(self, row: OldRow) -> None:
        """Keep what a member answered, or say why it cannot be."""
        uid, number, text = row.whole("uid"), row.whole("field"), row.line("info")
        field, pen_name = self._fields.get(number), self._desk.numbers.new("member", uid)
        if not text:
            return
        if field is None or pen_name is None:
            row.keep_aside("answer in a profile has no place", text=text)
        elif (uid, number) in self._seen:
            row.keep_aside("answer in a profile came twice", text=text)
        else:
            self._seen.add((uid, number))
            self._file(row, field, pen_name, text)

    def _file(self, row: OldRow, field: OldField, pen_name: int, text: str) -> None:
        if field.name == WEBSITE:
            if not website(text):
                row.keep_aside("answer in a profile does not fit", label=field.label, text=text)
        elif field.kind == YES_NO:
            self._file_yes(row, field, pen_name, text)
        else:
            if field.kind == HANDLE and not is_handle(text):
                row.say("answer in a profile does not fit", label=field.label, text=text)
            self._answer(field.number, pen_name, text)

    def _file_yes(self, row: OldRow, field: OldField, pen_name: int, text: str) -> None:
        answer = yes_or_no(text)
        if answer is None:
            row.keep_aside("yes or no is not clear", label=field.label, text=text)
        elif answer and field.name == BETA_READER:
            self._offer(pen_name)
        elif answer:
            self._answer(field.number, pen_name, YES)

    def _offer(self, pen_name: int) -> None:
        if pen_name not in self._offering:
            self._offering.add(pen_name)
            self._desk.put([Offer(pen_name_id=pen_name)])

    def _answer(self, old_field: int | str, pen_name: int, text: str) -> None:
        field = self._desk.numbers.new("field", old_field)
        if field is None or (pen_name, field) in self._answered:
            return
        self._answered.add((pen_name, field))
        row = ProfileAnswer(pen_name_id=pen_name, field_id=field, text=text[:LONGEST_ANSWER])
        self._desk.put([row])

    def bring_real_names(self) -> None:
        """Keep real names in a field that is not shown until an archivist wants it to be."""
        rows = self._desk.old.read("authors", order=("uid",))
        named = {row.whole("uid"): name for row in rows if (name := row.line("realname"))}
        if not named:
            return
        self._make_room_for_real_names()
        for uid, name in named.items():
            if pen_name := self._desk.numbers.new("member", uid):
                self._answer(REAL_NAME, pen_name, name)
        self._desk.note("real names are not shown", "authors", count=len(named))

    def _make_room_for_real_names(self) -> None:
        if not self._desk.numbers.is_known("field", REAL_NAME):
            number = self._desk.numbers.give("field", REAL_NAME)
            position = len(self._here) + 1
            field = ProfileField(pk=number, label="Real name", is_shown=False, position=position)
            self._desk.put([field])


def _shape(field: OldField) -> tuple[Kind, str, str]:
    """Return kind, options and pattern of a field of ours that asks the same."""
    if field.kind == ADDRESS:
        return Kind.WEBSITE, "", ""
    if field.kind == YES_NO:
        return Kind.YES, "", ""
    if field.kind == CHOICE and 2 <= len(field.choices) <= MOST_OPTIONS:
        return Kind.CHOICE, "\n".join(field.choices), ""
    if field.kind == HANDLE and is_pattern(field.pattern):
        return Kind.HANDLE, "", field.pattern
    return Kind.TEXT, "", ""
