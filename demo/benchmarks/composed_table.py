"""The README's lines about composing networks, from numbers. Knows Markdown; measures nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from demo.benchmarks.looking import Looked

KINDS: Final = ("one", "two", "relative")
NAMES: Final = {
    "film": "FiLM", "tirg": "TIRG", "lbf": "LBF, 36 regions", "val": "VAL",
    "val-depths-high": "VAL, high depth only",
    "val-preservation-false": "VAL without preservation",
    "val-semantic-false": "VAL without semantic matching", "lbf-regions-18": "LBF, 18 regions",
    "val-shift-false": "VAL without the shift beside it",
    "lbf-shift-false": "LBF without the shift beside it",
    "tirg-shift-false": "TIRG without the shift beside it",
}  # fmt: skip
PAPERS: Final = {"tirg": (14.1, 42.5, 63.8), "lbf": (17.8, 48.4, 68.5), "val": (22.9, 50.8, 73.3)}
"""R@1/10/50 on Fashion200k in the networks' papers: other pictures, other backbones"""


def table(
    rows: Mapping[str, Sequence[Mapping[str, float]]], counts: Mapping[str, int], sizes: tuple[int, int],
    encoder: str,
) -> list[str]:  # fmt: skip
    """Mean ± deviation over runs. `sizes` are those of the two galleries."""
    text = [
        f"{counts.get('one', 0)} single wishes, {counts.get('two', 0)} of two attributes, "
        f"{counts.get('relative', 0)} relative, {counts.get('swap', 0)} colour swaps, "
        f"{counts.get('captions', 0)} captions; gallery {sizes[0]} products, {sizes[1]} sportswear photos; "
        f"encoder {encoder}. Per cent, mean ± deviation over seeds.",
        "",
        "| | one attribute R@1/10/50 | two R@1/10/50 | relative R@1/10/50 | `luma` swap R@1/10 "
        "| unmentioned kept | wish met | captions | ms | parameters | seeds | paper, Fashion200k |",
        "|---" * 12 + "|",
    ]  # fmt: skip
    for name, runs in rows.items():
        groups = [" / ".join(_cell(runs, f"{k}.r{n}") for n in (1, 10, 50)) for k in KINDS]
        swap = (
            " / ".join(_cell(runs, f"swap.r{n}") for n in (1, 10)) if "swap.r1" in runs[0] else "–"
        )
        trained = "ms" in runs[0]
        cells = [
            NAMES.get(name, name), *groups, swap, _cell(runs, "kept"), _cell(runs, "met"),
            _cell(runs, "captions"),
            f"{np.median([run['ms'] for run in runs]):.1f}" if trained else "–",
            f"{runs[0]['parameters'] / 1e6:.2f} M" if "parameters" in runs[0] else "–",
            str(len(runs)) if trained else "–",
            " / ".join(map(str, PAPERS[name])) if name in PAPERS else "–",
        ]  # fmt: skip
        text.append("| " + " | ".join(cells) + " |")
    return text


def _cell(runs: Sequence[Mapping[str, float]], column: str) -> str:
    values = [100 * run[column] for run in runs if column in run]
    if not values:
        return "–"
    spread = f" ± {np.std(values, ddof=1):.1f}" if len(values) > 1 else ""
    return f"{np.mean(values):.1f}{spread}"


def looking(looked: Mapping[str, Sequence[Looked]]) -> list[str]:
    """A sentence a network and place: how much of the words' weight lies where it should."""
    text = []
    for name, each in looked.items():
        for place in sorted({p for one in each for p in one.weight}):
            weight, area, worn, count = (
                float(np.mean([getattr(one, field)[place] for one in each]))
                for field in ("weight", "area", "garment", "count")
            )
            text.append(
                f"{NAMES.get(name, name)}: in {count:.0f} questions words about the {place} put "
                f"{100 * weight:.0f} % of their weight on it; it is {100 * area:.0f} % of the picture "
                f"({weight / max(area, 1e-9):.1f} ×) and {100 * worn:.0f} % of the garment "
                f"({weight / max(worn, 1e-9):.1f} ×)."
            )
    return text


def two_turns(turns: Sequence[Mapping[str, float]]) -> list[str]:
    """One sentence: two turns, measured both ways."""
    if not turns:
        return []
    mean = {key: 100 * float(np.mean([t[key] for t in turns])) for key in turns[0]}
    said = (f"Two turns (VAL), R@10: all words on the original {mean['two.words']:.1f}, composed maps "
            f"passed on {mean['two.maps']:.1f}")  # fmt: skip
    if "again.words" in mean:
        said += (f"; a colour taken back for another: {mean['again.words']:.1f} and "
                 f"{mean['again.maps']:.1f}")  # fmt: skip
    return [said + "."]
