"""`python -m demo tryon`: a person understood, and dressed. Knows arguments and files, not how it is done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from demo.errors import PictureError
from demo.settings import ROOT

if TYPE_CHECKING:
    import numpy as np
    from PIL.Image import Image

    from demo.fitting.parsing import Parse
    from demo.fitting.subject import Subject
    from demo.types import Product

FIGURES = ROOT / "assets" / "figures"
SHAPES = ROOT / "catalog" / "shapes.npz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tryon`."""
    parser.add_argument("--person", required=True, metavar="NAME|FILE",
                        help="one of the shop's figures, or a photo")  # fmt: skip
    parser.add_argument("--item", action="append", default=[], metavar="SKU",
                        help="put this product on; may be given several times")  # fmt: skip
    parser.add_argument(
        "--tucked", action="store_true", help="the top's hem goes into the waistband"
    )
    parser.add_argument("--out", type=Path, metavar="FILE",
                        help="where the dressed person is written, a picture")  # fmt: skip
    parser.add_argument("--catalog", type=Path, default=ROOT / "catalog", metavar="DIR",
                        help="holds products.csv (default: the embedded catalogue)")  # fmt: skip
    parser.add_argument("--parse", type=Path, metavar="FILE.png",
                        help="write the label map, an 8-bit PNG of the photo's size, upright: "
                             "0 background, 1 hair, 2 face and neck, 3 arms, 4 legs, 5 upper garment "
                             "(a dress too), 6 lower garment, 7 shoes, 8 other")  # fmt: skip


def run(args: argparse.Namespace) -> None:
    """Parse the person's picture, dress the person, or both. Raises ShopError."""
    if args.parse is None and args.out is None:
        raise PictureError("Say what to write: --parse FILE.png, or --item SKU with --out FILE.")
    if bool(args.item) != (args.out is not None):
        raise PictureError("To dress somebody give both --item SKU and --out FILE.")
    products = _products(args.catalog, args.item)
    picture, name = _person(args.person)
    if args.parse is not None:
        labels = _parse(picture).labels
        _save(_grey(labels), args.parse)
        print(f"{labels.shape[1]} × {labels.shape[0]} labels in {args.parse}")
    if args.out is not None:
        _save(_dressed(picture, name, products, args.tucked), args.out)
        print(f"{args.person} in {', '.join(p.title for p in products)}: {args.out}")


def _products(catalog: Path, skus: list[str]) -> list[Product]:
    from demo.catalog.catalogue import Catalogue

    if not skus:
        return []
    catalogue = Catalogue.read(catalog)
    return [catalogue.product(sku) for sku in skus]


def _person(person: str) -> tuple[Image, str]:
    """The picture, and the figure's name; no name for a photo."""
    from demo.catalog.pictures import open_picture
    from demo.fitting.figures import load_figures

    figures = {} if Path(person).is_file() else load_figures(FIGURES)
    if person in figures:
        return figures[person].picture(), person
    if figures and Path(person).suffix == "":
        raise PictureError(
            f"There is no figure {person!r} and no such file; the figures are {', '.join(figures)}."
        )
    return open_picture(Path(person)), ""


def _parse(picture: Image) -> Parse:
    import numpy as np

    from demo.catalog.pictures import on_white
    from demo.fitting.parsing import parse
    from demo.models.parser import Parser
    from demo.models.pose import PoseNetwork

    return parse(np.array(on_white(picture)), PoseNetwork(), Parser())


def _subject(picture: Image, name: str, slots: tuple[str, ...]) -> Subject:
    """Raises PersonError when the photo does not show what these slots need."""
    import numpy as np

    from demo.catalog.pictures import on_white
    from demo.fitting.figures import load_figures
    from demo.fitting.people import check_person
    from demo.fitting.subject import of_figure, of_photo

    if name:
        return of_figure(load_figures(FIGURES)[name])
    parsed = _parse(picture)
    pose = check_person(parsed, slots)
    photo = np.array(on_white(picture))
    if pose is None:
        return of_photo(photo, parsed.labels)
    return of_photo(photo, parsed.labels, pose.points, pose.visibility)


def _dressed(picture: Image, name: str, products: list[Product], tucked: bool) -> Image:
    from PIL import Image as Images

    from demo.catalog.shapes import load_shapes
    from demo.fitting.room import FittingRoom
    from demo.outfits.wardrobe import piece_of

    slots = tuple(piece_of(product).slot or "top" for product in products)
    person = _subject(picture, name, slots)
    fitting = FittingRoom(load_shapes(SHAPES)).dress(person, products, tucked)
    dressed = Images.fromarray(fitting.picture)
    if name:
        ground = Images.new("RGBA", dressed.size, (255, 255, 255, 255))
        ground.alpha_composite(dressed)
        dressed = ground
    return dressed.convert("RGB")


def _grey(labels: np.ndarray) -> Image:
    from PIL import Image as Images

    return Images.fromarray(labels)


def _save(picture: Image, path: Path) -> None:
    try:
        picture.save(path, "PNG" if path.suffix.lower() not in (".jpg", ".jpeg", ".webp") else None)
    except OSError:
        raise PictureError(
            f"The picture cannot be written to {path}. Check that its folder exists."
        ) from None
