"""Sleeves: arms' poses, outlines from shoulder to cuff, and their hems. Knows no collar, no pocket."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, Point, W, flip, on_side, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, tube_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import SLEEVE, mark_cuff, mark_elbow
from demo.studio.garments.tailoring import armhole
from demo.studio.light import Texture, layer
from demo.studio.trims import button, stitch


@dataclass(frozen=True)
class Arm:
    """How one sleeve hangs: degrees outward from straight down, above and below the elbow."""

    upper: float
    fore: float
    front: bool = False
    """lies over the body"""


POSES: tuple[tuple[Arm, Arm], ...] = (
    (Arm(20, 9), Arm(23, 5)),
    (Arm(16, 12), Arm(18, 9)),
    (Arm(25, 19), Arm(22, 17)),
    (Arm(24, -9, True), Arm(22, -5, True)),
    (Arm(19, 10), Arm(24, -12, True)),
    (Arm(17, 14), Arm(22, 3)),
    (Arm(25, 1), Arm(18, 13)),
    (Arm(29, 25), Arm(27, 26)),
)
"""right and left arm"""


def pose(rng: np.random.Generator, spread: float = 1.0) -> tuple[Arm, Arm]:
    """One of the poses, a few degrees off; heavy cloth hangs closer, at a smaller `spread`."""
    arms = POSES[int(rng.choice(len(POSES), p=(0.16, 0.16, 0.14, 0.12, 0.10, 0.13, 0.10, 0.09)))]
    return tuple(
        Arm(
            spread * a.upper + rng.uniform(-2, 2), spread * a.fore + rng.uniform(-3.5, 3.5), a.front
        )
        for a in arms
    )


@dataclass(frozen=True)
class Sleeve:
    """A right sleeve's geometry; `on_side` mirrors it."""

    outline: list[Point]
    path: list[Point]
    """centre line"""
    widths: list[float]
    outer: Point
    inner: Point
    """ends of the cuff edge"""
    front: bool


def heading(degrees: float) -> np.ndarray:
    """Unit vector: 0 is straight down, positive outward (right)."""
    return np.array([np.sin(np.deg2rad(degrees)), np.cos(np.deg2rad(degrees))])


def across(degrees: float) -> np.ndarray:
    """Unit vector from the outer to the inner edge."""
    return np.array([-np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])


def head(top: np.ndarray, unit: float) -> list[Point]:
    """The sleeve's head: it goes on where the shoulder ends and bends down, without a corner."""
    return [(top[0] - 7 * unit, top[1] - 2.6 * unit), (top[0] + 6 * unit, top[1] + 4.5 * unit)]


