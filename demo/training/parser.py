"""`python -m demo train parser`: people in, `assets/weights/parser` out. The order of the steps, and no more.

1. draw figures in looks of the training split, once; 2. label the shop's photos of people (`people`);
3. find everybody's joints; 4. train on scenes made of them (`scenes`); 5. measure on designs that were
held out for validation. Every part runs for a number of steps, so that data, seed and machine
determine the weights.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random
from typing import Final

from demo.settings import ROOT

STEPS: Final = 4800
FIGURES: Final = 160
"""dressed figures that are drawn, a tenth of them of people who are held out"""
GROUNDS: Final = 500
"""photos of homes and garments that lend backgrounds and cloth"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train parser`."""
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                        help="folder with clothing/ and luma/")  # fmt: skip
    parser.add_argument("--figures", type=Path, default=ROOT / ".cache" / "parser" / "figures",
                        help="folder of dressed figures, drawn when missing")  # fmt: skip
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "weights" / "parser",
                        help="folder to write")  # fmt: skip
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", type=int, default=STEPS, help=f"(default: {STEPS})")
    parser.add_argument("--threads", type=int, default=1, help="cores (default: 1)")


def run(args: argparse.Namespace) -> None:
    """Train and write the weights. Raises ShopError on missing data."""
    import cv2
    import torch

    from demo.models.parser import ParserNetwork, save
    from demo.models.pose import PoseNetwork
    from demo.training.journal import Journal
    from demo.training.overlap import measure_worn
    from demo.training.parsing import BATCH, load_imagenet, train
    from demo.training.wearers import (
        draw_figures,
        drawn_people,
        photographed_people,
        read_grounds,
    )  # fmt: skip

    log = Journal(args.out)
    torch.set_num_threads(args.threads)
    cv2.setNumThreads(args.threads)
    torch.manual_seed(args.seed)
    poses = PoseNetwork(threads=args.threads)
    people = photographed_people(args.data, poses)
    figures = draw_figures(args.figures, "train", FIGURES)
    people["figure"] = drawn_people(figures, poses)
    grounds = read_grounds(args.data, "train", GROUNDS)
    log(", ".join(f"{len(some)} {name}" for name, some in people.items())
        + f", {len(grounds)} grounds")  # fmt: skip
    network = ParserNetwork()
    load_imagenet(network)
    averaged = train(network, people, grounds, args.steps, Random(args.seed), log)
    size = save(averaged, args.out)
    log(f"weights: {size / 2**20:.2f} MiB")

    result = measure_worn(args.data, "validation", args.out)
    log("validation " + json.dumps(result))
    log.close({
        "seed": args.seed, "steps": args.steps, "batch": BATCH, "bytes": size,
        "people": {name: len(some) for name, some in people.items()}, "grounds": len(grounds),
        "validation": result,
    })  # fmt: skip
