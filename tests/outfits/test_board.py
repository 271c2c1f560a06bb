"""The flat-lay board: every garment can be seen, in true proportion, whatever the pictures are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.outfits.board import Laid, arrange, board, paint
from demo.types import Product

LARGE = {"t-shirt": (200, 210), "overcoat": (170, 250), "straight-jeans": (100, 270),
         "slip-dress": (120, 260), "a-line-skirt": (180, 190)}  # fmt: skip
SETS = (
    ("t-shirt", "straight-jeans", "overcoat", "ankle-boot", "backpack", "beanie"),
    ("t-shirt", "straight-jeans", "overcoat", "ankle-boot", "backpack"),
    ("t-shirt", "a-line-skirt", "blazer", "tall-boot", "handbag"),
    ("t-shirt", "straight-jeans", "low-sneaker", "crossbody", "cap"),
    ("t-shirt", "chino-shorts", "low-sneaker"),
    ("slip-dress", "blazer", "pump", "handbag"),
    ("slip-dress", "pump", "handbag", "straw-hat"),
    ("slip-dress",), ("pump",), ("overcoat", "tote"), ("t-shirt", "straight-jeans"),
    ("overcoat",), ("fedora", "tote", "pump"), ("t-shirt", "shirt", "blouse"), ("sari", "t-shirt"),
)  # fmt: skip


@pytest.fixture(scope="module")
def rack(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Product]:
    """One product of each type in SETS, each a plain rectangle of its own colour."""
    folder = tmp_path_factory.mktemp("rack")
    kinds = sorted({kind for kinds in SETS for kind in kinds})
    products = {}
    for i, kind in enumerate(kinds):
        wide, high = LARGE.get(kind, (180, 150))
        picture = Image.new("RGBA", (240, 300), (0, 0, 0, 0))
        colour = (200 - 9 * i, 15 * i, (97 * i) % 256, 255)
        picture.paste(Image.new("RGBA", (wide, high), colour), ((240 - wide) // 2, 20))
        picture.save(folder / f"{kind}.png")
        products[kind] = Product(kind, kind, folder / f"{kind}.png", attributes={"type": kind})
    return products


def colour_of(product: Product) -> np.ndarray:
    with Image.open(product.image) as picture:
        return np.asarray(picture)[40, 120, :3].astype(int)


@pytest.mark.parametrize("kinds", SETS)
@pytest.mark.parametrize("size", [(900, 1125), (240, 300), (1200, 630)])
def test_every_garment_shows(
    rack: dict[str, Product], kinds: tuple[str, ...], size: tuple[int, int]
) -> None:
    products = [rack[kind] for kind in kinds]
    picture = board(products, size)
    assert picture.size == size
    assert picture.mode == "RGB"
    seen = np.asarray(picture).astype(int)
    for product in products:
        mine = (np.abs(seen - colour_of(product)).max(axis=2) < 8).sum()
        assert mine > 0.004 * size[0] * size[1], product.sku
    border = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])
    assert border.min() > 190, "something touches the edge"


def boxes(rack: dict[str, Product], kinds: tuple[str, ...]) -> dict[str, Laid]:
    from demo.outfits.board import _cutout

    cutouts = [_cutout(rack[kind]) for kind in kinds]
    laid = arrange(cutouts, (900, 1125))
    name = {id(c.pixels): kind for c, kind in zip(cutouts, kinds, strict=True)}
    return {name[id(item.pixels)]: item for item in laid}


def test_sizes_are_true_to_life(rack: dict[str, Product]) -> None:
    at = boxes(rack, SETS[0])
    assert at["overcoat"].height > at["t-shirt"].height > at["backpack"].height
    assert at["backpack"].height > at["ankle-boot"].height > 0
    assert at["overcoat"].height > 4 * at["beanie"].height


def test_things_lie_where_they_are_worn(rack: dict[str, Product]) -> None:
    at = boxes(rack, SETS[0])
    assert at["beanie"].bottom <= at["t-shirt"].y
    assert at["t-shirt"].y < at["straight-jeans"].y < at["t-shirt"].bottom, (
        "the hem covers the waist"
    )
    assert at["overcoat"].x < at["t-shirt"].right, "the layer lies over the sleeve"
    assert at["ankle-boot"].bottom > 0.8 * 1125
    order = list(at)
    assert order.index("straight-jeans") < order.index("t-shirt") < order.index("overcoat")


@pytest.mark.parametrize("kinds", SETS)
def test_accessories_are_not_hidden(rack: dict[str, Product], kinds: tuple[str, ...]) -> None:
    at = list(boxes(rack, kinds).values())
    for i, item in enumerate(at):
        mask = np.zeros((1125, 900), bool)
        mask[int(item.y) : int(item.bottom), int(item.x) : int(item.right)] = True
        whole = mask.sum()
        for above in at[i + 1 :]:
            mask[int(above.y) : int(above.bottom), int(above.x) : int(above.right)] = False
        least = 0.6 if item.slot in ("top", "dress", "bottom", "layer") else 0.85
        assert mask.sum() > least * whole, item.slot


def test_photos_lose_a_white_ground_and_keep_any_other(tmp_path: Path) -> None:
    for name, ground in (("white", (255, 255, 255)), ("grey", (120, 120, 120))):
        photo = Image.new("RGB", (200, 200), ground)
        photo.paste((180, 20, 20), (60, 60, 140, 140))
        photo.save(tmp_path / f"{name}.png")
    white, grey = (
        Product(n, n, tmp_path / f"{n}.png", attributes={"type": "tote"}) for n in ("white", "grey")
    )
    seen = np.asarray(board([white], (300, 375))).astype(int)
    assert (np.abs(seen - 255).max(axis=2) < 3).mean() == 0
    assert (np.abs(np.asarray(board([grey], (300, 375))).astype(int) - 120).max(axis=2) < 4).any()


def test_paint_is_repeatable(rack: dict[str, Product]) -> None:
    products = [rack[kind] for kind in SETS[0]]
    assert board(products).tobytes() == board(products).tobytes()
    assert paint([], (90, 112)).size == (90, 112)