def sleeve(cut: Cut, length: str, arm: Arm) -> Sleeve:
    """A set-in sleeve: short, three-quarter or long."""
    unit, wide = cut.unit, cut.sleeve
    top = np.array([CX + cut.shoulder, cut.shoulder_y])
    pit = np.array([CX + cut.chest, cut.armpit_y])
    deep = cut.armpit_y - cut.shoulder_y
    upper, fore = heading(arm.upper), heading(arm.fore)
    inside = [
        (CX + cut.chest - 14 * unit, cut.armpit_y - 4, 1),
        (CX + cut.shoulder - 30 * unit, top[1] + deep * 0.5, 1),
        (top[0] - 18 * unit, top[1] - 4 * unit, 1),
    ]  # fmt: skip
    if arm.front:
        inside = [*armhole(cut)[::-1]]
    middle = (top + pit) / 2 - [3, 6]
    if length == "short":
        slant = max(30.0, arm.upper + 10)
        run = deep * 1.04 * cut.reach
        outer = top + heading(slant) * run + [4 * wide, 0]
        mouth = across(slant - 5)  # the opening is nearly square to the arm, clear of the body
        inside_x = max(outer[0] + mouth[0] * 62 * wide * unit, pit[0] + 6 * unit)
        inner = outer + mouth * (inside_x - outer[0]) / mouth[0]
        inner[1] = max(inner[1], pit[1] + 12 * unit)
        bulge = top + heading(slant - 6) * run * 0.42 + [6 * wide * unit, -2]
        outline = [
            *head(top, unit), tuple(bulge),
            tuple(top + heading(slant - 1) * run * 0.74 + [6 * wide, 0]),
            (*outer, 1), tuple((outer + inner) / 2 + heading(slant) * 3), (*inner, 1),
            tuple((pit + inner) / 2 + [1, 1]), *inside,
        ]  # fmt: skip
        path = [tuple(middle), tuple((outer + inner) / 2)]
        half = float(np.linalg.norm(outer - inner)) / 2
        return Sleeve(outline, path, [deep / 2, half], tuple(outer), tuple(inner), False)
    share = {"three-quarter": 0.36, "long": 1.0}.get(length, 1.0)
    arm_length = 172 * unit * (0.5 + 0.5 * cut.reach)
    fore_length = 178 * unit * cut.reach
    at_elbow = 28 * wide * unit
    at_cuff = at_elbow + (cut.cuff * (0.4 + 0.6 * wide) - at_elbow) * min(1.0, share * 1.1)
    elbow = top + upper * arm_length + [3 * wide, 0]
    outer = elbow + fore * fore_length * share
    between = (arm.upper + arm.fore) / 2
    elbow_in = elbow + across(between) * 2 * at_elbow
    inner = outer + across(arm.fore) * 2 * at_cuff + fore * 3
    half_way = outer + (elbow - outer) * 0.5 - across(arm.fore) * 2
    half_in = inner + (elbow_in - inner) * 0.5 + across(arm.fore) * 1
    below_pit = pit + (elbow_in - pit) * 0.30 + [2, 0]
    outline = [
        *head(top, unit), tuple(top + upper * 36 * unit + [7 * wide * unit, -2]),
        tuple(top + upper * 90 * unit + [8 * wide, 0]), tuple(elbow),
    ]  # fmt: skip
    if share > 0.5:
        outline += [tuple(half_way), (*outer, 1), (*inner, 1), tuple(half_in)]
    else:
        outline += [(*outer, 1), (*inner, 1)]
    if cut.puff:  # gathered into the cuff
        full = across(arm.fore) * cut.puff * unit
        at = outline.index((*outer, 1))
        outline[at - 1 : at] = [
            tuple(half_way - full * 0.6), tuple(outer - fore * 30 * unit - full),
            tuple(outer - fore * 8 * unit - full * 0.75),
        ]  # fmt: skip
        at = outline.index((*inner, 1)) + 1
        outline[at : at + (share > 0.5)] = [
            tuple(inner - fore * 8 * unit + full * 0.75),
            tuple(inner - fore * 30 * unit + full * 0.9), tuple(half_in + full * 0.4),
        ]  # fmt: skip
    outline += [tuple(elbow_in), tuple(below_pit), *inside]
    path = [
        tuple(middle), tuple((middle + (elbow + elbow_in) / 2) / 2), tuple((elbow + elbow_in) / 2),
        tuple((outer + inner) / 2),
    ]  # fmt: skip
    widths = [deep * 0.46, (deep * 0.46 + at_elbow) / 2, at_elbow, at_cuff]
    return Sleeve(outline, path, widths, tuple(outer), tuple(inner), arm.front)


def sleeves_of(cut: Cut, length: str, arms: tuple[Arm, Arm]) -> tuple[Sleeve, Sleeve] | None:
    """Both sleeves (the left one not yet mirrored), None for sleeveless."""
    if length in ("", "sleeveless"):
        return None
    return within(cut, length, arms[0]), within(cut, length, arms[1])


def within(cut: Cut, length: str, arm: Arm) -> Sleeve:
    """The sleeve, held closer to the body until its cuff stays on the canvas."""
    own = sleeve(cut, length, arm)
    while max(p[0] for p in own.outline) > W - 16 and arm.upper > 8:
        arm = replace(arm, upper=arm.upper - 2, fore=arm.fore - 2)
        own = sleeve(cut, length, arm)
    return own


def outlines_of(pair: tuple[Sleeve, Sleeve] | None) -> list[np.ndarray]:
    """Splined outlines of both sleeves, for inflating the body with them."""
    if pair is None:
        return []
    return [spline(pair[0].outline), spline(flip(pair[1].outline)[::-1])]


