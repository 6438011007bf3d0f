"""Pictures as people bring them, and files that are none."""

from io import BytesIO

import pytest
from PIL import Image

from storyhold.pictures import files
from storyhold.pictures.making import MOST_BYTES, make_anew
from storyhold.pictures.refusals import NotAPicture, PictureIsTooLarge


def drawn(kind, size=(60, 40), mode="RGB", **options):
    written = BytesIO()
    Image.new(mode, size, "red").save(written, kind, **options)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"),
     ("GIF", "P"), ("WEBP", "RGB"), ("PNG", "1"), ("PNG", "LA")],
)  # fmt: skip
def test_any_common_picture_becomes_webp(kind, mode):
    brought = BytesIO()
    Image.new(mode, (60, 40)).save(brought, kind)

    picture = make_anew(brought.getvalue())

    assert (picture.width, picture.height) == (60, 40)
    assert Image.open(BytesIO(picture.webp)).format == "WEBP"


def test_a_large_one_is_made_smaller_and_a_turned_one_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x8825] = {1: "N"}  # where it was taken
    brought = drawn("JPEG", size=(2000, 1000), exif=exif)

    picture = make_anew(brought)

    assert (picture.width, picture.height) == (400, 800)
    assert not Image.open(BytesIO(picture.webp)).getexif()


def test_what_a_camera_got_wrong_beside_the_picture_is_no_matter():
    turned = b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
    described_by_a_fraction = b"\x01\x0e\0\x05\0\0\0\x01\0\0\0\x01"
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02" + turned + described_by_a_fraction + b"\0" * 4

    picture = make_anew(drawn("JPEG", exif=exif))

    assert (picture.width, picture.height) == (40, 60)


def test_transparency_is_kept():
    picture = make_anew(drawn("PNG", mode="RGBA"))

    assert Image.open(BytesIO(picture.webp)).mode in ("RGB", "RGBA")
    seen_through = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(seen_through, "PNG")
    assert Image.open(BytesIO(make_anew(seen_through.getvalue()).webp)).mode == "RGBA"


@pytest.mark.parametrize(
    "brought",
    [
        b"",
        b"words",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>harm()</script></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"GIF89a\xff\xff\xff\xff",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"%PDF-1.7",
        drawn("PNG")[:60],
        drawn("JPEG")[:300],
        drawn("BMP"),
        drawn("TIFF"),
    ],
)
def test_what_is_no_picture_is_refused(brought):
    with pytest.raises(NotAPicture):
        make_anew(brought)


def test_what_would_be_too_much_is_refused_before_it_is_taken_apart():
    with pytest.raises(PictureIsTooLarge):
        make_anew(b"\0" * (MOST_BYTES + 1))
    with pytest.raises(PictureIsTooLarge):
        make_anew(drawn("PNG", size=(20_000, 2_000), mode="1"))
    with pytest.raises(PictureIsTooLarge):
        make_anew(drawn("PNG", size=(20_000, 20_000), mode="1"))


def test_files_have_names_that_lead_nowhere_else():
    name = files.keep(b"a picture")

    assert files.picture_file(name).read_bytes() == b"a picture"
    for other in ("../secret-key", "0" * 24, "", name.upper() + "\0"):
        assert files.picture_file(other) is None
        files.remove(other)
    files.remove(name)
    assert files.picture_file(name) is None
