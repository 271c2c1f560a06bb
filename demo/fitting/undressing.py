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
from demo.fitting.filling import carry_up, closed, grown, shrunk, spread
from demo.fitting.heels import hidden_heels, shoe_leather
from demo.fitting.hems import bare_legs, inside_trousers
from demo.fitting.leg_skin import leg_skin
from demo.fitting.legs import Legs
from demo.fitting.limbs import Limb
from demo.fitting.mistaken import SHADOW, TOUCH, hem_tips, like_ground, rest_in_arms
from demo.fitting.skin import invented_skin
from demo.fitting.sleeves import Arm, keeps_sleeves
from demo.fitting.subject import Subject
from demo.fitting.uncovered import (
    above_waistband,
    bare_belly,
    beside_front,
    covered,
    in_sleeves,
    lower_goes_on,
    over_cloth,
    taken_off,
    under_neck,
    under_shoulders,
)
from demo.fitting.warp import Worn
from demo.fitting.zones import EDGE, Zones
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, UPPER
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.body import SIDES

RIM = 3
"""pixels on either side of a limb's edge in which it is drawn softly"""
SLEEVE = 1.35
"""how wide a sleeve lies before a gilet, in widths of the upper arm"""
HAND = 500
"""pixels of the frame of which more is seen of a hand that is not hidden"""
LITTLE = 1000
"""pixels of the frame of which more is seen of a hand that may lie before a garment with long sleeves"""
WHOLE = 2800
"""pixels of the frame from which a hand is seen whole"""
NECK = 24
"""pixels of the frame that a neck goes on under a collar just as it is seen above"""
MOUTH = 0.3
"""how far above the chin the jaw begins to narrow, as a share of the head's height"""
CHIN = 0.03
"""how far below the measured chin its tip may be, as a share of the head's height"""
JAW = 2.4
"""how square a jaw is: 2 is an ellipse"""
WISP = 0.04
"""half-width of a lock below the mouth that is seen on a garment, as a share of the head's height"""
LINING = 8
"""pixels of the frame beside an old collar in which skin has its colour or its shade"""
CUT = 7
"""half the width from which an opening of the new cloth before the trunk shows skin, pixels of the frame"""


