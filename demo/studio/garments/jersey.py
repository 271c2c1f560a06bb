"""What jersey tops share: body and sleeves of knitted cotton, their trims, pockets and pleats.

Knows one way to sew a top; which silhouette a t-shirt or a henley has is for their modules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import (
    CX,
    Canvas,
    Field,
    on_side,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.dyes import lightness
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, tube_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import SLEEVE, mark_cuff, mark_elbow
from demo.studio.garments.necklines import inside_back, neckband, with_depth
from demo.studio.garments.sleeves import (
    Arm,
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    rib_cuff,
    sleeves_of,
)
from demo.studio.garments.tailoring import back_hem, body_outline, bust, bust_folds, draw_body
from demo.studio.light import Texture, layer
from demo.studio.noise import noise
from demo.studio.trims import stitch

NECK = {"crew": (1.0, 36), "v-neck": (0.98, 78), "scoop": (1.16, 74), "square": (1.20, 62)}
"""neckline -> factor on its width, depth"""


@dataclass(frozen=True)
class Sewing:
    """How a jersey top is finished."""

    hem: str = "round"
    drop: float = 5
    """how much longer the back is"""
    band: float = 8
    """width of the neckband"""
    trim: Texture | None = None
    """cloth of the neckband; a fine rib of the main colour when None"""
    arms: Texture | None = None
    """cloth of the sleeves; the body's when None"""
    cuffs: str = "stitch"
    """"stitch", "rib", "rolled" (turned up) or "ringer" (a band of the trim)"""
    raglan: bool = False
    gain: float = 1.0
    """how deep the folds are"""
    texture: Texture | None = None
    """cloth of the front; the pattern when None"""
    folds: Sequence[Fold] = ()
    """folds of this silhouette, besides those that every top has"""
    relief: Field | None = None


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


def joined(first: Field | None, second: Field | None) -> Field | None:
    """Both reliefs on each other."""
    if first is None or second is None:
        return first or second
    return lambda x, y: first(x, y) + second(x, y)


