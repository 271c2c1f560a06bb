"""Where people's joints are in a photo: BlazePose (Bazarevsky et al. 2020). Knows no clothes.

Two networks of MediaPipe run by LiteRT: a detector finds each person's hips and size in the whole
photo, and a landmark network then looks at that person alone, turned upright, twice. Left and right
are the person's own. Files are opened on first use; calls may come from several threads.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Final

import cv2
import numpy as np

from demo import checksums

POSE: Final = Path(__file__).resolve().parents[2] / "assets" / "weights" / "pose"
DETECTOR, LANDMARKS = "pose_detection.tflite", "pose_landmark_full.tflite"

JOINTS: Final = (
    "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye",
    "right_eye_outer", "left_ear", "right_ear", "mouth_left", "mouth_right", "left_shoulder",
    "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_pinky",
    "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip",
    "left_knee", "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel",
    "left_foot_index", "right_foot_index",
)  # fmt: skip
"""the rows of `Pose.points`"""
SCALE, ALIGNMENT = 34, 33
"""extra rows of the network's answer: a point above the centre that gives size and turn; the centre"""

DETECTOR_SIDE: Final = 224
LANDMARK_SIDE: Final = 256
STRIDES: Final = (8, 16, 32, 32, 32)
MARGIN: Final = 1.25
"""side of the looked-at square, in diameters of the circle around the person"""
MIN_SCORE: Final = 0.5
SAME: Final = 0.3
"""overlap (IoU of boxes) from which two detections are one person"""
PEOPLE: Final = 4
"""most people that are looked at, surest first"""
WINDOW: Final = 7
"""side of the heat map's window around a joint, cells"""


@dataclass(frozen=True)
class Region:
    """A square of the photo, turned so that the person stands upright in it."""

    x: float
    y: float
    """its centre, pixels"""
    side: float
    """pixels"""
    turn: float
    """radians, clockwise on the screen"""

    def to_photo(self) -> np.ndarray:
        """[2, 3] affine map of `LANDMARK_SIDE` pixels to pixels of the photo."""
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        k, half = self.side / LANDMARK_SIDE, LANDMARK_SIDE / 2
        return np.array(
            [
                [cos * k, -sin * k, self.x - (cos - sin) * half * k],
                [sin * k, cos * k, self.y - (sin + cos) * half * k],
            ],
            np.float32,
        )


@dataclass(frozen=True)
class Pose:
    """One person's joints."""

    points: np.ndarray
    """[33, 2] float32, pixels (x, y) of the photo, in the order of `JOINTS`; may lie outside it"""
    visibility: np.ndarray
    """[33] 0 … 1: inside the picture and not hidden"""
    presence: float
    """0 … 1: is this a person at all"""
    region: Region

    def point(self, name: str) -> np.ndarray:
        """[2] one joint by its name."""
        return self.points[JOINTS.index(name)]

    def faces(self, width: int, height: int) -> bool:
        """Whether the face lies in a picture of this size: joints found without one are guesses."""
        x, y = self.points[0]
        return bool(0 <= x < width and 0 <= y < height and self.visibility[0] >= MIN_SCORE)

    def moved(self, x: float, y: float) -> Pose:
        """The same pose in a picture whose corner lies elsewhere."""
        region = replace(self.region, x=self.region.x + x, y=self.region.y + y)
        return replace(self, points=self.points + np.float32([x, y]), region=region)

    def seen(self, name: str) -> float:
        """Visibility of one joint by its name."""
        return float(self.visibility[JOINTS.index(name)])


