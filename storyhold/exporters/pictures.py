"""Pictures of texts, as every reader can show them."""

from io import BytesIO
from pathlib import Path

from PIL import Image

PAPER = "#fff"


def jpeg(file: Path) -> bytes:
    """Return one of the archive's pictures as JPEG: many reading devices do not know WebP.

    Where it is transparent, it is on white.
    """
    with Image.open(file, formats=("WEBP",)) as picture:
        opaque = Image.new("RGB", picture.size, PAPER)
        opaque.paste(picture, mask=picture.convert("RGBA").getchannel("A"))
    written = BytesIO()
    opaque.save(written, "JPEG", quality=85)
    return written.getvalue()
