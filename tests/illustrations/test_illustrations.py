"""Pictures for stories: kept, counted, and gone with their member."""

import io
import json
import zipfile

import pytest
from PIL import Image

from storyhold.illustrations.access import illustrations_of
from storyhold.illustrations.actions import (
    add_illustration,
    delete_illustration,
    keep_illustration,
)
from storyhold.illustrations.models import Illustration
from storyhold.illustrations.refusals import IllustrationsAreNotAllowed, TooManyIllustrations
from storyhold.leaving.actions import leave
from storyhold.leaving.models import Departure
from storyhold.leaving.package.everything import files_of, zipped
from storyhold.pictures.files import picture_file
from storyhold.pictures.refusals import NotAPicture
from tests.cast import change_rules, make_member, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_member("Ada")


def drawn(kind="PNG", size=(60, 40)):
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind)
    return written.getvalue()


def bring(member, content=None, **about):
    told = {"file_name": "map.png", "description": "A map"} | about
    return add_illustration(member, content or drawn(), **told)


def test_a_picture_is_made_anew_and_kept_for_its_member_alone(ada):
    wide = bring(ada, drawn("GIF", (2400, 600)), description="The coast,\nfrom the lamp")

    assert (wide.width, wide.height) == (1200, 300)
    assert wide.description == "The coast, from the lamp"
    assert picture_file(wide.picture).read_bytes().startswith(b"RIFF")
    assert list(illustrations_of(ada)) == [wide]
    assert not illustrations_of(make_member("Ben")).exists()


def test_no_more_than_the_house_rules_let_a_member_have(ada):
    change_rules(most_illustrations=1)
    bring(ada)
    bring(make_member("Ben"))

    with pytest.raises(TooManyIllustrations):
        bring(ada)

    change_rules(most_illustrations=0)
    with pytest.raises(IllustrationsAreNotAllowed):
        bring(ada)


def test_what_is_no_picture_leaves_nothing_behind(ada):
    with pytest.raises(NotAPicture):
        bring(ada, b"<svg onload=alert(1)>")

    assert not Illustration.objects.exists()


def test_what_an_old_archive_had_is_kept_whatever_the_rules_say(ada):
    change_rules(most_illustrations=0)

    moved_in = keep_illustration(ada, drawn(), old_path="stories/7/images/map.png")

    assert Illustration.objects.get(old_path="stories/7/images/map.png") == moved_in
    assert moved_in.get_absolute_url() == f"/pictures/{moved_in.picture}.webp"


def test_the_file_goes_with_the_row(ada, django_capture_on_commit_callbacks):
    picture = bring(ada)

    with django_capture_on_commit_callbacks(execute=True):
        delete_illustration(picture)

    assert picture_file(picture.picture) is None


@pytest.mark.parametrize("stories", ["delete", "named"])
def test_who_leaves_takes_them_along(ada, stories, django_capture_on_commit_callbacks):
    make_story(author=ada, public=True)
    picture = bring(ada)

    package = zipfile.ZipFile(io.BytesIO(b"".join(zipped(files_of(ada)))))
    rows = json.loads(package.read("more/illustrations.illustration.json"))
    assert rows[0]["description"] == "A map"
    assert package.read(f"pictures/{picture.picture}.webp").startswith(b"RIFF")

    with django_capture_on_commit_callbacks(execute=True):
        leave(Departure(member=ada, stories=stories))
    assert not Illustration.objects.exists()
    assert picture_file(picture.picture) is None
