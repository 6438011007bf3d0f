from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from storyhold.pictures.files import picture_file
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Tag


def words(answer):
    return " ".join(answer.content.decode().split())


def a_file(size=(60, 40)):
    written = BytesIO()
    Image.new("RGB", size, "teal").save(written, "PNG")
    return SimpleUploadedFile("sea.png", written.getvalue())


@pytest.fixture
def sea(kinds):
    return add_tag(kinds["category"], "Sea")


def test_a_shelf_shows_its_picture(office, client, sea):
    answer = office.post(f"/office/tags/{sea.pk}/picture/", {"picture": a_file()}, follow=True)

    sea.refresh_from_db()
    assert "“Sea” has a picture now." in words(answer)
    address = f'src="{sea.picture_address}" alt="" width="60" height="40"'
    for page in ("/tags/category/", sea.get_absolute_url()):
        assert address in words(client.get(page))
    sent = client.get(sea.picture_address)
    assert sent["Content-Type"] == "image/webp"
    assert "immutable" in sent["Cache-Control"]
    assert Image.open(BytesIO(sent.getvalue())).size == (60, 40)


@pytest.mark.parametrize("deed", ["another", "taken", "deleted"])
def test_a_picture_that_is_shown_no_more_is_removed(
    office, sea, deed, django_capture_on_commit_callbacks
):
    office.post(f"/office/tags/{sea.pk}/picture/", {"picture": a_file()})
    name = Tag.objects.get(pk=sea.pk).picture
    assert picture_file(name)

    with django_capture_on_commit_callbacks(execute=True):
        if deed == "another":
            office.post(f"/office/tags/{sea.pk}/picture/", {"picture": a_file((9, 9))})
        elif deed == "taken":
            office.post(f"/office/tags/{sea.pk}/picture/take/")
        else:
            office.post(f"/office/tags/{sea.pk}/delete/")

    assert picture_file(name) is None


def test_what_is_no_picture_is_refused_in_words(office, sea):
    address = f"/office/tags/{sea.pk}/picture/"
    svg = SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")

    for sent, sentence in (
        ({"picture": svg}, "not a picture that we can read"),
        ({"picture": SimpleUploadedFile("a.png", b"")}, "The file is empty."),
        ({}, "This field is required."),
    ):
        answer = office.post(address, sent)
        assert answer.status_code == 422
        assert sentence in words(answer)
    assert not Tag.objects.get(pk=sea.pk).picture


def test_there_is_no_other_file(client, archive):
    for name in ("0" * 24, "secret-key", "archive"):
        assert client.get(f"/pictures/{name}.webp").status_code == 404
