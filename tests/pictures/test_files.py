import pytest

from storyhold.pictures import files


def test_a_picture_stays_with_its_row():
    with files.kept(b"picture") as name:
        pass

    assert files.picture_file(name).read_bytes() == b"picture"


def test_a_picture_whose_row_is_not_saved_goes_again():
    with pytest.raises(RuntimeError), files.kept(b"picture") as name:
        raise RuntimeError

    assert files.picture_file(name) is None
