"""A photo's person without the clothes that are taken off: skin, ground and other cloth in their place.

Knows labels, the body's measures and what the new sheets will cover; only what they leave uncovered is
invented. Everything else stays the photo's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from demo.fitting.bare import Bare, arm_before_trunk
from demo.fitting.compositing import premultiplied
from demo.fitting.figures import PARTS
from demo.fitting.filling import carry_up, spread
from demo.fitting.sleeves import Arm
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, SHOES, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, Body

SLIT = 1500
"""largest hole between a sleeve and the trunk that is closed, pixels of the frame"""


def bare_photo(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> Bare:
    """The person below all that is put on."""
    labels, unit = subject.labels, subject.unit
    photo = premultiplied(subject.picture)
    zones = _Zones(subject)
    cover = _covered(subject, worn, feet)
    off = taken_off(subject, worn, feet)
    arms = {side: Arm(subject, worn, side) for side in SIDES}
    in_cloth = (arms["left"].bare_inside() | arms["right"].bare_inside()) & (labels == ARMS)
    in_cloth |= _inside_trousers(subject, worn) & (labels == LEGS)
    protected = np.isin(labels, (HAIR, FACE)) | ((labels == ARMS) & ~in_cloth)
    reach = max(2, round(4 * unit))
    protected &= ~(
        (labels == FACE) & _grown(off, round(2 * unit)) & (zones.neck | zones.chest) & ~zones.head
    )
    wide = _grown(off, reach) & ~protected
    if not any(w.kind == "upper" for w in worn):
        wide &= labels != UPPER
    gap = (wide | in_cloth) & (cover < 0.98)

    skin = gap & (zones.neck | zones.chest | (zones.arms & ~in_cloth))
    skin &= any(w.kind == "upper" for w in worn)
    skin &= ~(arms["left"].beside() | arms["right"].beside())
    cloth = gap & ~skin & _lower_goes_on(subject, worn, zones)
    midriff = gap & ~skin & ~cloth & zones.midriff & _bare_belly(subject, worn)
    legs = gap & ~skin & ~cloth & zones.legs & _bare_legs(subject, worn) & ~in_cloth
    skin |= midriff | legs
    ground = gap & ~skin & ~cloth
    slits = _slits(ground, cover, unit)

    picture = photo[..., :3]
    picture = _blend(picture, spread(picture, _shrunk(labels == BACKGROUND, reach)), ground)
    if cloth.any():
        picture = _blend(picture, carry_up(picture, _shrunk((labels == LOWER) & ~wide, 1)), cloth)
    if skin.any():
        picture = _blend(picture, _skin(subject, picture, zones, skin), skin)

    before, hands = _in_front(subject, worn, arms, skin, in_cloth)
    person = (labels != BACKGROUND) & ~ground | skin | cloth
    return Bare(
        picture=np.dstack([picture, photo[..., 3]]),
        skin=np.ones(labels.shape, F32),
        head=_soft(_head(subject, zones), unit),
        arms=before,
        hands=hands,
        changed=_grown(gap, 3),
        slits=slits,
        shaded=_soft(person, unit),
        behind=1 - _soft(person, unit),
    )


def taken_off(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """Which pixels show clothes that the new ones replace, bool [h, w]."""
    labels = subject.labels
    off = np.zeros(labels.shape, bool)
    kinds = {w.garment.category for w in worn}
    if kinds & {"tops", "dresses", "knitwear"} or any(
        not w.garment.is_open() for w in worn if w.kind == "upper"
    ):
        off |= labels == UPPER
    elif "outerwear" in kinds:  # an open layer over what is worn already
        between = np.zeros(labels.shape, bool)
        for layer in worn:
            if layer.kind == "upper":
                between |= subject.bring(_between_edges(layer).astype(F32)) > 0.5
        off |= (labels == UPPER) & ~between
    if any(w.kind in ("legs", "skirt") for w in worn) or "dresses" in kinds:
        off |= labels == LOWER
    if feet:
        off |= labels == SHOES
    return off


def _between_edges(garment: Worn) -> np.ndarray:
    """Where a row is between the outermost edges of a garment's main sheet, or below it: bool."""
    cover = garment.cover() > 0.5
    rows = np.flatnonzero(cover.any(1))
    if not len(rows):
        return np.zeros(cover.shape, bool)
    columns = np.arange(cover.shape[1])[None]
    left, right = np.argmax(cover, 1), cover.shape[1] - np.argmax(cover[:, ::-1], 1)
    last = max(rows[0], rows[-1] - 14)  # the hem's very edge may be a tip
    left[last:], right[last:] = left[last], right[last]
    found = (columns > left[:, None] + 2) & (columns < right[:, None] - 2)
    found[: rows[0]] = False
    return found


