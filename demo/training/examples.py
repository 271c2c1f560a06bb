"""The dressed examples of a split, made once and kept. Knows where they lie, not what learns from them."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from demo.training.data import Split
from demo.training.dressing import Outfitted, Shelf, figure_examples, keep, kept, photo_examples
from demo.training.people import read_worn
from demo.training.wearers import draw_figures

FIGURES: Final = {"train": 160, "test": 48}
"""dressed figures that are drawn; those of `train` on persons who are held out are for validation"""
PERSONS: Final[dict[Split, tuple[Split, ...]]] = {
    "train": ("train",), "validation": ("validation", "test"), "test": ("train", "validation", "test"),
}  # fmt: skip
"""split -> the persons on whom its figures are; those of `test` wear looks that nothing learned from"""
SEED: Final = 1


def examples(
    folder: Path, data: Path, figures: Path, split: Split, kind: Literal["figures", "photos"]
) -> list[Outfitted]:
    """All examples of a split, figures or photos; made and kept in `folder` when they are not there."""
    out = folder / split / kind
    if not (out / "done").is_file():
        if kind == "figures":
            drawn: Split = "test" if split == "test" else "train"
            source = draw_figures(figures, drawn, FIGURES[drawn])
            keep(out, figure_examples(source, Shelf(), PERSONS[split]))
        else:
            from demo.models.parser import Parser
            from demo.models.pose import PoseNetwork

            people = [worn for worn in read_worn(data) if worn.split == split]
            keep(out, photo_examples(people, SEED, Parser(), PoseNetwork(threads=1)))
    return kept(out)