def draw_sleeves(
    canvas: Canvas,
    cut: Cut,
    cloth: Cloth,
    pair: tuple[Sleeve, Sleeve] | None,
    *,
    front: bool,
    length: str = "long",
    texture: Texture | None = None,
    finish: str = "stitch",
    rib: Texture | None = None,
    gain: float = 1.0,
    relief: tuple[Field, Field] | None = None,
) -> None:
    """Draw those sleeves that lie in front of (or behind) the body.

    finish: "stitch" (turned hem), "rib" (knit cuff), "cuff" (buttoned band), "plain".
    """
    if pair is None:
        return
    texture = texture or cloth.ground
    for side, own in ((1, pair[0]), (-1, pair[1])):
        if own.front == front:
            with canvas.part(SLEEVE[side]):
                draw_sleeve(
                    canvas, cut, cloth, own, side, length, texture, finish, rib or cloth.rib, gain,
                    relief[0 if side == 1 else 1] if relief else None,
                )  # fmt: skip


def gathers(rng: np.random.Generator, path: np.ndarray, half: float, height: float) -> list[Fold]:
    """Fine folds that rise from a cuff into a full sleeve."""
    end, before = path[-1], path[-6]
    down = (end - before) / np.linalg.norm(end - before)
    out = np.array([-down[1], down[0]])
    folds = []
    for lane in np.linspace(-0.85, 0.85, 7) + rng.uniform(-0.09, 0.09, 7):
        start = end + out * lane * half * 0.75
        stop = end - down * rng.uniform(26, 70) + out * lane * half * 1.1
        folds.append(Fold(tuple(start), tuple(stop), rng.uniform(-3, 3), (1.8, 5.0),
                          height * rng.uniform(0.6, 1.3), 0.1, 0.02, 0.8))  # fmt: skip
    return folds


