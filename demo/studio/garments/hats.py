"""Draws fedoras and straw hats; gathers caps and beanies. Knows crowns and brims, no light."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from demo.catalog.shapes import PARTS
from demo.studio.canvas import (
    F32,
    Array,
    Canvas,
    S,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.beanies import beanie
from demo.studio.garments.brims import (
    Brim,
    Crown,
    braid,
    dome,
    draw_band,
    draw_brim,
    draw_crown,
    draw_feather,
    grosgrain,
    pinched,
    rows,
    untouched,
    wall,
)
from demo.studio.garments.caps import cap
from demo.studio.garments.forms import View
from demo.studio.garments.marks import draws
from demo.studio.light import Texture
from demo.studio.noise import noise
from demo.studio.trims import stitch

BANDS = {"black": "#3a3634", "grey": "#2b2b2e", "navy": "#14161f", "brown": "#2a1c14"}


def fedora(canvas: Canvas, c: Colourway) -> None:
    """Felt: a wide-brimmed fedora, a trilby, a teardrop, a pork pie, a homburg."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    c.pick((_classic, _trilby, _wide, _pork_pie, _homburg))(canvas, c, cloth, cut)


def straw_hat(canvas: Canvas, c: Colourway) -> None:
    """A boater, a panama, a floppy sun hat, a fringed one from the beach, or a rolled breton."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kinds = (_boater, _panama, _floppy, _breton, _fringed)
    c.pick(kinds)(canvas, c, cloth, cut)


# ---- felt --------------------------------------------------------------------------------------


def _felt(
    canvas: Canvas, c: Colourway, cloth: Cloth, crown: Crown, brim: Brim, band: float,
    bow: float | None, feather: str | None = None,
) -> None:  # fmt: skip
    ribbon = grosgrain(BANDS.get(c.colour, "#231f1d"))

    def set_on() -> None:
        draw_crown(canvas, cloth, crown, cloth.texture)
        if feather is not None and bow is not None:
            draw_feather(canvas, crown, bow, band, feather)
        draw_band(canvas, crown, ribbon, band, bow)

    top = draw_brim(
        canvas, cloth, crown.view, brim, cloth.texture, canvas.rng.uniform(0, 6.28), set_on
    )
    s = np.linspace(0.27, 0.73, 160)
    with canvas.part("brim"):
        for run in top.seen(s, 0.05 + 0 * s):
            stitch(canvas, run, cloth.stitch, 2.2, 1.6, 0.5, 0.35)


def _classic(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    view = View(24, 13, y=410)
    crown = Crown(view, wall(136, 0.84, 22), pinched(136, 34, 0.34))
    brim = Brim(82, sides=22, front=-16, back=24)
    quill = cut.choice((None, "#9c6a3a", "#5b5f57"))
    _felt(canvas, c, cloth, crown, brim, 32, 0.69, feather=quill)


def _trilby(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A short brim, snapped down in front and up behind."""
    view = View(-30, 12, y=400)
    crown = Crown(view, wall(128, 0.76, 20), pinched(128, 34, 0.40))
    quill = cut.choice((None, "#7d2f2b", "#a9793f"))
    _felt(canvas, c, cloth, crown, Brim(46, sides=15, front=-17, back=30, curl=1.6), 26, 0.31,
          feather=quill)  # fmt: skip


