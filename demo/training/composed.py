"""`python -m demo train val`, `lbf`, `tirg`, …: the options of networks that compose pictures and words.

Knows names and folders; what it takes to train is imported when something is trained.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from demo.errors import SettingsError
from demo.settings import ROOT

NAMES: Final = {
    "val": "VAL: picture and words, at three depths (assets/weights/val)",
    "lbf": "LBF: regions and words",
    "tirg": "TIRG: a yardstick, gated reference and residual",
    "film": "FiLM: a yardstick, words scale and shift the map",
    "relationship": "relationship: a yardstick, pairs of places",
    "concatenation": "concatenation: a yardstick, two layers",
}
STEPS: Final = 450
DEPTHS: Final = ("low", "middle", "high")


@dataclass(frozen=True)
class Options:
    """What one run may choose."""

    network: str
    seed: int = 1
    steps: int = STEPS
    extra: tuple[tuple[str, Any], ...] = ()
    """options of the paper's class, for ablations"""
    bf16: bool = False
    """bfloat16 arithmetic: half the time on processors that have it"""

    @property
    def name(self) -> str:
        """Folder of the run: `val-1`, `val-depths-high-1`."""
        said = [f"{k}-{'-'.join(v) if isinstance(v, tuple) else v}" for k, v in self.extra]
        return "-".join([self.network, *said, str(self.seed)]).lower()


def add_arguments(parser: argparse.ArgumentParser, network: str) -> None:
    """Options of `train NETWORK`."""
    parser.add_argument("--encoder", default="lite", help="lite, local-dir:PATH or hf-hub:ORG/NAME")
    parser.add_argument("--catalog", type=Path, default=ROOT / "catalog",
                        help="folder of products.csv (default: the embedded one)")  # fmt: skip
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                        help="folder with luma/, used beside the embedded catalogue")  # fmt: skip
    parser.add_argument(
        "--out", type=Path, help="folder for the weights (default: in .cache/composed)"
    )
    parser.add_argument("--seed", type=int, default=1, help="(default: 1)")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"(default: {STEPS})")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default: 1)")
    parser.add_argument("--bf16", action="store_true",
                        help="bfloat16 arithmetic, half the time on processors that have it")  # fmt: skip
    parts = ("shift", "preservation", "semantic") if network == "val" else ("shift",)
    parser.add_argument("--without", choices=parts, help="for ablations")
    if network == "val":
        parser.add_argument("--depths", metavar="NAMES", help=f"some of {','.join(DEPTHS)}")
    if network == "lbf":
        parser.add_argument("--regions", type=int, help="regions a picture (default: 36)")


def run(args: argparse.Namespace) -> None:
    """Trains `args.network`. Raises a ShopError for input that cannot be used."""
    options = _options(args)
    import torch

    from demo.bundle import load_encoder
    from demo.catalog.catalogue import Catalogue
    from demo.training.composer import train
    from demo.training.material import prepare

    torch.set_num_threads(args.threads)
    catalogue = Catalogue.read(args.catalog)
    encoder = load_encoder(args.encoder)
    out = args.out or ROOT / ".cache" / "composed" / encoder.id / options.name
    train(options, prepare(encoder, catalogue, args.data), encoder.id, out)
    print(f"The network is in {out}.")


def _options(args: argparse.Namespace) -> Options:
    """Raises SettingsError."""
    for name in ("steps", "threads", "regions"):
        value = _given(args, name)
        if value is not None and value < 1:
            raise SettingsError(f"--{name} must be at least 1, not {value}.")
    extra: list[tuple[str, Any]] = []
    if depths := _given(args, "depths"):
        chosen = tuple(depths.split(","))
        if not set(chosen) <= set(DEPTHS):
            raise SettingsError(f"--depths takes some of {','.join(DEPTHS)}, not {depths!r}.")
        extra.append(("depths", chosen))
    if part := _given(args, "without"):
        extra.append((part, False))
    if regions := _given(args, "regions"):
        extra.append(("regions", regions))
    return Options(args.network, args.seed, args.steps, tuple(extra), args.bf16)


def _given(args: argparse.Namespace, name: str) -> Any:
    """An option that only some networks have."""
    return getattr(args, name, None)
