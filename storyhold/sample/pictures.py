"""Pictures for the shelves of the sample: a moon over hills, in colors of each shelf's own."""

from colorsys import hls_to_rgb
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from storyhold.tags.actions.picturing import give_picture
from storyhold.tags.models import Tag

WIDTH, HEIGHT = 480, 240
HILLS = 3


def hang_pictures() -> None:
    """Give each shelf at the top a picture."""
    for shelf in Tag.objects.filter(kind__key="category", parent=None, picture=""):
        give_picture(shelf, drawn(shelf.name))


def drawn(name: str) -> bytes:
    """Return the one picture that belongs to a name, as PNG."""
    chances = sha256(name.encode()).digest()
    hue = chances[0] / 255
    picture = Image.new("RGB", (WIDTH, HEIGHT), _color(hue, 0.88))
    draw = ImageDraw.Draw(picture)
    moon = 60 + chances[1] % (WIDTH - 120)
    draw.ellipse((moon - 26, 30, moon + 26, 82), fill=_color(hue, 0.97))
    for hill in range(HILLS):
        middle = WIDTH * chances[2 + hill] // 255
        top = 100 + 35 * hill
        draw.ellipse(
            (middle - 330, top, middle + 330, top + 500), fill=_color(hue, 0.66 - 0.17 * hill)
        )
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _color(hue: float, lightness: float) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, lightness, 0.35))
    return red, green, blue
