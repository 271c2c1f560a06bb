"""`bench first`: "like this, but with another value of one attribute"; what do the top 10 carry?

Queries are written from the table of designs that the encoder never saw; the answer is scored with
the table, never shown to the network in the rows that say "network only": there the likeness is the
composing network's and the shift's, mixed as in the shop.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random

import numpy as np

from demo.bundle import Bundle
from demo.catalog.catalogue import Catalogue
from demo.search.index import Index
from demo.settings import from_environment
from demo.shop import Shop
from demo.training.data import split_of
from demo.types import Product

TOP = 10
WORDINGS = {
    "colour": ("in {}", "the same in {}", "I would prefer it in {}", "could I see this in {}?"),
    "pattern": ("but {}", "with a {} pattern", "something {} instead", "make it {}"),
    "sleeve": ("{} please", "but {}", "I want it {}", "the same thing {}"),
    "neckline": ("with a {}", "but with a {}", "I want a {} on it"),
    "length": ("but in a {} length", "make it {}", "the {} version"),
    "fit": ("with a {} fit", "in a {} fit please"),
    "material": ("made of {}", "in {}", "but in {} fabric"),
}
_SAID = {
    "polka-dot": "polka dot", "colour-block": "colour-block", "melange": "melange",
    "v-neck": "v-neck", "crew": "crew neck", "scoop": "scoop neck", "square": "square neck",
    "hooded": "hood", "strappy": "strappy neckline", "light-blue": "light blue",
    "solid": "plain", "multicolour": "multicoloured", "knee": "knee", "halter": "halter neck",
    "strapless": "strapless neckline", "off-shoulder": "off-shoulder neckline", "lapel": "lapel",
    "shirt-collar": "shirt collar", "polo-collar": "polo collar", "turtleneck": "turtleneck collar",
}  # fmt: skip


@dataclass(frozen=True)
class Query:
    """One question of the benchmark."""

    sku: str
    attribute: str
    value: str
    words: str


@dataclass(frozen=True)
class Score:
    """Means over queries, 0 to 1."""

    both: float
    """share of the top 10 that carry the new value and the item's type"""
    value: float
    """share that carry the new value"""
    type: float
    """share that are of the item's type"""
    reachable: float
    """`both` of the best possible ranking: fewer than 10 products may exist"""


def queries(catalogue: Catalogue, count: int, seed: int, part: str) -> list[Query]:
    """Up to `count` answerable questions, attributes in turn, from designs of the part."""
    random = Random(seed)
    options: dict[str, list[tuple[Product, str]]] = defaultdict(list)
    for product in catalogue.products:
        if split_of(product.family or product.sku) != part:
            continue
        kin = np.flatnonzero(catalogue.column("type") == product.get("type"))
        for attribute in WORDINGS:
            values = set(catalogue.column(attribute)[kin]) - {"", product.get(attribute)}
            if attribute == "closure" or not product.get(attribute):
                continue
            options[attribute] += [(product, str(value)) for value in sorted(values)]
    for pairs in options.values():
        random.shuffle(pairs)
    chosen: list[Query] = []
    while len(chosen) < count and any(options.values()):
        for attribute in WORDINGS:
            if options[attribute] and len(chosen) < count:
                product, value = options[attribute].pop()
                chosen.append(_query(product, attribute, value, random))
    return chosen


def _query(product: Product, attribute: str, value: str, random: Random) -> Query:
    said = _SAID.get(value, value.replace("-", " "))
    if attribute == "sleeve":
        said = "sleeveless" if value == "sleeveless" else f"with {said} sleeves"
    words = random.choice(WORDINGS[attribute]).format(said)
    return Query(product.sku, attribute, value, words)


def score(shop: Shop, asked: Sequence[Query], with_words: bool = True) -> dict[str, Score]:
    """Scores by attribute, and `all`."""
    catalogue = shop.catalogue
    found: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for query in asked:
        session = shop.start(query.sku, words=query.words if with_words else "")
        hits = shop.results(session, TOP).hits
        rows = [catalogue.row(hit.product.sku) for hit in hits]
        value = catalogue.column(query.attribute) == query.value
        kind = catalogue.column("type") == catalogue.product(query.sku).get("type")
        numbers = (
            (value & kind)[rows].sum() / TOP,
            value[rows].sum() / TOP,
            kind[rows].sum() / TOP,
            min(TOP, int((value & kind).sum())) / TOP,
        )
        found[query.attribute].append(numbers)
        found["all"].append(numbers)
    return {name: Score(*np.mean(rows, axis=0)) for name, rows in found.items()}


def _untrained(shop: Shop) -> Shop:
    """The same shop without its composing network."""
    index = Index(shop.index.vectors, replace(shop.index.card, network=""), shop.index.tones)
    bundle = Bundle(shop.bundle.encoder)
    return Shop(shop.catalogue, index, bundle, shop.settings, shop.use_table)


def report(count: int, seed: int, part: str, batch: Path | None = None) -> str:
    """The table of the README, in Markdown."""
    served = Shop.open(from_environment())
    alone = Shop(served.catalogue, served.index, served.bundle, served.settings, use_table=False)
    asked = queries(served.catalogue, count, seed, part)
    if batch is not None:
        lines = [
            {"id": str(i), "item": q.sku, "turns": [q.words], "k": TOP}
            for i, q in enumerate(asked)
        ]
        batch.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    rows = {
        "the item alone, network only": score(alone, asked, with_words=False),
        "the item alone, as served": score(served, asked, with_words=False),
        "item + words, the shift only": score(_untrained(alone), asked),
        "item + words, network only": score(alone, asked),
        "item + words, as served": score(served, asked),
    }
    attributes = [a for a in WORDINGS if a in rows["item + words, as served"]]
    text = [
        f"{len(asked)} queries from {part} designs, gallery of {len(served.catalogue)} products, "
        f"encoder {served.bundle.encoder.id}, network {served.bundle.network_id or 'none'}",
        "",
        "| share of the top 10 with | new value and type | new value | type | "
        + " | ".join(attributes) + " |",
        "|---" * (4 + len(attributes)) + "|",
    ]  # fmt: skip
    for name, scores in rows.items():
        total = asdict(scores["all"])
        cells = [f"{total[key]:.2f}" for key in ("both", "value", "type")]
        cells += [f"{scores[a].both:.2f}" for a in attributes]
        text.append(f"| {name} | " + " | ".join(cells) + " |")
    best = rows["item + words, as served"]
    cells = [f"{best['all'].reachable:.2f}", "", ""]
    cells += [f"{best[a].reachable:.2f}" for a in attributes]
    text.append("| the best possible ranking | " + " | ".join(cells) + " |")
    return "\n".join(text)
