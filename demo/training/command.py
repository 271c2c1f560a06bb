"""`python -m demo train NAME`: names the networks that can be trained here."""

from __future__ import annotations

import argparse
import importlib


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `train encoder`; each network's module declares its own options."""
    names = parser.add_subparsers(dest="name", required=True, metavar="NAME")
    for name, text in {"encoder": "pictures and words in one space (assets/weights/lite)"}.items():
        child = names.add_parser(name, help=text, description=text)
        module = importlib.import_module(f"demo.training.{name}")
        module.add_arguments(child)
        child.set_defaults(train=module.run)


def run(args: argparse.Namespace) -> None:
    """Trains the network that was named."""
    args.train(args)
