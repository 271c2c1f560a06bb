"""A photo's person without the clothes that are taken off: skin, ground and other cloth in their place.

Knows labels, the body's measures and what the new sheets will cover; only what they leave uncovered is
invented. Everything else stays the photo's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from demo.fitting.bare import Bare
from demo.fitting.compositing import premultiplied
from demo.fitting.filling import carry_up, grown, shrunk, spread
from demo.fitting.skin import invented_skin
from demo.fitting.sleeves import Arm
from demo.fitting.subject import Subject
from demo.fitting.uncovered import (
    Zones,
    above_waistband,
    bare_belly,
    bare_legs,
    covered,
    inside_trousers,
    lower_goes_on,
    taken_off,
    under_hem,
    under_neck,
    under_shoulders,
)
from demo.fitting.warp import Worn
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES
from demo.studio.worn.cover import arm_mask

RIM = 3
"""pixels on either side of a limb's edge in which it is drawn softly"""
ALIKE = 0.12
"""largest difference of colour, 0..1, up to which something may be ground"""
HAND = 1200
"""pixels of the frame of which more is seen of a hand that is not hidden"""
NECK = 24
"""pixels of the frame that a neck goes on under a collar just as it is seen above"""
SLIT = 1500
"""largest hole between a sleeve and the trunk that is closed, pixels of the frame"""


