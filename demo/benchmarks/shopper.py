"""A simulated shopper with a hidden target: says the largest remaining difference, turn after turn.

It sees the first product that is shown and compares it with what it has in mind. Knows the facade only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import numpy as np

from demo.shop import Shop
from demo.types import Product, Session, Turn

TURNS: Final = 5
REPORTED: Final = (1, 2, 3, 5)
TOP: Final = 10
LARGEST: Final = (
    "type", "colour", "pattern", "sleeve", "length", "neckline", "material", "fit", "style", "closure",
)  # fmt: skip
"""attributes by how much of the picture they change, the largest first"""
WORDINGS: Final = {
    "type": ("make it a {}", "I would rather have a {}", "it should be a {}"),
    "colour": ("in {}", "is {} instead", "I want it {}"),
    "pattern": ("{} please", "it is {}", "should be {}"),
    "sleeve": ("has {}", "with {}", "and {}"),
    "length": ("{} length", "it is {} length", "in a {} length"),
    "neckline": ("with a {}", "has a {}", "the neck is different: {}"),
    "material": ("made of {}", "in {}", "{} fabric"),
    "fit": ("with a {} fit", "{} fit", "in a {} fit"),
    "style": ("more {} style", "for {} wear", "something {}"),
    "closure": ("with {}", "it has {}", "closed with {}"),
}
_SAID: Final = {
    ("sleeve", "sleeveless"): "no sleeves", ("sleeve", "short"): "short sleeves",
    ("sleeve", "long"): "long sleeves", ("sleeve", "three-quarter"): "three quarter sleeves",
    ("pattern", "solid"): "plain", ("neckline", "crew"): "round neck", ("neckline", "scoop"): "scoop neck",
    ("neckline", "hooded"): "hood", ("neckline", "square"): "square neck", ("closure", "none"): "",
    ("neckline", "strappy"): "spaghetti straps", ("neckline", "lapel"): "lapel",
    ("neckline", "turtleneck"): "high neck",
}  # fmt: skip
Answer = Callable[[str, Sequence[str]], np.ndarray]
"""(reference's SKU, turns so far) -> all rows, best first"""


@dataclass(frozen=True)
class Curve:
    """One way of searching, turn by turn."""

    found: tuple[float, ...]
    """[TURNS] share of shoppers whose target was among the first after that many turns or fewer"""
    ranks: tuple[float, ...]
    """[TURNS] mean rank of the target after each turn, from 1"""


def simulate(shop: Shop, shoppers: int, seed: int) -> dict[str, Curve]:
    """How soon the target is found, three ways."""
    ways: dict[str, Answer] = {
        "the shop": lambda item, turns: _ask(shop, Session(item, None, _turns(turns))),
        "without memory": lambda item, turns: _ask(shop, Session(item, None, _turns(turns[-1:]))),
        "text search alone": lambda _, turns: _by_text(shop, turns),
    }
    pairs = draw(shop, shoppers, seed)
    curves = {}
    for name, ask in ways.items():
        ranks = np.array(
            [shop_for(shop, ask, item, target, Random(f"{seed}-{at}"))
             for at, (item, target) in enumerate(pairs)]
        )  # fmt: skip
        best = np.minimum.accumulate(ranks, axis=1)
        curves[name] = Curve(
            tuple(map(float, (best <= TOP).mean(axis=0))), tuple(map(float, ranks.mean(axis=0)))
        )
    return curves


def table(curves: Mapping[str, Curve], shoppers: int, products: int) -> list[str]:
    """The table of the README, in Markdown lines."""
    lines = [
        f"{shoppers} simulated shoppers, {products} products: target among the first {TOP} "
        "after 1, 2, 3, 5 turns, and its mean rank then.", "",
        "| | " + " | ".join(f"turn {n}" for n in REPORTED) + " | "
        + " | ".join(f"rank {n}" for n in REPORTED) + " |",
        "|---" * (1 + 2 * len(REPORTED)) + "|",
    ]  # fmt: skip
    for name, curve in curves.items():
        cells = [f"{curve.found[n - 1]:.2f}" for n in REPORTED]
        cells += [f"{curve.ranks[n - 1]:.0f}" for n in REPORTED]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def draw(shop: Shop, count: int, seed: int) -> list[tuple[Product, Product]]:
    """(item in hand, target) pairs of one category and two designs."""
    random = Random(seed)
    products = shop.catalogue.products
    pairs = []
    while len(pairs) < count:
        item, target = random.choice(products), random.choice(products)
        if item.get("category") == target.get("category") and item.family != target.family:
            pairs.append((item, target))
    return pairs


def shop_for(
    shop: Shop, ask: Answer, item: Product, target: Product, random: Random
) -> list[int]:
    """The target's rank after each turn, from 1."""
    said: dict[str, str] = {}
    ranks: list[int] = []
    seen = item
    goal = shop.catalogue.row(target.sku)
    for _ in range(TURNS):
        words = difference(seen, target, set(said), random)
        if words is None:  # nothing left to say: what is there stays
            ranks.append(ranks[-1] if ranks else len(shop.catalogue))
            continue
        said[words[0]] = words[1]
        rows = ask(item.sku, tuple(said.values()))
        place = np.flatnonzero(rows == goal)
        ranks.append(int(place[0]) + 1 if len(place) else len(shop.catalogue))
        if len(rows):
            seen = shop.catalogue.products[rows[0]]
    return ranks


def difference(
    seen: Product, target: Product, said: set[str], random: Random
) -> tuple[str, str] | None:
    """(attribute, words) of the largest difference not said yet; of what agrees when all agree."""
    open_ = [a for a in LARGEST if a not in said and target.get(a) and _said(a, target.get(a))]
    differing = [a for a in open_ if seen.get(a) != target.get(a)]
    for attribute in (*differing, *open_):
        return attribute, random.choice(WORDINGS[attribute]).format(_said(attribute, target.get(attribute)))
    return None


def _said(attribute: str, value: str) -> str:
    return _SAID.get((attribute, value), value.replace("-", " "))


def _turns(words: Sequence[str]) -> tuple[Turn, ...]:
    return tuple(Turn(said) for said in words)


def _ask(shop: Shop, session: Session) -> np.ndarray:
    hits = shop.results(session, 1000).hits
    return np.array([shop.catalogue.row(hit.product.sku) for hit in hits], dtype=np.int64)


def _by_text(shop: Shop, turns: Sequence[str]) -> np.ndarray:
    query = shop.composer.text(", ".join(turns))
    return shop.index.search(query, len(shop.catalogue))[0]
