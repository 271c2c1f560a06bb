"""The person without what is taken off: which pixels stay, what is skin, ground or other cloth now.

Knows labels, measures and the sheets that will cover; no garment's picture is read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.compositing import premultiplied
from demo.fitting.layering import in_shoes, part_of, skin_hidden
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import SIDES, Body
from demo.studio.worn.cover import along_line


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
    slits: np.ndarray
    """bool: holes between the new sheets that are to be closed"""
    shaded: np.ndarray | None
    """where shadows may fall; everywhere when None"""
    behind: np.ndarray | None
    """where the inner back of a garment may be seen; everywhere when None"""


def bare_figure(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> Bare:
    """One of the shop's own people, who wears a base layer only."""
    figure = subject.body
    hidden = skin_hidden(figure, worn)
    tops = {side: float(np.argmax((shoe[..., 3] > 0.5).any(1))) for side, shoe in feet.items()}
    hidden |= in_shoes(figure, tops)
    front = part_of(figure, "hand_left", "hand_right", "head", "neck").astype(np.uint8)
    hidden = cv2.dilate(hidden.astype(np.uint8), np.ones((5, 5)))
    hidden[cv2.dilate(front, np.ones((3, 3))) > 0] = 0
    skin = 1 - cv2.GaussianBlur(hidden.astype(F32), (0, 0), 0.6)
    return Bare(
        picture=premultiplied(subject.picture),
        skin=skin,
        head=_soft(part_of(figure, "head")),
        arms={side: arm_before_trunk(subject, side) * skin for side in SIDES},
        hands=np.zeros(skin.shape, F32),
        changed=skin < 1,
        slits=np.zeros(skin.shape, bool),
        shaded=None,
        behind=None,
    )


def arm_before_trunk(subject: Subject, side: str) -> np.ndarray:
    """1 where an arm of the frame's body lies before the trunk: from below the shoulder on, [h, w]."""
    figure = subject.body
    root, elbow, _ = arm_of(Body(figure), side)
    wide = figure.half_widths["upper_arm"]
    upper = _soft(part_of(figure, f"upper_arm_{side}"))
    upper *= smoothstep(1.5 * wide, 2.3 * wide, along_line(root, elbow))
    return np.maximum(upper, _soft(part_of(figure, f"forearm_{side}", f"hand_{side}")))


def _soft(mask: np.ndarray) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(F32), (0, 0), 0.6)
