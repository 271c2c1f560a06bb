"""A shop that sells nothing but photographs: the real one, opened on pictures without a table.

Knows files and the shop's own classes; knows no question and no score.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from demo.catalog.catalogue import Catalogue
from demo.search.feedback import Feedback
from demo.search.index import build
from demo.shop import Shop


def shop_of_photos(shop: Shop, keys: Sequence[str], paths: Sequence[Path], folder: Path) -> Shop:
    """`shop`'s networks on a catalogue of pictures alone, written to `folder` (it must exist).

    A product's SKU and title are its key; it has no other column, so all that is known of it is what
    the networks see. Raises CatalogError.
    """
    with (folder / "products.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("sku", "title", "image"))
        for number, (key, path) in enumerate(zip(keys, paths, strict=True)):
            copy = f"{number}{path.suffix}"
            shutil.copyfile(path, folder / copy)
            table.writerow((key, f"photo {number}", copy))
    catalogue, bundle = Catalogue.read(folder), shop.bundle
    feedback = None
    if bundle.network is not None:
        feedback = Feedback(bundle.encoder, bundle.network, bundle.network_id)
    index = build(catalogue, bundle.encoder, feedback=feedback)
    settings = replace(shop.settings, catalog=folder, index=folder / "index")
    return Shop(catalogue, index, bundle, settings, use_table=False)
