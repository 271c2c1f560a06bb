"""`bench passing`: a shopper has one piece in mind and turns down what is least like it; does it come up?

Simulated on designs that were never trained on. The shopper holds an item, says what should be different,
looks at the first page and turns down, up to three times, the shown piece that shares the fewest of the
table's attributes with the piece in mind. The share of each one's vector that is taken from the query (γ
of `demo.search.passing`) is compared with hiding alone (γ = 0): it was chosen on validation designs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import numpy as np

from demo.benchmarks.first import queries
from demo.search.passing import AWAY
from demo.settings import from_environment
from demo.shop import Shop
from demo.training.data import split_of
from demo.types import Product, Session, Turn

PAGE: Final = 12
ROUNDS: Final = 3
SHARES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0)
COMPARED: Final = (
    "type", "colour", "pattern", "material", "sleeve", "neckline", "length", "fit", "style",
)  # fmt: skip
DEEPEST: Final = 1_000


@dataclass(frozen=True)
class Wish:
    """An item in hand, what is said of it, and the piece in mind."""

    session: Session
    target: Product


def wishes(shop: Shop, count: int, seed: int, part: str) -> list[Wish]:
    """Up to `count`; item and piece in mind are of designs of the part, the words are true of the piece."""
    random = Random(seed)
    own = [p for p in shop.catalogue.products if split_of(p.family or p.sku) == part]
    found = []
    for query in queries(shop.catalogue, count, seed, part):
        item = shop.product(query.sku)
        meant = [
            p for p in own
            if p.get(query.attribute) == query.value and p.get("category") == item.get("category")
            and p.family != item.family
        ]  # fmt: skip
        if meant:
            session = Session(item=query.sku, turns=(Turn(query.words),))
            found.append(Wish(session, random.choice(meant)))
    return found


def ranks(shop: Shop, asked: Sequence[Wish]) -> np.ndarray:
    """[n, ROUNDS + 1] rank of each piece in mind, from 1, before and after each that is turned down."""
    return np.array([_ranks(shop, wish) for wish in asked])


def _ranks(shop: Shop, wish: Wish) -> list[int]:
    session, found = wish.session, []
    for _ in range(ROUNDS + 1):
        shown = [hit.product for hit in shop.results(session, DEEPEST).hits]
        skus = [product.sku for product in shown]
        found.append(1 + skus.index(wish.target.sku) if wish.target.sku in skus else DEEPEST)
        others = [product for product in shown[:PAGE] if product.sku != wish.target.sku]
        if found[-1] == 1 or not others:
            break
        least = min(others, key=lambda product: _shared(product, wish.target))
        session = shop.take(session, Turn(f"not: {least.title}", passes=least.sku))
    return found + found[-1:] * (ROUNDS + 1 - len(found))


def _shared(product: Product, other: Product) -> int:
    return sum(product.get(name) == other.get(name) for name in COMPARED)


def report(count: int, seed: int, part: str) -> str:
    """A Markdown table, a line for each share; for test designs the shop's own beside hiding alone."""
    served = Shop.open(from_environment())
    asked = wishes(served, count, seed, part)
    lines = [
        f"{len(asked)} pieces in mind, of {part} designs, among {len(served.catalogue)}; "
        f"up to {ROUNDS} turned down. The shop takes γ = {AWAY:g}",
        "",
        f"| γ | mean reciprocal rank before | after {ROUNDS} | on the first page before | after {ROUNDS} |"
        " nearer than by hiding alone | further |",
        "|---|---|---|---|---|---|---|",
    ]
    hiding = np.empty(0)
    for share in SHARES if part == "validation" else (0.0, AWAY):
        shop = Shop(
            served.catalogue, served.index, served.bundle, served.settings, away=share
        )  # fmt: skip
        found = ranks(shop, asked)
        first, last = found[:, 0], found[:, -1]
        hiding = last if share == 0 else hiding
        lines.append(
            f"| {share:g} | {(1 / first).mean():.3f} | {(1 / last).mean():.3f} "
            f"| {(first <= PAGE).mean():.2f} | {(last <= PAGE).mean():.2f} "
            f"| {(last < hiding).mean():.2f} | {(last > hiding).mean():.2f} |"
        )
    return "\n".join(lines)
