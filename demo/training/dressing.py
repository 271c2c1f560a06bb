"""Dressed people beside the truth, for the try-on's networks: figures drawn anew, photos put back.

A figure is dressed by the warp in the products that the studio drew on it: the drawing is the truth. A
photo's garment is taken off, its place filled, and laid on again, moved and flattened a little: the
photo is the truth. Trains nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import cv2
import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import open_picture
from demo.catalog.shapes import MAP_SIZE, PARTS, Shape, load_shapes
from demo.errors import PictureError
from demo.fitting.bare import Bare
from demo.fitting.compositing import Board
from demo.fitting.dressing import dress
from demo.fitting.figures import SIZE, load_figures
from demo.fitting.filling import spread
from demo.fitting.garments import Garment, read_garment
from demo.fitting.outline import Outlines
from demo.fitting.parsing import parse
from demo.fitting.subject import Subject, of_figure, of_photo
from demo.fitting.warp import Worn
from demo.models.parser import ARMS, BACKGROUND, LOWER, OTHER, SHOES, UPPER, Parser
from demo.models.pose import PoseNetwork
from demo.settings import ROOT
from demo.studio.canvas import F32
from demo.training.data import Split, split_of
from demo.training.people import UNSURE
from demo.training.people import Worn as Photographed
from demo.training.places import Places, edges, places
from demo.training.wearers import on_white, read_pairs, read_rgb

SLOTS: Final = ("inner", "middle", "outer", "lower")
"""places of draped garments on a body, from the skin outwards"""
SLOT_OF: Final = {
    "tops": "inner", "dresses": "inner", "knitwear": "middle", "outerwear": "outer",
    "skirts": "lower", "trousers": "lower", "shorts": "lower",
}  # fmt: skip
DRAWN: Final = 0.5
"""scale of the examples: their pixels a pixel of the frame"""
SHIFT, WAVE = 2.0, 1.6
"""how far a garment is moved as a whole and here and there before it is laid back, pixels of the frame"""


@dataclass(frozen=True)
class Outfitted:
    """One dressed person beside the truth; pictures and labels at `DRAWN` of the frame's scale."""

    name: str
    picture: np.ndarray
    """uint8 [h, w, 3]: composed by the warp, on white"""
    truth: np.ndarray
    """uint8 [h, w, 3]"""
    places: np.ndarray
    """uint8 [3, h, w]: cloth, border and invented of `Places`, times 255"""
    kept: np.ndarray
    """uint8 [640, 320]: the person's labels in the frame before dressing, `UNSURE` where cleared"""
    body: np.ndarray
    """uint8 [640, 320]: the body's part map in the frame"""
    warped: np.ndarray
    """uint8 [640, 320]: labels as the warp dresses; all 0 where it was not asked"""
    worn: np.ndarray
    """uint8 [640, 320]: the true labels in the frame, `UNSURE` where nobody knows"""
    codes: np.ndarray
    """uint8 [4, 75, 60]: part map of the flat garment in each of `SLOTS`, zeros without one"""


class Shelf:
    """The embedded catalogue's products as things to put on."""

    def __init__(self, catalog: Path = ROOT / "catalog") -> None:
        self.catalogue = Catalogue.read(catalog)
        self.shapes: Mapping[str, Shape] = load_shapes(catalog / "shapes.npz")
        self._outlines = Outlines(self.shapes)

    def garment(self, sku: str) -> Garment:
        """The product, flat."""
        product = self.catalogue.product(sku)
        picture = open_picture(product.image, name=product.title)
        return read_garment(product, picture, self.shapes.get(sku), self._outlines)

    def of(self, categories: Sequence[str], split: Split) -> list[str]:
        """SKUs of these categories whose designs belong to the split."""
        return [
            p.sku
            for p in self.catalogue.products
            if p.get("category") in categories and split_of(p.family or p.sku) == split
        ]


class Witness:
    """Stands in for a finishing network and notes what it would have been shown."""

    def __init__(self) -> None:
        self.places: Places
        self.labels: np.ndarray

    def __call__(
        self, subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray],
        board: Board,
    ) -> None:  # fmt: skip
        self.places = places(subject, bare, worn, feet)
        self.labels = worn_labels(subject, bare, worn, feet)


def worn_labels(
    subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]
) -> np.ndarray:
    """The parser's labels of the dressed picture by its sheets, uint8 [h, w]; carried things left out."""
    labels = subject.labels.copy()
    shod = [(SHOES, shoe) for shoe in feet.values()]
    sheets = [(_label(g), name, s) for g in worn for name, s in g.sheets.items()]
    trunk = [
        (label, s) for label, name, s in sheets if not name.endswith("_over") and name != "inside"
    ]
    for label, sheet in shod + trunk:
        labels[subject.bring(sheet[..., 3]) > 0.5] = label
    for arm in bare.arms.values():
        labels[arm > 0.5] = ARMS
    for label, name, sheet in sheets:
        if name.endswith("_over"):
            labels[subject.bring(sheet[..., 3]) > 0.5] = label
    front = np.maximum(bare.head, bare.hands) > 0.5
    labels[front] = subject.labels[front]
    return labels


