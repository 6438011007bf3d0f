"""A picture is never kept as it came: it is read, and written anew.

So whatever else the file holds (a place where it was taken, a script, another file) is gone.
"""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

from storyhold.pictures.refusals import NotAPicture, PictureIsTooLarge

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 30_000_000
LONGEST_SIDE = 800  # of what is kept, where nobody asks for more
# SVG is a program rather than a picture, and others have readers that few people look after.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
# What Pillow raises for a damaged file, by format.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, struct.error)
# How a camera that was held otherwise says so.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    """A WebP picture."""

    webp: bytes
    width: int
    height: int


def make_anew(brought: bytes, *, longest_side: int = LONGEST_SIDE) -> Picture:
    """Return the picture in a file, upright, without anything beside it, and not too large.

    Of a moving one, the first frame. Raises `NotAPicture` and `PictureIsTooLarge`.
    """
    if len(brought) > MOST_BYTES:
        raise _too_large()
    try:
        drawn = _drawn(brought, longest_side)
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except FAULTS as fault:
        raise NotAPicture from fault
    written = BytesIO()
    drawn.save(written, "WEBP", quality=82)
    return Picture(written.getvalue(), drawn.width, drawn.height)


def _drawn(brought: bytes, longest_side: int) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about large or odd files; we look ourselves
        image = Image.open(BytesIO(brought), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise _too_large()
        image.draft("RGB", (2 * longest_side, 2 * longest_side))
        upright = _upright(image)
        drawn = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    drawn.thumbnail((longest_side, longest_side))
    drawn.info.clear()
    return drawn


def _upright(image: Image.Image) -> Image.Image:
    # Pillow's own way writes the rest of what it finds there anew, and breaks off at odd words.
    turn = TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return image if turn is None else image.transpose(turn)


def _too_large() -> PictureIsTooLarge:
    return PictureIsTooLarge(megabytes=MOST_BYTES // 1024**2, megapixels=MOST_PIXELS // 1_000_000)
