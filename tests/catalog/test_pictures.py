"""Pictures of every kind open, upright; broken and huge ones are refused in one sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.catalog.pictures import on_white, open_picture, webp
from demo.errors import PictureError


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16"])
def test_every_mode_opens(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode in ("CMYK", "YCbCr") else "a.png")
    if mode == "I;16":
        Image.fromarray(np.full((30, 20), 40_000, np.uint16)).save(path)
    else:
        Image.new("RGB", (20, 30), "red").convert(mode).save(path)
    picture = on_white(open_picture(path))
    assert picture.mode == "RGB"
    assert picture.size == (20, 30)


def test_exif_turns_the_picture_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", exif=exif)
    assert open_picture(tmp_path / "a.jpg").size == (20, 40)


def test_alpha_lies_on_white() -> None:
    assert on_white(Image.new("RGBA", (9, 9), (0, 0, 0, 0))).getpixel((4, 4)) == (255, 255, 255)


def bomb(path: Path, side: int) -> None:
    """A PNG header that promises side × side pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"IHDR" + header
    chunk = struct.pack(">I", 13) + data + struct.pack(">I", zlib.crc32(data))
    idat = b"IDAT" + zlib.compress(b"\0" * 100)
    chunk += struct.pack(">I", len(idat) - 4) + idat + struct.pack(">I", zlib.crc32(idat))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)


def test_bomb_is_refused_before_decoding(tmp_path: Path) -> None:
    bomb(tmp_path / "bomb.png", 60_000)
    with pytest.raises(PictureError, match="60000×60000 pixels; at most 50 million"):
        open_picture(tmp_path / "bomb.png")


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 broken", b"hello" * 99])
def test_broken_pictures_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(PictureError, match=r"a\.jpg is not a picture that can be read"):
        open_picture(tmp_path / "a.jpg")


def test_truncated_picture_is_refused(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "a.jpg")
    data = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(data[: len(data) // 3])
    with pytest.raises(PictureError, match="not a picture"):
        open_picture(tmp_path / "a.jpg")


def test_missing_and_too_heavy(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="is not there"):
        open_picture(tmp_path / "none.png")
    (tmp_path / "a.png").write_bytes(b"x" * 2000)
    with pytest.raises(PictureError, match="at most"):
        open_picture(tmp_path / "a.png", max_bytes=1000)


def test_webp_is_small_and_keeps_alpha(tmp_path: Path) -> None:
    Image.new("RGBA", (900, 600), (255, 0, 0, 128)).save(tmp_path / "a.png")
    (tmp_path / "out.webp").write_bytes(webp(tmp_path / "a.png", 96))
    made = Image.open(tmp_path / "out.webp")
    assert made.size == (96, 64)
    assert made.mode == "RGBA"
