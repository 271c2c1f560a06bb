"""`bench preview`: draws the picture that a link to the shop shows, from its own products and type.

A page of its own, looked at by Chromium, so that the shop's typeface and shadows are the page's. Needs
playwright and a browser, as the browser tests do; the shop itself only sends the file.
"""

from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path
from typing import Final

from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.variety import variety
from demo.settings import ROOT, from_environment
from demo.types import Product
from demo.ui import text
from demo.ui.preview import HEIGHT, WIDTH

THEME: Final = ROOT / "assets" / "theme"
PIECES: Final = 5
QUALITY: Final = 86
PAGE: Final = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: "Shop"; src: url(data:font/woff2;base64,{font}) format("woff2"); }}
body {{ margin: 0; width: {width}px; height: {height}px; background: #fbfaf8; color: #1d1b19;
  overflow: hidden; font-family: "Shop"; display: flex; flex-direction: column;
  justify-content: space-between; }}
h1 {{ font-weight: 400; font-size: 104px; line-height: 1; letter-spacing: -0.025em; margin: 56px 64px 0; }}
p {{ font-size: 34px; margin: 16px 64px 0; color: #6b655f; }}
div {{ display: flex; gap: 16px; padding: 0 64px; }}
span {{ flex: 1; height: 320px; background: #f4f2ef; }}
img {{ width: 100%; height: 100%; object-fit: contain; padding: 7%; box-sizing: border-box;
  filter: drop-shadow(0 10px 12px rgb(60 48 36 / 16%)); }}
</style><main><h1>{promise}</h1><p>{name}</p></main><div>{pieces}</div>"""


def chosen(catalogue: Catalogue) -> tuple[Product, ...]:
    """One piece each of the largest categories, in different colours."""
    found: list[Product] = []
    for category in catalogue.values("category")[: 2 * PIECES]:
        rows = (catalogue.column("category") == category).nonzero()[0]
        worn = {product.get("colour") for product in found}
        fresh = [p for p in variety(catalogue, rows, 12) if p.get("colour") not in worn]
        found += fresh[:1]
    return tuple(found[:PIECES])


def report(out: Path) -> str:
    """Writes the picture to `out`; says how large it is."""
    from playwright.sync_api import sync_playwright

    catalogue = Catalogue.read(from_environment().catalog)
    pieces = "".join(
        f'<span><img src="data:image/webp;base64,{_base64(p.image)}"></span>'
        for p in chosen(catalogue)
    )
    html = PAGE.format(
        font=_base64(THEME / "instrument-serif.woff2"), width=WIDTH, height=HEIGHT,
        promise=text.PROMISE, name=text.NAME, pieces=pieces,
    )  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(html)
        page.wait_for_function("document.fonts.ready")
        picture = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return f"{out}: {WIDTH} × {HEIGHT}, {out.stat().st_size / 1000:.0f} kB"


def _base64(path: Path) -> str:
    return b64encode(path.read_bytes()).decode("ascii")