def _wide(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A stiff wide brim and a tall teardrop crown."""
    view = View(14, 17, y=405)
    crown = Crown(view, wall(142, 0.86, 20), pinched(142, 32, 0.24, tear=True))
    _felt(canvas, c, cloth, crown, Brim(124, sides=9, front=-4, back=4, wave=2.5), 24, None)


def _pork_pie(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A low, flat top pressed in all round; the brim rolls up."""
    view = View(20, 16, y=395)
    tall = 92.0

    def block(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        away = np.hypot(x, z / 1.2) / 86
        pressed = np.clip((y - tall * 0.9) / (tall * 0.1), 0, 1)
        dent = 8 * pressed / (1 + np.exp((away - 0.72) * 18))
        return x, y - dent, z

    _felt(canvas, c, cloth, Crown(view, wall(tall, 0.88, 12), block),
          Brim(50, sides=25, front=14, back=20, curl=2.6), 40, 0.69)  # fmt: skip


def _homburg(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """One deep gutter, no pinches; a brim that curls at the sides."""
    view = View(-18, 14, y=410)
    crown = Crown(view, wall(132, 0.90, 26), pinched(132, 40, 0.08))
    _felt(canvas, c, cloth, crown, Brim(62, sides=40, front=6, back=10, curl=2.8), 42, 0.30)


# ---- straw -------------------------------------------------------------------------------------


def _ribbon(c: Colourway, cut: Random) -> str:
    if c.colour in ("black", "brown"):
        return cut.choice(("#d9c9a6", "#efeadf", "#8a2f2a"))
    return cut.choice(("#221f1e", "#2b3650", "#6d4a33"))


def _straw(
    canvas: Canvas, cloth: Cloth, crown: Crown, brim: Brim, row: float, ribbon: Texture | None,
    band: float, bow: float | None, height: float = 1.6, texture: Texture | None = None,
    frayed: bool = False,
) -> None:  # fmt: skip
    """Rows of braid from the tip of the crown to the brim's edge, and a ribbon."""
    plait = texture or braid(cloth.solid, row)
    relief = rows(row, height)

    def set_on() -> None:
        draw_crown(canvas, cloth, crown, plait, relief)
        if ribbon is not None:
            draw_band(canvas, crown, ribbon, band, bow)

    draw_brim(
        canvas, cloth, crown.view, brim, plait, canvas.rng.uniform(0, 6.28), set_on, relief,
        frayed=frayed,
    )  # fmt: skip


def _boater(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Stiff and flat, above and below; a striped ribbon."""
    view = View(-18, 18, y=380)
    colour = _ribbon(c, cut)
    stripe = cut.choice((None, "#f2eee4", "#9c2f2c"))
    crown = Crown(view, wall(80, 0.97, 9), untouched)
    _straw(
        canvas, cloth, crown, Brim(72, wave=0.8), 9.5, grosgrain(colour, stripe, 42), 42, 0.31, 2.0
    )


def _panama(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Finely woven, creased like a fedora, with a dark band."""
    view = View(22, 14, y=405)
    crown = Crown(view, wall(132, 0.86, 22), pinched(132, 28, 0.26))
    brim = Brim(86, sides=20, front=-15, back=20)
    colour = "#26211f" if c.colour not in ("black", "brown") else "#e6dcc4"
    _straw(canvas, cloth, crown, brim, 4.2, grosgrain(colour), 34, 0.69, 0.35, _fine(cloth.solid))


def _floppy(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A round crown and a brim so wide that it waves."""
    view = View(10, 22, y=370)
    crown = Crown(view, dome(112, 0.72), untouched)
    brim = Brim(142, sides=-22, front=-18, back=-6, wave=9, curl=1.5)
    ribbon = grosgrain(_ribbon(c, cut))
    _straw(canvas, cloth, crown, brim, 8.0, ribbon, 24, cut.choice((None, 0.66)))


def _breton(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """The brim rolls up all round."""
    view = View(-14, 15, y=390)
    crown = Crown(view, dome(108, 0.78), untouched)
    _straw(canvas, cloth, crown, Brim(70, sides=46, front=30, back=44, curl=2.2), 8.5,
           grosgrain(_ribbon(c, cut)), 30, None)  # fmt: skip


def _fringed(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Raffia with a frayed edge: loose ends stand out from the brim."""
    view = View(16, 20, y=385)
    crown = Crown(view, dome(100, 0.86), untouched)
    brim = Brim(104, sides=-14, front=-8, back=4, wave=4, curl=1.4)
    _straw(canvas, cloth, crown, brim, 12.0, None, 0, None, 2.6, frayed=True)


def _fine(base: Texture) -> Texture:
    """Toquilla: a close basket weave of split palm."""

    def weave(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u * 0.2, v * 0.2, seed)
        over = np.sin(np.pi * u / 3.4) * np.sin(np.pi * v / 3.4)
        tone = noise(73, (6, 0.8), u, v, 1.2) + noise(74, (0.8, 6), u, v, 1.2)
        return albedo * (0.96 + 0.09 * over + 0.03 * tone)[..., None], (0.35 * over).astype(F32)

    return weave



def topped(draw: Callable[[Canvas, Colourway], None]) -> Callable[[Canvas, Colourway], None]:
    """Decorates the drawing of a hat: the crown's highest point is marked after it."""

    def drawn(canvas: Canvas, colourway: Colourway) -> None:
        draw(canvas, colourway)
        y, x = np.nonzero((canvas.parts == PARTS.index("crown")) & (canvas.alpha > 0.5))
        canvas.landmarks["crown_top"] = (float(np.median(x[y == y.min()])) / S, float(y.min()) / S)

    return drawn


HATS: dict[str, Callable[[Canvas, Colourway], None]] = {
    "cap": cap,
    "beanie": beanie,
    "fedora": fedora,
    "straw-hat": straw_hat,
}
DRAW = {name: topped(draws("crown")(draw)) for name, draw in HATS.items()}
