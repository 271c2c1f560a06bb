"""Draws the figures and writes all that try-on needs to know of them into one folder."""

from __future__ import annotations

import io
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from demo.fitting.figures import PARTS, SIZE
from demo.studio.develop import develop
from demo.studio.figures import survey
from demo.studio.figures.body import Solid, arm_parts, solid
from demo.studio.figures.cast import CAST, Person
from demo.studio.figures.measures import SHAPED
from demo.studio.figures.poses import POSES
from demo.studio.figures.skeleton import pose_skeleton
from demo.studio.figures.skin import TONES, lit
from demo.studio.figures.trace import Camera, View, trace

OVERSAMPLE = 2
TALL = 1188
"""pixels of a person from the crown to the ground"""
QUALITY = 95
ALPHA_QUALITY = 100


@dataclass(frozen=True)
class Drawn:
    """A figure's files: ending -> bytes; and its entry in the list."""

    files: dict[str, bytes]
    entry: dict


def build_figures(out: Path, jobs: int = 2) -> list[str]:
    """Draw all figures into the folder; gives their names. The same code gives the same bytes.

    jobs: processes that draw at the same time; each figure takes most of a minute.
    """
    out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        drawn = list(pool.map(draw_figure, CAST))
    for person, figure in zip(CAST, drawn, strict=True):
        for ending, data in figure.files.items():
            (out / f"{person.name}.{ending}").write_bytes(data)
    listing = ",\n".join(json.dumps(figure.entry) for figure in drawn)
    (out / "figures.json").write_text(f"[\n{listing}\n]\n", encoding="utf-8")
    return [person.name for person in CAST]


def draw_figure(person: Person, oversample: float = OVERSAMPLE) -> Drawn:
    """Sculpt, pose, light and measure one person. oversample: samples a pixel, each way."""
    measures, tone = SHAPED[person.gender, person.body], TONES[person.tone]
    pose = POSES[person.pose]
    body = solid(pose_skeleton(measures, pose), person.hair)
    camera = Camera(TALL / measures.height, middle(body))
    view = trace(camera, body.skin, body.hair, body.parts, oversample)
    linear = lit(view, body, tone, person.hair)
    seed = 7 + CAST.index(person)
    picture = finished(linear, seed)
    files = {"webp": webp(picture), "parts.png": png(part_map(view, picture[..., 3]))}
    front = [side for side, arm in pose.arms.items() if arm.on_trunk]
    if front:
        limbs = [shape for side in front for shape in body.arm(side)]
        parts = {name: shapes for name, shapes in body.parts.items() if name != "hair"}
        alone = trace(camera, limbs, (), parts, oversample)
        arms = lit(alone, body, tone, person.hair)
        # Where the arm is seen in the whole picture it keeps the light it has there.
        seen = np.isin(view.label, [PARTS.index(n) for side in front for n in arm_parts(side)])
        seen &= alone.label > 0
        arms[seen] = linear[seen]
        files["front.webp"] = webp(finished(arms, seed))
    entry = {
        "name": person.name,
        "gender": person.gender,
        "skin": {"name": tone.name, "hex": tone.hex},
        "body": person.body,
        "pose": person.pose,
        "height_px": TALL,
        "front": [f"arm_{side}" for side in front],
        "joints": survey.joints(body, camera),
        "outline": survey.outline(body, camera),
        "half_widths": survey.half_widths(body, camera),
    }
    return Drawn(files, entry)


def middle(body: Solid) -> float:
    """World x that lies in the middle of the picture: between the outermost joints."""
    x = [p[0] for p in body.skeleton.joints.values()]
    return float(min(x) + max(x)) / 2


def finished(linear: np.ndarray, seed: int) -> np.ndarray:
    """Premultiplied linear samples to the picture, uint8 [1280, 640, 4] straight sRGB."""
    return develop(cv2.resize(linear, SIZE, interpolation=cv2.INTER_AREA), seed)


def part_map(view: View, alpha: np.ndarray) -> np.ndarray:
    """Label per pixel, uint8 [1280, 640]: set exactly where alpha is above 127."""
    counts = np.stack(
        [cv2.resize((view.label == i).astype(np.float32), SIZE, interpolation=cv2.INTER_AREA)
         for i in range(1, len(PARTS))]
    )  # fmt: skip
    labels = (counts.argmax(0) + 1).astype(np.uint8)
    known = counts.max(0) > 0
    near = cv2.dilate(np.where(known, labels, 0).astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.where(alpha > 127, np.where(known, labels, near), 0).astype(np.uint8)


def webp(picture: np.ndarray) -> bytes:
    data = io.BytesIO()
    encoding = {"quality": QUALITY, "alpha_quality": ALPHA_QUALITY, "method": 6}
    Image.fromarray(picture).save(data, "WEBP", **encoding)
    return data.getvalue()


def png(labels: np.ndarray) -> bytes:
    data = io.BytesIO()
    Image.fromarray(labels).save(data, "PNG", optimize=True)
    return data.getvalue()