def draw_sleeve(
    canvas: Canvas, cut: Cut, cloth: Cloth, own: Sleeve, side: int, length: str, texture: Texture,
    finish: str, rib: Texture, gain: float, relief: Field | None = None,
) -> None:  # fmt: skip
    rng = canvas.rng
    outline = on_side(own.outline, side)
    shape = spline(outline if side == 1 else outline[::-1])
    path = spline(on_side(own.path, side), closed=False)
    run = path[-1] - path[0]
    angle = np.rad2deg(np.arctan2(run[1], run[0])) - 90
    is_long = length != "short"
    strength = 1.3 * gain * cloth.fold
    folds = tube_folds(
        rng, path, own.widths, strength, 1.0 if length == "long" else 0.4,
        0.52 if is_long else None, side,
    )  # fmt: skip
    if cut.puff and is_long:
        folds += gathers(rng, path, own.widths[-1] + cut.puff * 0.7, 1.6 * cloth.fold)
    px, py = on_side([(CX + cut.chest - 2, cut.armpit_y + 4)], side)[0]
    for _ in range(4):
        turn, reach = np.deg2rad(rng.uniform(-75, 0)), rng.uniform(30, 62) * cut.unit
        end = (px + side * np.cos(turn) * reach, py + np.sin(turn) * reach)
        folds.append(Fold((px, py), end, rng.uniform(-5, 5), (2.5, rng.uniform(5, 9)),
                          rng.uniform(0.9, 2.2) * strength, 0, 0.05, 0.7))  # fmt: skip
    outer, inner = (np.array(on_side([p], side)[0][:2], float) for p in (own.outer, own.inner))
    down = path[-1] - path[-6]
    down = down / np.linalg.norm(down)
    seams, pucker, hem = [], [], None
    if finish == "stitch":
        middle = (outer + inner) / 2 - down * 7 + [0, 2]
        hem = spline(
            [tuple(outer - down * 9), tuple(middle), tuple(inner - down * 9)], closed=False
        )
        seams, pucker = [(hem, 1.6, 0.8)], [(hem, 9, 0.45)]
    body = on_side(
        [
            (CX + cut.shoulder - 8, cut.shoulder_y - 2, 1), (CX + 20, cut.neck_y + 20, 1),
            (CX + 20, cut.armpit_y + 40, 1), (CX + cut.chest - 4, cut.armpit_y + 8, 1),
        ],
        side,
    )  # fmt: skip

    def under_arm(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        if own.front:
            return np.ones_like(x)
        beyond = np.maximum(0, np.abs(x - CX) - cut.chest + 2)
        return 1 - 0.38 * np.exp(-beyond / 9) * smoothstep(cut.armpit_y - 60, cut.armpit_y + 20, y)

    layer(
        canvas, shape, texture, cloth.material, inflate_with=[shape, spline(body)],
        R=26 if is_long else 30, depth=0.5, edge=7, edge_depth=0.7, folds=folds,
        wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=angle + 90 + side * 30,
        uv=(float(path[0][0]), cut.shoulder_y, angle), lift=4 if not own.front else 5,
        seams=seams, pucker=pucker, occlusion=under_arm, opacity=cloth.opacity, relief=relief,
        shadow=0.38 if own.front else 0.45,
    )  # fmt: skip
    if own.front:
        seam = spline(on_side(armhole(cut), side), closed=False)
        stitch(canvas, seam, cloth.stitch, strength=0.18)
    if hem is not None:
        for distance in (0.0, 2.8):
            stitch(canvas, hem - down * distance, cloth.stitch, strength=0.45)
    if finish == "rib":
        rib_cuff(canvas, outer, inner, down, cloth, rib, angle, cut.unit)
    if finish == "cuff":
        shirt_cuff(canvas, outer, inner, down, cloth, texture, angle, cut.unit)
    mark_cuff(canvas, outer, inner, again=False)
    if is_long:
        mark_elbow(canvas, side, on_side(own.path, side)[2])


def rib_cuff(
    canvas: Canvas, outer: np.ndarray, inner: np.ndarray, down: np.ndarray, cloth: Cloth,
    rib: Texture, angle: float, unit: float,
) -> None:  # fmt: skip
    along = (inner - outer) / np.linalg.norm(inner - outer)
    taper = 0.12 * np.linalg.norm(inner - outer)
    end = down * 26 * unit
    band = [
        (*(outer - down * 2 + along * 0.5), 1), tuple((outer + inner) / 2 - down * 1.0),
        (*(inner - down * 2 - along * 0.5), 1), (*(inner + end - along * taper), 1),
        tuple((outer + inner) / 2 + end + down * 2.5), (*(outer + end + along * taper), 1),
    ]  # fmt: skip
    layer(
        canvas, band, rib, cloth.material, R=16, depth=0.6, edge=4, wrinkle=0.15, lift=2.5,
        uv=(float(outer[0]), float(outer[1]), angle), seams=[(np.stack([outer, inner]), 1.5, 1.0)],
    )  # fmt: skip
    mark_cuff(canvas, outer + end + along * taper, inner + end - along * taper)


def shirt_cuff(
    canvas: Canvas, outer: np.ndarray, inner: np.ndarray, down: np.ndarray, cloth: Cloth,
    texture: Texture, angle: float, unit: float,
) -> None:  # fmt: skip
    along = (inner - outer) / np.linalg.norm(inner - outer)
    deep = 25 * unit
    band = [
        (*(outer - along * 1.0 - down * 2), 1), (*(inner + along * 1.0 - down * 2), 1),
        (*(inner + down * (deep - 2) - along), 1), tuple((outer + inner) / 2 + down * (deep + 1)),
        (*(outer + down * deep + along), 1),
    ]  # fmt: skip
    layer(
        canvas, band, texture, cloth.material, R=18, depth=0.5, edge=4, wrinkle=0.25, lift=2.5,
        uv=(float(outer[0]), float(outer[1]), angle),
    )  # fmt: skip
    for drop in (deep * 0.86, 1.5):
        row = np.stack([outer + down * drop + along * 2, inner + down * drop - along * 2])
        stitch(canvas, row, cloth.stitch, strength=0.5)
    x, y = outer * 0.68 + inner * 0.32 + down * deep * 0.48
    button(canvas, float(x), float(y), 2.7 * unit, cloth.button)
    mark_cuff(canvas, outer + down * deep + along, inner + down * (deep - 2) - along)


def cuff_line(own: Sleeve, side: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Outer end, inner end and downward direction of a sleeve's edge, on its side."""
    path = spline(on_side(own.path, side), closed=False)
    down = path[-1] - path[-6]
    outer, inner = (np.array(on_side([p], side)[0][:2], float) for p in (own.outer, own.inner))
    return outer, inner, down / np.linalg.norm(down)
