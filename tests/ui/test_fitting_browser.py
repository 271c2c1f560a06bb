"""The fitting room in a real Chromium: from a look to a dressed figure, and with a photo of one's own."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fitted import photo_of
from gradio.utils import get_upload_folder
from PIL import Image

from demo.settings import Settings
from demo.shop import Shop
from tests.ui.conftest import CHROMIUM, FLAGS
from tests.ui.visitor import PHONE, Visitor, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.weights]
Enter = Callable[..., Visitor]
TOP = "TS-001-LAV"


@pytest.fixture(scope="module")
def embedded() -> Shop:
    return Shop.open(Settings(tryon="warp"), wait=False)


@pytest.fixture(scope="module")
def address(embedded: Shop) -> Iterator[str]:
    with served(embedded) as address:
        yield address


def mirror(visitor: Visitor) -> list[str]:
    """Addresses of the pictures before and after, once both are there."""
    visitor.page.wait_for_function(
        "[...document.querySelectorAll('#mirror img')].length == 2 && "
        "[...document.querySelectorAll('#mirror img')].every(i => i.complete && i.naturalWidth) && "
        "!document.querySelector('.stages')",
        timeout=60_000,
    )
    return visitor.page.eval_on_selector_all("#mirror img", "all => all.map(i => i.src)")


def enter(visitor: Visitor, address: str) -> None:
    visitor.page.goto(f"{visitor.address}/{address}")
    visitor.page.wait_for_selector('[data-view="fitting"]', state="attached", timeout=60_000)
    visitor.settle()


def worn(visitor: Visitor) -> list[str]:
    return visitor.page.eval_on_selector_all(
        "#rack .piece", "pieces => pieces.map(piece => piece.dataset.sku)"
    )


def uploads() -> set[Path]:
    """What gradio keeps on this machine's disk; it leaves empty files behind each upload."""
    found = Path(get_upload_folder()).rglob("*")
    return {path for path in found if path.is_file() and path.stat().st_size}


def test_from_a_look_to_a_figure_and_the_next_colourway(
    visitor_at: Enter, address: str, embedded: Shop
) -> None:
    shirt = next(p for p in embedded.catalogue.products if p.get("type") == "shirt")
    visitor = visitor_at(address)
    visitor.open(f"?look={shirt.sku}")
    visitor.page.click(".look a")
    visitor.settle()
    pieces = visitor.page.eval_on_selector_all(
        ".open-look .piece", "all => all.map(piece => piece.dataset.sku)"
    )
    visitor.page.click(".open-look .onward .solid")
    visitor.page.wait_for_selector("#rack .piece")
    before, after = mirror(visitor)
    assert worn(visitor) == pieces
    assert before != after
    assert visitor.page.locator("#below .note").count() == 0

    visitor.page.locator("#rack .piece a.dot").first.click()
    visitor.page.wait_for_function("old => location.search != old", arg="")
    visitor.settle()
    _, coloured = mirror(visitor)
    assert coloured != after
    visitor.page.go_back()
    visitor.settle()
    assert mirror(visitor)[1] == after
    with visitor.page.expect_download() as kept:
        visitor.page.click("#below [download]")
    picture = Image.open(kept.value.path())
    assert picture.format == "JPEG"
    assert picture.size == (640, 1280)

    visitor.page.click('[data-focus="parse"]')
    visitor.settle()
    assert visitor.page.locator(".legend li").count() == 8
    assert "parse" in mirror(visitor)[1]
    visitor.page.click('[data-focus="person-hugo"]')
    visitor.settle()
    assert "hugo" in mirror(visitor)[0]


def test_an_own_photo_is_dressed_leaves_nothing_on_the_disk_and_is_forgotten(
    visitor_at: Enter, address: str, tmp_path: Path
) -> None:
    photo, other = tmp_path / "me.png", tmp_path / "cat.png"
    photo_of().save(photo)
    Image.new("RGB", (640, 900), "grey").save(other)
    there = uploads()
    visitor = visitor_at(address)
    enter(visitor, f"?try={TOP}&person=ada")
    figure = mirror(visitor)

    visitor.page.set_input_files("#wearers input[type=file]", str(other))
    visitor.page.wait_for_selector(".refusal")
    assert "Nobody" in visitor.page.inner_text(".refusal")
    assert visitor.page.locator(".refusal svg").is_visible()
    assert mirror(visitor) == figure  # the old picture stays

    visitor.page.set_input_files("#wearers input[type=file]", str(photo))
    visitor.page.wait_for_function("location.search.includes('person=own')", timeout=60_000)
    before, after = mirror(visitor)
    assert before.startswith("data:image/jpeg")
    assert after.startswith("data:image/jpeg")
    assert before != after
    assert uploads() == there
    assert not list(Path(tempfile.gettempdir()).glob("gradio/**/me.png"))
    with visitor.page.expect_download() as kept:
        visitor.page.click("#below [download]")
    assert Image.open(kept.value.path()).size == (640, 1280)

    elsewhere = visitor_at(address)  # a link carries no photo
    enter(elsewhere, f"?try={TOP}&person=own")
    assert "/fitted/" in mirror(elsewhere)[1]
    assert "No link carries a photo" in elsewhere.page.inner_text("#below")

    visitor.page.click("#people [data-forget]")
    visitor.settle()
    assert "/fitted/" in mirror(visitor)[1]
    assert visitor.page.locator("#people [data-forget]").count() == 0


def test_the_camera_takes_a_photo(chromium: Browser, address: str, tmp_path: Path) -> None:
    """Chromium's pretended camera films a drawn figure."""
    film, frame = tmp_path / "film.mjpeg", io.BytesIO()
    photo_of().resize((320, 640)).save(frame, "JPEG", quality=90)
    film.write_bytes(10 * frame.getvalue())
    camera = (
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )  # fmt: skip
    there = uploads()
    flags = [*FLAGS, *camera]
    with chromium.browser_type.launch(executable_path=CHROMIUM, args=flags) as filming:
        page = filming.new_page()
        visitor = Visitor(page, address)
        enter(visitor, f"?try={TOP}&person=ada")
        mirror(visitor)
        page.click("#camera-box > button")
        page.click("#camera button:visible")
        page.wait_for_selector("#camera video:visible", timeout=20_000)
        page.wait_for_timeout(500)
        page.click("#camera button[aria-label='capture photo']")
        page.wait_for_function("location.search.includes('person=own')", timeout=60_000)
        assert mirror(visitor)[1].startswith("data:image/jpeg")
    assert uploads() == there


def test_on_a_phone_the_picture_comes_first(visitor_at: Enter, address: str) -> None:
    visitor = visitor_at(address, PHONE)
    enter(visitor, f"?try={TOP}")
    mirror(visitor)
    assert visitor.sideways() == 0
    tops = [
        visitor.page.locator(part).bounding_box()["y"] for part in ("#mirror", "#rack", "#people")
    ]
    assert tops == sorted(tops)
    assert visitor.page.locator("#mirror").bounding_box()["height"] > 400