def finer(texture: Texture, factor: float = 1.8) -> Texture:
    """The same knit on finer needles."""

    def knit(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = texture(u * factor, v * factor, seed)
        return albedo, None if relief is None else relief * 0.6 / factor

    return knit


def dyed(texture: Texture, cloth: Cloth) -> Texture:
    """The cloth in a tone that stands off from the main dye: contrast bands of plain garments."""
    pale = lightness(cloth.colour) > 0.5
    ink = np.clip(cloth.colour * 0.11 + 0.006 if pale else cloth.colour * 0.4 + 0.52, 0, 0.85)
    share = ink / (cloth.colour + 1e-4)

    def other(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = texture(u, v, seed)
        return (albedo * share).astype(np.float32), relief

    return other


def matt(cloth: Cloth, colourway: Colourway, nap: float = 0.0) -> Cloth:
    """Knitted cotton swallows light: its folds have no sheen; `nap` is how brushed it is."""
    if colourway.material not in ("cotton", "fleece"):
        return cloth
    if colourway.colour in ("gold", "silver"):  # foil
        return cloth
    own = cloth.material
    dull = replace(own, gloss=0.006, contrast=1.02, weave=0.05, fuzz=max(own.fuzz, nap))
    if cloth.colour.mean() > 0.06:
        return replace(cloth, material=dull, fold=cloth.fold * 0.86)
    return replace(
        cloth, material=dull, fold=cloth.fold * 0.52, texture=lifted(cloth.texture),
        ground=lifted(cloth.ground), solid=lifted(cloth.solid), rib=lifted(cloth.rib),
    )  # fmt: skip


def lifted(texture: Texture) -> Texture:
    """Black cotton as it is: the yarn's fluff catches light everywhere, not on the folds alone."""

    def fluffy(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = texture(u, v, seed)
        dark = np.exp(-albedo.mean(-1) / 0.05)
        fluff = dark * 0.013 * np.clip(1 + 0.35 * noise(71, 0.8, u, v, 3), 0.2, 1.8)
        return (albedo + fluff[..., None]).astype(np.float32), relief

    return fluffy


def jersey(
    canvas: Canvas, colourway: Colourway, cut: Cut, sewing: Sewing, arms: tuple[Arm, Arm]
) -> tuple[Cloth, tuple[Sleeve, Sleeve] | None]:
    """Back, sleeves, front and neckband of a jersey top; what lies on them comes later."""
    cloth, kind, length = matt(fabric(colourway), colourway), colourway.neckline, colourway.sleeve
    trim = sewing.trim or finer(cloth.rib)
    sleeve = sewing.arms or cloth.ground
    pair = sleeves_of(cut, length, arms)
    inside_back(canvas, cut, cloth)
    behind = cloth
    if colourway.pattern == "colour-block":  # the blocks go round the body
        behind = replace(cloth, ground=cloth.texture)
    knotted = sewing.hem == "knotted"  # only the front is
    back_hem(canvas, cut, behind, sewing.drop, "round" if knotted else sewing.hem)
    options = {
        "length": length, "gain": sewing.gain, "texture": sleeve, "rib": trim,
        "finish": {"rolled": "plain", "ringer": "plain"}.get(sewing.cuffs, sewing.cuffs),
    }  # fmt: skip
    if not sewing.raglan:
        draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *sewing.folds]
    chest["relief"] = joined(chest.get("relief"), sewing.relief)
    draw_body(
        canvas, cut, cloth, kind, hem=sewing.hem, sleeves=outlines_of(pair), gain=sewing.gain,
        texture=cloth.ground if sewing.raglan else sewing.texture, set_in=not sewing.raglan,
        hem_stitch=not knotted, **chest,
    )  # fmt: skip
    if sewing.raglan and pair is not None:
        raglan_sleeves(canvas, cut, cloth, pair, sleeve, length, sewing)
    else:
        draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if pair is not None and sewing.cuffs == "ringer":
        sleeve_bands(canvas, cloth, pair, trim, 11)
    if pair is not None and sewing.cuffs == "rolled":
        sleeve_bands(canvas, cloth, pair, sleeve, 25, turned=True)
    neckband(canvas, cut, kind, trim, cloth, sewing.band)
    return cloth, pair


def raglan_sleeves(
    canvas: Canvas, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve], texture: Texture,
    length: str, sewing: Sewing,
) -> None:  # fmt: skip
    """Sleeves that go on up to the neckline, with a slanting seam from there to the armpit."""
    body = spline(body_outline(cut, "crew", sewing.hem))
    panel = [
        (CX + cut.chest - 1, cut.armpit_y + 2, 1), (CX + cut.chest * 0.80, cut.armpit_y - 40),
        (CX + cut.neck + 22, cut.neck_y + 58), (CX + cut.neck * 0.94, cut.neck_y + 13, 1),
        (CX + cut.neck, cut.neck_y, 1),
        (CX + (cut.neck + cut.shoulder) / 2, (cut.neck_y + cut.shoulder_y) / 2 - 3),
    ]  # fmt: skip
    both = outlines_of(pair)
    for side, own in ((1, pair[0]), (-1, pair[1])):
        with canvas.part(SLEEVE[side]):
            end = next(i for i, p in enumerate(own.outline) if p == (*own.inner, 1))
            outline = on_side([*own.outline[: end + 1], *panel], side)
            path = spline(on_side(own.path, side), closed=False)
            run = path[-1] - path[0]
            angle = float(np.rad2deg(np.arctan2(run[1], run[0]))) - 90
            is_long = length != "short"
            folds = tube_folds(
                canvas.rng, path, own.widths, 1.3 * sewing.gain * cloth.fold,
                1.0 if length == "long" else 0.4, 0.52 if is_long else None, side,
            )  # fmt: skip
            shape = spline(outline if side == 1 else outline[::-1])
            layer(
                canvas, shape, texture, cloth.material, inflate_with=[shape, body, *both], R=60,
                depth=0.5, edge=9, edge_depth=0.65, folds=folds, wrinkle=0.5 * cloth.wrinkle,
                uv=(float(path[0][0]), cut.shoulder_y, angle), lift=1.2, shadow=0.35,
            )  # fmt: skip
            seam = spline(on_side(panel[:4], side), closed=False)
            for away in (-1.6, -4.2):
                stitch(canvas, seam + [away * side, 0], cloth.stitch, strength=0.4)
            outer, inner, down = cuff_line(own, side)
            if sewing.cuffs == "rib" and is_long:
                rib = sewing.trim or finer(cloth.rib)
                rib_cuff(canvas, outer, inner, down, cloth, rib, angle, cut.unit)
            elif sewing.cuffs == "stitch":
                hem = np.stack([outer - down * 9, (outer + inner) / 2 - down * 6, inner - down * 9])
                for above in (0.0, 2.8):
                    stitch(canvas, hem - down * above, cloth.stitch, strength=0.45)
            mark_cuff(canvas, outer, inner, again=False)
            if is_long:
                mark_elbow(canvas, side, on_side(own.path, side)[2])


def sleeve_bands(
    canvas: Canvas, cloth: Cloth, pair: tuple[Sleeve, Sleeve], texture: Texture, deep: float,
    turned: bool = False,
) -> None:  # fmt: skip
    """Bands at the edges of short sleeves: knitted on, or the sleeve itself turned up twice."""
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner = (np.array(on_side([p], side)[0][:2], float) for p in (own.outer, own.inner))
        run = (inner - outer) / np.linalg.norm(inner - outer)
        down = np.array([-run[1], run[0]])
        down = down if down[1] > 0 else -down
        wide = 3.4 if turned else 0.4
        top_out, top_in = outer - down * deep - run * wide, inner - down * (deep - 5) + run * wide
        low_out, low_in = outer + down * 2 - run * wide, inner + down * 2 + run * wide
        band = [
            (*top_out, 1), tuple((top_out + top_in) / 2 + down * 2), (*top_in, 1), (*low_in, 1),
            tuple((low_in + low_out) / 2 + down * 4.5), (*low_out, 1),
        ]  # fmt: skip
        angle = float(np.rad2deg(np.arctan2(down[1], down[0]))) - 90
        middle = np.stack([
            (top_out + low_out) / 2, (top_in + top_out + low_in + low_out) / 4 + down * 3,
            (top_in + low_in) / 2,
        ])  # fmt: skip
        with canvas.part(SLEEVE[side]):
            layer(
                canvas, band, texture, cloth.material, R=24, depth=0.35, edge=3.2 if turned else 2.4,
                edge_depth=0.7, wrinkle=0.35 if turned else 0.1, lift=4.5 if turned else 1.2,
                uv=(float(outer[0]), float(outer[1]), angle),
                seams=[(spline(middle, closed=False), 1.6, 1.3)] if turned else [],
            )  # fmt: skip


def chest_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture | None = None) -> None:
    """A patch pocket on the wearer's left, its foot rounded or pointed."""
    x, y = CX + cut.chest * 0.46, cut.armpit_y - 28
    foot = [(x + 19, y + 47), (x, y + 51), (x - 19, y + 47)]
    if canvas.seed % 2:
        foot = [(x + 22, y + 42, 1), (x, y + 53, 1), (x - 22, y + 42, 1)]
    patch = [(x - 23, y, 1), (x + 23, y, 1), (x + 23, y + 38, 1), *foot, (x - 23, y + 38, 1)]
    around = [(x - 70, y - 50, 1), (x + 60, y - 50, 1), (x + 60, y + 110, 1), (x - 70, y + 110, 1)]
    gape = Fold((x - 20, y + 2), (x + 20, y + 3), -3, (3, 4), 1.2, 0.3, 0.2, 0.3)
    layer(
        canvas, patch, texture or cloth.ground, cloth.material,
        inflate_with=[spline(patch), spline(around)], R=60, depth=0.1, edge=1.6, wrinkle=0.4,
        lift=2.2, shadow=0.5, folds=[gape],
    )  # fmt: skip
    edge = spline(patch, steps=8)
    inner = (edge - [x, y + 24]) * 0.92 + [x, y + 25]
    stitch(canvas, inner[inner[:, 1] > y + 3], cloth.stitch, strength=0.6)
    stitch(canvas, np.array([(x - 22, y + 9), (x + 22, y + 9)]), cloth.stitch, strength=0.5)


