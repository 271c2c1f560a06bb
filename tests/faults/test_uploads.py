"""Uploads are judged by what is in them, bounded before they are decoded, and lose what they tell."""

from __future__ import annotations

import io
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from demo.catalog import pictures
from demo.catalog.pictures import decode, open_picture
from demo.errors import PictureError


def jpeg(**more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "JPEG", **more)
    return out.getvalue()


def test_a_name_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(jpeg())
    assert open_picture(tmp_path / "picture.txt").size == (40, 20)
    for content in (b"<svg onload=alert(1)></svg>", b"#!/bin/sh\necho", b"%PDF-1.7", b"MZ\x90\0"):
        (tmp_path / "picture.jpg").write_bytes(content * 40)
        with pytest.raises(PictureError, match="not a picture"):
            open_picture(tmp_path / "picture.jpg")


def test_no_other_program_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow would hand PostScript to Ghostscript."""
    started = []
    monkeypatch.setattr("subprocess.check_call", lambda *given, **named: started.append(given))
    monkeypatch.setattr("subprocess.Popen", lambda *given, **named: started.append(given))
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "EPS")
    with pytest.raises(PictureError, match="not a picture"):
        decode(out.getvalue(), "a.jpg")
    assert started == []


def test_what_a_photo_tells_is_dropped_and_its_turn_is_not() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera 7"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 29.6)  # where it was taken
    picture = decode(
        jpeg(exif=exif, comment=b"at home", xmp=b"<x:xmpmeta>at home</x:xmpmeta>"), "a"
    )
    assert picture.size == (20, 40)
    assert picture.info == {}
    assert not picture.getexif()
    for kind in ("WEBP", "PNG", "JPEG"):
        out = io.BytesIO()
        picture.save(out, kind)
        assert b"at home" not in out.getvalue()
        assert b"Camera 7" not in out.getvalue()


def test_text_that_unpacks_to_gigabytes() -> None:
    """A PNG's compressed comments are bounded too, not only its pixels."""
    info = PngImagePlugin.PngInfo()
    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG", pnginfo=info)
    data = out.getvalue()
    bomb = b"zTXtComment\0\0" + zlib.compress(bytes(100_000_000), 9)
    chunk = (len(bomb) - 4).to_bytes(4, "big") + bomb + zlib.crc32(bomb).to_bytes(4, "big")
    with pytest.raises(PictureError, match="not a picture"):
        decode(data[:33] + chunk * 3 + data[33:], "a.png")


def test_limits_hold_in_every_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow's own limit is the same before and after, whatever opens at the same time."""
    limit = Image.MAX_IMAGE_PIXELS
    data = jpeg()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: decode(data, "a"), range(200)))
    assert limit == Image.MAX_IMAGE_PIXELS
    with pytest.raises(PictureError, match="40×20 pixels; at most 0 million"):
        decode(data, "a", max_pixels=700)


def test_too_many_bytes_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jpg").write_bytes(bytes(5_000))
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(PictureError, match="at most 0 MB"):
        open_picture(tmp_path / "a.jpg", max_bytes=4_000)
    assert pictures.MAX_BYTES == 25_000_000
