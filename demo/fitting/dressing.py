"""A person in products, stage by stage: measure, warp, undress, lay on. Knows no network.

`dress` reads from top to bottom; each stage is a function and leaves a picture to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

import cv2
import numpy as np

from demo.errors import PictureError
from demo.fitting.bare import Bare, bare_figure
from demo.fitting.beneath import plain_beneath
from demo.fitting.carried import bag, hat, shoes
from demo.fitting.collars import settle
from demo.fitting.compositing import Board, on_paper
from demo.fitting.figures import SIZE, Figure
from demo.fitting.garments import Garment
from demo.fitting.hems import widen
from demo.fitting.lighting import light_on
from demo.fitting.silhouette import follow
from demo.fitting.subject import Subject
from demo.fitting.tried import COLOURS
from demo.fitting.undressing import bare_photo
from demo.fitting.waistband import sit
from demo.fitting.warp import Worn, put_on
from demo.models.parser import ARMS, FACE, HAIR, LOWER, SHOES, UPPER
from demo.outfits.wardrobe import LAYER_TYPES
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, Body
from demo.studio.worn.carried import SHAFTS
from demo.studio.worn.cover import press_under, tuck

DRAPED = ("upper", "skirt", "legs")
ORDER = (
    "shoes", "trousers", "shorts", "skirts", "tops", "dresses", "knitwear", "layers", "outerwear", "bags",
    "hats",
)  # fmt: skip
"""categories in the order in which one dresses; layers are the knitwear that goes over knitwear"""
ALIKE = 3
"""difference from the photo, 0..255, that nobody sees: the photo's own pixel stays"""
INSIDE = 0.98
"""how far in front something must be to be inside it; nearer to its edge it may be mended"""
Reshape = Callable[[Subject, Bare, Sequence[Worn], Mapping[str, np.ndarray]], None]
Finish = Callable[[Subject, Bare, Sequence[Worn], Mapping[str, np.ndarray], Board], None]


@dataclass(frozen=True)
class Fitting:
    """A person in products."""

    picture: np.ndarray
    """straight-alpha uint8 [h, w, 4]; a photo's alpha is 255 everywhere"""
    stages: tuple[tuple[str, np.ndarray], ...]
    """name -> RGB uint8 picture of what the stage made"""
    seconds: Mapping[str, float]
    """stage -> seconds"""


def dress(
    subject: Subject, garments: Sequence[Garment], tucked: bool = False, with_stages: bool = False,
    bend: Callable[[Garment, Body], Worn] = put_on,
    shoe: Callable[[Garment, Figure], dict[str, np.ndarray]] = shoes,
    reshape: Reshape | None = None, finish: Finish | None = None,
    tell: Callable[[str], None] = lambda stage: None,
) -> Fitting:  # fmt: skip
    """The person in all of these; tucked: the top into what is worn below it.

    with_stages: also keep a picture of each stage, which takes a third longer.
    bend, shoe: `put_on` and `shoes`, or what remembers their results. reshape, finish: networks that
    cut the bent sheets anew and mend the dressed picture; neither is served (`bench fitting` says why).
    tell: is told each stage's name as it begins.
    Raises PictureError when two of them are of one category. Whether a photo shows enough of the body
    is asked before (`demo.fitting.people`); what lies beyond its edge is left away.
    """
    clock = _Clock()
    tell("warp")
    ranked = _in_order(garments, tucked)
    carried = {g.category: g for g in ranked if g.kind not in DRAPED}
    body = Body(subject.body)

    worn = [bend(g, body) for g in ranked if g.kind in DRAPED]
    if subject.is_photo:
        follow(subject, worn)
    if tucked:
        tuck(worn)
    press_under(worn)
    if subject.is_photo:
        for layer in worn:
            settle(layer, body)
        sit(subject, worn)
        widen(subject, worn)
    feet = shoe(carried["shoes"], subject.body) if "shoes" in carried else {}
    clock.stop("warp")
    tell("undress")

    find = bare_photo if subject.is_photo else bare_figure
    bare = find(subject, worn, feet)
    if subject.is_photo:
        bare = plain_beneath(subject, worn, bare)
    if reshape is not None:
        reshape(subject, bare, worn, feet)
    clock.stop("undress")
    tell("lay on")

    board = lay_on(subject, bare, worn, feet, carried)
    if finish is not None:
        finish(subject, bare, worn, feet, board)
    changed, picture = board.touched | bare.changed, board.picture()
    if subject.is_photo:
        unlike = np.abs(picture.astype(np.int16) - subject.picture).max(2) > ALIKE
        changed &= unlike
        if "hats" not in carried:
            changed &= ~_in_front(subject, bare)
    picture = np.where(changed[..., None], picture, subject.picture)
    clock.stop("lay on")
    stages: tuple[tuple[str, np.ndarray], ...] = ()
    if with_stages:
        stages = (
            ("shape", _regions(subject, worn, feet)),
            ("warp", _shown(subject, worn)),
            ("undressed", on_paper(bare.picture)),
            ("result", on_paper(np.dstack([board.rgb, board.alpha]))),
        )
    return Fitting(picture, stages, clock.seconds)