def smocking(canvas: Canvas, top: float, bottom: float) -> Field:
    """Rows of elastic thread between two heights, with tiny gathers from row to row."""
    seed = canvas.seed + 51

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        sway = 1.6 * np.sin(x / 37) + 0.8 * noise(seed + 2, 9, x, y)
        row = np.abs(np.sin(np.pi * (y + sway) / 8.5))
        gathers = noise(seed, (0.9, 3.6), x + 0.8 * noise(seed + 1, 5, x, y), y)
        within = np.clip((y - top) / 6, 0, 1) * np.clip((bottom - 8 - y) / 6, 0, 1)
        return within * (0.62 * gathers * (0.5 + 0.5 * row) - 0.8 * np.exp(-((row / 0.26) ** 2)))

    return relief


def boxy(cut: Cut, chest: float = 1.0, shorter: float = 0) -> Cut:
    """The cut with dropped shoulders, straight sides and wide sleeves."""
    wide = cut.chest * chest
    return replace(
        cut, shoulder=max(cut.shoulder * 1.05, wide * 1.0), shoulder_y=cut.shoulder_y + 7,
        armpit_y=cut.armpit_y + 13, chest=wide, waist=wide * 0.995, hem=wide * 0.99,
        hem_y=cut.hem_y - shorter, hem_curve=3, sleeve=cut.sleeve * 1.12, reach=cut.reach * 1.1,
    )  # fmt: skip


def shaped(cut: Cut, women: bool) -> Cut:
    """The cut drawn in at the waist, with small sleeves."""
    return replace(
        cut, waist=cut.waist * (0.92 if women else 0.96), hem=cut.hem * (0.985 if women else 0.96),
        sleeve=cut.sleeve * 0.92,
    )  # fmt: skip
