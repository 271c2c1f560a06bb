"""`train encoder --compare weights`: the same start, batches and steps under each rule of weighting.

Knows the rules and what is measured; writes the table beside the weights, and no weights.
"""

from __future__ import annotations

import argparse
import json
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from demo.bundle import load_encoder
from demo.training.alignment import told_apart
from demo.training.encoder import RULES, prepare
from demo.training.folder import write_weights
from demo.training.joint import JointSettings
from demo.training.measure import measure

TABLE: Final = "comparison.json"
ROWS: Final = {
    "home.type": "17 kinds", "home.ten": "ten kinds", "luma.colour": "shop colour",
    "luma.swap_r1": "shop swap R@1", "studio.type": "64 types", "studio.colour": "drawn colour",
    "studio.pattern": "pattern", "studio.sleeve": "sleeve", "studio.neckline": "neckline",
    "studio.length": "length", "studio.swap_r1": "drawn swap R@1", "match.head": "matching",
}  # fmt: skip
"""measured -> its column; all between 0 and 1"""


def compare(args: argparse.Namespace, training: list[Any], measured: list[Any], log: Any) -> None:
    """Train once per rule from one start, `args.steps` steps each, and write `comparison.json`."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "lite"
        stage = prepare(args, out, training, log)
        start = deepcopy(stage.model.state_dict())
        head = deepcopy(stage.teacher.head.state_dict())
        rows = {}
        for rule in RULES:
            stage.model.load_state_dict(start)
            stage.teacher.head.load_state_dict(head)
            joint = stage.joint(JointSettings(args.steps, rule=rule), args.seed)
            log(f"rule {rule}")
            joint.train(log)
            write_weights(stage.model, out)
            encoder = load_encoder(f"local-dir:{out}", "cpu")
            result = measure(encoder, measured) | told_apart(joint.matching, encoder, measured)
            rows[rule] = {
                "weights": {name: round(w, 3) for name, w in joint.balance.weights.items()},
                "mean": round(sum(result[k] for k in ROWS if k in result) / len(ROWS), 4),
                "result": {k: round(result[k], 4) for k in (*ROWS, "match.cosine") if k in result},
            }
            log(f"{rule}: {json.dumps(rows[rule])}")
    report = {
        "seed": args.seed, "split": "validation", "limit": JointSettings(args.steps).limit,
        "steps": {"text": args.text_steps, "joint": args.steps}, "rules": rows,
    }  # fmt: skip
    text = json.dumps(report, indent=2) + "\n"
    (args.out / TABLE).write_text(text, encoding="utf-8")
    print(table(report))


def table(report: dict[str, Any]) -> str:
    """The comparison in Markdown, one row a rule."""
    lines = ["| rule | weights at the end | mean | " + " | ".join(ROWS.values()) + " |",
             "|---" * (3 + len(ROWS)) + "|"]  # fmt: skip
    for rule, row in report["rules"].items():
        weights = ", ".join(f"{name} {weight:.2f}" for name, weight in row["weights"].items())
        cells = " | ".join(f"{row['result'].get(k, 0):.2f}" for k in ROWS)
        lines.append(f"| {rule} | {weights} | {row['mean']:.3f} | {cells} |")
    return "\n".join(lines)