class PoseNetwork:
    """BlazePose behind one call."""

    def __init__(self, folder: Path = POSE, threads: int = 2) -> None:
        """`folder` holds the two .tflite files; nothing is read before the first call."""
        self._folder, self._threads = folder, threads
        self._lock = Lock()  # an interpreter keeps its tensors between calls
        self._detector: Any = None
        self._landmarks: Any = None
        self._anchors = _anchors()

    def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
        """Everybody in an RGB photo [H, W, 3] uint8, the largest first; empty when there is nobody."""
        with self._lock:
            self._load()
            poses = [self._look(photo, region) for region in self._detect(photo)]
        return tuple(sorted((p for p in poses if p is not None), key=lambda p: -p.region.side))

    def _load(self) -> None:
        if self._landmarks is not None:
            return
        from ai_edge_litert.interpreter import Interpreter

        def opened(name: str) -> Any:
            checksums.checked(self._folder / name, "Fetch it again: it belongs to the project.")
            interpreter = Interpreter(str(self._folder / name), num_threads=self._threads)
            interpreter.allocate_tensors()
            return interpreter

        self._detector, self._landmarks = opened(DETECTOR), opened(LANDMARKS)

    def _detect(self, photo: np.ndarray) -> list[Region]:
        height, width = photo.shape[:2]
        longest = max(height, width)
        scale = DETECTOR_SIDE / longest
        left, top = (longest - width) / 2, (longest - height) / 2
        small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        square = np.zeros((DETECTOR_SIDE, DETECTOR_SIDE, 3), np.float32)
        y, x = round(top * scale), round(left * scale)
        small = small[: DETECTOR_SIDE - y, : DETECTOR_SIDE - x]
        square[y : y + len(small), x : x + small.shape[1]] = small
        raw, logits = _run(self._detector, square / 127.5 - 1)
        scores = _sigmoid(logits.ravel())  # [2254]
        likely = np.flatnonzero(scores > MIN_SCORE)
        likely = likely[np.argsort(-scores[likely], kind="stable")]
        if not len(likely):
            return []
        # [n, 6, 2] box centre, box size, hips, top of the circle, two of the upper body; shares of 1
        values = raw.reshape(-1, 6, 2)[likely] / DETECTOR_SIDE
        values[:, [0, 2, 3, 4, 5]] += self._anchors[likely][:, None]
        regions = []
        for group in _groups(values[:, 0], values[:, 1])[:PEOPLE]:
            weights = scores[likely[group]][:, None, None]
            hips, top_point = (values[group][:, 2:4] * weights).sum(0) / weights.sum() * longest
            offset = np.array([left, top])
            regions.append(_region(hips - offset, top_point - offset))
        return regions

    def _look(self, photo: np.ndarray, region: Region) -> Pose | None:
        """Landmarks in the region; looked at again where they say that the person is."""
        for again in (True, False):
            to_photo = region.to_photo()
            crop = cv2.warpAffine(
                photo, to_photo, (LANDMARK_SIDE, LANDMARK_SIDE),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            )  # fmt: skip
            values, presence, _, heat, _ = _run(self._landmarks, crop.astype(np.float32) / 255)
            if float(presence.ravel()[0]) < MIN_SCORE:
                return None
            values = values.reshape(39, 5)  # x, y, z, visibility, presence
            points = _refined(values[:, :2].copy(), heat[0])
            points = points @ to_photo[:, :2].T + to_photo[:, 2]
            if again:
                region = _region(points[ALIGNMENT], points[SCALE])
        visibility = _sigmoid(values[:33, 3]) * _sigmoid(values[:33, 4])
        return Pose(points[:33].astype(np.float32), visibility, float(presence.ravel()[0]), region)


def _run(interpreter: Any, picture: np.ndarray) -> list[np.ndarray]:
    """All outputs of a network for a picture [h, w, 3] float32, copied."""
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], picture[None])
    interpreter.invoke()
    return [interpreter.get_tensor(out["index"]) for out in interpreter.get_output_details()]


def _anchors() -> np.ndarray:
    """[2254, 2] centres of the detector's cells, shares of the side; two a cell and layer."""
    centres = []
    for stride in dict.fromkeys(STRIDES):
        side = DETECTOR_SIDE // stride
        line = (np.arange(side) + 0.5) / side
        y, x = np.meshgrid(line, line, indexing="ij")
        cells = np.stack([x, y], -1).reshape(-1, 2)
        centres.append(np.repeat(cells, 2 * STRIDES.count(stride), axis=0))
    return np.concatenate(centres).astype(np.float32)


def _groups(centres: np.ndarray, sizes: np.ndarray) -> list[np.ndarray]:
    """Detections [n], best first, that overlap the best one not yet taken, a group a person."""
    low, high = centres - sizes / 2, centres + sizes / 2
    left, groups = np.arange(len(centres)), []
    while len(left):
        best = left[0]
        inner = np.minimum(high[best], high[left]) - np.maximum(low[best], low[left])
        shared = np.prod(np.maximum(inner, 0), axis=1)
        union = np.prod(sizes[best]) + np.prod(sizes[left], axis=1) - shared
        same = shared / np.maximum(union, 1e-9) > SAME
        same[0] = True
        groups.append(left[same])
        left = left[~same]
    return groups


def _region(centre: np.ndarray, top: np.ndarray) -> Region:
    """The square around the circle about `centre` through `top`, which is above the person's head."""
    dx, dy = (float(v) for v in top - centre)
    side = 2 * math.hypot(dx, dy) * MARGIN
    return Region(float(centre[0]), float(centre[1]), side, math.atan2(dx, -dy))


def _refined(points: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Landmarks [39, 2] drawn to the weighted middle of their heat maps [64, 64, 39] nearby."""
    cells = heat.shape[0]
    cell = LANDMARK_SIDE / cells
    reach = WINDOW // 2
    for i, (x, y) in enumerate(points / cell):
        column, row = int(x), int(y)
        if not (0 <= column < cells and 0 <= row < cells):
            continue
        rows = np.arange(max(0, row - reach), min(cells, row + reach + 1))
        columns = np.arange(max(0, column - reach), min(cells, column + reach + 1))
        weights = _sigmoid(heat[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1, i])
        if weights.max() >= MIN_SCORE:
            total = weights.sum()
            points[i] = (
                (weights.sum(0) * columns).sum() / total * cell,
                (weights.sum(1) * rows).sum() / total * cell,
            )
    return points


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))
