"""The studio's part of the command line. Knows arguments, not how things are done."""

from __future__ import annotations

import argparse
from pathlib import Path

from demo.catalog.vocabulary import CATEGORY_OF, VALUES
from demo.errors import UnknownItemError
from demo.studio.assortment import DEFAULT_COUNT

FIGURES = Path("assets/figures")

DRAWABLE = (
    "gender", "colour", "colour2", "pattern", "material", "sleeve", "neckline", "length", "fit",
    "closure",
)  # fmt: skip
"""attributes that `studio draw` can set"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `build`, `sheet`, `draw` and `looks` below this parser."""
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

    looks = commands.add_parser("looks", help="put outfits together by the styling rules")
    looks.add_argument("--catalog", type=Path, default=Path("catalog"), help="folder (catalog)")
    looks.add_argument("--out", type=Path, help="JSON lines to write (CATALOG/looks.jsonl)")
    looks.add_argument("--seed", type=int, default=7, help="another seed is another season (7)")
    looks.add_argument("--board", type=Path, metavar="FILE",
                       help="draw flat-lay boards of the looks that are there instead")  # fmt: skip
    looks.add_argument("--random", type=_positive, default=60, metavar="N",
                       help="so many boards, drawn by lot (60)")  # fmt: skip

    figures = commands.add_parser("figures", help="draw the people that wear the products")
    figures.add_argument("--out", type=Path, default=FIGURES, help=f"folder ({FIGURES})")
    figures.add_argument("--sheet", type=Path, metavar="PNG",
                         help="a sheet of the figures that are there instead")  # fmt: skip

    dress = commands.add_parser("dress", help="figures in products, drawn at the figure's pose")
    dress.add_argument("--figures", type=Path, default=FIGURES, help=f"folder ({FIGURES})")
    dress.add_argument("--looks", type=Path, default=Path("catalog/looks.jsonl"),
                       help="outfits to choose from (catalog/looks.jsonl)")  # fmt: skip
    dress.add_argument("--out", type=Path, required=True,
                       help="PNG for --item and --sheet, folder for --count")  # fmt: skip
    dress.add_argument("--seed", type=int, default=7, help="other figures and outfits (7)")
    what = dress.add_mutually_exclusive_group(required=True)
    what.add_argument("--item", action="append", metavar="SKU", help="this product; several times")
    what.add_argument("--count", type=_positive, metavar="N",
                      help="so many pictures with exact labels, and pairs.jsonl")  # fmt: skip
    what.add_argument("--sheet", action="store_true", help="each figure bare and in three looks")
    dress.add_argument("--figure", metavar="NAME", help="who wears --item; the first when left out")
    dress.add_argument("--tucked", action="store_true", help="the top into what is worn below it")
    dress.add_argument("--split", choices=("train", "validation", "test"), default="train",
                       help="looks of which split --count draws (train)")  # fmt: skip
    dress.add_argument("--jobs", type=_positive, default=2, help="processes that draw (2)")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; gives the exit status. Raises ShopError."""
    if args.studio_command == "build":
        from demo.studio.build import build

        build(args.out, args.seed, args.count, args.jobs)
        return 0
    if args.studio_command == "looks":
        return _looks(args)
    if args.studio_command == "figures":
        return _figures(args)
    if args.studio_command == "dress":
        return _dress(args)
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


def _looks(args: argparse.Namespace) -> int:
    from demo.catalog.catalogue import Catalogue
    from demo.outfits import looks
    from demo.studio.looks import compose, contact_sheet, describe

    catalogue = Catalogue.read(args.catalog)
    path = args.out or args.catalog / looks.FILE_NAME
    if args.board:
        shown = contact_sheet(catalogue, looks.read(path), args.board, args.random, args.seed)
        print(f"{shown} boards in {args.board}")
        return 0
    made = compose(catalogue, args.seed)
    looks.write(made, path)
    card = path.with_name("README.md")
    if path.name == looks.FILE_NAME and card.is_file():
        describe(made, catalogue, card)
    worn = {sku for look in made for sku in look.items}
    print(f"{len(made)} looks of {len(worn)} products in {path}")
    return 0


def _figures(args: argparse.Namespace) -> int:
    from demo.studio.figures.build import build_figures
    from demo.studio.figures.sheet import figure_sheet

    if args.sheet:
        figure_sheet(args.out).save(args.sheet)
        print(f"The figures of {args.out} are in {args.sheet}")
        return 0
    print(f"{', '.join(build_figures(args.out))} in {args.out}")
    return 0


def _dress(args: argparse.Namespace) -> int:
    from PIL import Image

    from demo.fitting.figures import load_figures
    from demo.studio.assortment import plan
    from demo.studio.sheet import on_page
    from demo.studio.worn.dress import dress
    from demo.studio.worn.pairs import draw_pairs
    from demo.studio.worn.sheet import dressed_sheet

    if args.count:
        draw_pairs(args.out, args.count, args.seed, args.figures, args.looks, args.split, args.jobs)
        print(f"{args.count} dressed figures in {args.out}")
        return 0
    if args.sheet:
        print(
            f"{dressed_sheet(args.figures, args.looks, args.out, seed=args.seed)} figures, {args.out}"
        )
        return 0
    figures, products = load_figures(args.figures), {c.sku: c for c in plan()}
    for sku in args.item:
        if sku not in products:
            raise UnknownItemError(
                f"The studio draws no product {sku!r}; catalog/products.csv has them."
            )
    name = args.figure or next(iter(figures))
    if name not in figures:
        raise UnknownItemError(f"There is no figure {name!r}; there are {', '.join(figures)}.")
    shown = dress(figures[name], [products[sku] for sku in args.item], args.tucked)
    on_page(Image.fromarray(shown.picture)).save(args.out)
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {text}")
    return number
