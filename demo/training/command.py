"""`python -m demo train NAME`: names the networks that can be trained here."""

from __future__ import annotations

import argparse
import importlib

from demo.training import composed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares one command a network; each network's module declares its own options."""
    names = parser.add_subparsers(dest="name", required=True, metavar="NAME")
    texts = {
        "encoder": "pictures and words in one space (assets/weights/lite)",
        "parser": "hair, skin and garments in photos of people (assets/weights/parser)",
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


def run(args: argparse.Namespace) -> None:
    """Trains the network that was named."""
    args.train(args)
