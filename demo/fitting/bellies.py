"""A bare belly's own form: its navel, the soft line above it, its shade towards the lap.

Knows a person's measures; neither colours nor garments.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from demo.fitting.subject import Subject
from demo.models.parser import FACE
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.body import SIDES, Body

NAVEL: Final = 0.19
"""height of the navel, 0 at the waist, 1 at the hips; this and the following: 5 bellies in photos"""
FORM: Final = (
    (0.0, 0.0, 4.0, 2.4, -22.0), (-0.5, -3.0, 3.2, 2.0, 5.0), (0.0, 0.0, 9.0, 8.0, -5.5),
    (0.0, 11.0, 5.0, 8.0, -1.5),
)  # fmt: skip
"""the navel's pit, the fold above it, the dent around it, its shade below: place and size across and

down, pixels of the frame, and L of 0..100"""
SEEN: Final = (25.0, 65.0, 0.2)
"""pixels of the frame beside the navel and above and below it in which a belly is looked for, and the

share of skin there from which its own navel is seen"""
LINE: Final = (7.0, -1.6)
"""the line down the belly's middle: its width, pixels of the frame, and L of 0..100"""
LAP: Final = (0.0, 0.45, -3.5)
"""from where to where a belly darkens downwards, and by how much"""


def belly_light(subject: Subject, shape: tuple[int, int], by: float) -> np.ndarray:
    """How much lighter a belly is there than usual, L of 0..100 [h, w].

    shape: of a picture that is `by` times smaller than the photo.
    """
    body, unit = Body(subject.body), subject.unit
    waist, hip = body.level("waist"), body.level("hip")
    down = waist + NAVEL * (hip - waist)
    navel = subject.at((np.mean([body.side_at(down, side) for side in SIDES]), down))
    rows = ((np.arange(shape[0]) * by - navel[1]) / unit).astype(F32)[:, None]
    columns = ((np.arange(shape[1]) * by - navel[0]) / unit).astype(F32)[None]
    at = NAVEL + rows / max(1.0, hip - waist)
    found = LAP[2] * smoothstep(LAP[0], LAP[1], at)
    above = smoothstep(-0.9, -0.4, at) * (1 - smoothstep(NAVEL - 0.05, NAVEL, at))
    found = found + LINE[1] * above * np.exp(-((columns / LINE[0]) ** 2))
    for x, y, wide, high, light in () if _is_seen(subject, navel) else FORM:
        found = found + light * np.exp(-(((columns - x) / wide) ** 2) - ((rows - y) / high) ** 2)
    return found.astype(F32)


def _is_seen(subject: Subject, navel: np.ndarray) -> bool:
    """Whether the photo shows the belly around its navel, pixels of the photo [2]."""
    wide, high = SEEN[0] * subject.unit, SEEN[1] * subject.unit
    (x0, y0), (x1, y1) = (
        np.maximum(np.round(navel + sign * np.array([wide, high])).astype(int), 0)
        for sign in (-1, 1)
    )
    around = subject.labels[y0 : y1 + 1, x0 : x1 + 1]
    return around.size > 0 and float((around == FACE).mean()) > SEEN[2]
