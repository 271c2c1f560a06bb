"""Sheets by which fresh eyes judge the fitting room, and the table of what they said. Judges nothing.

Photos of people in designs that nothing was trained on, each in several products that suit them. A sheet
shows product and result only. Whoever judges fills in `verdicts.csv`: `acceptable` with y or n, `kind`
with what is wrong.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from demo.benchmarks.fitting_photos import Guest
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.catalog.shapes import load_shapes
from demo.errors import PersonError, ShopError
from demo.fitting.parsing import parse
from demo.fitting.people import check_person
from demo.fitting.room import FittingRoom
from demo.fitting.subject import of_photo
from demo.models.parser import Parser
from demo.models.pose import PoseNetwork
from demo.outfits.wardrobe import piece_of
from demo.settings import ROOT
from demo.training.data import Split, split_of
from demo.training.wearers import read_rgb
from demo.types import Product

UPPER: Final = {
    "women": ("tops", "outerwear", "knitwear", "dresses", "tops", "dresses"),
    "men": ("tops", "outerwear", "knitwear", "tops", "outerwear", "tops"),
}
LOWER: Final = {
    "women": ("trousers", "skirts", "shorts", "trousers", "skirts", "trousers"),
    "men": ("trousers", "shorts", "trousers", "trousers", "shorts", "trousers"),
}
"""the shop's department -> categories that are dealt to a photo, in this order"""
ASKED: Final = {
    "tops and knitwear": (("tops", "knitwear"), 0.85),
    "trousers, shorts, skirts": (("trousers", "shorts", "skirts"), 0.75),
    "dresses and coats": (("dresses", "outerwear"), 0.70),
}
"""row of the table -> its categories, the share that is asked for"""
VERDICTS: Final = "verdicts.csv"
COLUMNS: Final = ("number", "photo", "sku", "category", "refused", "acceptable", "kind")
CELL: Final = (440, 545)
"""width and height of one picture on a sheet, pixels"""
GRID: Final = (2, 4)
"""results across and down a sheet"""
LABEL: Final = 18
"""height of a number, pixels"""


@dataclass(frozen=True)
class Dealt:
    """One product on one photo."""

    number: int
    photo: str
    sku: str
    category: str
    refused: str = ""
    """the sentence, where the shop asks for another photo"""
    acceptable: bool | None = None
    kind: str = ""


def draw_sheets(data: Path, out: Path, photos: int, garments: int, seed: int, split: Split) -> str:
    """Writes `sheet-00.png` … and a `verdicts.csv` to be filled in; says what was written.

    photos: at most so many; garments: products a photo, six at most. Raises ShopError without photos.
    """
    catalogue = Catalogue.read(ROOT / "catalog")
    room = FittingRoom(load_shapes(ROOT / "catalog" / "shapes.npz"))
    out.mkdir(parents=True, exist_ok=True)
    sheet, dealt = _Sheets(out), []
    for guest, kinds in _guests(data, photos, split):
        lot = Random(f"{seed}/{guest.path.name}")
        used: set[str] = set()
        for category in kinds[:garments]:
            product = _suited(catalogue.products, category, guest.gender, used, lot)
            used.add(product.get("type"))
            one = Dealt(len(dealt), guest.path.stem, product.sku, category)
            try:
                picture = _dressed(room, guest, product)
            except PersonError as error:
                one = replace(one, refused=str(error))
            else:
                sheet.add(one.number, open_picture(product.image, name=product.title), picture)
            dealt.append(one)
    if not dealt:
        raise ShopError(f"There are no photos of people in {data / 'luma'}.")
    sheet.close()
    _write(dealt, out / VERDICTS)
    refused = sum(bool(d.refused) for d in dealt)
    return (
        f"{len(dealt) - refused} results on {sheet.pages} sheets in {out}, {refused} photos refused. "
        f"Fill in {out / VERDICTS}, then: python -m demo bench judging --verdicts {out / VERDICTS}"
    )


