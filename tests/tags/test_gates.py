import pytest

from storyhold.tags.access import gates_of
from storyhold.tags.models import Rating
from storyhold.tags.rules import Gate, Passed

GRIM = Rating(pk=7, must_sign_in=True, must_confirm_age=True, must_accept_warning=True)


@pytest.mark.parametrize(
    ("passed", "ahead"),
    [
        (Passed(), [Gate.SIGN_IN, Gate.AGE, Gate.WARNING]),
        (Passed(signed_in=True), [Gate.AGE, Gate.WARNING]),
        (Passed(signed_in=True, age=True), [Gate.WARNING]),
        (Passed(signed_in=True, age=True, warnings=[8]), [Gate.WARNING]),
        (Passed(signed_in=True, age=True, warnings=[7]), []),
        (Passed(age=True, warnings=[7]), [Gate.SIGN_IN]),
    ],
)
def test_a_reader_still_has_to_pass_what_was_not_passed(passed, ahead):
    assert gates_of(GRIM, passed) == ahead


def test_an_unrated_or_mild_story_has_no_gate():
    assert gates_of(None, Passed()) == []
    assert gates_of(Rating(pk=1), Passed()) == []
