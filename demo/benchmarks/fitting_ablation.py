"""Which way of dressing comes nearest to the truth: figures in looks that nothing was trained on.

The truth is the studio's drawing of the same figure in the same products; `demo.benchmarks.fitting_ways`
are the ways. All is measured inside the true garment's region but its overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

import cv2
import numpy as np

from demo.benchmarks.fitting_ways import Way
from demo.benchmarks.likeness import feature_distances, ssim
from demo.errors import PictureError
from demo.fitting.bare import Bare
from demo.fitting.compositing import Board
from demo.fitting.dressing import Finish, dress
from demo.fitting.figures import load_figures
from demo.fitting.subject import Subject, of_figure
from demo.fitting.warp import Worn
from demo.models.encoder import ClipEncoder
from demo.models.parser import LOWER, UPPER
from demo.settings import ROOT
from demo.training.dressing import Shelf, worn_labels
from demo.training.overlap import iou
from demo.training.wearers import on_white, read_pairs

OWN_LABELS: Final = (UPPER, LOWER)
LEAST: Final = 1600
"""pixels from which a region is measured"""
FAR: Final = 24
"""pixels from any garment at which nothing may differ from the bare figure: no shadow falls so far"""


@dataclass(frozen=True)
class Nearness:
    """How near one way comes to the truth, means over figures."""

    ssim: float
    features: float
    overlap: float
    """IoU of the upper and of the lower garment's region, their mean"""
    untouched: float
    """share of figures whose pixels far from all garments are the bare figure's"""
    seconds: float
    count: int


def compare(
    folder: Path, shelf: Shelf, encoder: ClipEncoder, ways: Mapping[str, Way]
) -> dict[str, Nearness]:
    """Way -> nearness, over the dressed figures of a folder that `draw_figures` wrote."""
    people = load_figures(ROOT / "assets" / "figures")
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for entry in read_pairs(folder):
        subject = of_figure(people[entry["figure"]])
        garments = [shelf.garment(sku) for sku in entry["items"]]
        picture = cv2.imread(str(folder / entry["picture"]), cv2.IMREAD_UNCHANGED)
        truth = on_white(cv2.cvtColor(picture, cv2.COLOR_BGRA2RGBA))
        labels = cv2.imread(str(folder / entry["labels"]), cv2.IMREAD_GRAYSCALE)
        bare = on_white(subject.picture)
        where = np.isin(labels, OWN_LABELS)
        far = cv2.dilate((truth != bare).any(2).astype(np.uint8), np.ones((2 * FAR + 1,) * 2)) == 0
        items = cv2.imread(str(folder / entry["worn"]), cv2.IMREAD_GRAYSCALE)
        carried = [i for i, g in enumerate(garments, 1) if g.category in ("bags", "hats")]
        known = ~np.isin(items, carried)
        shown, seconds, overlaps = [], [], []
        try:
            for way in ways.values():
                note = _Note(way.get("finish"))
                started = perf_counter()
                fitting = dress(subject, garments, entry["tucked"], **{**way, "finish": note})
                seconds.append(perf_counter() - started - note.seconds)
                overlaps.append(_overlap(note.labels, labels, known))
                shown.append(on_white(fitting.picture))
        except PictureError:  # two of one category: only the studio lays these on each other
            continue
        distances = feature_distances(encoder, truth, shown, where)
        for name, dressed, *rest in zip(ways, shown, distances, overlaps, seconds, strict=True):
            same = bool((dressed == bare)[far].all())
            distance, overlap, spent = rest
            rows[name].append((ssim(dressed, truth, where), distance, overlap, same, spent))
    return {
        name: Nearness(*(float(v) for v in np.mean(values, 0)), count=len(values))
        for name, values in rows.items()
    }


def _overlap(labels: np.ndarray, truth: np.ndarray, known: np.ndarray) -> float:
    """Mean IoU of the garments' labels that the truth has, uint8 [h, w] both, where `known`."""
    there = [n for n in OWN_LABELS if np.count_nonzero(truth == n) > LEAST]
    labels, truth = np.where(known, labels, 0), np.where(known, truth, 0)
    return float(np.mean([iou(labels, truth, n) for n in there])) if there else 1.0


class _Note:
    """Notes which pixel is what, then lets the way finish as it does."""

    def __init__(self, finish: Finish | None) -> None:
        self._finish = finish
        self.labels: np.ndarray
        self.seconds = 0.0
        """that the note itself took"""

    def __call__(
        self, subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray],
        board: Board,
    ) -> None:  # fmt: skip
        started = perf_counter()
        self.labels = worn_labels(subject, bare, worn, feet)
        self.seconds = perf_counter() - started
        if self._finish is not None:
            self._finish(subject, bare, worn, feet, board)


def table(found: Mapping[str, Nearness]) -> list[str]:
    """Markdown lines."""
    lines = [
        "| figures in looks never seen | SSIM | feature distance | region IoU | rest untouched | s |",
        "|---|---|---|---|---|---|",
    ]
    for name, n in found.items():
        lines.append(
            f"| {name} | {n.ssim:.3f} | {n.features:.4f} | {n.overlap:.3f} "
            f"| {'yes' if n.untouched == 1 else f'{n.untouched:.0%}'} | {n.seconds:.2f} |"
        )
    return lines
