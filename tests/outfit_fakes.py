"""A small catalogue of clothes without pictures, and a network of chance weights: enough for looks."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import CATEGORY_OF
from demo.outfits.features import table_features
from demo.outfits.matcher import Network
from demo.outfits.stylist import Stylist, category_of, piece_of
from demo.search.index import Card, Index
from demo.types import Product

TYPES = (
    "t-shirt shirt sweater blouse chinos straight-jeans suit-trousers a-line-skirt summer-dress "
    "wrap-dress denim-jacket blazer trench-coat low-sneaker loafer ballet-flat tote handbag fedora cap"
).split()
COLOURS = ("white", "navy", "beige", "black", "red")
GENDERS = {"blouse": "women", "a-line-skirt": "women", "summer-dress": "women",
           "wrap-dress": "women", "ballet-flat": "women", "handbag": "women"}  # fmt: skip
CATEGORIES = tuple(sorted({CATEGORY_OF[t] for t in TYPES}))
WIDTH = 16


def product(kind: str, colour: str, price: float, design: int) -> Product:
    """One row of the table."""
    sku = f"{kind}-{design}-{colour}"
    values = {"type": kind, "category": CATEGORY_OF[kind], "colour": colour, "pattern": "solid",
              "gender": GENDERS.get(kind, "unisex"), "season": "all-year"}  # fmt: skip
    return Product(sku, sku, Path(), family=f"{kind}-{design}", price=price, currency="EUR",
                   attributes=values)  # fmt: skip


def wardrobe() -> Catalogue:
    """200 products: each type in two designs, each design in five colours; the second is dearer."""
    return Catalogue(Path("nowhere"), [
        product(kind, colour, 20.0 * design + 3 * number, design)
        for kind in TYPES
        for design in (1, 2)
        for number, colour in enumerate(COLOURS)
    ])  # fmt: skip


def network(dimension: int, seed: int = 1) -> Network:
    """Weights drawn by lot, of the shapes that training writes."""
    random = np.random.default_rng(seed)
    shapes = {
        "head.0.weight": (24, dimension), "head.0.bias": (24,), "head.3.weight": (WIDTH, 24),
        "head.3.bias": (WIDTH,), "masks": (5, WIDTH), "attention.0.weight": (12, 2 * len(CATEGORIES)),
        "attention.0.bias": (12,), "attention.2.weight": (5, 12), "attention.2.bias": (5,),
    }  # fmt: skip
    arrays = {n: random.normal(size=s).astype(np.float32) for n, s in shapes.items()}
    return Network(CATEGORIES, "fake", arrays)


def stylist(catalogue: Catalogue) -> Stylist:
    """A stylist that goes by the table and chance weights."""
    features = table_features(catalogue.products)
    categories = [category_of(piece_of(p)) for p in catalogue.products]
    return Stylist(catalogue, network(features.shape[1]).matcher(features, categories))


def vectors(catalogue: Catalogue, dimension: int = 8, encoder: str = "fake") -> Index:
    """An index of unit vectors drawn by lot."""
    drawn = np.random.default_rng(2).normal(size=(len(catalogue), dimension)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    flat = faiss.IndexFlatIP(dimension)
    flat.add(drawn)
    return Index(flat, Card(1, encoder, dimension, "0", len(catalogue)))