class _Zones:
    """The body's parts in the photo, by its measures: bool [h, w]."""

    def __init__(self, subject: Subject) -> None:
        body = subject.body
        parts = cv2.warpAffine(
            body.parts(),
            subject.place.astype(F32),
            subject.labels.shape[::-1],
            flags=cv2.INTER_NEAREST,
        )

        def of(*stems: str) -> np.ndarray:
            return np.isin(parts, [i for i, name in enumerate(PARTS) if name.startswith(stems)])

        rows = np.arange(len(parts))[:, None]
        level = {
            n: subject.at(body.outline[f"{n}_left"])[1] for n in ("armpit", "waist", "hip", "neck")
        }
        self.arms = of("upper_arm", "forearm", "hand")
        self.head = of("head")
        self.neck = of("neck")
        self.trunk = of("torso")
        self.chest = self.trunk & (
            rows < level["armpit"] + 0.25 * (level["waist"] - level["armpit"])
        )
        self.midriff = self.trunk & ~self.chest & (rows < 0.5 * (level["waist"] + level["hip"]))
        self.legs = of("thigh", "calf") | (self.trunk & (rows > level["hip"]))


def _covered(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """What the new sheets cover, 0..1 [h, w]."""
    sheets = [s[..., 3] for w in worn for n, s in w.sheets.items() if n != "inside"]
    sheets += [shoe[..., 3] for shoe in feet.values()]
    if not sheets:
        return np.zeros(subject.labels.shape, F32)
    return subject.bring(np.max(sheets, 0))


def _inside_trousers(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Rows in which a bare leg would be inside new trousers or shorts, bool [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        if w.kind == "legs":
            ends = [
                w.landmarks[f"cuff_{edge}_{side}"][1]
                for edge in ("outer", "inner")
                for side in SIDES
            ]
            waist = np.mean([w.landmarks[f"waist_{side}"][1] for side in SIDES])
            found |= (rows > subject.at((0, waist))[1] + 6) & (
                rows < subject.at((0, min(ends)))[1] - 3
            )
    return found


def _lower_goes_on(subject: Subject, worn: Sequence[Worn], zones: _Zones) -> np.ndarray:
    """Where trousers or a skirt that stay on go on under the hem of what was taken off, bool [h, w]."""
    labels = subject.labels
    if any(w.kind in ("legs", "skirt") or w.garment.category == "dresses" for w in worn):
        return np.zeros(labels.shape, bool)
    lower = labels == LOWER
    if lower.sum() < 200 * subject.unit**2:
        return np.zeros(labels.shape, bool)
    waist = subject.at((0, Body(subject.body).level("waist")))[1]
    hip = subject.at((0, Body(subject.body).level("hip")))[1]
    rows = np.arange(len(labels))[:, None]
    below = np.cumsum(lower[::-1], 0)[::-1] > 0  # some of it is further down in this column
    return below & (rows > 0.65 * waist + 0.35 * hip) & ~_outside(subject, zones)


def _outside(subject: Subject, zones: _Zones) -> np.ndarray:
    """Further from the trunk and the legs than trousers stand off, bool [h, w]."""
    body = (zones.trunk | zones.legs | (subject.labels == LOWER)).astype(np.uint8)
    return cv2.distanceTransform(1 - body, cv2.DIST_L2, 3) > 6 * subject.unit


def _bare_belly(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Where a short top leaves the belly bare: below its hem, bool [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    hems = [
        subject.at((0, np.mean([w.landmarks[f"hem_{s}"][1] for s in SIDES])))[1]
        for w in worn
        if w.kind == "upper" and "hem_left" in w.landmarks
    ]
    return rows > max(hems) - 4 if hems else np.zeros((len(rows), 1), bool)


def _bare_legs(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Where a skirt, a dress or shorts leave legs bare that trousers covered: below the hem, [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        names = (
            ("hem_left", "hem_right")
            if w.kind in ("skirt", "upper")
            else ("cuff_outer_left", "cuff_outer_right")
        )
        if w.kind != "upper" or w.garment.category == "dresses":
            found |= rows > subject.at((0, np.mean([w.landmarks[n][1] for n in names])))[1] - 6
    return found


def _skin(subject: Subject, picture: np.ndarray, zones: _Zones, wanted: np.ndarray) -> np.ndarray:
    """Skin for everywhere, [h, w, 3]: the photo's own, spread, and rounded on limbs by shade."""
    labels = subject.labels
    sure = _shrunk(np.isin(labels, (ARMS, FACE, LEGS)), max(1, round(2 * subject.unit)))
    arms = _shrunk(labels == ARMS, max(1, round(2 * subject.unit)))
    face = _shrunk(labels == FACE, max(1, round(3 * subject.unit)))
    light = picture.mean(2)
    base = arms if arms.sum() > 60 else face
    if not base.any():
        base = sure if sure.any() else np.ones(labels.shape, bool)
    usual = np.median(picture[base], 0)
    lit = np.abs(light - usual.mean()) < 0.28 * usual.mean() + 0.04
    colour = (
        spread(picture, sure & lit) if (sure & lit).any() else np.broadcast_to(usual, picture.shape)
    )
    colour = 0.55 * colour + 0.45 * usual.astype(F32)
    body = (zones.arms | zones.legs | zones.trunk | zones.neck).astype(np.uint8)
    depth = cv2.distanceTransform(body, cv2.DIST_L2, 5) / subject.unit
    half = subject.body.half_widths["upper_arm"]
    round_off = 0.76 + 0.27 * np.sqrt(np.clip(depth / half, 0, 1))
    shade = np.where(zones.arms | zones.legs, round_off, 1.0)
    shade = cv2.GaussianBlur(shade.astype(F32), (0, 0), 2.5 * subject.unit)
    grain = np.random.default_rng(7).normal(0, 0.006, labels.shape).astype(F32)
    return colour * shade[..., None] + grain[..., None]


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
        ring = _grown(own, 2) & ~own
        if (cover[box][ring] > 0.5).mean() > 0.8:
            found[box] |= own
    return found


def _head(subject: Subject, zones: _Zones) -> np.ndarray:
    """Hair and face that lie before collars, bool [h, w]: the neck does not."""
    labels = subject.labels
    rows = np.arange(len(labels))[:, None]
    chin = subject.at(subject.body.joints["chin"])[1]
    crown = subject.at(subject.body.joints["head_top"])[1]
    face = (labels == FACE) & (zones.head | (rows < chin - 0.2 * (chin - crown)))
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
        model = subject.bring(arm_before_trunk(subject, side))
        start = np.clip((arm.along - 0.22) / 0.14, 0, 1)
        before[side] = _soft((own | (skin & (model > 0.5))) & mine, unit) * start
        hands |= own & mine & (arm.along > max(arm.cuff - 0.02, 1.0)) & (arm.away < 70)
    if not any(w.kind == "upper" for w in worn):  # what stays on hangs over the new waistband
        hands |= own | (labels == UPPER)
    return before, _soft(hands, unit)


def _blend(below: np.ndarray, above: np.ndarray, mask: np.ndarray) -> np.ndarray:
    share = cv2.GaussianBlur(mask.astype(F32), (0, 0), 0.8)
    share = np.where(mask, np.maximum(share, 0.5), share)[..., None]
    return below * (1 - share) + above * share


def _grown(mask: np.ndarray, by: int) -> np.ndarray:
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by + 1, 2 * by + 1))
    return cv2.dilate(mask.astype(np.uint8), disc) > 0


def _shrunk(mask: np.ndarray, by: int) -> np.ndarray:
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by + 1, 2 * by + 1))
    return cv2.erode(mask.astype(np.uint8), disc) > 0


def _soft(mask: np.ndarray, unit: float) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(F32), (0, 0), max(0.6, 0.7 * unit))
