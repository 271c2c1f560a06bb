"""The person without what is taken off: which pixels stay, what is skin, ground or other cloth now.

Knows labels, measures and the sheets that will cover; no garment's picture is read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from demo.fitting.compositing import premultiplied
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES
from demo.studio.worn.cover import arm_mask, bare_mask, part_mask


@dataclass(frozen=True)
class Bare:
    """The person below all that is put on; masks are 0..1 [h, w]."""

    picture: np.ndarray
    """premultiplied float [h, w, 4]"""
    skin: np.ndarray
    """where the person may be seen at all: not inside a garment"""
    head: np.ndarray
    """face and hair that lie before collars"""
    arms: Mapping[str, np.ndarray]
    """side -> the arm as far as it lies before the trunk"""
    hands: np.ndarray
    """what lies before everything, sleeves included"""
    changed: np.ndarray
    """bool: where the picture is no longer the one that was given, or no longer seen"""
    shaded: np.ndarray | None
    """where shadows may fall; everywhere when None"""
    behind: np.ndarray | None
    """where the inner back of a garment may be seen; everywhere when None"""


def bare_figure(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> Bare:
    """One of the shop's own people, who wears a base layer only."""
    figure = subject.body
    tops = {side: float(np.argmax((shoe[..., 3] > 0.5).any(1))) for side, shoe in feet.items()}
    skin = bare_mask(figure, worn, tops)
    return Bare(
        picture=premultiplied(subject.picture),
        skin=skin,
        head=part_mask(figure, ("head",)),
        arms={side: arm_mask(figure, side) * skin for side in SIDES},
        hands=np.zeros(skin.shape, F32),
        changed=skin < 1,
        shaded=None,
        behind=None,
    )
