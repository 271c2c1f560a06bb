"""What knitted garments share: gauges, cuts, arms, raglan seams. Knows no collar and no type."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio import weaves
from demo.studio.canvas import (
    CX,
    Array,
    Canvas,
    Point,
    flip,
    mirror,
    on_side,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.marks import draws, mark_hem
from demo.studio.garments.sleeves import Sleeve
from demo.studio.garments.stances import Arms
from demo.studio.garments.tailoring import hem_line, neck_curve, side_seam
from demo.studio.light import Texture, layer
from demo.studio.noise import noise
from demo.studio.trims import stitch
from demo.studio.weaves import Weave

# ---- gauges ------------------------------------------------------------------------------------


def fisherman(width: float = 9.0) -> Weave:
    """Thick brioche ribs, each of them one column of long stitches."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        across = np.mod(u / width, 1) - 0.5
        ridge = np.exp(-((across / 0.30) ** 4))
        row = np.mod(v / (width * 0.62) + 0.9 * np.abs(across), 1) - 0.5
        loop = np.exp(-((row / 0.34) ** 2)) * ridge
        yarn = 0.03 * noise(51, 1.0, u, v, 3)
        return 0.70 + 0.20 * ridge + 0.16 * loop + yarn, 1.5 * ridge + 0.7 * loop

    return weave