def lay_on(
    subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray],
    carried: Mapping[str, Garment],
) -> Board:  # fmt: skip
    """All sheets over the bare person, in the order one dresses; arms, hands and head in front."""
    light = light_on(subject, {w.kind for w in worn}) if subject.is_photo else None

    def placed(sheet: np.ndarray) -> np.ndarray:
        own = subject.bring(sheet)
        return own if light is None else np.dstack([own[..., :3] * light, own[..., 3]])

    board = Board(np.zeros_like(bare.picture), subject.unit, bare.shaded)
    if subject.is_photo:
        board.lay(bare.picture)
    for garment in reversed(worn):
        if "inside" in garment.sheets:
            board.lay(placed(garment.sheets["inside"]), bare.behind, is_product=True)
    if not subject.is_photo:
        board.lay(bare.picture, bare.skin, shadow=0.35)
    shod = carried.get("shoes")
    over = shod is not None and shod.type in SHAFTS and any(_is_narrow(w.garment) for w in worn)
    if not over:
        _lay_shoes(board, feet, placed)
    for garment in worn:
        for side in SIDES:
            if f"sleeve_{side}" in garment.sheets:
                board.lay(placed(garment.sheets[f"sleeve_{side}"]), is_product=True)
        board.lay(placed(garment.sheets[""]), shadow=0.30, is_product=True)
        if over and _is_narrow(garment.garment):
            _lay_shoes(board, feet, placed)
    board.lay(bare.picture, bare.head)
    if "bags" in carried:
        board.lay(placed(bag(carried["bags"], subject.body)), shadow=0.35, is_product=True)
    for side in SIDES:
        board.lay(bare.picture, bare.arms[side], shadow=0.3)
        for garment in worn:
            if f"sleeve_{side}_over" in garment.sheets:
                sheet = garment.sheets[f"sleeve_{side}_over"]
                board.lay(placed(sheet), shadow=0.2, is_product=True)
    board.lay(bare.picture, bare.hands)
    if "hats" in carried:
        board.lay(placed(hat(carried["hats"], subject.body)), shadow=0.35, is_product=True)
    return board


def _in_front(subject: Subject, bare: Bare) -> np.ndarray:
    """Inside the hair, face and hands that lie before all cloth: these pixels stay the photo's, [h, w]."""
    head = np.isin(subject.labels, (HAIR, FACE)) & (bare.head > INSIDE)
    head |= cv2.erode((subject.labels == HAIR).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return head | ((subject.labels == ARMS) & (bare.hands > INSIDE))


def _in_order(garments: Sequence[Garment], tucked: bool) -> list[Garment]:
    """The garments, inner first. Raises PictureError when two are of one category."""
    levels = [_level(garment) for garment in garments]
    for garment, level in zip(garments, levels, strict=True):
        if levels.count(level) > 1:
            raise PictureError(
                f"Only one of the {garment.category} can be worn at a time. Take one away."
            )
    order = list(ORDER)
    if tucked:
        order.remove("tops")
        order.insert(order.index("trousers"), "tops")
    return sorted(garments, key=lambda garment: order.index(_level(garment)))


def _level(garment: Garment) -> str:
    """Its place in `ORDER`: a cardigan goes over a sweater, though both are knitwear."""
    over = garment.category == "knitwear" and garment.type in LAYER_TYPES
    return "layers" if over else garment.category


def _is_narrow(garment: Garment) -> bool:
    """Whether trousers go into boots."""
    narrow = garment.type in ("skinny-jeans", "leggings") or garment.fit == "slim"
    return garment.category == "trousers" and narrow


def _lay_shoes(
    board: Board, feet: Mapping[str, np.ndarray], placed: Callable[[np.ndarray], np.ndarray]
) -> None:
    for sheet in feet.values():
        board.lay(placed(sheet), shadow=0.3, is_product=True)


def _regions(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """Which pixel will be what: the photo's labels with the new garments over them, in flat colours."""
    regions = subject.labels.copy()
    sheets = [(SHOES, shoe) for shoe in feet.values()]
    for garment in worn:
        label = LOWER if garment.kind in ("legs", "skirt") else UPPER
        sheets += [(label, s) for name, s in garment.sheets.items() if name != "inside"]
    for label, sheet in sheets:
        regions[subject.bring(sheet[..., 3]) > 0.5] = label
    return COLOURS[regions]


def _shown(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """The bent garments alone."""
    board = Board(np.zeros((SIZE[1], SIZE[0], 4), F32))
    for garment in worn:
        for name in ("", "sleeve_left_over", "sleeve_right_over"):
            if name in garment.sheets:
                board.lay(garment.sheets[name])
    return on_paper(subject.bring(np.dstack([board.rgb, board.alpha])))


class _Clock:
    """Seconds between its stops."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = perf_counter()

    def stop(self, stage: str) -> None:
        now = perf_counter()
        self.seconds[stage] = now - self._last
        self._last = now
