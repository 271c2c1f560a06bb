"""What fedoras and straw hats are made of: a blocked crown, a brim, a band. Knows no dye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import (
    F32,
    Array,
    Canvas,
    ribbon,
    smoothstep,
    spline,
)
from demo.studio.fabrics import Cloth
from demo.studio.garments.forms import Form, View, curve, length_of, mark_sides, ring
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON, SATIN
from demo.studio.noise import noise
from demo.studio.trims import plain, stitch

HEAD = 100.0
"""half the head's width"""
DEEP = 1.2
"""front to back, as a share of side to side"""
Block = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, ...]]
"""the wooden block a crown is pressed on: moves each point (x, y, z)"""


@dataclass(frozen=True)
class Brim:
    """How a brim runs: its width, and how far each part of its edge rises."""

    wide: float
    sides: float = 0.0
    front: float = 0.0
    back: float = 0.0
    wave: float = 0.0
    """height of a floppy brim's undulation"""
    curl: float = 2.0
    """exponent of the rise: large keeps it at the very edge"""


@dataclass(frozen=True)
class Crown:
    """One crown before its view: the wall and top as a profile, and the block's dents."""

    view: View
    profile: np.ndarray
    block: Block

    def form(self, topped: bool = False) -> Form:
        """The surface; `topped`: the cloth of the top lies flat and is cut from that of the wall."""
        total = length_of(self.profile)
        at = ring(self.profile, DEEP, self.block)
        high = float(self.profile[:, 1].max())

        def laid(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            u, v = (s - 0.5) * 2 * np.pi * HEAD, -t * total
            if not topped:
                return u, v
            over, point = curve(self.profile, t)[1] > 0.96 * high, at(s, t)
            return np.where(over, point[..., 0], u), np.where(over, point[..., 2] - high, v)

        return Form(self.view, at, laid)

    def at_height(self, low: float, high: float, grow: float) -> Crown:
        """The ring of the wall between two heights: a band."""
        y = self.profile[: int(np.argmax(self.profile[:, 1])) + 1, 1]
        x = self.profile[: len(y), 0]
        heights = np.linspace(low, high, 9)
        swell = grow + np.array([-1.5, 0, 0.4, 0.5, 0.5, 0.5, 0.4, 0, -1.5])
        return Crown(
            self.view, np.stack([np.interp(heights, y, x) + swell, heights], 1), self.block
        )


def wall(tall: float, taper: float, edge: float) -> np.ndarray:
    """A blocked crown's profile: a tapering wall, an edge of this radius, a flat top."""
    top = HEAD * taper
    return spline(
        [(HEAD, -4), (HEAD * (0.7 + 0.3 * taper), tall * 0.35), (top + 3, tall - edge * 1.3),
         (top - edge * 0.4, tall - edge * 0.35), (top - edge * 1.2, tall),
         (top * 0.4, tall), (0, tall)], False, 30,
    )  # fmt: skip


def dome(tall: float, fullness: float) -> np.ndarray:
    """A round crown's profile; `fullness` 0.5 is a half ball, more is boxier."""
    angle = np.linspace(0, np.pi / 2, 40)
    x = HEAD * np.cos(angle) ** (1.2 - fullness)
    return np.stack([np.r_[HEAD, x], np.r_[-4, tall * np.sin(angle)]], 1)


def pinched(tall: float, dent: float, pinch: float, tear: bool = False) -> Block:
    """A fedora's block: a gutter (or teardrop) in the top, and two hollows that fingers leave."""

    def block(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        up = smoothstep(0.40, 1.0, y / tall)
        top = smoothstep(0.80, 1.0, y / tall)
        ahead = z / (HEAD * DEEP)
        narrow = np.exp(-(((ahead - 0.72) / 0.38) ** 2))
        if tear:
            half = 52 * np.clip(0.95 - 0.55 * ahead, 0.2, 1.3)
            gutter = np.exp(-(((x / half) ** 2 + ((ahead + 0.05) / 0.80) ** 4) ** 1.5))
        else:
            gutter = np.exp(-(np.abs(x / 34) ** 2.2)) * (0.75 + 0.35 * ahead)
        squeeze = 1 - pinch * narrow * up
        rise = top * (9 * np.exp(-(((np.abs(x) - 44) / 22) ** 2)) + 6 * ahead)
        return x * squeeze, y - dent * gutter * top + rise, z + 6 * narrow * top

    return block


def untouched(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
    """A block without dents."""
    return x, y, z


@draws("brim")
def draw_brim(
    canvas: Canvas, cloth: Cloth, view: View, brim: Brim, texture: Texture, rest: float,
    after: Callable[[], None], rings: Callable[..., np.ndarray] | None = None, thick: float = 2.6,
    frayed: bool = False,
) -> Form:  # fmt: skip
    """The brim, with what `after` draws (the crown) set on it; returned for stitches on its top.

    rest: phase of its unevenness. rings: extra height on the cloth, for braided straw.
    """

    def rise(angle: np.ndarray, share: np.ndarray) -> np.ndarray:
        side, ahead = np.abs(np.sin(angle)), np.cos(angle)
        y = brim.sides * side**2.5 + brim.front * np.maximum(ahead, 0) ** 1.5
        y = y + brim.back * np.maximum(-ahead, 0) ** 1.5
        y = y + brim.wave * (np.sin(3 * angle + rest) + 0.6 * np.sin(5 * angle - 2 * rest))
        return y * share**brim.curl

    def at(drop: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
        def surface(s: np.ndarray, t: np.ndarray) -> np.ndarray:
            angle, share = (s - 0.5) * 2 * np.pi, 1 - t
            reach = brim.wide * (1 + 0.012 * np.sin(2 * angle + rest))
            radius = HEAD - 6 + (reach + 6) * share
            tuck = np.maximum(0, brim.sides / brim.wide) * 0.22 * brim.wide * share**brim.curl
            x = (radius - tuck * np.abs(np.sin(angle)) ** 3) * np.sin(angle)
            z = (radius + HEAD * (DEEP - 1)) * np.cos(angle)
            return np.stack([x, rise(angle, share) - drop, z], -1)

        return surface

    def laid(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if rings is None:
            flat = at(0)(s, t)
            return flat[..., 0], flat[..., 2]
        return (s - 0.5) * 2 * np.pi * 150, -t * brim.wide

    def piece(drop: float, low: float, high: float) -> Form:
        return Form(view, at(drop), laid, (low, high))

    top = piece(0, 0, 1)
    if frayed:
        draw_fringe(canvas, cloth, top, cloth.solid)
    piece(thick, -0.25, 0.25).draw(canvas, texture, cloth.material, facing=-1, dark=0.5, edge=3)
    piece(thick, 0, 1).draw(canvas, texture, cloth.material, dark=0.55, edge=2)
    top.draw(canvas, texture, cloth.material, wrinkle=0.35, edge=3, edge_depth=0.4, bumps=rings,
             ripple=0)  # fmt: skip
    with canvas.part("crown"):
        after()
    piece(thick, 0.25, 0.75).draw(
        canvas, texture, cloth.material, facing=-1, dark=0.8, edge=3, bumps=rings, lift=3
    )
    mark_sides(canvas, "brim", top.line(np.linspace(0, 1, 180), 0.0))
    canvas.mark("brim_front", top.line(0.5, 0.0))
    return top


def draw_fringe(canvas: Canvas, cloth: Cloth, top: Form, texture: Texture) -> None:
    """Loose ends of raffia that stand out from a brim's edge. Draw it before the brim."""
    rng, ends = canvas.rng, []
    for s in np.sort(rng.uniform(0, 1, 190)):
        turn, long = rng.normal(0, 0.006), rng.uniform(0.06, 0.15)
        t = np.array([0.05, 0.0, -0.5 * long, -long])
        path = top.line(s + turn * np.array([0, 0, 0.5, 1.4]), t)
        ends.append(ribbon(path, rng.uniform(0.7, 1.3), 0.4))
    layer(
        canvas, ends, texture, cloth.material, R=3, depth=0.2, edge=1, wrinkle=0, lift=0, dark=0.92
    )


def draw_crown(
    canvas: Canvas, cloth: Cloth, crown: Crown, texture: Texture,
    rings: Callable[..., np.ndarray] | None = None,
) -> None:  # fmt: skip
    """The crown, with the shadow it casts on the brim."""
    form = crown.form(topped=rings is None)
    form.draw(
        canvas, texture, cloth.material, bumps=rings, wrinkle=0.5, lift=8, shadow=0.5, ripple=0.2
    )
    mark_sides(canvas, "band", form.line(np.linspace(0, 1, 180), 0.0))


def draw_band(
    canvas: Canvas, crown: Crown, texture: Texture, tall: float, bow: float | None = 0.68,
    grow: float = 2.2,
) -> None:  # fmt: skip
    """A ribbon round the crown; `bow` is where (0..1 round the head) its flat bow sits."""
    ring_of = crown.at_height(-2, tall, grow)
    ring_of.form().draw(canvas, texture, SATIN, lift=1.6, shadow=0.45, edge=3, edge_depth=0.35)
    if bow is None:
        return
    mid = crown.at_height(-1, tall + 1, grow + 1.5)
    base = mid.form()
    for low, high, out in ((-0.062, 0.0, 8.0), (0.0, 0.058, 8.0), (-0.011, 0.011, 11.0)):

        def loop(
            s: np.ndarray, t: np.ndarray, low: float = low, high: float = high, out: float = out
        ) -> np.ndarray:
            share = (s - low - bow) / (high - low)
            point = base.at(s, t)
            across, along = np.sin(np.pi * np.clip(share, 0, 1)), np.sin(np.pi * np.clip(t, 0, 1))
            swell = out * np.maximum(across, 0) ** 0.6 * np.maximum(along, 0) ** 0.5
            angle = (s - 0.5) * 2 * np.pi
            away = np.stack([np.sin(angle), 0 * angle, np.cos(angle)], -1)
            return point + away * swell[..., None]

        Form(
            crown.view, loop, lambda s, t: ((s - 0.5) * 628, -t * tall), (bow + low, bow + high)
        ).draw(canvas, texture, SATIN, lift=2.4, shadow=0.5, edge=2.5, edge_depth=0.5)


def draw_feather(canvas: Canvas, crown: Crown, place: float, tall: float, colour: str) -> None:
    """A quill stuck behind the band, its barbs split here and there."""
    x, y = crown.at_height(0, tall, 5).form().line(place, 0.4)
    lean = canvas.rng.uniform(0.25, 0.5) * (1 if place > 0.5 else -1)
    stem = spline(
        [(x, y), (x + lean * 30, y - 34), (x + lean * 78, y - 72), (x + lean * 150, y - 98)], False
    )
    along = np.linspace(0, 1, len(stem))
    half = 5.6 * np.sin(np.pi * along**0.7) ** 0.8 * (along > 0.12)
    half = half * (1 - 0.35 * (np.sin(along * 40) > 0.93))
    normal = np.gradient(stem, axis=0)[:, ::-1] * [1, -1]
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    vane = np.concatenate(
        [stem + normal * half[:, None], (stem - normal * half[:, None] * 0.8)[::-1]]
    )
    base = plain(colour)

    def barbs(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        line = np.sin((v + 0.9 * np.abs(u)) * 2.0)
        return albedo * (0.86 + 0.16 * line)[..., None], (0.25 * line).astype(F32)

    layer(canvas, vane, barbs, COTTON, R=9, depth=0.25, edge=3, wrinkle=0.2, lift=3)
    stitch(canvas, stem, "#e8dcc4", 3, 0, 0.7, 0.6)


def grosgrain(colour: str, second: str | None = None, tall: float = 30.0) -> Texture:
    """Ribbon with fine cross ribs; `second` is a stripe along its middle."""
    base, other = plain(colour), plain(second or colour)

    def ribbed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        if second is not None:
            stripe, _ = other(u, v, seed)
            inside = (np.abs(-v - tall * 0.5) < tall * 0.17)[..., None]
            albedo = np.where(inside, stripe, albedo)
        line = np.abs(np.sin(np.pi * u / 2.6)) ** 0.6
        return albedo * (0.82 + 0.18 * line)[..., None], (0.3 * line).astype(F32)

    return ribbed


def braid(base: Texture, row: float) -> Texture:
    """Straw plaits sewn round and round: chevrons of strands, `row` units from seam to seam."""

    def plaited(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u * 0.3, v * 0.3, seed)
        lane = np.mod(v / row, 1)
        slant = np.abs(lane - 0.5) * row
        strand = np.abs(np.sin(np.pi * (u + 1.0 * slant + 3.1 * np.floor(v / row)) / 4.6)) ** 0.7
        seam = np.exp(-((np.minimum(lane, 1 - lane) * row / 0.9) ** 2))
        tone = noise(71, (3.0, 0.9), u, v, 1.4) + 0.6 * noise(72, (18, 1.2), u, v, 1.0)
        gain = (0.84 + 0.22 * strand) * (1 - 0.34 * seam) + 0.045 * tone
        return albedo * gain[..., None], (0.5 * strand + 0.7 * (1 - seam)).astype(F32)

    return plaited


def rows(row: float, height: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """The rounded rows of such plaits as extra height."""
    return lambda u, v: height * np.abs(np.sin(np.pi * v / row)) ** 0.6
