"""Exact truth for try-on: figures in outfits with labels, as many as wanted. Knows files, no network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random

from PIL import Image
from tqdm import tqdm

from demo.errors import CatalogError
from demo.fitting.figures import Figure, load_figures
from demo.outfits.looks import read
from demo.studio.assortment import plan
from demo.studio.design import Colourway
from demo.studio.worn.dress import dress


def draw_pairs(
    out: Path,
    count: int,
    seed: int,
    figures: Path,
    looks: Path,
    split: str = "train",
    jobs: int = 2,
) -> None:
    """Write `count` dressed figures to `out`, and pairs.jsonl that says what each shows.

    A line is {"id", "figure", "items", "tucked", "picture", "labels", "worn"}: `picture` is RGBA WebP,
    `labels` and `worn` are 8-bit PNGs of its size: what `tryon --parse` would write, and 1 + the index
    into `items` of the product that is topmost. The same arguments give the same files.
    """
    outfits = [look.items for look in read(looks) if look.split == split]
    if not outfits:
        raise CatalogError(f"{looks} has no looks of the split {split!r}.")
    out.mkdir(parents=True, exist_ok=True)
    one = partial(_draw_one, out=out, seed=seed, figures=figures, outfits=outfits)
    with ProcessPoolExecutor(jobs) as pool, (out / "pairs.jsonl").open("w") as index:
        for line in tqdm(pool.map(one, range(count)), total=count, desc="dressing", unit="pair"):
            index.write(json.dumps(line) + "\n")


@cache
def _shop(figures: Path) -> tuple[list[Figure], dict[str, Colourway]]:
    return list(load_figures(figures).values()), {c.sku: c for c in plan()}


def _draw_one(
    number: int, out: Path, seed: int, figures: Path, outfits: Sequence[Sequence[str]]
) -> dict:
    lot = Random(f"{seed}/{number}")
    people, products = _shop(figures)
    items = [products[sku] for sku in lot.choice(outfits)]
    suited = [f for f in people if all(c.gender in ("unisex", f.gender) for c in items)]
    figure = lot.choice(suited or people)
    tucked = may_tuck(items) and lot.random() < 0.5
    shown = dress(figure, items, tucked)
    name = f"{number:05d}"
    Image.fromarray(shown.picture).save(out / f"{name}.webp", quality=90, method=4)
    Image.fromarray(shown.labels).save(out / f"{name}.labels.png")
    Image.fromarray(shown.items).save(out / f"{name}.worn.png")
    return {
        "id": name, "figure": figure.name, "items": [c.sku for c in items], "tucked": tucked,
        "picture": f"{name}.webp", "labels": f"{name}.labels.png", "worn": f"{name}.worn.png",
    }  # fmt: skip


def may_tuck(items: Sequence[Colourway]) -> bool:
    """Whether there is a top that is long and thin enough to be tucked into something."""
    tops = [c for c in items if c.category == "tops"]
    below = any(c.category in ("trousers", "skirts", "shorts") for c in items)
    return below and bool(tops) and all(c.length != "cropped" for c in tops)
