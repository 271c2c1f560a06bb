"""`bench screenshots`: the README's pictures and a picture of every place, taken from the real page.

Nothing is drawn here: a browser visits the running shop as anybody would. Knows addresses of places; it
does not know how they look.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image

from demo.benchmarks.chromium import chromium, settled
from demo.benchmarks.load import served
from demo.dialogue.state import meets
from demo.settings import ROOT, from_environment
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.place import Place, fitting_place, looks_place, to_address

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

README: Final = ROOT / "assets" / "readme"
WINDOWS: Final = {1440: 900, 768: 1024, 390: 844}
SCHEMES: Final = ("light", "dark")
WIDE: Final = (1280, 800)
"""the window of the README's pictures"""
SHOWN: Final = (960, 600)
"""their size in the README"""
TALL: Final = (1280, 920)
"""the window of the animation: the field stays in sight while the conversation grows"""
MOVING: Final = (640, 460)
"""size of the animation"""
SAID: Final = ("in green", "with long sleeves", "under 60 euros")
"""turns of the animation"""
TYPED: Final = 3
"""pictures of each turn while it is typed"""
MOST_BYTES: Final = 150_000
"""of the animation"""
QUALITIES: Final = (60, 50, 40, 30, 20, 10)


@dataclass(frozen=True)
class Frame:
    """One picture of the animation."""

    picture: Image.Image
    milliseconds: int


def report(out: Path, readme: bool) -> str:
    """Takes every place and the README's pictures into `out`, with `readme` those alone into theirs.

    Returns a table of what was written.
    """
    folder = README if readme else out
    folder.mkdir(parents=True, exist_ok=True)
    places = _places()
    written: list[Path] = []
    with served() as (address, _), chromium() as browser:
        for width, height in () if readme else WINDOWS.items():
            for scheme in SCHEMES:
                for name, query in places.items():
                    path = out / f"{name}-{width}-{scheme}.jpg"
                    page = _window(browser, (width, height), scheme)
                    _visit(page, f"{address}/{query}")
                    page.screenshot(path=path, type="jpeg", quality=80)
                    page.context.close()
                    written.append(path)
        for name in ("shop", "why", "looks", "fitting"):
            page = _window(browser, WIDE, "light")
            _visit(page, f"{address}/{places[name]}")
            page.evaluate("document.querySelector('.reasons')?.scrollIntoView({block: 'center'})")
            settled(page)
            picture = _pixels(page).resize(SHOWN, Image.Resampling.LANCZOS)
            written.append(folder / f"{name}.webp")
            picture.save(written[-1], "WEBP", quality=80, method=6)
            page.context.close()
        page = _window(browser, TALL, "light")
        written.append(folder / "refine.webp")
        save_moving(_refinement(page, f"{address}/{places['item']}"), written[-1])
        page.context.close()
    rows = [f"| {path.name} | {path.stat().st_size / 1e3:.0f} |" for path in written]
    total = sum(path.stat().st_size for path in README.glob("*"))
    return "\n".join(
        ["| picture | kB |", "|---|---|", *rows, "", f"assets/readme: {total / 1e3:.0f} kB"]
    )


def _places() -> dict[str, str]:
    """Name -> query string of every place, around one plain red t-shirt of the catalogue."""
    shop = Shop.open(from_environment())
    tee = _reference(shop)
    talk = Session(item=tee, turns=tuple(Turn(words) for words in SAID[:2]))
    best = shop.results(talk).hits[0].product.sku
    three = looks_place(tee)
    assert three.styling is not None
    look = shop.outfits.looks(three.styling.wishes)[0]
    worn = tuple(product.sku for product in look.items)
    return {
        "browse": "",
        "item": f"?item={tee}",
        "shop": to_address(Place(session=talk)),
        "why": to_address(Place(session=talk, why=best)),
        "looks": to_address(three),
        "fitting": to_address(fitting_place(worn)),
        "panel": to_address(Place(session=talk, panel=True)),
        "japanese": to_address(Place(session=talk, lang="ja")),
    }


def _reference(shop: Shop) -> str:
    """The first plain red t-shirt; in a catalogue without one, whatever comes first."""
    wished = {"type": ("t-shirt",), "colour": ("red",), "pattern": ("solid",)}
    found = (product for product in shop.catalogue.products if meets(product, wished))
    return next(found, shop.catalogue.products[0]).sku


def _window(browser: Browser, size: tuple[int, int], scheme: str) -> Page:
    """A window that has been here before, so that no tour stands in it."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce", locale="en-GB",
    )  # fmt: skip
    context.add_init_script("localStorage.setItem('otherwise-toured', '1')")
    return context.new_page()


def _visit(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def _refinement(page: Page, address: str) -> list[Frame]:
    """Turn after turn: the words as they are typed, then the answer."""
    _visit(page, address)
    frames = [_frame(page, 1400)]
    for words in SAID:
        for part in range(1, TYPED + 1):
            page.fill("#words input", words[: round(len(words) * part / TYPED)])
            frames.append(_frame(page, 160 if part < TYPED else 500))
        page.press("#words input", "Enter")
        page.wait_for_timeout(200)
        settled(page)
        frames.append(_frame(page, 1900))
    return frames


def _frame(page: Page, milliseconds: int) -> Frame:
    return Frame(_pixels(page).resize(MOVING, Image.Resampling.LANCZOS), milliseconds)


def _pixels(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot(type="png"))).convert("RGB")


def save_moving(frames: Sequence[Frame], path: Path, most: int = MOST_BYTES) -> None:
    """An endless WebP of at most `most` bytes, at the best quality of QUALITIES that allows it."""
    first, *others = [frame.picture for frame in frames]
    for quality in QUALITIES:
        first.save(
            path, "WEBP", save_all=True, append_images=others, loop=0, quality=quality, method=6,
            duration=[frame.milliseconds for frame in frames], minimize_size=True,
        )  # fmt: skip
        if path.stat().st_size <= most:
            return