def bare_photo(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> Bare:
    """The person below all that is put on."""
    labels, unit = subject.labels, subject.unit
    photo = premultiplied(subject.picture)
    zones = Zones(subject)
    cover = covered(subject, worn, feet)
    inside = cv2.erode(cover, np.ones((5, 5)))  # what is invented goes on under the cloth's edge
    off = taken_off(subject, worn, feet)
    arms = {side: Arm(subject, worn, side) for side in SIDES}
    in_cloth = (arms["left"].bare_inside() | arms["right"].bare_inside()) & (labels == ARMS)
    in_cloth |= inside_trousers(subject, worn) & (labels == LEGS)
    protected = np.isin(labels, (HAIR, FACE)) | ((labels == ARMS) & ~in_cloth)
    reach = max(2, round(4 * unit))
    protected &= ~(
        (labels == FACE) & grown(off, round(4 * unit)) & (zones.neck | zones.chest) & ~zones.head
    )
    if any(w.kind == "upper" for w in worn):  # an old sleeve's soft edge
        protected &= ~((labels == ARMS) & grown(off & (labels == UPPER), round(3 * unit)))
    wide = grown(off, reach) & ~protected
    if not any(w.kind == "upper" for w in worn):
        wide &= labels != UPPER
    for arm in arms.values():
        zones.go_on(*arm.above(labels == ARMS))
    zones.neck |= off & under_neck(subject, round(NECK * unit))
    zones.chest |= off & under_shoulders(subject, zones)
    # A forearm lies before the trunk: it is bare where the new sleeve has ended, whatever is behind it.
    bare = [arm.along > max(0.35, arm.cuff) for arm in arms.values()]
    forearms = wide & zones.arms & (bare[0] | bare[1]) & ~zones.head
    forearms &= any(w.kind == "upper" for w in worn)
    gap = (wide | in_cloth) & (inside < 0.98) | forearms

    skin = gap & (zones.neck | zones.chest | (zones.arms & ~in_cloth))
    skin &= any(w.kind == "upper" for w in worn)
    skin |= gap & (labels == ARMS) & ~in_cloth
    skin &= ~(arms["left"].beside() | arms["right"].beside())
    cloth = gap & ~skin & lower_goes_on(subject, worn, zones)
    midriff = gap & ~skin & ~cloth & zones.midriff & bare_belly(subject, worn)
    top, belly = above_waistband(subject, worn, gap & ~skin & ~cloth)
    skin |= belly
    legs = gap & ~skin & ~cloth & ~top & bare_legs(subject, worn) & ~in_cloth
    seen = under_hem(labels, round(70 * unit)) & legs
    if seen.sum() > 0.6 * (legs & zones.legs).sum():  # bare legs go on as they are, not as measured
        legs = seen
    else:
        legs, seen = legs & (zones.legs | zones.ankles()), seen & False
    skin |= midriff | legs
    ground = gap & ~skin & ~cloth & ~top
    slits = _slits(ground, cover, unit)

    # Here a limb's own soft edge is laid over the ground.
    rim = grown(ground, RIM) & gap & ~cloth & ~grown(belly | seen, RIM)
    soft = zones.coverage() * grown(skin, RIM)
    picture = photo[..., :3]
    picture = _blend(picture, spread(picture, shrunk(labels == BACKGROUND, reach)), ground | rim)
    if cloth.any():
        seen = (labels == LOWER) & ~wide & ~_like_ground(photo[..., :3], labels)
        picture = _blend(picture, carry_up(picture, shrunk(seen, 1)), cloth)
    if top.any():
        down = carry_up(picture[::-1], shrunk(labels == UPPER, 1)[::-1])[::-1]
        picture = _blend(picture, down, top)
    if skin.any():
        share = np.where(rim, soft, _share(skin & ~rim))[..., None]
        picture = picture * (1 - share) + invented_skin(subject, photo[..., :3]) * share

    before, hands = _in_front(subject, worn, arms, skin, in_cloth)
    person = (labels != BACKGROUND) & ~ground | skin | cloth | top
    return Bare(
        picture=np.dstack([picture, photo[..., 3]]),
        skin=np.ones(labels.shape, F32),
        head=_soft(_head(subject, zones), unit),
        arms=before,
        hands=hands,
        changed=grown(gap, 3),
        slits=slits,
        shaded=_soft(person, unit),
        behind=1 - _soft(person, unit),
    )


def _like_ground(picture: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """What has the ground's colour though trousers have another: gaps between two legs, bool [h, w]."""
    ground, lower = (np.median(picture[labels == k], 0) for k in (BACKGROUND, LOWER))
    if np.abs(ground - lower).max() < 4 * ALIKE:
        return np.zeros(labels.shape, bool)
    return np.abs(picture - ground).max(2) < ALIKE


def _slits(ground: np.ndarray, cover: np.ndarray, unit: float) -> np.ndarray:
    """Small holes between new sheets, as between a sleeve and the trunk, bool [h, w]: no ground shows

    there, the cloth touches.
    """
    count, areas, stats, _ = cv2.connectedComponentsWithStats(
        (ground & (cover < 0.5)).astype(np.uint8)
    )
    found = np.zeros(ground.shape, bool)
    for i in range(1, count):
        if stats[i, cv2.CC_STAT_AREA] > SLIT * unit**2:
            continue
        x, y, width, height = (int(k) for k in stats[i, :4])
        box = np.s_[max(0, y - 3) : y + height + 3, max(0, x - 3) : x + width + 3]
        own = areas[box] == i
        ring = grown(own, 2) & ~own
        if (cover[box][ring] > 0.5).mean() > 0.8:
            found[box] |= own
    return found


def _head(subject: Subject, zones: Zones) -> np.ndarray:
    """Hair and face that lie before collars, bool [h, w]: the neck does not."""
    labels = subject.labels
    rows = np.arange(len(labels))[:, None]
    chin = subject.at(subject.body.joints["chin"])[1]
    crown = subject.at(subject.body.joints["head_top"])[1]
    face = (labels == FACE) & (zones.head | (rows < chin - 0.06 * (chin - crown)))
    return face | (labels == HAIR)


def _in_front(
    subject: Subject, worn: Sequence[Worn], arms: Mapping[str, Arm], skin: np.ndarray,
    in_cloth: np.ndarray,
) -> tuple[dict[str, np.ndarray], np.ndarray]:  # fmt: skip
    """Each arm before the trunk, and the hands before all, 0..1 [h, w]."""
    labels, unit = subject.labels, subject.unit
    own = (labels == ARMS) & ~in_cloth
    before, hands = {}, np.zeros(labels.shape, bool)
    for side, other in (SIDES, SIDES[::-1]):
        arm = arms[side]
        mine = arm.away <= arms[other].away
        model = subject.bring(arm_mask(subject.body, side))
        start = np.clip((arm.along - 0.22) / 0.14, 0, 1)
        slim = (arm.away < 1.6 * arm.half) | ((arm.along > 1.8) & (arm.away < 70))
        before[side] = _soft((own & slim | (skin & (model > 0.5))) & mine, unit) * start
        hand = own & mine & (arm.along > max(arm.cuff - 0.02, 1.0)) & (arm.away < 70)
        if arm.cuff < 1.2 and (hand & (arm.along > 1.8)).sum() < HAND * unit**2:  # in a pocket
            before[side] *= np.clip((1.1 - arm.along) / 0.14, 0, 1)
            continue
        hands |= hand
    if not any(w.kind == "upper" for w in worn):  # what stays on hangs over the new waistband
        hands |= own | (labels == UPPER)
    return before, _soft(hands, unit)


def _blend(below: np.ndarray, above: np.ndarray, mask: np.ndarray) -> np.ndarray:
    share = _share(mask)[..., None]
    return below * (1 - share) + above * share


def _share(mask: np.ndarray) -> np.ndarray:
    """1 in a mask, falling to 0 within two pixels around it, [h, w]."""
    return cv2.GaussianBlur(grown(mask, 1).astype(F32), (0, 0), 0.8)


def _soft(mask: np.ndarray, unit: float) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(F32), (0, 0), max(0.6, 0.7 * unit))
