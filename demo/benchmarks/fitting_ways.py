"""The ways of dressing that `bench fitting` compares: pasted, warped, cut by a network, mended by one.

Each is an argument of `demo.fitting.dressing.dress`. Knows no truth and no table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from demo.fitting.bare import Bare
from demo.fitting.compositing import Board, premultiplied
from demo.fitting.figures import SIZE
from demo.fitting.garments import UNIT, Garment
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models import refinement, shape
from demo.models.parser import LOWER, OTHER, SHOES, UPPER
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.body import SIDES, Body
from demo.training.dressing import codes, worn_labels
from demo.training.places import places

Way = Mapping[str, Callable[..., Any]]
"""keyword arguments of `dress`"""


def pasted(garment: Garment, body: Body) -> Worn:
    """The flat picture, scaled and moved as a whole: its shoulders, or its waist, on the body's."""
    name = "shoulder" if garment.kind == "upper" else "waist"
    if f"{name}_left" not in garment.landmarks:
        name = "armpit"
    flat = [np.array(garment.landmarks[f"{name}_{side}"], float) / UNIT for side in SIDES]
    own = [body.edge(f"{name}_{side}") for side in SIDES]
    zoom = float((own[0] - own[1])[0] / (flat[0] - flat[1])[0])
    shift = (own[0] + own[1]) / 2 - zoom * (flat[0] + flat[1]) / 2
    place = np.array([[zoom, 0, shift[0]], [0, zoom, shift[1]]], F32)
    sheet = premultiplied(garment.picture)
    if zoom < 0.9:  # no sample may be skipped
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.42 * (1 / zoom**2 - 1) ** 0.5)
    marks = {
        n: tuple(zoom * np.array(at) / UNIT + shift) for n, at in garment.landmarks.items()
    }  # pixels of the frame
    return Worn(garment, {"": cv2.warpAffine(sheet, place, SIZE)}, marks)


class Cut:
    """The shape network's segmentation, cutting the bent sheets: cloth only where it says so."""

    def __init__(self, folder: Path, guided: bool) -> None:
        """guided: shown where the warp puts the cloth."""
        self._network, self._guided = shape.load(folder), guided

    def __call__(
        self, subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]
    ) -> None:
        kept = np.where(subject.labels == OTHER, shape.UNKNOWN, subject.labels)
        warped = worn_labels(subject, bare, worn, feet)[1::2, 1::2] if self._guided else None
        shares = shape.predict(
            self._network, kept[1::2, 1::2], subject.body.parts()[1::2, 1::2], warped,
            codes([g.garment for g in worn]),
        )  # fmt: skip
        cloth = cv2.resize(shares[[UPPER, LOWER, SHOES, OTHER]].sum(0), SIZE)
        kept_cloth = smoothstep(0.3, 0.6, cloth)[..., None]
        for garment in worn:
            for name in garment.sheets:
                garment.sheets[name] = garment.sheets[name] * kept_cloth


class Mend:
    """The refinement network on the dressed picture, seen on white."""

    def __init__(self, folder: Path) -> None:
        self._network = refinement.load(folder)

    def __call__(
        self, subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray],
        board: Board,
    ) -> None:  # fmt: skip
        found = places(subject, bare, worn, feet)
        white = (1 - board.alpha)[..., None]
        shown = np.clip(board.rgb + white, 0, 1)
        mended = refinement.refine(
            self._network, shown, np.stack([found.cloth, found.border, found.invented])
        )
        board.rgb = np.clip(board.rgb + (mended - shown), 0, board.alpha[..., None])


def ways(shapes: Path, refinements: Path) -> dict[str, Way]:
    """Name -> arguments; a network's rows are left out where its weights are not there."""
    found: dict[str, Way] = {"paste, no warp": {"bend": pasted}, "warp": {}}
    if (shapes / shape.WEIGHTS).is_file():
        found["warp + shape network"] = {"reshape": Cut(shapes, guided=False)}
        found["warp + shape network shown the warp"] = {"reshape": Cut(shapes, guided=True)}
    if (refinements / refinement.WEIGHTS).is_file():
        found["warp + refinement"] = {"finish": Mend(refinements)}
    return found
