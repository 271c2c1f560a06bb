"""The model card: what `lite` is, what it learned from, how well it does, what it cannot do.

Its words are in `card.md`; every figure comes from `result.json` and `comparison.json` beside the
weights. The card may hold other networks' sections too, which are left as they are.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from demo.training.comparison import TABLE, table
from demo.training.folder import CONTEXT_LENGTH, DIMENSION, PIECES

BEGIN, END = "<!-- lite, written by demo/training/card.py -->", "<!-- end of lite -->"
MEASURED: Final = {
    "home.type": ("home photos, 17 kinds by prompt, top-1", "home.photos"),
    "home.ten": ("home photos, ten plain kinds by prompt, top-1", "home.ten_photos"),
    "luma.colour": ("shop photos, colour by prompt, top-1", "luma.photos"),
    "luma.swap_r1": ("shop photos, colour swap by a plain shift, R@1", "luma.swap_queries"),
    "luma.text_to_photo_r10": (
        "shop photos, “a red t-shirt for women” finds one, R@10",
        "luma.photos",
    ),
    "studio.type": ("drawn products, 64 types by prompt, top-1", "studio.pictures"),
    "studio.colour": ("drawn products, 23 colours", "studio.pictures"),
    "studio.pattern": ("drawn products, patterns", "studio.pictures"),
    "studio.sleeve": ("drawn products, sleeves", "studio.pictures"),
    "studio.neckline": ("drawn products, necklines", "studio.pictures"),
    "studio.length": ("drawn products, lengths", "studio.pictures"),
    "studio.fit": ("drawn products, fits", "studio.pictures"),
    "studio.gender": ("drawn products, for whom", "studio.pictures"),
    "studio.swap_r1": ("drawn products, colour swap, R@1", "studio.swap_queries"),
    "studio.text_to_picture_r10": ("a caption finds its drawn product, R@10", "studio.pictures"),
    "match.head": ("own picture above its nearest wrong one, by the matching head", ""),
    "match.cosine": ("… by the plain cosine", ""),
}
"""measured -> how the card calls it, and where the number of cases is"""


def write_card(path: Path, folder: Path) -> None:
    """Write `folder`'s section into the card at `path`."""
    report = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    compared = folder / TABLE
    comparison = json.loads(compared.read_text(encoding="utf-8")) if compared.is_file() else None
    section = f"{BEGIN}\n{_section(report, comparison)}\n{END}\n"
    old = path.read_text(encoding="utf-8") if path.is_file() else "# Model card\n\n"
    before, found, rest = old.partition(BEGIN)
    after = rest.partition(END)[2].lstrip("\n") if found else ""
    path.write_text(before + section + (f"\n{after}" if after else ""), encoding="utf-8")


def _section(report: dict[str, Any], comparison: dict[str, Any] | None) -> str:
    result, pictures = report["result"], report["pictures"]["training"]
    rows = [
        f"| {label} | {result.get(count, '')} | {result[name]:.2f} |"
        for name, (label, count) in MEASURED.items()
        if name in result
    ]
    words = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    return words.strip().format(
        encoder=report["encoder"], dimension=DIMENSION, context=CONTEXT_LENGTH, pieces=PIECES,
        size=report["bytes"] / 2**20, seed=report["seed"], recipe=report["recipe"],
        minutes=report["minutes"], rule=report["rule"], split=report["split"],
        text_steps=report["steps"]["text"], joint_steps=report["steps"]["joint"],
        compared=_compared(comparison), rows="\n".join(rows),
        **{source: pictures.get(source, 0) for source in ("studio", "clothing", "luma")},
    )  # fmt: skip


def _compared(comparison: dict[str, Any] | None) -> str:
    if comparison is None:
        return ""
    return f"""

Compared from the same start and batches, {comparison["steps"]["joint"]} steps each after
{comparison["steps"]["text"]} of the text tower, on validation, by
`python -m demo train encoder --compare weights`:

{table(comparison)}

“adaptive” is FashionBERT's closed form on the gradients' shares; “inverse” is the same objective with
the other sign, under which tasks with large gradients starve. A hundredth here is two or three of some
250 pictures; where two rules are that close, the simpler one is kept."""
