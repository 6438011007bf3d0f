"""What the sample's profiles are asked, and what its people say of themselves."""

from collections.abc import Mapping

from storyhold.accounts.models import PenName
from storyhold.profiles.actions import add_field, answer
from storyhold.sample import library


def fill_profiles(people: Mapping[str, PenName]) -> None:
    """Give profiles the fields of the file, with the answers of people, known by their keys."""
    for table in library.profile_fields():
        answers = table.pop("answers")
        field = add_field(**table)
        for key, text in answers.items():
            answer(people[key], {field: text})