def aran(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Cables side by side, one down the middle of the body and of each sleeve; moss at the sides.

    Right sleeves are cut 97 units further along the cloth (`light.place`): two repeats.
    """
    cabled, cords = weaves.cable(5.0, 48.5)(u, v)
    bumps = 0.5 + 0.5 * np.sin(2 * np.pi * u / 5.2) * np.sin(2 * np.pi * v / 5.6)
    inner = (np.abs(u) < 150).astype(np.float32)
    moss = 0.84 + 0.22 * bumps
    return cabled * inner + moss * (1 - inner), cords * inner + 1.1 * bumps * (1 - inner)


GAUGES: dict[str, Weave] = {
    "fine": weaves.stockinette(2.8, 0.35),
    "plain": weaves.stockinette(4.2),
    "chunky": weaves.stockinette(7.2, 1.3),
    "rib": weaves.ribbed(5.6, 0.9, 0.62),
    "fisherman": fisherman(),
    "aran": aran,
}


def knitted(flat: Texture, weave: Weave, stitch_wide: float = 0.0) -> Texture:
    """A flat cloth's colours on knitted loops; with `stitch_wide` a stitch has a single colour."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        if stitch_wide:
            tall = stitch_wide * 0.78
            lean = 1.35 * np.abs(np.mod(u / stitch_wide, 1) - 0.5)
            across = (np.floor(u / stitch_wide) + 0.5) * stitch_wide
            albedo, _ = flat(across, (np.floor(v / tall + lean) + 0.16) * tall, seed)
        else:
            albedo, _ = flat(u, v, seed)
        gain, relief = weave(u, v)
        dark = np.exp(-albedo.mean(-1) / 0.05)  # black yarn shows its loops by a pale fuzz
        fuzz = dark * np.clip(gain - 0.68, 0, 1) * 0.085
        return (albedo * (gain ** (1 + 1.2 * dark))[..., None] + fuzz[..., None]), relief

    return texture


def gauge(colourway: Colourway, name: str) -> Cloth:
    """The colourway's cloth knitted in one of `GAUGES`; only solid and melange take a bold one."""
    bold = colourway.pattern in ("solid", "melange")
    if colourway.material == "wool" and name in ("plain", "chunky"):
        name = "fine" if name == "plain" else "plain"
    if colourway.pattern in ("checked", "plaid", "houndstooth"):
        name = "fine"  # a check has few stitches
    weave = GAUGES[name if bold or name in ("fine", "plain") else "plain"]
    cloth, flat = fabric(colourway), fabric(replace(colourway, material="cotton"))
    worked = colourway.pattern in ("checked", "plaid", "houndstooth", "striped")
    wide = {"fine": 2.8, "chunky": 7.2}.get(name, 4.2) if worked else 0.0
    return replace(
        cloth, texture=knitted(flat.texture, weave, wide),
        ground=knitted(flat.ground, weave, wide),
        accent=knitted(flat.accent, weave), solid=knitted(flat.solid, weave),
    )  # fmt: skip


# ---- cuts --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shape:
    """One silhouette of a pullover: factors on the cut and what it is finished with."""

    gauge: str
    arms: Arms
    shoulder: float = 1.0
    drop: float = 0.0
    """how far the shoulder seam falls down the arm"""
    chest: float = 1.02
    waist: float = 1.03
    hem: float = 1.0
    longer: float = 0.0
    sleeve: float = 1.1
    cuff: float = 1.05
    puff: float = 0.0
    neck: float = 1.0
    depth: float = 0.0
    band: float = 11.0
    rib: float = 28.0
    """height of the waistband; 0 leaves a straight hem, split at the sides"""
    raglan: bool = False
    gain: float = 1.1


def knit_cut(colourway: Colourway, rng: np.random.Generator, shape: Shape) -> Cut:
    """The cut of a pullover; a waistband takes the last units of its length."""
    cut = cut_for(colourway, rng, sleeve=shape.sleeve)
    short = 0.4 if colourway.length == "cropped" else 1.0
    curve = rng.uniform(3, 6) + (0 if shape.rib else 8)
    cut = replace(cut, reach=0.90)
    if colourway.length == "cropped":  # ends at the waistband of high trousers, not at the ribs
        cut = replace(cut, hem_y=cut.hem_y + 34, armpit_y=cut.armpit_y - 8, reach=0.80)
        cut = replace(cut, waist_y=cut.armpit_y + 0.42 * (cut.hem_y - cut.armpit_y))
    return replace(
        cut, shoulder=cut.shoulder * shape.shoulder,
        shoulder_y=cut.shoulder_y + shape.drop * 0.55, armpit_y=cut.armpit_y + shape.drop,
        chest=cut.chest * shape.chest, waist=cut.waist * shape.waist, hem=cut.hem * shape.hem,
        hem_y=cut.hem_y - shape.rib + 2 + shape.longer * short, hem_curve=curve,
        cuff=cut.cuff * shape.cuff, puff=shape.puff, neck=cut.neck * shape.neck,
        neck_depth=35 + shape.depth + max(0.0, shape.band - 10) * 0.8 + rng.uniform(-2, 4),
    )  # fmt: skip


def raglan_line(cut: Cut, kind: str) -> list[Point]:
    """The right raglan seam, armpit first, up to the neckline."""
    n, y, d = cut.neck, cut.neck_y, cut.neck_depth
    high = 0.33 if kind == "v-neck" else 0.38
    end = (CX + n * (0.66 if kind == "v-neck" else 0.90), y + d * high, 1)
    pit = (CX + cut.chest, cut.armpit_y, 1)
    reach, fall = pit[0] - end[0], pit[1] - end[1]
    return [
        pit, (pit[0] - reach * 0.30, pit[1] - fall * 0.22),
        (pit[0] - reach * 0.68, pit[1] - fall * 0.60), end,
    ]  # fmt: skip


def raglan_sleeve(own: Sleeve, cut: Cut, kind: str) -> Sleeve:
    """The set-in sleeve made to run up to the neckline."""
    set_in = 4 if own.front else 3  # the points along the armhole, last of the outline
    neck = [(CX + cut.neck, cut.neck_y, 1)]
    return replace(own, outline=[*own.outline[:-set_in], *raglan_line(cut, kind), *neck])


def raglan_body(cut: Cut, kind: str, hem: str) -> list[Point]:
    """The front between two raglan seams."""
    top = neck_curve(cut, kind)[:-1]
    keep = [p for p in top if p[0] < raglan_line(cut, kind)[-1][0] - 1]
    return mirror([*keep, *raglan_line(cut, kind)[::-1], *side_seam(cut), *hem_line(cut, hem)])


def raglan_stitches(canvas: Canvas, cut: Cut, cloth: Cloth, kind: str) -> None:
    """Twin rows beside both raglan seams."""
    for side in (1, -1):
        line = spline(on_side(raglan_line(cut, kind), side), closed=False)
        for away in (2.2, 5.0):
            stitch(canvas, line - [side * away, -away * 0.3], cloth.stitch, strength=0.4)


@draws("inside")
def split_hem(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The back of a hem without waistband, seen longer than the front, and its ribbed edge."""
    h, y = cut.hem, cut.hem_y
    back = [
        (CX, y - 70), (CX + h - 8, y - 70, 1), (CX + h - 3, y - 34), (CX + h - 4, y - 4, 1),
        (CX + h * 0.62, y + 8), (CX + h * 0.2, y + 12),
    ]  # fmt: skip
    layer(
        canvas, mirror(back), cloth.rib, cloth.material, R=60, depth=0.1, edge=3, wrinkle=0.3,
        lift=0, dark=0.62,
    )  # fmt: skip


@draws("waistband")
def edge_rib(canvas: Canvas, cut: Cut, cloth: Cloth, height: float = 17) -> None:
    """The narrow ribbed edge of a front that hangs straight."""
    h, y, curve = cut.hem, cut.hem_y, cut.hem_curve
    right = [
        (CX + h * 0.5, y - curve * 0.3 - height), (CX + h - 1, y - curve - height, 1),
        (CX + h - 1, y - curve - 5), (CX + h - 7, y - curve - 0.5),
        (CX + h * 0.5, y - curve * 0.15 + 1), (CX + h * 0.16, y + 1.5),
    ]  # fmt: skip
    outline = spline([*right, *flip(right)[::-1]])
    body = spline(mirror([(CX, y - 200), (CX + h, y - 200, 1), (CX + h, y - curve, 1), (CX, y)]))
    folds = [
        Fold((CX + x, y + 4), (CX + x + canvas.rng.uniform(-9, 9), y - 34), 0, (7, 6), 1.5)
        for x in canvas.rng.uniform(-h, h, 6)
    ]
    layer(
        canvas, outline, cloth.rib, cloth.material, inflate_with=[outline, body], R=118,
        depth=0.52, edge=9, edge_depth=0.6, wrinkle=0.3, lift=0.6, shadow=0.25, folds=folds,
    )  # fmt: skip
    mark_hem(canvas, (CX + h - 5, y - curve - 1), (CX, y + 1))