def table(path: Path) -> str:
    """The verdicts of a filled-in file as markdown. Raises ShopError when a row has no y or n."""
    dealt = _read(path)
    lines = ["| | shown | acceptable | share | asked | refused |", "|---|---|---|---|---|---|"]
    for row, (categories, asked) in ASKED.items():
        own = [d for d in dealt if d.category in categories]
        shown = [d for d in own if not d.refused]
        good = sum(bool(d.acceptable) for d in shown)
        share = f"{good / len(shown):.0%}" if shown else "–"
        lines.append(
            f"| {row} | {len(shown)} | {good} | {share} | {asked:.0%} | {len(own) - len(shown)} |"
        )
    kinds = Counter(d.kind for d in dealt if d.acceptable is False and d.kind)
    if kinds:
        lines += [
            "",
            "What was wrong: " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()) + ".",
        ]
    return "\n".join(lines)


def _guests(data: Path, count: int, split: Split) -> Iterator[tuple[Guest, Sequence[str]]]:
    """Photos of people in designs of a split, and the categories that each suits."""
    with (data / "luma" / "products.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if split_of(r["family"]) == split]
    seen = [
        (path, row)
        for row in rows
        for path in [row["image"], *(p for p in row["more_images"].split("|") if "outfit" in p)]
    ]
    poses, parser = PoseNetwork(), Parser()
    for path, row in seen[:count]:
        photo = read_rgb(data / "luma" / path)
        plan = LOWER if row["category"] in ("Pants", "Shorts") else UPPER
        guest = Guest(Path(path), row["gender"], photo, parse(photo, poses, parser))
        yield guest, plan["men" if row["gender"] == "men" else "women"]


def _suited(
    products: Sequence[Product], category: str, gender: str, used: set[str], lot: Random
) -> Product:
    """A product of this category and department, of a type that the photo has not worn if there is one."""
    own = [
        p
        for p in products
        if p.get("category") == category and p.get("gender") in (gender, "unisex")
    ]
    return lot.choice([p for p in own if p.get("type") not in used] or own)


def _dressed(room: FittingRoom, guest: Guest, product: Product) -> np.ndarray:
    """RGB uint8 [h, w, 3]. Raises PersonError."""
    pose = check_person(guest.parsed, (piece_of(product).slot or "top",))
    subject = of_photo(
        guest.photo, guest.parsed.labels, pose and pose.points, pose and pose.visibility
    )
    return room.dress(subject, [product]).picture[..., :3]


class _Sheets:
    """Pages of product and result side by side, written as they fill."""

    def __init__(self, out: Path) -> None:
        self._out, self._cells = out, 0
        self.pages = 0
        self._page = self._empty()

    def add(self, number: int, product: Image.Image, result: np.ndarray) -> None:
        if self._cells == GRID[0] * GRID[1]:
            self._turn()
        across, down = self._cells % GRID[0], self._cells // GRID[0]
        left, top = across * (2 * CELL[0] + 12), down * (CELL[1] + LABEL)
        ImageDraw.Draw(self._page).text((left + 4, top + 3), str(number), fill="black")
        for i, picture in enumerate((on_white(product), Image.fromarray(result))):
            picture = picture.convert("RGB")
            zoom = min(CELL[0] / picture.width, CELL[1] / picture.height)
            size = (round(picture.width * zoom), round(picture.height * zoom))
            self._page.paste(
                picture.resize(size, Image.Resampling.LANCZOS), (left + i * CELL[0], top + LABEL)
            )
        self._cells += 1

    def close(self) -> None:
        if self._cells:
            self._turn()

    def _turn(self) -> None:
        self._page.save(self._out / f"sheet-{self.pages:02d}.png")
        self.pages += 1
        self._page, self._cells = self._empty(), 0

    def _empty(self) -> Image.Image:
        size = (GRID[0] * (2 * CELL[0] + 12), GRID[1] * (CELL[1] + LABEL))
        return Image.new("RGB", size, "white")


def _write(dealt: Sequence[Dealt], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((d.number, d.photo, d.sku, d.category, d.refused, "", "") for d in dealt)


def _read(path: Path) -> list[Dealt]:
    if not path.is_file():
        raise ShopError(
            f"There is no file {path}. Draw the sheets first: bench judging --out FOLDER."
        )
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        said = row["acceptable"].strip().lower()
        if not row["refused"] and said not in ("y", "n"):
            raise ShopError(f"Number {row['number']} has no verdict in {path}: write y or n.")
        found.append(
            Dealt(
                int(row["number"]), row["photo"], row["sku"], row["category"], row["refused"],
                None if row["refused"] else said == "y", row["kind"].strip(),
            )
        )  # fmt: skip
    return found
