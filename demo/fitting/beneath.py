"""What a photo's person wears below an open coat: one plain shirt. Knows labels, colours and new sheets.

A jacket worn under another one looks wrong, and so does its zip in the opening. The cloth at the throat
goes on over all of what is seen of another colour; a top of one colour or one pattern stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from demo.fitting.bare import Bare
from demo.fitting.filling import grown
from demo.fitting.lighting import soft_folds
from demo.fitting.sleeves import keeps_sleeves
from demo.fitting.subject import Subject
from demo.fitting.tones import distance, lab_of, main_colours, smoothed
from demo.fitting.uncovered import covered
from demo.fitting.warp import Worn
from demo.models.parser import FACE, UPPER
from demo.studio.canvas import F32

THROAT: Final = 16.0
"""pixels of the frame below the throat's lowest skin in which its cloth is looked at, and beside it"""
OTHER: Final = 7.0
"""distance of colours (CIELAB, lightness counted at 0.3) from which cloth is another one"""
SURE: Final = 0.7
"""share of the throat's cloth that must be of one colour"""
GRAIN: Final = 0.03
"""largest contrast, 0..1, that is taken over from the threads of the throat's cloth"""
SHARE: Final = 0.06
"""share of what is seen that must be of another colour before anything is changed"""


def plain_beneath(subject: Subject, worn: Sequence[Worn], bare: Bare) -> Bare:
    """The person below an open layer in one shirt, where a jacket and a shirt were seen in its opening."""
    layers = {w.category for w in worn if w.kind == "upper"}
    if layers != {"outerwear"} or keeps_sleeves(subject, worn):
        return bare
    cloth = (subject.labels == UPPER) & ~bare.changed
    seen = cloth & (covered(subject, worn, {}) < 0.5)
    throat = _throat(subject) & cloth
    if throat.sum() < 20 or seen.sum() < 20:
        return bare
    x, y, wide, high = cv2.boundingRect((seen | throat).astype(np.uint8))
    box = np.s_[y : y + high, x : x + wide]
    lab = lab_of(np.ascontiguousarray(subject.picture[box][..., :3]))
    own = lab[throat[box]]
    colours = main_colours(own)
    nearest = np.argmin([np.linalg.norm(own - c, axis=1) for c in colours], 0)
    colour = colours[np.bincount(nearest).argmax()][None]
    alike = distance(own, colour) < OTHER
    other = smoothed((distance(lab, colour) > OTHER) & cloth[box], 5)
    if alike.mean() < SURE or (other & seen[box]).sum() < SHARE * seen.sum():
        return bare
    picture = bare.picture.copy()
    threads = picture[box][throat[box]][alike, :3]
    shirt = np.median(threads, 0)
    grain = min(GRAIN, float(threads.mean(1).std()))
    folds = np.clip(soft_folds(picture[box][..., :3], cloth[box], subject.unit), 0.8, 1.1)
    noise = np.random.default_rng(0).standard_normal(folds.shape).astype(F32)
    cloth_light = folds + grain / max(float(shirt.mean()), 0.1) * noise
    other = grown(other, max(1, round(2 * subject.unit))) & cloth[box]
    share = cv2.GaussianBlur(other.astype(F32), (0, 0), 0.8)[..., None] * cloth[box][..., None]
    picture[box][..., :3] *= 1 - share
    picture[box][..., :3] += share * cloth_light[..., None] * shirt
    changed = bare.changed.copy()
    changed[box] |= share[..., 0] > 0
    return replace(bare, picture=picture, changed=changed)


def _throat(subject: Subject) -> np.ndarray:
    """Just below the lowest skin of the neck, bool [h, w]."""
    skin = subject.labels == FACE
    chin = subject.at(subject.body.joints["chin"])[1]
    low = subject.at(subject.body.outline["armpit_left"])[1]
    found = np.zeros(skin.shape, bool)
    neck = skin[: max(1, round(low))]
    if round(chin) >= len(neck) or not neck[round(chin) :].any():
        return found
    deepest = np.flatnonzero(neck.any(1))[-1]
    by = max(2, round(THROAT * subject.unit))
    middle = round(float(np.median(np.flatnonzero(neck[deepest]))))
    found[max(0, deepest - by) : deepest + by, max(0, middle - by) : middle + by] = True
    return found & ~skin