def _label(garment: Worn) -> int:
    return LOWER if garment.kind in ("legs", "skirt") else UPPER


def figure_examples(folder: Path, shelf: Shelf, persons: Sequence[Split]) -> Iterator[Outfitted]:
    """Dressed figures of a folder that `draw_figures` wrote, of persons of these splits."""
    people = load_figures(ROOT / "assets" / "figures")
    for entry in read_pairs(folder):
        if split_of(entry["figure"]) not in persons:
            continue
        subject, seen = of_figure(people[entry["figure"]]), Witness()
        try:
            garments = [shelf.garment(sku) for sku in entry["items"]]
            fitting = dress(subject, garments, entry["tucked"], finish=seen)
        except PictureError:  # two of one category: only the studio lays these on each other
            continue
        picture = cv2.imread(str(folder / entry["picture"]), cv2.IMREAD_UNCHANGED)
        truth = on_white(cv2.cvtColor(picture, cv2.COLOR_BGRA2RGBA))
        labels = cv2.imread(str(folder / entry["labels"]), cv2.IMREAD_GRAYSCALE)
        items = cv2.imread(str(folder / entry["worn"]), cv2.IMREAD_GRAYSCALE)
        carried = [i for i, g in enumerate(garments, 1) if g.category in ("bags", "hats")]
        hidden = np.isin(items, carried)
        cleared = np.where(subject.labels == OTHER, UNSURE, subject.labels)  # trunk
        yield Outfitted(
            entry["id"], _half(on_white(fitting.picture)), _half(truth), _planes(seen.places, SIZE),
            _nearest(cleared),
            _nearest(subject.body.parts()), _nearest(np.where(hidden, UNSURE, seen.labels)),
            _nearest(np.where(hidden, UNSURE, labels)), codes(garments),
        )  # fmt: skip


def photo_examples(
    people: Sequence[Photographed], seed: int, parser: Parser, poses: PoseNetwork
) -> Iterator[Outfitted]:
    """Photographed people whose garment is taken off and laid on again."""
    for worn in people:
        lot = Random(f"{seed}/{worn.family}")
        photo = read_rgb(lot.choice(worn.photos))
        mask = cv2.imread(str(worn.mask), cv2.IMREAD_GRAYSCALE) > 127
        found = parse(photo, poses, parser)
        number = UPPER if worn.garment == "upper" else LOWER
        labels = np.where(mask, number, np.where(found.labels == number, BACKGROUND, found.labels))
        pose = found.poses[0] if found.poses else None
        try:
            subject = of_photo(
                photo, labels.astype(np.uint8), pose and pose.points, pose and pose.visibility
            )
        except PictureError:
            continue
        back, shown = _laid_back(photo, mask, subject.unit, lot)
        yield _photo_example(worn.family, photo, back, shown, subject, mask, number)


