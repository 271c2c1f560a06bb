"""`bench dialogue`: is what shoppers say understood, done, remembered, and fast?

Labels are JSON lines {"text", "category", "wanted", "unwanted", "relative"}, written by hand before any
output was seen. A predicate is (side, attribute, value); a second colour counts as a colour.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

import numpy as np

from demo.benchmarks.plot import draw_plot
from demo.benchmarks.shopper import simulate, table
from demo.catalog.vocabulary import ORDERS
from demo.dialogue.comparatives import relative as comparatives
from demo.dialogue.lexicon import word_speller
from demo.dialogue.understand import Said, read_words, understand
from demo.errors import ShopError
from demo.search.filters import has_value
from demo.search.shifts import NOTICED, TONES
from demo.settings import ROOT, from_environment
from demo.shop import Shop

SHOWN = ("colour", "pattern", "sleeve", "neckline")
CATEGORIES = {"dress": "dresses", "shirt": "tops", "toptee": "tops", "shoes": "shoes"}
PLOT = ROOT / "assets" / "readme" / "dialogue.webp"
TOP = 5
TRIES = 40
"""items that are tried for a caption until one is suitable"""
_SAME = {"brightness": "lightness", "saturation": "colourfulness", "formality": "style",
         "looseness": "fit", "sleeves": "sleeve"}  # fmt: skip
"""what a labeller may call a comparative's attribute; "colour": "darker" is read by its words"""
Predicate = tuple[str, str, str]


@dataclass(frozen=True)
class Labelled:
    """One caption and what it asks for, by hand."""

    text: str
    category: str
    predicates: frozenset[Predicate]


@dataclass(frozen=True)
class Score:
    """Of understood predicates against labelled ones."""

    right: int
    understood: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.understood if self.understood else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        total = self.understood + self.labelled
        return 2 * self.right / total if total else 1.0


