"""`python -m demo train refinement`: mending dressed pictures, learned without pairs of photos.

Figures bring the studio's drawing as the truth, photos themselves, their garment taken off and put back
(`demo.training.dressing`). The loss is L1 and the distance of ImageNet features at 1/2 and 1/4 of the
side. `bench fitting` says whether it is served.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random
from typing import Final

from demo.settings import ROOT

STEPS: Final = 800
EXAMPLES: Final = ROOT / ".cache" / "dressing"
OUT: Final = ROOT / ".cache" / "refinement"
"""weights that are measured; those that are served lie in `assets/weights`"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train refinement`."""
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                        help="folder with luma/")  # fmt: skip
    parser.add_argument("--figures", type=Path, default=ROOT / ".cache" / "parser" / "figures",
                        help="folder of dressed figures, drawn when missing")  # fmt: skip
    parser.add_argument("--examples", type=Path, default=EXAMPLES,
                        help="where dressed examples are kept, or made")  # fmt: skip
    parser.add_argument("--out", type=Path, default=OUT,
                        help="folder to write")  # fmt: skip
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", type=int, default=STEPS, help="(default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="cores (default: 1)")


def run(args: argparse.Namespace) -> None:
    """Train and write the weights. Raises ShopError on missing data."""
    import cv2
    import torch

    from demo.models.refinement import RefinementNetwork, save
    from demo.training.examples import examples
    from demo.training.journal import Journal
    from demo.training.mending import BATCH, measure, train

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
    network = RefinementNetwork()
    log(f"{sum(p.numel() for p in network.parameters())} weights")
    held_out = {kind: found["validation", kind] for kind in ("figures", "photos")}
    log("before " + json.dumps(measure(network, held_out)))
    lot = Random(args.seed)
    train(network, found["train", "figures"], found["train", "photos"], args.steps, lot, log)
    result = measure(network, held_out)
    log("validation " + json.dumps(result))
    log.close({
        "seed": args.seed, "steps": args.steps, "batch": BATCH, "bytes": save(network, args.out),
        "validation": result,
    })  # fmt: skip
