"""`bench fitting`: how well people are parsed and dressed, on designs, looks and senders never trained on.

Four tables: seconds and memory; the parser; the ways of dressing on figures, whose true picture is
known; real people, whose is not. Also draws the README's picture.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from demo.benchmarks import fitting_ablation, fitting_photos, fitting_time
from demo.benchmarks.fitting_grid import Triple, draw_grid
from demo.benchmarks.fitting_ways import ways
from demo.bundle import load_encoder
from demo.fitting.dressing import dress
from demo.fitting.figures import load_figures
from demo.fitting.subject import of_figure
from demo.models.parser import PARSER
from demo.models.refinement import WEIGHTS, load
from demo.settings import ROOT
from demo.training import refinement, shape
from demo.training.data import split_of
from demo.training.dressing import Shelf
from demo.training.examples import FIGURES, examples
from demo.training.mending import measure
from demo.training.overlap import measure_figures, measure_worn
from demo.training.wearers import draw_figures, read_pairs

PICTURE: Final = ROOT / "assets" / "readme" / "dressed.webp"
SHOWN: Final = 6
"""people in the README's picture, no person twice"""


def report(data: Path, figures: Path, photos: int, picture: Path = PICTURE) -> str:
    """The tables as markdown.

    figures: where dressed figures are kept, or drawn to; photos: real people that are dressed, 0 for none.
    """
    lines = [*fitting_time.table(data), ""]  # first: memory is measured before all else is loaded
    folder = draw_figures(figures, "test", FIGURES["test"])
    lines += [*_parsed(data, folder), ""]
    shelf, encoder = Shelf(), load_encoder("lite")
    found = fitting_ablation.compare(folder, shelf, encoder, ways(shape.OUT, refinement.OUT))
    lines += [*fitting_ablation.table(found), "", *_put_back(data, figures)]
    if photos:
        people = fitting_photos.guests(data, photos)
        lines += ["", *fitting_photos.table(fitting_photos.try_all(people, shelf, encoder))]
    draw_grid(_triples(folder, shelf), picture)
    return "\n".join(lines)


def _parsed(data: Path, folder: Path) -> list[str]:
    worn = measure_worn(data, "test", PARSER)
    dressed = measure_figures(folder, data, PARSER)
    strangers = frozenset(
        entry["figure"] for entry in read_pairs(folder) if split_of(entry["figure"]) != "train"
    )
    unseen = measure_figures(folder, data, PARSER, strangers)
    lines = ["| parsed | ground | pictures | mean IoU | worst tenth |", "|---|---|---|---|---|"]
    lines += _rows("photo: {}", worn)
    lines += _rows("figure: {}", dressed)
    return lines + _rows("figure never seen: {}", unseen)


def _put_back(data: Path, figures: Path) -> list[str]:
    """Photos of test designs whose garment was taken off and laid on again, before and after refinement."""
    if not (refinement.OUT / WEIGHTS).is_file():
        return ["The refinement network is not trained here: `python -m demo train refinement`."]
    photos = examples(refinement.EXAMPLES, data, figures, "test", "photos")
    found = measure(load(refinement.OUT), {"photos": photos})["photos"]
    lines = ["| photos, garment taken off and laid on again | error | feature distance |",
             "|---|---|---|"]  # fmt: skip
    for name, when in (("as laid on", "before"), ("after the refinement", "after")):
        error, features = found[f"error {when}"], found[f"features {when}"]
        lines.append(f"| {name}, {len(photos)} photos | {error:.4f} | {features:.4f} |")
    return lines


def _triples(folder: Path, shelf: Shelf) -> list[Triple]:
    """The first test looks, each on another person, as they are served."""
    people, shown = load_figures(ROOT / "assets" / "figures"), {}
    for entry in read_pairs(folder):
        garments = [shelf.garment(sku) for sku in entry["items"]]
        several = len({g.category for g in garments}) == len(garments) > 2
        if entry["figure"] in shown or not several or len(shown) == SHOWN:
            continue
        subject = of_figure(people[entry["figure"]])
        result = dress(subject, garments, entry["tucked"]).picture
        products = tuple(np.asarray(g.picture) for g in garments)
        shown[entry["figure"]] = Triple(np.asarray(subject.picture), products, result)
    return list(shown.values())


def _rows(title: str, found: dict[str, dict[str, float | int]]) -> list[str]:
    rows = []
    for name, value in found.items():
        label, ground = name.split(", ")
        rows.append(
            f"| {title.format(label)} | {ground} | {value['count']} | {value['mean']:.3f} "
            f"| {value['worst']:.3f} |"
        )
    return rows
