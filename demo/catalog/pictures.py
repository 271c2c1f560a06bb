"""Opens pictures that may be anything: any mode, any size, turned by EXIF, corrupt, or a bomb.

Knows files and pixels; it does not know products or networks.
"""

from __future__ import annotations

import io
from pathlib import Path
from threading import Lock

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from demo.errors import PictureError

MAX_PIXELS = 50_000_000
MAX_BYTES = 25_000_000
MIN_SIDE = 8
PROGRAMS = ("EPS", "WMF")
"""formats for which Pillow starts other programs"""
_OPENING = Lock()


def open_picture(
    path: Path, *, name: str = "", max_pixels: int = MAX_PIXELS, max_bytes: int = MAX_BYTES
) -> Image.Image:
    """The picture, upright, as RGB or RGBA.

    `name` is what the message calls it. Sizes are checked on the header, before a pixel is decoded.
    Raises PictureError with one sentence a user may read.
    """
    label = name or path.name
    try:
        size = path.stat().st_size
    except OSError:
        raise PictureError(f"The picture {label} is not there. Check the path.") from None
    if size > max_bytes:
        raise PictureError(
            f"The picture {label} is {size / 1e6:.0f} MB; at most {max_bytes / 1e6:.0f} MB can be "
            "read. Save it smaller."
        )
    try:
        return decode(path.read_bytes(), label, max_pixels)
    except OSError:
        raise PictureError(f"The picture {label} cannot be read. Check its permissions.") from None


def decode(data: bytes, label: str, max_pixels: int = MAX_PIXELS) -> Image.Image:
    """The same for a file's content that is in memory already."""
    broken = PictureError(
        f"{label} is not a picture that can be read. Use a JPEG, PNG or WebP file that opens "
        "in a viewer."
    )
    try:
        picture = _opened(data)
        if picture.format in PROGRAMS:
            raise broken
        width, height = picture.size
        if width * height > max_pixels:
            raise PictureError(
                f"The picture {label} has {width}×{height} pixels; at most "
                f"{max_pixels / 1e6:.0f} million can be read. Save it smaller."
            )
        if min(width, height) < MIN_SIDE:
            raise PictureError(
                f"The picture {label} has only {width}×{height} pixels. Use a larger one."
            )
        picture.load()
        plain = _plain(ImageOps.exif_transpose(picture))
        plain.info.clear()  # place, time, camera: nothing of it goes any further
        return plain
    except PictureError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, IndexError, EOFError):
        raise broken from None
    except Exception as error:  # Pillow's plugins raise many kinds on damaged files
        raise broken from error


def _opened(data: bytes) -> Image.Image:
    """The picture by its header; Pillow's own limit, one for all threads, makes way for ours."""
    with _OPENING:
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            return Image.open(io.BytesIO(data))
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode in ("I", "F", "I;16", "I;16B", "I;16L"):  # deep greys: stretch to 8 bits
        grey = np.asarray(picture, dtype=np.float64)
        top = 65535.0 if grey.max(initial=0) > 255 else 255.0
        return Image.fromarray((grey / top * 255).clip(0, 255).astype(np.uint8)).convert("RGB")
    has_alpha = picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or (
        picture.mode == "P" and "transparency" in picture.info
    )
    return picture.convert("RGBA" if has_alpha else "RGB")


def on_white(picture: Image.Image) -> Image.Image:
    """An RGB picture with any alpha laid on white: what the encoder sees."""
    if picture.mode == "RGB":
        return picture
    picture = picture.convert("RGBA")
    ground = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, picture).convert("RGB")


def webp(path: Path, longest: int, quality: int = 84) -> bytes:
    """The picture as WebP bytes with its longest side at most `longest` pixels, alpha kept."""
    picture = open_picture(path)
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()
