"""The studio's part of the command line: build, sheet, draw. Knows arguments, not how things are done."""

from __future__ import annotations

import argparse
from pathlib import Path

from demo.catalog.vocabulary import CATEGORY_OF, VALUES
from demo.studio.assortment import DEFAULT_COUNT

DRAWABLE = (
    "gender", "colour", "colour2", "pattern", "material", "sleeve", "neckline", "length", "fit",
    "closure",
)  # fmt: skip
"""attributes that `studio draw` can set"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `build`, `sheet` and `draw` below this parser."""
    commands = parser.add_subparsers(dest="studio_command", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="draw the embedded catalogue and write its table")
    build.add_argument("--out", type=Path, default=Path("catalog"), help="folder (catalog)")
    build.add_argument("--seed", type=int, default=7, help="another seed is another shop (7)")
    build.add_argument("--count", type=_positive, help=f"about how many products ({DEFAULT_COUNT})")
    build.add_argument("--jobs", type=_positive, default=2, help="processes that draw (2)")

    sheet = commands.add_parser("sheet", help="a contact sheet of a built catalogue")
    sheet.add_argument("--catalog", type=Path, default=Path("catalog"), help="folder (catalog)")
    sheet.add_argument("--out", type=Path, default=Path("sheet.png"), help="PNG (sheet.png)")
    sheet.add_argument("--type", action="append", choices=CATEGORY_OF, metavar="T",
                       help="only this type; may be given several times")  # fmt: skip
    sheet.add_argument("--columns", type=_positive, default=10, help="pictures a row (10)")
    sheet.add_argument("--rows", type=_positive, default=10, help="rows at most (10)")
    sheet.add_argument("--seed", type=int, default=0, help="draws lots when not all fit (0)")

    draw = commands.add_parser("draw", help="one picture on the page's tone, for looking at")
    draw.add_argument("--type", required=True, choices=CATEGORY_OF, metavar="T", help="its type")
    for name in DRAWABLE:
        draw.add_argument(f"--{name}", choices=VALUES[name], metavar=name.upper(),
                          help=f"{name}; the type's plainest when left out")  # fmt: skip
    draw.add_argument("--seed", type=int, default=7, help="another silhouette and folds (7)")
    draw.add_argument("--out", type=Path, required=True, help="PNG to write")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; gives the exit status. Raises ShopError."""
    if args.studio_command == "build":
        from demo.studio.build import build

        build(args.out, args.seed, args.count, args.jobs)
        return 0
    from PIL import Image

    from demo.studio.sheet import on_page, sheet

    if args.studio_command == "sheet":
        shown = sheet(args.catalog, args.out, args.columns, args.rows, args.seed, args.type)
        print(f"{shown} pictures in {args.out}")
        return 0
    from demo.studio.assortment import plainest
    from demo.studio.garments import draw

    chosen = {name: value for name in DRAWABLE if (value := getattr(args, name))}
    picture = Image.fromarray(draw(plainest(args.type, args.seed, **chosen)))
    on_page(picture).save(args.out)
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {text}")
    return number
