"""`python -m demo outfit`: looks around an item, printed or drawn. Knows arguments, not how it is done."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from demo.errors import OutfitError
from demo.outfits.occasions import OCCASIONS
from demo.outfits.wardrobe import SLOTS
from demo.types import Look


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `outfit`."""
    parser.add_argument("--item", required=True, metavar="SKU", help="the item in hand")
    parser.add_argument("--slots", nargs="+", choices=SLOTS, metavar="SLOT",
                        help=f"fill these only, of {' '.join(SLOTS)} (default: what suits)")  # fmt: skip
    parser.add_argument("--occasion", choices=OCCASIONS, metavar="NAME", default="",
                        help=f"one of {' '.join(OCCASIONS)} (default: what suits the item)")  # fmt: skip
    parser.add_argument("--budget", type=float, metavar="AMOUNT", help="for the whole look")
    parser.add_argument("--keep", nargs="+", metavar="SKU", default=[], help="also in every look")
    parser.add_argument("--count", type=int, default=3, metavar="N", help="looks (default: 3)")
    parser.add_argument("--board", type=Path, metavar="FILE.png",
                        help="draw the first look as a flat-lay board")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--catalog", metavar="DIR", type=Path, help="holds products.csv")
    parser.add_argument("--index", metavar="DIR", type=Path, help="holds the prebuilt index")


def run(args: argparse.Namespace) -> None:
    """Prints the looks. Raises UnknownItemError, OutfitError, CatalogError or IndexMismatchError."""
    from demo.catalog.catalogue import Catalogue
    from demo.outfits.board import board
    from demo.outfits.stylist import open_stylist
    from demo.search.index import load
    from demo.settings import from_environment
    from demo.types import LookWishes

    if args.count < 1:
        raise OutfitError("Ask for at least one look with --count.")
    settings = from_environment(catalog=args.catalog, index=args.index)
    catalogue = Catalogue.read(settings.catalog)
    stylist = open_stylist(catalogue, load(settings.index_folder, catalogue))
    without = tuple(slot for slot in SLOTS if args.slots and slot not in args.slots)
    wishes = LookWishes(
        args.item,
        occasion=args.occasion,
        budget=args.budget,
        kept=tuple(args.keep),
        without=without,
    )
    looks = stylist.looks(wishes, args.count)
    if args.board is not None:
        try:
            board(looks[0].items).save(args.board)
        except (OSError, ValueError):
            raise OutfitError(
                f"The board cannot be written to {args.board}. Name a .png file in a folder that exists."
            ) from None
    if args.json:
        print(json.dumps({"looks": [_as_json(look) for look in looks], "note": stylist.note}))
        return
    if stylist.note:
        print(stylist.note)
    _print(looks)


def _as_json(look: Look) -> dict[str, object]:
    return {
        "items": [p.sku for p in look.items], "slots": list(look.slots), "score": look.score,
        "price": look.price, "currency": look.currency, "occasion": look.occasion,
        "season": look.season, "why": look.why,
    }  # fmt: skip


def _print(looks: Sequence[Look]) -> None:
    for number, look in enumerate(looks, 1):
        price = "" if look.price is None else f", {look.price:.2f} {look.currency}"
        print(f"{number}. {look.why} ({look.score:.3f}{price})")
        for slot, product in zip(look.slots, look.items, strict=True):
            one = "" if product.price is None else f"{product.price:9.2f} {product.currency}"
            print(f"   {slot:<7}{product.sku:<14}{one}  {product.title}")
