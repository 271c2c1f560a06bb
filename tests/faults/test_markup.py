"""Markup in any field of a table, in words and in links stays text, in every room of the page."""

from __future__ import annotations

from dataclasses import fields
from html.parser import HTMLParser
from urllib.parse import urlencode

import numpy as np
import pytest
from conftest import write_table
from fakes import FakeBundle
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.completing import Outfits
from demo.dialogue.token import to_token
from demo.outfits.matcher import Matcher
from demo.outfits.stylist import Stylist
from demo.search.index import build
from demo.settings import Settings
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.boards import file_name
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import from_address
from demo.ui.screen import look, settled

NASTY = '<x-evil onload=alert(1)></textarea><script>alert(2)</script>"\'` onfocus=alert(3) x="&#60;{{7}}'
FIELDS = ("title", "description", "brand", "pattern", "material", "sleeve", "neckline", "length", "fit",
          "closure", "style", "season", "sizes", f"extra {NASTY}")  # fmt: skip
KINDS = [
    ("tops", "t-shirt"),
    ("trousers", "chinos"),
    ("shoes", "loafer"),
    ("bags", "tote"),
    ("tops", "shirt"),
]
ASKED = ["", "?category=tops", f"?category={NASTY}", f"?colour={NASTY}&sort={NASTY}", "?room=refine",
         "?room=looks", "?room=fitting", "?surprise=7", f"?lang={NASTY}", "?panel=1"]  # fmt: skip


class Found(HTMLParser):
    """Tags and attributes of a piece of HTML, as a browser would make them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def inert(html: str) -> None:
    found = Found(html)
    assert not found.tags & {
        "x-evil",
        "script",
        "iframe",
        "object",
        "embed",
        "base",
        "meta",
        "link",
    }
    for name, value in found.attributes:
        assert not name.startswith("on"), (name, value)
        if name in ("href", "src", "action", "formaction", "xlink:href", "poster"):
            assert (
                not value.strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
            ), value
        if name == "style":
            assert "alert" not in value


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Ten products all of whose fields are markup, SKUs and file names too."""
    folder = tmp_path_factory.mktemp("nasty")
    rows = []
    for number in range(10):
        category, kind = KINDS[number % len(KINDS)]
        image = f"<img src=x onerror=alert(4)> '{number}'.png"
        Image.new("RGB", (40, 50), (9 * number, 90, 120)).save(folder / image)
        rows.append(dict.fromkeys(FIELDS, NASTY) | {
            "sku": f"{number}{NASTY}", "family": f"{NASTY}{number % 6}", "image": image,
            "gender": "women" if number % 2 else NASTY, "category": category, "type": kind,
            "colour": ("red", NASTY)[number % 2], "price": "20", "currency": "EUR",
            "link": f"https://shop.example/{NASTY}",
        })  # fmt: skip
    catalogue = Catalogue.read(write_table(folder, rows, [*rows[0]]))
    bundle = FakeBundle()
    shop = Shop(catalogue, build(catalogue, bundle.encoder), bundle, Settings(catalog=folder))  # type: ignore[arg-type]
    one = np.ones((1, 1, 4), np.float32)
    matcher = Matcher(
        np.eye(len(catalogue), 4, dtype=np.float32), np.zeros(len(catalogue), np.int64), one
    )
    shop.outfits = Outfits(catalogue, shop.index, Stylist(catalogue, matcher))
    return shop


def addresses(shop: Shop) -> list[str]:
    sku = shop.catalogue.products[0].sku
    top = shop.catalogue.products[4].sku
    said = Session(
        item=sku,
        turns=(Turn(f"in red {NASTY}"), Turn(NASTY), Turn(f"without {NASTY}", f"wanted:{NASTY}")),
    )
    words = Session(turns=(Turn(f"shirt {NASTY}"),))
    return [
        "?" + urlencode({"item": sku}), "?" + urlencode({"s": to_token(said)}),
        "?" + urlencode({"s": to_token(words)}), "?" + urlencode({"look": top}),
        "?" + urlencode({"s": to_token(said), "why": shop.catalogue.products[1].sku}),
        "?" + urlencode({"s": to_token(said), "edit": "1", "method": NASTY, "panel": "1"}),
        "?" + urlencode({"look": top, "occasion": NASTY, "without": NASTY}),
    ]  # fmt: skip


def test_every_room(nasty: Shop) -> None:
    pictures = Pictures(nasty.catalogue)
    skus = tuple(product.sku for product in nasty.catalogue.products)
    seen = 0
    for address in [*ASKED, *addresses(nasty)]:
        place = settled(nasty, from_address(address))
        screen = look(nasty, pictures, place, kept=Kept(skus[:5], skus[5:]))
        for field in fields(screen):
            html = getattr(screen, field.name)
            if isinstance(html, str):
                inert(html)
                seen += "x-evil" in html
    assert seen > 20  # the markup is there, as text


def test_file_names_of_boards(nasty: Shop) -> None:
    for product in nasty.catalogue.products:
        assert file_name(product).strip("abcdefghijklmnopqrstuvwxyz0123456789-.") == ""


def test_errors_and_answers_are_text(nasty: Shop) -> None:
    """What the shop says is never markup itself; the page escapes it once."""
    results = nasty.results(
        nasty.say(nasty.start(nasty.catalogue.products[0].sku), f"in green {NASTY}")
    )
    for said in (results.message, results.answer, results.reply):
        assert "&lt;" not in said
