"""A small shop that has a whole wardrobe, and a stylist to whom likeness is all that matters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fakes import FakeBundle
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.catalog.vocabulary import SWATCHES
from demo.completing import Outfits
from demo.outfits.matcher import Matcher
from demo.outfits.stylist import Stylist
from demo.search.index import build
from demo.settings import Settings
from demo.shop import Shop
from tests.conftest import write_table

COLOURS = ("navy", "white", "black", "beige")
DESIGNS = [  # family, noun, category, type, sleeve, length, style, price
    ("TE", "Tee", "tops", "t-shirt", "short", "regular", "casual", 20),
    ("SH", "Shirt", "tops", "shirt", "long", "regular", "business", 60),
    ("JE", "Jeans", "trousers", "straight-jeans", "", "regular", "casual", 70),
    ("CH", "Chinos", "trousers", "chinos", "", "regular", "casual", 55),
    ("ST", "Suit trousers", "trousers", "suit-trousers", "", "regular", "business", 110),
    ("SN", "Trainers", "shoes", "low-sneaker", "", "", "casual", 80),
    ("LO", "Loafers", "shoes", "loafer", "", "", "business", 130),
    ("SA", "Sandals", "shoes", "sandal", "", "", "casual", 45),
    ("TO", "Tote", "bags", "tote", "", "", "casual", 40),
    ("HB", "Handbag", "bags", "handbag", "", "", "business", 140),
    ("CA", "Cap", "hats", "cap", "", "", "casual", 18),
    ("BL", "Blazer", "outerwear", "blazer", "long", "regular", "business", 150),
    ("DJ", "Denim jacket", "outerwear", "denim-jacket", "long", "regular", "casual", 90),
    ("DR", "Shirt dress", "dresses", "shirt-dress", "short", "knee", "casual", 85),
]


def dressed_shop(folder: Path) -> Shop:
    """56 products: 14 designs in 4 quiet colours, all for women."""
    (folder / "images").mkdir(parents=True)
    rows = []
    for family, noun, category, kind, sleeve, length, style, price in DESIGNS:
        for colour in COLOURS:
            sku = f"{family}-{colour}"
            picture = Image.new("RGBA", (48, 60), (0, 0, 0, 0))
            picture.paste(Image.new("RGBA", (28, 40), SWATCHES[colour]), (10, 10))
            picture.save(folder / "images" / f"{sku}.webp", lossless=True)
            rows.append({
                "sku": sku, "family": family, "title": f"{colour.title()} {noun}",
                "gender": "women", "category": category, "type": kind, "colour": colour,
                "pattern": "solid", "sleeve": sleeve, "length": length, "style": style,
                "price": str(price), "currency": "EUR", "image": f"images/{sku}.webp",
            })  # fmt: skip
    catalogue = Catalogue.read(write_table(folder, rows))
    bundle = FakeBundle()
    index = build(catalogue, bundle.encoder)
    pictures = [on_white(open_picture(p.image)) for p in catalogue.products]
    vectors = bundle.encoder.encode_images(pictures).astype(np.float32)
    one = np.ones((1, 1, vectors.shape[1]), np.float32)
    matcher = Matcher(vectors, np.zeros(len(catalogue), np.int64), one)
    shop = Shop(catalogue, index, bundle, Settings(catalog=folder))  # type: ignore[arg-type]
    shop.outfits = Outfits(catalogue, index, Stylist(catalogue, matcher))
    return shop
