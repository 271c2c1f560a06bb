"""Who is dressed: a picture, what is where in it, and measures in one frame for all. Draws nothing.

Garments are bent in the figures' frame (640 × 1280 pixels, a person of about 1190); a photo's person is
brought to it by a scale and a shift, so that the studio's maps serve both.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import cv2
import numpy as np

from demo.fitting.amending import amend
from demo.fitting.amending_legs import amend_legs
from demo.fitting.cuffs import with_cuffs
from demo.fitting.figures import PARTS, Figure
from demo.fitting.lower_body import measure_legs
from demo.fitting.measured import measure
from demo.fitting.proportions import Measured
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, OTHER

LABEL_OF = {
    "nothing": BACKGROUND, "hair": HAIR, "head": FACE, "neck": FACE, "torso": OTHER,
    "upper_arm": ARMS, "forearm": ARMS, "hand": ARMS, "thigh": LEGS, "calf": LEGS, "foot": LEGS,
}  # fmt: skip
"""part of a bare figure -> the parser's label; the trunk in its base layer is "other" """


@dataclass(frozen=True)
class Subject:
    """One person, ready to be dressed."""

    picture: np.ndarray
    """straight-alpha uint8 [h, w, 4]"""
    labels: np.ndarray
    """uint8 [h, w], the parser's labels"""
    body: Figure
    """measures and part map in the frame"""
    place: np.ndarray
    """[2, 3] affine map of the frame's pixels to the picture's"""
    is_photo: bool

    @property
    def unit(self) -> float:
        """Pixels of the picture a pixel of the frame."""
        return float(self.place[0, 0])

    def bring(self, sheet: np.ndarray) -> np.ndarray:
        """A float sheet or mask of the frame in the picture's pixels, [h, w, …]."""
        if not self.is_photo:
            return sheet
        if self.unit < 0.9:  # no sample may be skipped
            sheet = cv2.GaussianBlur(sheet, (0, 0), 0.4 * (1 / self.unit**2 - 1) ** 0.5)
        size = self.picture.shape[1::-1]
        return cv2.warpAffine(sheet, self.place.astype(np.float32), size, flags=cv2.INTER_LINEAR)

    def at(self, point: np.ndarray | tuple[float, float]) -> np.ndarray:
        """A point of the frame in the picture's pixels."""
        return self.place[:, :2] @ np.asarray(point, float) + self.place[:, 2]


def of_figure(figure: Figure) -> Subject:
    """One of the shop's own people."""
    stems = [name.removesuffix("_left").removesuffix("_right") for name in PARTS]
    table = np.array([LABEL_OF[stem] for stem in stems], np.uint8)
    parts = figure.parts()
    own = {field.name: getattr(figure, field.name) for field in fields(figure)}
    return Subject(
        np.asarray(figure.picture()), table[parts], Measured(**own, part_map=parts), np.eye(2, 3),
        is_photo=False,
    )  # fmt: skip


def of_photo(
    photo: np.ndarray, labels: np.ndarray, points: np.ndarray | None = None,
    visibility: np.ndarray | None = None,
) -> Subject:  # fmt: skip
    """A person in a photo.

    photo: RGB uint8 [h, w, 3]; labels: uint8 [h, w], the parser's; points, visibility: [33, 2] pixels
    and [33] in the order of `demo.models.pose.JOINTS`, None when no pose was found.
    Raises PictureError when nothing but a pose could measure this person.
    """
    if points is None or visibility is None:
        labels = with_cuffs(photo, amend_legs(photo, labels))
        body, place = measure_legs(labels)
    else:
        body, place = measure(labels, points, visibility)
        amended = with_cuffs(photo, amend(photo, labels, place, body))
        if (amended != labels).any():  # what is skin and what is sleeve changes the limbs' widths
            labels = amended
            body, place = measure(labels, points, visibility)
    skin = photo[np.isin(labels, (ARMS, FACE, LEGS))]
    if len(skin):
        red, green, blue = (int(k) for k in np.median(skin, 0))
        body = replace(body, skin_hex=f"#{red:02x}{green:02x}{blue:02x}")
    opaque = np.full(photo.shape[:2], 255, np.uint8)
    return Subject(np.dstack([photo, opaque]), labels, body, place, is_photo=True)
