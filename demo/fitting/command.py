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

    from demo.trying import Fittings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tryon`."""
    parser.add_argument("--person", required=True, metavar="NAME|FILE",
                        help="one of the shop's figures, or a photo")  # fmt: skip
    parser.add_argument("--item", action="append", default=[], metavar="SKU",
                        help="put this product on; may be given several times")  # fmt: skip
    parser.add_argument(
        "--tucked", action="store_true", help="the top's hem goes into the waistband"
    )
    parser.add_argument("--recolour", action="store_true",
                        help="the product's fabric on what the person of a photo wears already")  # fmt: skip
    parser.add_argument("--backend", choices=("warp", "diffusion", "auto"),
                        help="warp on the CPU, diffusion on a GPU (default: SHOP_TRYON)")  # fmt: skip
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
    fittings = _fittings(args.catalog if args.item else None)
    for sku in args.item:
        fittings.catalogue.product(sku)
    person = _person(fittings, args.person)
    if args.parse is not None:
        labels = fittings.parse(person).labels
        _save(_grey(labels), args.parse)
        print(f"{labels.shape[1]} × {labels.shape[0]} labels in {args.parse}")
    if args.out is not None:
        tried = fittings.try_on(person, args.item, args.tucked, args.recolour, args.backend)
        if tried.notice:
            print(tried.notice)
        _save(_on_white(tried.picture), args.out)
        print(f"{args.person} in {', '.join(p.title for p in tried.products)}: {args.out}")


def _fittings(catalog: Path | None) -> Fittings:
    """The fitting room of a catalogue; of none, it parses only."""
    from demo.catalog.catalogue import Catalogue
    from demo.settings import from_environment
    from demo.trying import Fittings

    settings = from_environment()
    goods = Catalogue.read(catalog) if catalog else Catalogue(settings.catalog, ())
    return Fittings(goods, settings, pixels=settings.picture_pixels)


def _person(fittings: Fittings, person: str) -> str | Image:
    """A figure's name, or a photo."""
    from demo.catalog.pictures import open_picture

    names = () if Path(person).is_file() else tuple(f.name for f in fittings.people())
    if person in names:
        return person
    if names and Path(person).suffix == "":
        raise PictureError(
            f"There is no figure {person!r} and no such file; the figures are {', '.join(names)}."
        )
    return open_picture(Path(person))


def _on_white(picture: np.ndarray) -> Image:
    from PIL import Image as Images

    from demo.catalog.pictures import on_white

    return on_white(Images.fromarray(picture))


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
