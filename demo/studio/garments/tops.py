"""T-shirts, long-sleeve tops, henleys, polos, tanks, camisoles, crop tops. Knows tops, not catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, flip, mirror, on_side, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, flutes
from demo.studio.garments import bare_shoulders
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.necklines import (
    armhole_band,
    collar,
    collar_stand_back,
    inside_back,
    neckband,
    placket,
    with_depth,
)
from demo.studio.garments.sleeves import Arm, Sleeve, draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailoring import (
    back_hem,
    bust,
    bust_folds,
    cutaway,
    draw_body,
)
from demo.studio.light import layer
from demo.studio.trims import label, stitch

NECK = {"crew": (1.0, 36), "v-neck": (0.98, 78), "scoop": (1.16, 74), "square": (1.20, 62)}
"""neckline -> factor on its width, depth"""


def shape_rng(colourway: Colourway) -> np.random.Generator:
    """Draws what all colourways of a family share."""
    return np.random.default_rng([colourway.shape_seed % 1_000_003, 11])


def with_neckline(cut: Cut, colourway: Colourway, rng: np.random.Generator) -> Cut:
    """The cut with the colourway's neckline."""
    width, depth = NECK.get(colourway.neckline, NECK["crew"])
    return with_depth(cut, depth + rng.uniform(-4, 6), cut.neck * width)


def chest_of(colourway: Colourway, cut: Cut, cloth: Cloth, canvas: Canvas) -> dict:
    """Bust and its folds for a woman's top."""
    if colourway.gender != "women":
        return {}
    return {"relief": bust(cut), "extra_folds": bust_folds(canvas.rng, cut, cloth.fold)}


def jersey(
    canvas: Canvas, colourway: Colourway, cut: Cut, *, hem: str, drop: float, band: float,
    ribbed: bool, arms: tuple[Arm, Arm], gain: float = 1.0, cuffs: str = "stitch",
    sleeve_accent: bool = False,
) -> None:  # fmt: skip
    """A set-in-sleeve jersey top with a neckband: the base of t-shirts and long-sleeve tops."""
    cloth, kind = fabric(colourway), colourway.neckline
    pair = sleeves_of(cut, colourway.sleeve, arms)
    inside_back(canvas, cut, cloth, texture=cloth.rib if ribbed and band > 12 else None)
    back_hem(canvas, cut, cloth, drop, hem)
    options = {
        "length": colourway.sleeve, "gain": gain, "finish": cuffs,
        "texture": cloth.accent if sleeve_accent else cloth.ground,
    }  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, cut, cloth, kind, hem=hem, sleeves=outlines_of(pair), gain=gain,
        **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    trim = cloth.accent if sleeve_accent else cloth.rib if ribbed else cloth.solid
    neckband(canvas, cut, kind, trim, cloth, band)


