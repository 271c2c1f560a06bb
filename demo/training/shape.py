"""`python -m demo train shape`: which pixel of the dressed person will be what. The order of the steps.

Figures in the studio's looks with exact labels, and photographed people whose garment's region is
cleared and whose own shape code is given back. `bench fitting` says whether it is served.
"""

from __future__ import annotations

import argparse
import json
from random import Random
from typing import Final

from demo.training import refinement

STEPS: Final = 600
OUT: Final = refinement.OUT.parent / "shape"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train shape`: those of `train refinement`, another folder and other steps."""
    refinement.add_arguments(parser)
    parser.set_defaults(out=OUT, steps=STEPS)


def run(args: argparse.Namespace) -> None:
    """Train and write the weights. Raises ShopError on missing data."""
    import cv2
    import torch

    from demo.models.shape import ShapeNetwork, save
    from demo.training.examples import examples
    from demo.training.journal import Journal
    from demo.training.overlap import summary
    from demo.training.shaping import BATCH, measure, overlaps, train

    log = Journal(args.out)
    torch.set_num_threads(args.threads)
    cv2.setNumThreads(args.threads)
    torch.manual_seed(args.seed)
    found = {
        (part, kind): examples(args.examples, args.data, args.figures, part, kind)
        for part in ("train", "validation")
        for kind in ("figures", "photos")
    }
    log(", ".join(f"{len(some)} {part} {kind}" for (part, kind), some in found.items()))
    network = ShapeNetwork()
    log(f"{sum(p.numel() for p in network.parameters())} weights")
    lot = Random(args.seed)
    train(network, found["train", "figures"], found["train", "photos"], args.steps, lot, log)
    figures, photos = found["validation", "figures"], found["validation", "photos"]
    result = {
        "warp, figures": summary([v for e in figures for v in overlaps(e.warped, e)]),
        "network, figures": summary(measure(network, figures, guided=False)),
        "network shown the warp, figures": summary(measure(network, figures, guided=True)),
        "network, photos": summary(measure(network, photos, guided=False)),
    }
    log("validation " + json.dumps(result))
    log.close({
        "seed": args.seed, "steps": args.steps, "batch": BATCH, "bytes": save(network, args.out),
        "validation": result,
    })  # fmt: skip
