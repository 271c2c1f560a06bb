"""A small shop of coloured rectangles, with a fake encoder: enough for every room's logic."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from fakes import FakeBundle
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import SWATCHES
from demo.search.index import build
from demo.settings import Settings
from demo.shop import Shop

COLUMNS = [
    "sku", "family", "title", "brand", "gender", "category", "type", "colour", "pattern", "sleeve",
    "length", "style", "price", "currency", "image", "link",
]  # fmt: skip
DESIGNS = [  # family, noun, gender, category, type, pattern, sleeve, length, style, price
    ("F1", "Tee", "men", "tops", "t-shirt", "solid", "short", "regular", "casual", 20),
    ("F2", "Tee", "men", "tops", "t-shirt", "solid", "long", "regular", "casual", 30),
    ("F3", "Shirt", "men", "tops", "shirt", "striped", "long", "regular", "business", 60),
    ("F4", "Dress", "women", "dresses", "summer-dress", "floral", "sleeveless", "knee", "party", 80),
    ("F5", "Gown", "women", "dresses", "maxi-dress", "solid", "sleeveless", "maxi", "formal", 150),
    ("F6", "Hoodie", "unisex", "knitwear", "hoodie", "solid", "long", "regular", "sporty", 50),
]
COLOURS = ("red", "green", "navy", "black")


def write_table(folder: Path, rows: list[dict[str, str]], columns: list[str] = COLUMNS) -> Path:
    """Writes FOLDER/products.csv and returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="session")
def catalog_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 products: 6 designs in 4 colours."""
    folder = tmp_path_factory.mktemp("catalog")
    (folder / "images").mkdir()
    rows = []
    for family, noun, gender, category, kind, pattern, sleeve, length, style, price in DESIGNS:
        for colour in COLOURS:
            sku = f"{family}-{colour}"
            picture = Image.new("RGBA", (48, 60), (0, 0, 0, 0))
            picture.paste(Image.new("RGBA", (28, 40), SWATCHES[colour]), (10, 10))
            picture.save(folder / "images" / f"{sku}.webp", lossless=True)
            rows.append({
                "sku": sku, "family": family, "title": f"{colour.title()} {noun}", "brand": "Alma",
                "gender": gender, "category": category, "type": kind, "colour": colour,
                "pattern": pattern, "sleeve": sleeve, "length": length, "style": style,
                "price": str(price), "currency": "EUR", "image": f"images/{sku}.webp",
                "link": f"https://shop.example/{sku}" if family == "F1" else "",
            })  # fmt: skip
    return write_table(folder, rows)


@pytest.fixture(scope="session")
def shop(catalog_folder: Path) -> Shop:
    """The small shop."""
    catalogue = Catalogue.read(catalog_folder)
    bundle = FakeBundle()
    index = build(catalogue, bundle.encoder)
    return Shop(catalogue, index, bundle, Settings(catalog=catalog_folder))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def composing(catalog_folder: Path) -> Shop:
    """The small shop with a network that composes, and its target vectors in the index."""
    from adding_network import ComposingBundle

    from demo.search.feedback import Feedback

    catalogue, bundle = Catalogue.read(catalog_folder), ComposingBundle()
    feedback = Feedback(bundle.encoder, bundle.network, bundle.network_id)  # type: ignore[arg-type]
    index = build(catalogue, bundle.encoder, feedback=feedback)
    return Shop(catalogue, index, bundle, Settings(catalog=catalog_folder))  # type: ignore[arg-type]