def read_labels(path: Path) -> list[Labelled]:
    """Raises ShopError for a file that is not there or not of this form."""
    try:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return [
            Labelled(
                line["text"], line.get("category", ""),
                predicates(line.get("wanted", {}), line.get("unwanted", {}), line.get("relative", {})),
            )
            for line in lines
        ]  # fmt: skip
    except FileNotFoundError:
        raise ShopError(f"There is no file {path}. Name the labels with --labels.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ShopError(f"{path} is not a file of labels: one JSON object a line.") from None


def predicates(
    wanted: Mapping[str, object], unwanted: Mapping[str, object], relative: Mapping[str, object]
) -> frozenset[Predicate]:
    """All that is asked for, as (side, attribute, value); a comparative's value is + or -."""
    found: set[Predicate] = set()
    for side, wishes in (("wanted", wanted), ("unwanted", unwanted)):
        for attribute, values in wishes.items():
            known = "colour" if attribute == "colour2" else attribute
            listed = values if isinstance(values, list | tuple) else [values]
            found.update((side, known, str(value)) for value in listed)
    for attribute, direction in relative.items():
        words = str(direction)
        known, sign = comparatives().get(words, (_SAME.get(attribute, attribute), 0))
        less = sign < 0 if sign else words.startswith("-") or words in ("less", "down", "lower")
        found.add(("relative", known, "-" if less else "+"))
    return frozenset(found)


def understood(said: Said) -> frozenset[Predicate]:
    """What the rules read, in the same form; a category counts when no type says more."""
    wanted = dict(said.wanted)
    if said.category and "type" not in wanted:
        wanted["category"] = (said.category,)
    if said.gender:
        wanted["gender"] = (said.gender,)
    return predicates(wanted, said.unwanted, said.relative)


def scores(labels: Sequence[Labelled]) -> dict[str, Score]:
    """Scores of each attribute that the labels speak of, and `all`."""
    spoken = {attribute for row in labels for _, attribute, _ in row.predicates}
    counts = {name: [0, 0, 0] for name in (*sorted(spoken), "all")}
    for row in labels:
        said = understand(row.text, CATEGORIES.get(row.category, ""))
        read = {p for p in understood(said) if p[1] in spoken}
        for name, members in ((p[1], p) for p in read | row.predicates):
            for key in (name, "all"):
                counts[key][0] += members in read and members in row.predicates
                counts[key][1] += members in read
                counts[key][2] += members in row.predicates
    return {name: Score(*numbers) for name, numbers in counts.items()}


def applied(shop: Shop, labels: Sequence[Labelled], seed: int) -> tuple[float, float, int]:
    """(share of the top 5 with every labelled predicate, that of the best ranking, captions used).

    A suitable item is of the caption's category, does not satisfy the caption itself, and leaves at
    least one product that does.
    """
    random = Random(seed)
    ours, best = [], []
    for row in labels:
        kin = np.flatnonzero(has_value(shop.catalogue, "category", (CATEGORIES.get(row.category, ""),)))
        if not row.predicates or not len(kin):
            continue
        for _ in range(TRIES):
            item = int(random.choice(list(kin)))
            met = satisfies(shop, row.predicates, item)
            if met.any() and not met[item]:
                met[item] = False
                session = shop.start(shop.catalogue.products[item].sku, words=row.text)
                hits = shop.results(session, TOP).hits
                rows = [shop.catalogue.row(hit.product.sku) for hit in hits]
                ours.append(float(met[rows].sum()) / TOP)
                best.append(min(TOP, int(met.sum())) / TOP)
                break
    return float(np.mean(ours or [0])), float(np.mean(best or [0])), len(ours)


def satisfies(shop: Shop, asked: Iterable[Predicate], item: int) -> np.ndarray:
    """Which products satisfy every predicate, seen from an item's row, [n] bool."""
    catalogue = shop.catalogue
    met = np.ones(len(catalogue), dtype=bool)
    wanted: dict[str, list[str]] = {}
    for side, attribute, value in asked:
        if side == "wanted":
            wanted.setdefault(attribute, []).append(value)
        elif side == "unwanted":
            met &= ~has_value(catalogue, attribute, (value,))
        else:
            met &= _moved(shop, attribute, 1 if value == "+" else -1, item)
    for attribute, values in wanted.items():
        met &= has_value(catalogue, attribute, tuple(values))
    return met


def _moved(shop: Shop, attribute: str, direction: int, item: int) -> np.ndarray:
    catalogue = shop.catalogue
    if attribute in TONES:
        tones = shop.tones[:, TONES.index(attribute)]
        return direction * (tones - tones[item]) >= NOTICED[attribute]
    if attribute == "price":
        return direction * (catalogue.prices - catalogue.prices[item]) > 0
    order = {value: place for place, value in enumerate(ORDERS.get(attribute, ()))}
    places = np.array([order.get(value, -99) for value in catalogue.column(attribute)])
    if places[item] < 0:
        return np.zeros(len(catalogue), dtype=bool)
    return (direction * (places - places[item]) > 0) & (places >= 0)


def timing(texts: Sequence[str]) -> tuple[float, float]:
    """(p50, p95) milliseconds of a message never seen: the lists are loaded, no spelling is cached."""
    read_words(texts[0])
    spent = []
    for text in texts:
        word_speller().cache_clear()
        started = perf_counter()
        read_words(text)
        spent.append(1e3 * (perf_counter() - started))
    return float(np.percentile(spent, 50)), float(np.percentile(spent, 95))


def report(labels: Path, shoppers: int, seed: int) -> str:
    """The tables of the README, in Markdown; draws its plot. Raises ShopError."""
    rows = read_labels(labels)
    found = scores(rows)
    text = [f"{len(rows)} captions, labelled by hand.", "",
            "| understood | labelled | precision | recall | F1 |", "|---|---|---|---|---|"]  # fmt: skip
    others = [name for name in found if name not in (*SHOWN, "all")]
    for name in (*(n for n in SHOWN if n in found), *others, "all"):
        score = found[name]
        rates = (score.precision, score.recall, score.f1)
        text.append(f"| {name} | {score.labelled} | " + " | ".join(f"{r:.2f}" for r in rates) + " |")
    shop = Shop.open(from_environment())
    ours, best, used = applied(shop, rows, seed)
    text += ["", f"Top {TOP} with every predicate, {used} captions on suitable items: {ours:.2f}; "
             f"the best possible ranking: {best:.2f}; {ours / max(best, 1e-9):.2f} of it."]  # fmt: skip
    curves = simulate(shop, shoppers, seed)
    text += ["", *table(curves, shoppers, len(shop.catalogue))]
    with suppress(OSError):  # a folder that cannot be written: the table says it all
        draw_plot(curves, PLOT)
    middle, slow = timing([row.text for row in rows])
    text += ["", f"Understanding a message: p50 {middle:.2f} ms, p95 {slow:.2f} ms."]
    return "\n".join(text)
