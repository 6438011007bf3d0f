import stat

import pytest

from storyhold.archive import set_up_code


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def test_the_code_is_made_once_and_readable_by_its_owner_alone(folder):
    first = set_up_code.code()

    assert set_up_code.code() == first
    assert len(first) >= 12
    assert stat.S_IMODE((folder / "set-up-code").stat().st_mode) == 0o600


@pytest.mark.parametrize("given", ["", " ", "guess", "\ud800", "é", "x" * 100_000])
def test_anything_else_is_not_the_code(given):
    assert not set_up_code.is_code(given)


def test_space_around_a_pasted_code_does_not_matter():
    assert set_up_code.is_code(f" {set_up_code.code()}\n")


def test_a_spent_code_opens_nothing():
    code = set_up_code.code()

    set_up_code.spend()

    assert not set_up_code.is_code(code)
