"""A figure in products: each garment drawn at the figure's pose, laid on in the order one dresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from demo.catalog.shapes import KIND_OF
from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.figures import SIZE, Figure
from demo.studio.design import Colourway
from demo.studio.worn.body import SIDES
from demo.studio.worn.carried import SHAFTS, bag, hat, shoes
from demo.studio.worn.cover import arm_mask, bare_mask, part_mask, press_under, tuck
from demo.studio.worn.garment import put_on
from demo.studio.worn.paper import Board

DRAPED = ("upper", "skirt", "legs")
ORDER = (
    "shoes", "trousers", "shorts", "skirts", "tops", "dresses", "knitwear", "outerwear", "bags",
    "hats",
)  # fmt: skip
"""categories in the order in which one dresses"""


LABELS = (
    "background", "hair", "face and neck", "arms", "legs", "upper", "lower", "shoes", "other",
)  # fmt: skip
SKIN = {
    "hair": "hair", "head": "face and neck", "neck": "face and neck", "torso": "other",
    "upper_arm": "arms", "forearm": "arms", "hand": "arms", "thigh": "legs", "calf": "legs",
    "foot": "legs",
}  # fmt: skip
"""part of the body -> its label"""


@dataclass(frozen=True)
class Dressed:
    """A figure in products, all of the figure's size."""

    picture: np.ndarray
    """straight-alpha uint8 [h, w, 4]"""
    labels: np.ndarray
    """uint8 [h, w], one of `LABELS`: what `tryon --parse` writes for a photo"""
    items: np.ndarray
    """uint8 [h, w]: 1 + the index of the product that is topmost, 0 where none is"""


def dress(figure: Figure, colourways: Sequence[Colourway], tucked: bool = False) -> Dressed:
    """The figure in all of these; tucked: the top into what is worn below it."""
    order = list(ORDER)
    if tucked:
        order.remove("tops")
        order.insert(order.index("trousers"), "tops")
    ranked = sorted(enumerate(colourways), key=lambda pair: order.index(pair[1].category))
    worn = [
        (16 * (1 + i) + _label(c), put_on(c, figure))
        for i, c in ranked
        if KIND_OF[c.category] in DRAPED
    ]
    garments = [garment for _, garment in worn]
    if tucked:
        tuck(garments)
    press_under(garments)
    carried = {c.category: (16 * (1 + i) + _label(c), c) for i, c in ranked}
    board, bare, body = Board(SIZE), np.asarray(figure.picture()), _skin(figure)
    for label, garment in reversed(worn):
        if "inside" in garment.sheets:
            board.lay(garment.sheets["inside"], label)
    shod = carried.get("shoes")
    feet = shoes(shod[1], figure) if shod else {}
    tops = {side: float(np.argmax((shoe[..., 3] > 127).any(1))) for side, shoe in feet.items()}
    skin = bare_mask(figure, garments, tops)
    board.lay(bare, body, skin, shadow=0.35)
    over = shod is not None and shod[1].type in SHAFTS and any(map(_is_narrow, colourways))
    if shod and not over:
        _lay_shoes(board, shod[0], feet)
    for label, garment in worn:
        for side in SIDES:
            if f"sleeve_{side}" in garment.sheets:
                board.lay(garment.sheets[f"sleeve_{side}"], label)
        board.lay(garment.sheets[""], label, shadow=0.30)
        if over and _is_narrow(garment.colourway):
            _lay_shoes(board, shod[0], feet)
    board.lay(bare, body, part_mask(figure, ("head",)))
    if "bags" in carried:
        label, own = carried["bags"]
        board.lay(bag(own, figure), label, shadow=0.35)
    for side in SIDES:
        board.lay(bare, body, arm_mask(figure, side) * skin, 0.3)
        for label, garment in worn:
            if f"sleeve_{side}_over" in garment.sheets:
                board.lay(garment.sheets[f"sleeve_{side}_over"], label, shadow=0.2)
    if "hats" in carried:
        label, own = carried["hats"]
        board.lay(hat(own, figure), label, shadow=0.35)
    return Dressed(board.picture(), board.labels % 16, board.labels // 16)


def _is_narrow(colourway: Colourway) -> bool:
    """Whether trousers go into boots."""
    narrow = colourway.type in ("skinny-jeans", "leggings") or colourway.fit == "slim"
    return colourway.category == "trousers" and narrow


def _label(colourway: Colourway) -> int:
    name = {"trousers": "lower", "shorts": "lower", "skirts": "lower", "shoes": "shoes",
            "bags": "other", "hats": "other"}.get(colourway.category, "upper")  # fmt: skip
    return LABELS.index(name)


def _skin(figure: Figure) -> np.ndarray:
    """The bare figure's labels, one of `LABELS` a pixel; the trunk in its base layer is "other"."""
    of_part = np.zeros(len(BODY_PARTS), np.uint8)
    for i, name in enumerate(BODY_PARTS):
        stem = name.removesuffix("_left").removesuffix("_right")
        of_part[i] = LABELS.index(SKIN.get(stem, "background"))
    return of_part[figure.parts()]


def _lay_shoes(board: Board, label: int, feet: dict[str, np.ndarray]) -> None:
    for picture in feet.values():
        board.lay(picture, label, shadow=0.3)
