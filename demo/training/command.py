"""`python -m demo train NAME`: names the networks that can be trained here."""

from __future__ import annotations

import argparse
import importlib
from typing import Final

from demo import checksums
from demo.settings import ROOT
from demo.training import composed

WEIGHTS: Final = ROOT / "assets" / "weights"
ENDINGS: Final = (".safetensors", ".tflite")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares one command a network; each network's module declares its own options."""
    names = parser.add_subparsers(dest="name", required=True, metavar="NAME")
    texts = {
        "encoder": "pictures and words in one space (assets/weights/lite)",
        "parser": "hair, skin and garments in photos of people (assets/weights/parser)",
        "shape": "which pixel of a dressed person is what (measured by `bench fitting`)",
        "refinement": "borders and shade of a dressed picture (measured by `bench fitting`)",
        "csa_net": "what goes with what, from looks (assets/weights/csa_net)",
    }
    for name, text in texts.items():
        child = names.add_parser(name, help=text, description=text)
        module = importlib.import_module(f"demo.training.{name}")
        module.add_arguments(child)
        child.set_defaults(train=module.run)
    for name, text in composed.NAMES.items():
        child = names.add_parser(name, help=text, description=text)
        composed.add_arguments(child, name)
        child.set_defaults(train=composed.run, network=name)
    noted = names.add_parser("checksums", help="note what the weights in assets/weights are",
                             description="After weights were put there by hand.")  # fmt: skip
    noted.set_defaults(train=_note_checksums)


def _note_checksums(args: argparse.Namespace) -> None:
    for folder in sorted(path for path in WEIGHTS.iterdir() if path.is_dir()):
        files = sorted(path.name for ending in ENDINGS for path in folder.glob(f"*{ending}"))
        if files:
            checksums.seal(folder, *files)
            print(f"{folder.name}: {', '.join(files)}")


def run(args: argparse.Namespace) -> None:
    """Trains the network that was named."""
    args.train(args)