def bare_photo(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> Bare:
    """The person below all that is put on."""
    labels, unit = subject.labels, subject.unit
    photo = premultiplied(subject.picture)
    is_bared = any(w.kind == "upper" for w in worn)
    limbs = {side: Limb(subject, side) for side in SIDES} if is_bared else {}
    zones = Zones(subject, list(limbs.values()))
    cover = covered(subject, worn, feet)
    inside = cv2.erode(cover, np.ones((5, 5)))  # what is invented goes on under the cloth's edge
    reach = max(2, round(4 * unit))
    seen_ground = spread(photo[..., :3], shrunk(labels == BACKGROUND, reach))
    off = taken_off(subject, worn, feet)
    rest = rest_in_arms(photo[..., :3], labels, off, unit)
    off |= rest
    if (off & (labels == UPPER)).any():
        off |= zones.stray
    arms = {side: Arm(subject, worn, side) for side in SIDES}
    in_cloth = (arms["left"].bare_inside() | arms["right"].bare_inside()) & (labels == ARMS)
    in_cloth |= inside_trousers(subject, worn) & (labels == LEGS)
    speck = max(1, round(1.5 * unit))
    own_arms = (labels == ARMS) & grown(shrunk(labels == ARMS, speck), speck + 1)
    own_arms &= ~in_cloth & ~rest & ~hem_tips(labels, limbs, off, unit)
    protected = np.isin(labels, (HAIR, FACE)) | own_arms
    protected &= ~(off & zones.stray)
    protected &= ~(
        (labels == FACE)
        & grown(off, round(LINING * unit))
        & (zones.neck | zones.chest)
        & ~zones.head
    )
    if any(w.kind == "upper" for w in worn):  # an old sleeve's soft edge
        sleeve = off & (labels == UPPER)
        protected &= ~((labels == ARMS) & grown(sleeve, round(3 * unit)))
    hem = _beside_cloth(labels, limbs, off, unit) * own_arms
    wide = grown(off, reach) & ~protected | (hem > 0)
    if not any(w.kind == "upper" for w in worn):
        wide &= labels != UPPER
    zones.neck |= off & under_neck(subject, round(NECK * unit))
    zones.chest |= off & under_shoulders(subject, zones)
    # A forearm lies before the trunk: it is bare where the new sleeve has ended, whatever is behind it.
    bare = [arm.along > max(0.35, arm.cuff) for arm in arms.values()]
    forearms = wide & zones.arms & (bare[0] | bare[1]) & ~zones.head
    forearms &= any(w.kind == "upper" for w in worn) & ~in_sleeves(subject, worn)
    gap = (wide | in_cloth) & (inside < 0.98) | forearms

    skin = gap & (zones.neck | zones.chest | (zones.arms & ~in_cloth))
    skin &= any(w.kind == "upper" for w in worn)
    skin &= ~over_cloth(subject, zones, worn, cover)
    skin |= gap & own_arms
    skin &= ~(arms["left"].beside() | arms["right"].beside())
    aside = beside_front(subject, worn)
    cloth = gap & ~skin & lower_goes_on(subject, worn, zones) & ~aside
    midriff = gap & ~skin & ~cloth & ~aside & zones.midriff & bare_belly(subject, worn)
    top, belly = above_waistband(subject, worn, gap & ~skin & ~cloth)
    skin |= belly
    legs = gap & ~skin & ~cloth & ~top & bare_legs(subject, worn) & ~in_cloth
    limbs_below, by_hem = Legs(subject) if legs.any() else None, np.zeros(labels.shape, F32)
    heels = np.zeros(labels.shape, bool)
    if limbs_below is not None:
        legs &= limbs_below.cover > 0.5
        by_hem = limbs_below.shaded_by(off & (labels == LOWER)) * bare_legs(subject, worn)
        heels = hidden_heels(subject, limbs_below, gap)
        heels &= (inside < 0.98) & bare_legs(subject, worn)
        legs &= ~heels
    skin |= midriff | legs
    if is_bared:  # cloth may be cut out
        cut = gap & ~skin & ~cloth & ~aside & zones.midriff & off
        skin |= grown(shrunk(cut, round(CUT * unit)), round(CUT * unit)) & cut
    touching = skin | (cover > 0.5) | own_arms
    between = gap & ~cloth & ~top & (labels == UPPER) & closed(touching, round(TOUCH * unit))
    between &= grown(skin | own_arms, round(2 * TOUCH * unit))
    skin |= between & ~(arms["left"].beside() | arms["right"].beside())
    ground = gap & ~skin & ~cloth & ~top & ~heels

    skin |= off & (cover > 0.9) & grown(skin, 2)  # no old cloth shows at an edge of the new one

    # Here a limb's own soft edge is laid over the ground.
    rim = grown(ground, RIM) & gap & ~cloth & ~grown(belly, RIM)
    seen_arms = _soft(own_arms, unit)
    below = grown(legs, RIM) | (labels == LEGS)
    body = zones.coverage()
    if limbs_below is not None:
        body = np.where(below, limbs_below.cover, body)
    soft = np.maximum(body * grown(skin, RIM), seen_arms)
    picture = photo[..., :3]
    # A rim's own ground does not reach over skin that stays.
    share = np.where(hem > 0, 0, np.where(gap, _share(ground | rim), _share(ground)))[..., None]
    picture = picture * (1 - share) + seen_ground * share
    if cloth.any():
        seen = (labels == LOWER) & ~wide & ~like_ground(photo[..., :3], labels)
        low = np.s_[max(0, int(np.argmax(cloth.any(1))) - 4) :]
        risen = carry_up(picture[low], shrunk(seen, 1)[low])
        picture[low] = _blend(picture[low], risen, cloth[low])
    if top.any():
        down = carry_up(picture[::-1], shrunk(labels == UPPER, 1)[::-1])[::-1]
        picture = _blend(picture, down, top)
    if heels.any():
        picture = _blend(picture, shoe_leather(photo[..., :3], labels), heels)
    if skin.any():
        share = np.where(rim, soft, np.maximum(_share(skin & ~rim), skin))[..., None]
        share = np.where(hem > 0, hem, share[..., 0])[..., None]
        invented = invented_skin(subject, photo[..., :3], limbs.values(), hem > 0.3)
        if limbs_below is not None:
            own = leg_skin(subject, limbs_below, photo[..., :3])
            invented = np.where(below[..., None], own, invented)
            share = np.maximum(share, by_hem[..., None])
        picture = picture * (1 - share) + invented * share

    picture = _without_fringe(picture, (labels == ARMS) & ~in_cloth & ~rest, cover, unit)
    before, hands = _in_front(subject, worn, arms, limbs, skin, in_cloth, off, cover)
    person = (labels != BACKGROUND) & ~ground | skin | cloth | top
    shown = _soft(person, unit)
    shown = np.where(rim & skin, np.minimum(shown, soft), shown)  # a hood is seen up to the neck
    return Bare(
        picture=np.dstack([picture, photo[..., 3]]),
        skin=np.ones(labels.shape, F32),
        head=_soft(_head(subject, zones), unit),
        arms=before,
        hands=hands,
        changed=grown(gap | heels | (by_hem > 0), 3),
        shaded=_soft(person, unit),
        behind=np.clip(2 * (1 - shown), 0, 1),  # in a soft edge there is ground, too
    )


def _beside_cloth(
    labels: np.ndarray, limbs: Mapping[str, Limb], off: np.ndarray, unit: float
) -> np.ndarray:
    """How much of a bare arm beside cloth that is taken off is in that cloth's shadow, 0..1 [h, w]."""
    cloth = off & (labels == UPPER)
    own = (labels == ARMS) & grown(cloth, round(SHADOW * unit))
    own &= np.any([limb.is_near(1.7) for limb in limbs.values()], 0)
    if not own.any():
        return np.zeros(labels.shape, F32)
    away = cv2.distanceTransform((~cloth).astype(np.uint8), cv2.DIST_L2, 3) / unit
    return np.where(own, 1 - smoothstep(2, SHADOW, away), 0).astype(F32)


def _head(subject: Subject, zones: Zones) -> np.ndarray:
    """Hair and face that lie before collars, bool [h, w]: the neck does not.

    Below the mouth the face ends in a jaw, half a superellipse as wide as the face is there.
    """
    labels = subject.labels
    chin, crown = (subject.at(subject.body.joints[n]) for n in ("chin", "head_top"))
    tall = chin[1] - crown[1]
    mouth = int(np.clip(chin[1] - MOUTH * tall, 0, len(labels) - 1))
    face, hair = labels == FACE, labels == HAIR
    by = max(1, round(WISP * tall))
    low = hair[mouth:]
    low[:] = grown(shrunk(low, by), by)  # thin tips are lost against new cloth
    seen = np.flatnonzero(face[mouth])
    seen = seen[np.abs(seen - chin[0]) < 0.6 * tall]
    if not len(seen):
        return face & zones.head | hair
    end = int(np.clip(chin[1] + CHIN * tall, mouth + 1, len(labels)))
    down = np.arange(end - mouth)[:, None] / (end - mouth)
    middle = (seen[0] + seen[-1]) / 2 * (1 - down) + chin[0] * down
    half = max(1.0, (seen[-1] - seen[0]) / 2) * (1 - down**JAW) ** (1 / JAW)
    face[mouth:end] &= np.abs(np.arange(labels.shape[1])[None] - middle) < half
    face[end:] = False
    return face | hair


def _in_front(
    subject: Subject, worn: Sequence[Worn], arms: Mapping[str, Arm], limbs: Mapping[str, Limb],
    skin: np.ndarray, in_cloth: np.ndarray, off: np.ndarray, cover: np.ndarray,
) -> tuple[dict[str, np.ndarray], np.ndarray]:  # fmt: skip
    """Each arm before the trunk, and the hands before all, 0..1 [h, w].

    A hand in a pocket that is gone would end in a stub: such an arm goes on behind the new cloth, and
    a long sleeve ends in its cuff.
    """
    labels, unit = subject.labels, subject.unit
    own = (labels == ARMS) & ~in_cloth & ~off
    gone = off | ((labels == LOWER) & (cover > 0.5))
    stays = keeps_sleeves(subject, worn)
    before, hands = {}, np.zeros(labels.shape, bool)
    for side, other in (SIDES, SIDES[::-1]):
        arm = arms[side]
        mine = arm.away <= arms[other].away
        start = np.clip((arm.along - 0.22) / 0.14, 0, 1)
        slim = (arm.away < 1.6 * arm.half) | ((arm.along > 1.3) & (arm.away < 70))
        before[side] = _soft(own & slim & mine, unit)
        if side in limbs:
            invented = limbs[side].cover(EDGE) * skin * (arm.along > arm.cuff - 0.03)
            before[side] = np.maximum(before[side], invented * mine)
        before[side] = before[side] * start
        if stays:
            sleeve = (labels == UPPER) & (arm.away < SLEEVE * arm.half) & mine
            shown = _soft(sleeve, unit) * np.clip((arm.along - 0.16) / 0.1, 0, 1)
            before[side] = np.maximum(before[side], shown)
        hand = own & mine & slim & (arm.along > max(arm.cuff - 0.02, 1.0))
        tip, is_short = hand & (arm.along > 1.8), arm.cuff < 1.2
        is_little = np.count_nonzero(tip) < LITTLE * unit**2
        if (is_short or is_little) and _in_pocket(labels, tip, gone, unit):
            last = 1.1 if is_short else max(arm.cuff, 1.9)
            before[side] *= np.clip((last - arm.along) / 0.14, 0, 1)
            continue
        hands |= hand
    if not any(w.kind == "upper" for w in worn):  # what stays on hangs over the new waistband
        hands |= own | (labels == UPPER)
    return before, _soft(hands, unit)


def _without_fringe(
    picture: np.ndarray, arms: np.ndarray, cover: np.ndarray, unit: float
) -> np.ndarray:
    """The picture [h, w, 3] without what shone through at the edges of arms and hands, bool [h, w], that

    lie before new cloth: their own colour goes on to the edge.
    """
    deep = max(1, round(1.6 * unit))
    inner = shrunk(arms, deep)
    rim = grown(arms, deep) & ~inner & (cover > 0.3)
    if not rim.any():
        return picture
    x, y, wide, high = cv2.boundingRect(rim.astype(np.uint8))
    box = np.s_[max(0, y - 8) : y + high + 8, max(0, x - 8) : x + wide + 8]
    share = _share(rim[box])[..., None] * rim[box][..., None]
    cleaned = picture.copy()
    cleaned[box] = picture[box] * (1 - share) + spread(picture[box], inner[box]) * share
    return cleaned


def _in_pocket(labels: np.ndarray, hand: np.ndarray, gone: np.ndarray, unit: float) -> bool:
    """Whether most of a hand, bool [h, w], is hidden in old cloth that is `gone`, bool [h, w]."""
    area = np.count_nonzero(hand)
    if area < HAND * unit**2 or area > WHOLE * unit**2:
        return area < HAND * unit**2
    around = grown(hand, max(2, round(5 * unit))) & (labels != ARMS)
    return np.count_nonzero(around & gone) > 0.8 * np.count_nonzero(around)


def _blend(below: np.ndarray, above: np.ndarray, mask: np.ndarray) -> np.ndarray:
    share = _share(mask)[..., None]
    return below * (1 - share) + above * share


def _share(mask: np.ndarray) -> np.ndarray:
    """1 in a mask, falling to 0 within two pixels around it, [h, w]."""
    return cv2.GaussianBlur(grown(mask, 1).astype(F32), (0, 0), 0.8)


def _soft(mask: np.ndarray, unit: float) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(F32), (0, 0), max(0.6, 0.7 * unit))
