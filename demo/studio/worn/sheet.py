"""All figures, bare and in outfits, side by side: for looking at. Draws by the others' hands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

from PIL import Image
from tqdm import tqdm

from demo.fitting.figures import SIZE, Figure, load_figures
from demo.outfits.looks import Styled, read
from demo.studio.assortment import plan
from demo.studio.sheet import PAGE, on_page
from demo.studio.worn.dress import dress
from demo.studio.worn.pairs import may_tuck

ZOOM = 0.5


def dressed_sheet(figures: Path, looks: Path, out: Path, each: int = 3, seed: int = 7) -> int:
    """Write a sheet: a row a figure, bare and in `each` looks drawn by lot; gives how many figures."""
    people, outfits = list(load_figures(figures).values()), read(looks)
    width, height = (round(side * ZOOM) for side in SIZE)
    page = Image.new("RGB", ((1 + each) * 2 * width, -(-len(people) // 2) * height), PAGE)
    with get_context("spawn").Pool(2) as pool:
        drawn = pool.imap(partial(_row, outfits=outfits, each=each, seed=seed), people)
        for i, row in enumerate(tqdm(drawn, total=len(people), desc="dressing", unit="figure")):
            for k, picture in enumerate(row):
                left = (i % 2 * (1 + each) + k) * width
                page.paste(picture.resize((width, height), Image.Resampling.LANCZOS),
                           (left, i // 2 * height))  # fmt: skip
    page.save(out)
    return len(people)


def _row(figure: Figure, outfits: Sequence[Styled], each: int, seed: int) -> list[Image.Image]:
    products = {c.sku: c for c in plan()}
    lot = Random(f"{seed}/{figure.name}")
    row = [on_page(figure.picture())]
    for look in lot.sample([k for k in outfits if k.gender in ("unisex", figure.gender)], each):
        items = [products[sku] for sku in look.items]
        tucked = may_tuck(items) and lot.random() < 0.5
        row.append(on_page(Image.fromarray(dress(figure, items, tucked).picture)))
    return row