def _laid_back(
    photo: np.ndarray, mask: np.ndarray, unit: float, lot: Random
) -> tuple[np.ndarray, Places]:
    """The photo's own garment over the person without it, uint8 [h, w, 3], and the places of that."""
    noise = np.random.default_rng(lot.getrandbits(32))
    height, width = mask.shape
    disc = np.ones((2 * max(1, round(3 * unit)) + 1,) * 2, np.uint8)
    taken = cv2.dilate(mask.astype(np.uint8), disc) > 0
    away = np.where(taken[..., None], spread(photo.astype(F32), ~taken), photo)
    wave = noise.normal(0, WAVE * unit, (2, 6, 5)).astype(F32)
    shift = [lot.uniform(-SHIFT, SHIFT) * unit for _ in range(2)]
    y, x = np.mgrid[0:height, 0:width].astype(F32)
    off = [cv2.resize(w, (width, height), interpolation=cv2.INTER_CUBIC) for w in wave]
    own = _flattened(photo.astype(F32), mask, 12 * unit, lot.uniform(0, 0.6))
    sheet = np.dstack([own, cv2.GaussianBlur(mask.astype(F32), (0, 0), 0.7)])
    sheet = cv2.remap(sheet, x + off[0] + shift[0], y + off[1] + shift[1], cv2.INTER_LINEAR,
                      borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
    cover = sheet[..., 3]
    back = sheet[..., :3] * cover[..., None] + away * (1 - cover[..., None])
    invented = (taken & (cover < 0.5)).astype(F32)
    shown = Places(cover, edges(cover, unit), cv2.GaussianBlur(invented, (0, 0), 0.8) * invented)
    return np.clip(back + 0.5, 0, 255).astype(np.uint8), shown


def _flattened(photo: np.ndarray, mask: np.ndarray, sigma: float, by: float) -> np.ndarray:
    """The photo with the large shades inside the mask evened out by a share."""
    light = photo.mean(2) + 4
    weight = cv2.GaussianBlur(mask.astype(F32), (0, 0), sigma) + 1e-3
    large = cv2.GaussianBlur(light * mask, (0, 0), sigma) / weight
    usual = float(light[mask].mean()) if mask.any() else 1.0
    factor = np.where(mask, (usual / np.maximum(large, 8)) ** by, 1)
    return np.clip(photo * factor[..., None], 0, 255).astype(F32)


def _photo_example(
    name: str, photo: np.ndarray, back: np.ndarray, shown: Places, subject: Subject,
    mask: np.ndarray, number: int,
) -> Outfitted:  # fmt: skip
    zoom = min(1.0, DRAWN / subject.unit)
    size = (max(1, round(photo.shape[1] * zoom)), max(1, round(photo.shape[0] * zoom)))
    inverse = cv2.invertAffineTransform(subject.place).astype(F32)

    def framed(labels: np.ndarray) -> np.ndarray:
        return _nearest(cv2.warpAffine(labels.astype(np.uint8), inverse, SIZE, flags=cv2.INTER_NEAREST,
                                       borderValue=UNSURE))  # fmt: skip

    own = framed(np.where(mask, 1, 0))
    code = np.zeros((len(SLOTS), *MAP_SIZE[::-1]), np.uint8)
    code[SLOTS.index("inner" if number == UPPER else "lower")] = _own_code(own == 1)
    return Outfitted(
        name, cv2.resize(back, size, interpolation=cv2.INTER_AREA),
        cv2.resize(photo, size, interpolation=cv2.INTER_AREA), _planes(shown, size, 1.0),
        np.where(own == 1, UNSURE, framed(subject.labels)).astype(np.uint8),
        _nearest(subject.body.parts()), np.zeros_like(own), framed(subject.labels), code,
    )  # fmt: skip


def _own_code(region: np.ndarray) -> np.ndarray:
    """A worn garment's outline as a part map of one part, [75, 60], in the middle of it."""
    rows, columns = np.flatnonzero(region.any(1)), np.flatnonzero(region.any(0))
    out = np.zeros(MAP_SIZE[::-1], np.uint8)
    if not len(rows):
        return out
    piece = region[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.uint8)
    zoom = min((MAP_SIZE[0] - 4) / piece.shape[1], (MAP_SIZE[1] - 4) / piece.shape[0])
    size = (max(1, int(piece.shape[1] * zoom)), max(1, int(piece.shape[0] * zoom)))
    small = cv2.resize(piece, size, interpolation=cv2.INTER_AREA)
    left, top = (MAP_SIZE[0] - size[0]) // 2, (MAP_SIZE[1] - size[1]) // 2
    out[top : top + size[1], left : left + size[0]] = small * PARTS.index("body")
    return out


def codes(garments: Sequence[Garment]) -> np.ndarray:
    """uint8 [4, 75, 60]: the flat part map of the garment in each of `SLOTS`, zeros without one."""
    found = np.zeros((len(SLOTS), *MAP_SIZE[::-1]), np.uint8)
    for garment in garments:
        if garment.category in SLOT_OF:
            small = cv2.resize(garment.labels, MAP_SIZE, interpolation=cv2.INTER_NEAREST)
            found[SLOTS.index(SLOT_OF[garment.category])] = small
    return found


def keep(folder: Path, examples: Iterator[Outfitted]) -> int:
    """Write examples, one file each; gives how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for example in examples:
        np.savez_compressed(folder / f"{example.name}.npz", **vars(example))
        count += 1
    (folder / "done").write_text(f"{count}\n", encoding="utf-8")
    return count


def kept(folder: Path) -> list[Outfitted]:
    """What `keep` wrote, in the order of names."""
    found = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as arrays:
            fields: dict[str, Any] = {name: arrays[name] for name in arrays.files}
        found.append(Outfitted(**fields | {"name": str(fields["name"])}))
    return found


def _half(picture: np.ndarray) -> np.ndarray:
    size = (round(picture.shape[1] * DRAWN), round(picture.shape[0] * DRAWN))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def _nearest(labels: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(labels[1::2, 1::2].astype(np.uint8))


def _planes(shown: Places, size: tuple[int, int], scale: float = DRAWN) -> np.ndarray:
    """uint8 [3, h, w] of the places, at `scale` of `size`."""
    small = (round(size[0] * scale), round(size[1] * scale))
    planes = (shown.cloth, shown.border, shown.invented)
    return np.stack(
        [(cv2.resize(p.astype(F32), small, interpolation=cv2.INTER_AREA) * 255).astype(np.uint8)
         for p in planes]
    )  # fmt: skip