def t_shirt(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = with_neckline(cut_for(colourway, rng), colourway, rng)
    cut = replace(cut, reach=float(rng.choice([0.86, 1.0, 1.16])), hem_curve=rng.uniform(5, 13))
    hem = "round" if colourway.length == "cropped" or rng.random() < 0.92 else "shirttail"
    drop = float(rng.choice([0, 6, 10])) if hem == "round" else 12.0
    if hem == "shirttail":  # its middle hangs lowest: raised, or a t-shirt reads as a nightshirt
        cut = replace(cut, hem_y=cut.hem_y - 20)
    ringer = colourway.pattern == "colour-block" and rng.random() < 0.5
    jersey(
        canvas, colourway, cut, hem=hem, drop=drop, band=float(rng.choice([7, 9, 11, 14])),
        ribbed=rng.random() < 0.6, arms=pose(rng), sleeve_accent=ringer,
    )  # fmt: skip
    if rng.random() < 0.3 and colourway.pattern in ("solid", "melange"):
        chest_pocket(canvas, cut, fabric(colourway))


def chest_pocket(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A patch pocket on the wearer's left."""
    x, y = CX + cut.chest * 0.46, cut.armpit_y - 26
    patch = [
        (x - 23, y, 1), (x + 23, y, 1), (x + 23, y + 42, 1), (x + 19, y + 49), (x, y + 52),
        (x - 19, y + 49), (x - 23, y + 42, 1),
    ]  # fmt: skip
    around = [(x - 70, y - 50, 1), (x + 60, y - 50, 1), (x + 60, y + 110, 1), (x - 70, y + 110, 1)]
    layer(
        canvas, patch, cloth.ground, cloth.material, inflate_with=[spline(patch), spline(around)],
        R=60, depth=0.1, edge=1.2, wrinkle=0.4, lift=1.5, shadow=0.4,
    )  # fmt: skip
    row = [
        (x - 21, y + 2),
        (x - 21, y + 41),
        (x - 17, y + 47),
        (x, y + 50),
        (x + 17, y + 47),
        (x + 21, y + 41),
        (x + 21, y + 2),
    ]
    stitch(canvas, np.array(row), cloth.stitch)
    stitch(canvas, np.array([(x - 22, y + 8), (x + 22, y + 8)]), cloth.stitch, strength=0.4)


def long_sleeve_top(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, sleeve=0.95)
    if colourway.neckline == "off-shoulder":
        bare_shoulders.off_shoulder(canvas, colourway, cut, rng)
        return
    cut = with_neckline(cut, colourway, rng)
    cut = replace(cut, hem_curve=rng.uniform(5, 12))
    cuffs = "rib" if colourway.sleeve == "long" and rng.random() < 0.35 else "stitch"
    jersey(
        canvas, colourway, cut, hem="round", drop=float(rng.choice([0, 6])),
        band=float(rng.choice([6, 8, 10])), ribbed=rng.random() < 0.5, arms=pose(rng), cuffs=cuffs,
    )  # fmt: skip


def henley(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = with_neckline(cut_for(colourway, rng), colourway, rng)
    cut = replace(cut, neck_depth=cut.neck_depth + 4, hem_curve=rng.uniform(8, 13))
    hem = str(rng.choice(["round", "shirttail"]))
    cuffs = "rib" if colourway.sleeve == "long" else "stitch"
    jersey(
        canvas, colourway, cut, hem=hem, drop=10, band=8, ribbed=True, arms=pose(rng), cuffs=cuffs
    )
    cloth = fabric(colourway)
    top = cut.neck_y + cut.neck_depth - 7
    placket(
        canvas, cut, cloth, top, top + rng.uniform(84, 104), int(rng.choice([3, 4])), 9,
        texture=cloth.solid, first=11, closed_end=True,
    )  # fmt: skip


def polo_shirt(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng)
    cut = replace(cut, neck_depth=36, hem_curve=rng.uniform(6, 11), neck=cut.neck * 0.98)
    cloth, arms = fabric(colourway), pose(rng)
    pair = sleeves_of(cut, colourway.sleeve, arms)
    collar_stand_back(canvas, cut, cloth.solid, cloth)
    inside_back(canvas, cut, cloth, depth=6, rise=9, with_label=False)
    back_hem(canvas, cut, cloth, float(rng.choice([6, 12])))
    ribs = rng.random() < 0.6
    options = {"length": colourway.sleeve, "finish": "stitch"}
    if colourway.sleeve == "long":
        options["finish"] = "rib"
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas,
        cut,
        cloth,
        "crew",
        sleeves=outlines_of(pair),
        **chest_of(colourway, cut, cloth, canvas),
    )
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if colourway.sleeve == "short" and ribs:
        sleeve_ribs(canvas, cloth, pair)
    bottom = cut.neck_y + rng.uniform(112, 142)
    buttons = int(rng.choice([2, 3]))
    placket(canvas, cut, cloth, cut.neck_y + 26, bottom, buttons, 9.5, closed_end=True, first=26)
    contrast = colourway.pattern in ("striped", "colour-block") and rng.random() < 0.6
    trim = cloth.accent if contrast else cloth.rib if ribs else cloth.solid
    collar(canvas, cut, trim, cloth, spread=1.02, length=0.88, soft=True)


def sleeve_ribs(canvas: Canvas, cloth: Cloth, pair: tuple[Sleeve, Sleeve]) -> None:
    """Knitted bands at the edges of short sleeves."""
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner = (np.array(on_side([p], side)[0][:2], float) for p in (own.outer, own.inner))
        run = (inner - outer) / np.linalg.norm(inner - outer)
        down = np.array([-run[1], run[0]]) * (1 if run[0] < 0 else -1)
        down = down if down[1] > 0 else -down
        band = [
            (*(outer - down * 10), 1), (*(inner - down * 10), 1), (*(inner + down), 1),
            tuple((inner + outer) / 2 + down * 3.5), (*(outer + down), 1),
        ]  # fmt: skip
        angle = float(np.rad2deg(np.arctan2(down[1], down[0]))) - 90
        layer(
            canvas, band, cloth.rib, cloth.material, R=24, depth=0.4, edge=3, wrinkle=0.1, lift=1.5,
            uv=(float(outer[0]), float(outer[1]), angle),
        )  # fmt: skip


def strap_folds(canvas: Canvas, cut: Cut, cloth: Cloth, strap: float) -> list[Fold]:
    """Drags from shoulder straps and armholes, and the flutes of a hem that nothing holds."""
    rng = canvas.rng
    x, deep = cut.neck + strap * 0.5, cut.armpit_y - cut.neck_y
    folds = [
        Fold((CX + side * (x + rng.uniform(-8, 8)), cut.neck_y + deep * rng.uniform(0.15, 0.4)),
             (CX + side * rng.uniform(16, 84), cut.armpit_y + rng.uniform(-6, 46)),
             rng.uniform(-6, 6), (3, rng.uniform(8, 13)), rng.uniform(1.2, 2.6) * cloth.fold,
             rng.uniform(-0.3, 0.3), 0.15, 0.7)
        for side in (1, -1) for _ in range(3)
    ]  # fmt: skip
    top = (CX, cut.waist, cut.armpit_y + 0.45 * (cut.hem_y - cut.armpit_y))
    return folds + flutes(rng, top, (CX, cut.hem, cut.hem_y), 6, 2.3 * cloth.fold)


def tank_top(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, neck_y=80, armpit_y=214)
    depth = {"scoop": 92, "v-neck": 96}.get(colourway.neckline, 46)
    width = {"scoop": 1.12, "v-neck": 1.05}.get(colourway.neckline, 1.05)
    cut = replace(cut, neck=cut.neck * width, neck_depth=depth + rng.uniform(-6, 6))
    strap = rng.uniform(16, 28) if colourway.neckline != "crew" else rng.uniform(22, 34)
    sleeveless(canvas, colourway, cut, strap, rng, band=float(rng.choice([4.5, 5.5, 7])))


def sleeveless(
    canvas: Canvas, colourway: Colourway, cut: Cut, strap: float, rng: np.random.Generator,
    band: float = 7, hem_drop: float = 8,
) -> None:  # fmt: skip
    """A top without sleeves: back panel seen through neck and armholes, front, bindings."""
    cloth = fabric(colourway)
    cut = replace(
        cut,
        chest=cut.chest * 0.93,
        waist=cut.waist * 0.96,
        hem=cut.hem * 0.97,
        armpit_y=cut.armpit_y - 8,
        shoulder_y=cut.neck_y + 0.6 * (cut.shoulder_y - cut.neck_y),
    )
    n, y = cut.neck, cut.neck_y
    hole = cutaway(cut, strap)
    back_neck = [(CX, y + 30), (CX + n * 0.6, y + 22), (CX + n, y - 2, 1)]
    back_hole = [(p[0] - (8 if 0 < i < 4 else 0), *p[1:]) for i, p in enumerate(hole)]
    back = mirror([*back_neck, *back_hole, (CX + cut.chest - 8, cut.armpit_y + 50, 1),
                   (CX, cut.armpit_y + 60)])  # fmt: skip
    layer(
        canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.4, lift=0,
        dark=0.58, uv=lambda px, py: (CX - px + 31, py - 83),
    )  # fmt: skip
    label(canvas, CX, y + 34, 22, 12, dark=0.6)
    back_hem(canvas, cut, cloth, hem_drop)
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *strap_folds(canvas, cut, cloth, strap)]
    draw_body(canvas, cut, cloth, colourway.neckline, strap=strap, lift=4, gain=1.1, **chest)
    trim = cloth.rib if rng.random() < 0.4 else cloth.solid
    neckband(canvas, cut, colourway.neckline, trim, cloth, band, 1.6)
    for side in (1, -1):
        line = spline(hole if side == 1 else flip(hole), closed=False)
        armhole_band(canvas, line + [-side * 2.5, 0], trim, cloth, band * 0.45)


def camisole(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    bare_shoulders.camisole(canvas, colourway, cut_for(colourway, rng, armpit_y=196, waist=98), rng)


def crop_top(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(replace(colourway, length="cropped"), rng)
    cut = replace(cut, hem_curve=5, sleeve=cut.sleeve * 0.92)
    if colourway.neckline == "halter":
        bare_shoulders.halter(canvas, colourway, cut, rng)
        return
    if colourway.neckline == "off-shoulder":
        bare_shoulders.off_shoulder(canvas, colourway, cut, rng)
        return
    cut = with_neckline(cut, colourway, rng)
    band = float(rng.choice([4.5, 5.5, 7]))
    if colourway.sleeve in ("", "sleeveless"):
        strap = rng.uniform(17, 26) if colourway.neckline != "crew" else rng.uniform(22, 32)
        sleeveless(canvas, colourway, cut, strap, rng, band, hem_drop=5)
        return
    jersey(
        canvas, colourway, cut, hem="round", drop=5, band=band, ribbed=rng.random() < 0.5,
        arms=pose(rng),
    )  # fmt: skip


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "t-shirt": t_shirt,
    "long-sleeve-top": long_sleeve_top,
    "henley": henley,
    "polo-shirt": polo_shirt,
    "tank-top": tank_top,
    "camisole": camisole,
    "crop-top": crop_top,
}
