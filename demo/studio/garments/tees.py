"""T-shirts, long-sleeve tops, henleys: the silhouettes of jersey tops. Knows these three only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, on_side, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments import bare_shoulders
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import (
    Sewing,
    boxy,
    chest_pocket,
    dyed,
    finer,
    jersey,
    shape_rng,
    shaped,
    with_neckline,
)
from demo.studio.garments.necklines import placket
from demo.studio.garments.sleeves import Arm, pose
from demo.studio.light import layer
from demo.studio.trims import button, stitch

TEES = {
    "slim": ("shaped", "ringer", "rolled", "curved"),
    "regular": ("classic", "pocket", "curved", "ringer", "rolled", "split"),
    "relaxed": ("boxy", "split", "boxy pocket", "rolled"),
}
"""fit -> silhouettes that take turns"""


def contrast(colourway: Colourway, cloth: Cloth) -> bool:
    """Whether the pattern brings a second colour that trims may have."""
    return bool(colourway.colour2) and colourway.pattern in ("colour-block", "striped", "graphic")


def t_shirt(canvas: Canvas, colourway: Colourway) -> None:
    """Classic, shaped, boxy, with a curved or split hem, ringed, with rolled sleeves or a pocket."""
    rng = shape_rng(colourway)
    kind = colourway.pick(TEES.get(colourway.fit, TEES["regular"]))
    if colourway.pattern == "colour-block" and kind in ("classic", "ringer", "shaped"):
        kind = "raglan"
    cut = with_neckline(cut_for(colourway, rng), colourway, rng)
    cut = replace(cut, reach=rng.uniform(0.94, 1.06), hem_curve=rng.uniform(4, 7))
    cloth = fabric(colourway)
    sewing = Sewing(band=rng.uniform(6.5, 8.5), drop=float(rng.choice([0, 4])), gain=0.9)
    cropped = colourway.length == "cropped"
    if kind == "shaped":
        cut = replace(shaped(cut, colourway.gender == "women"), reach=0.8, hem_curve=9)
        sewing = replace(sewing, band=5.0, gain=1.0)
    elif kind == "curved":
        cut = replace(
            cut, hem=cut.hem * 0.25 + cut.waist * 0.75, hem_y=cut.hem_y - (0 if cropped else 8)
        )
        sewing = replace(sewing, hem="round" if cropped else "curved", drop=9, band=6)
    elif kind in ("ringer", "raglan"):
        two = contrast(colourway, cloth)
        trim = finer(cloth.accent if two else dyed(cloth.rib, cloth), 1.0 if two else 1.8)
        cut = replace(cut, reach=0.92, waist=cut.waist * 0.985)
        sewing = replace(sewing, trim=trim, band=9, cuffs="ringer")
        if kind == "raglan":
            sewing = replace(sewing, raglan=True, arms=cloth.accent, cuffs="stitch", hem="curved")
    elif kind == "rolled":
        cut = replace(cut, reach=0.84, sleeve=cut.sleeve * 1.04)
        sewing = replace(sewing, cuffs="rolled", band=6)
    elif kind == "split":
        cut = boxy(cut, 0.99) if colourway.fit == "relaxed" else cut
        sewing = replace(sewing, hem="round" if cropped else "split", drop=11, band=9)
    elif kind.startswith("boxy"):
        cut = boxy(cut, 1.03, 0 if cropped else 20)
        band = 13 if colourway.neckline == "crew" else 9
        sewing = replace(sewing, band=band, drop=0, gain=0.8)
    arms = pose(rng)
    if kind not in ("shaped", "classic"):  # laid flatter: the sleeves point outward
        arms = tuple(Arm(a.upper + rng.uniform(2, 13), a.fore) for a in arms)
    else:
        arms = tuple(Arm(a.upper, a.fore) for a in arms)
    cloth, _ = jersey(canvas, colourway, cut, sewing, arms)
    if "pocket" in kind:
        chest_pocket(canvas, cut, cloth, cloth.accent if contrast(colourway, cloth) else None)


def long_sleeve_top(canvas: Canvas, colourway: Colourway) -> None:
    """Plain with knit cuffs, drop-shouldered with a split hem, shaped with a curved one, ringed."""
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, sleeve=0.95)
    if colourway.neckline == "off-shoulder":
        bare_shoulders.off_shoulder(canvas, colourway, cut, rng)
        return
    kind = colourway.pick(("cuffed", "drop", "shaped", "raglan"))
    cut = replace(with_neckline(cut, colourway, rng), hem_curve=rng.uniform(5, 9))
    cloth, long = fabric(colourway), colourway.sleeve == "long"
    sewing = Sewing(cuffs="rib" if long else "stitch", band=7, gain=0.95)
    arms = pose(rng)
    if kind == "drop" and colourway.fit == "slim" and colourway.pattern != "striped":
        rib = finer(cloth.rib, 1.25)  # a knit that clings does not drop
        cut = shaped(cut, colourway.gender == "women")
        sewing = replace(sewing, texture=rib, arms=rib, gain=0.75, cuffs="plain", drop=3, band=9)
    elif kind == "drop":
        if colourway.fit != "slim":
            cut = replace(boxy(cut), reach=1.0)
        sewing = replace(sewing, hem="split", drop=12, band=9, cuffs="stitch")
    elif kind == "shaped":
        cut = shaped(cut, colourway.gender == "women")
        sewing = replace(sewing, hem="curved", drop=7, band=5, cuffs="stitch")
    elif kind == "raglan":
        arms = tuple(Arm(a.upper, a.fore) for a in arms)
        two = contrast(colourway, cloth)
        trim = cloth.accent if two else dyed(finer(cloth.rib), cloth)
        sleeve = cloth.accent if two else None
        sewing = replace(sewing, trim=trim, arms=sleeve, raglan=True, band=8)
    cloth, _ = jersey(canvas, colourway, cut, sewing, arms)


def henley(canvas: Canvas, colourway: Colourway) -> None:
    """Buttoned with knit cuffs; open with a curved hem; raglan in two tones; with a long placket."""
    rng = shape_rng(colourway)
    kind = colourway.pick(("open", "buttoned", "raglan", "grandad"))
    cut = with_neckline(cut_for(colourway, rng), colourway, rng)
    cut = replace(cut, neck_depth=cut.neck_depth + 3, hem_curve=rng.uniform(5, 9))
    cloth, long = fabric(colourway), colourway.sleeve == "long"
    sewing = Sewing(cuffs="rib" if long else "stitch", band=7, drop=6, gain=0.95)
    arms, deep, buttons, trim = pose(rng), rng.uniform(82, 92), 3, cloth.solid
    if kind == "open":
        sewing = replace(sewing, hem="curved", drop=9)
    elif kind == "raglan":
        arms = tuple(Arm(a.upper, a.fore) for a in arms)
        two = contrast(colourway, cloth)
        trim = cloth.accent if two else dyed(cloth.solid, cloth)
        sewing = replace(sewing, raglan=True, arms=cloth.accent if two else None, trim=trim)
    elif kind == "grandad":
        deep, buttons = rng.uniform(132, 144), 5
        cut = replace(cut, neck_depth=cut.neck_depth - 4)
        sewing = replace(sewing, hem="split", drop=10, band=11)
        if not long:
            sewing = replace(sewing, cuffs="rolled")
    cloth, _ = jersey(canvas, colourway, cut, sewing, arms)
    top = cut.neck_y + cut.neck_depth - 7
    if kind == "open":
        open_placket(canvas, cut, cloth, top, top + deep + 8, undone=2, buttons=4)
        return
    placket(canvas, cut, cloth, top, top + deep, buttons, 9.5, texture=trim, first=11,
            closed_end=True)  # fmt: skip
    if kind == "buttoned":
        chest_pocket(canvas, cut, cloth)


def open_placket(
    canvas: Canvas, cut: Cut, cloth: Cloth, top: float, bottom: float, undone: int, buttons: int,
    half: float = 10,
) -> None:  # fmt: skip
    """A placket whose upper buttons are undone: it falls apart and shows the inside of the back."""
    heights = np.linspace(top + 12, bottom - 20, buttons)
    shut = float((heights[undone - 1] + heights[undone]) / 2)
    spread = 19.0
    gap = [(CX - spread, top - 4, 1), (CX, top - 1), (CX + spread, top - 4, 1),
           (CX + spread * 0.5, (top + shut) / 2), (CX + 1.5, shut, 1), (CX - 1.5, shut, 1),
           (CX - spread * 0.5, (top + shut) / 2)]  # fmt: skip
    layer(
        canvas, gap, cloth.ground, cloth.material, R=40, depth=-0.2, edge=1, wrinkle=0.2, lift=0,
        dark=0.5, uv=lambda px, py: (CX - px + 31, py - 83),
        occlusion=lambda px, py: np.clip(1.05 - 0.006 * (py - top), 0.6, 1),
    )  # fmt: skip
    strip = corners((CX - half, shut - 3), (CX + half, shut - 3), (CX + half, bottom),
                    (CX - half, bottom))  # fmt: skip
    wide = corners((CX - 90, top - 20), (CX + 90, top - 20), (CX + 90, bottom + 20),
                   (CX - 90, bottom + 20))  # fmt: skip
    layer(
        canvas, strip, cloth.ground, cloth.material, inflate_with=[spline(strip), spline(wide)],
        R=70, depth=0.15, edge=1.2, edge_depth=0.7, wrinkle=0.4 * cloth.wrinkle, lift=1.8,
        shadow=0.45, uv=lambda x, y: (x - CX + 3, y - 97), ripple=0,
    )  # fmt: skip
    for side in (-1, 1):  # the under flap first
        flap = on_side([
            (CX + spread - 3, top - 9, 1), (CX + spread + 12, top - 7, 1),
            (CX + spread * 0.62 + 14, (top + shut) / 2), (CX + half, shut + 4, 1),
            (CX - 1, shut + 2, 1), (CX + spread * 0.5 - 2, (top + shut) / 2),
        ], side)  # fmt: skip
        curl = Fold((CX + side * (spread + 4), top - 6), (CX + side * 4, shut), side * 3, (4, 3),
                    1.4, 0.3, 0.1, 0.3)  # fmt: skip
        layer(
            canvas, flap, cloth.ground, cloth.material, R=22, depth=0.25, edge=2.4, edge_depth=0.7,
            folds=[curl], wrinkle=0.3 * cloth.wrinkle, lift=2.8, shadow=0.5, ripple=0,
            uv=(CX, top, -side * 14.0),
        )  # fmt: skip
        outer = np.array(on_side([
            (CX + spread + 9, top - 4), (CX + spread * 0.62 + 11.5, (top + shut) / 2),
            (CX + half - 2.5, shut + 4), (CX + half - 2.5, bottom - 3),
        ], side), float)  # fmt: skip
        stitch(canvas, spline(outer, closed=False), cloth.stitch, strength=0.5)
    for i, y in enumerate(heights):
        if i >= undone:
            button(canvas, CX, float(y), 3.4, cloth.button)
            continue
        share = (shut - y) / (shut - top)
        x = spread * (0.25 + 0.75 * share)
        button(canvas, CX + x + 3, float(y), 3.3, cloth.button)
        slit = np.array([(CX - x - 3, y - 4), (CX - x - 3, y + 4)])
        stitch(canvas, slit, cloth.stitch, 8, 0, 0.9, 0.7)
    box = np.array([(CX - half + 2, bottom - 9), (CX + half - 2, bottom - 9)])
    stitch(canvas, box, cloth.stitch, strength=0.5)
