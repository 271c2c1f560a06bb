"""Candidates -> the order in which they are shown, and why. Knows columns and vectors, not sessions.

score = w · likeness + what was asked for and is there + what was not mentioned and stayed as it was.
Likeness is the cosine with the shift, mixed with the composing network's cosine where one was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.synonyms import canonical, normalise
from demo.catalog.vocabulary import CATEGORY_OF
from demo.search.compose import Query
from demo.search.filters import has_value
from demo.search.index import Index
from demo.search.shifts import Standpoint, grades, met_shifts
from demo.stages import stage
from demo.types import Hit, Intent

ASKED: Mapping[str, float] = {"type": 1.2}
ASKED_ELSE = 1.0
"""bonus for a wish that the table says is met, when it is the only one; what a thing is weighs more"""
SHARED = 0.7
"""how much of a wish's bonus several wishes share: the reference's kind of thing that meets one of two
wishes stands before other kinds that meet one"""
TOGETHER = 0.8
"""bonus for every wish met at once: nothing comes before what is all that was asked for"""
WORN_ALIKE = (("tops", "knitwear", "outerwear"), ("trousers", "shorts", "skirts"))
"""categories that may stand in for each other; whoever holds a dress is not helped by shorts"""
NEARLY = 0.4
"""bonus for the same where the wished colour may be the second one"""
SECOND_COLOUR = 0.4
"""how much of a wished colour a second colour is"""
SAME_CATEGORY = 0.4
"""how much of a wished type another type of its category is"""
KEPT: Mapping[str, float] = {
    "type": 0.20, "group": 0.40, "gender": 0.08, "colour": 0.08, "pattern": 0.12,
    "sleeve": 0.05, "neckline": 0.04, "length": 0.04, "material": 0.03, "fit": 0.02,
    "style": 0.02, "closure": 0.02,
}  # fmt: skip
"""bonus for each attribute of the reference that was not mentioned and is the same"""
HINT = 0.35
"""bonus for a value that unknown words come close to: a guess weighs less than a wish"""
NAMED = 0.15
"""bonus when all words that no rule knows stand in the title or brand"""
NETWORK = 0.7
"""the network's share of the likeness; the rest is the shift's. Chosen on validation designs and photos,
where the two together find more than either alone"""
LIKENESS = 0.5
"""what likeness weighs beside the table's bonuses; chosen on validation designs"""
ALL_BELOW = 5_000
"""up to this many products all are ranked; beyond, the nearest of each kind"""
NEAREST = 1_000


@dataclass(frozen=True)
class Ranked:
    """What was found, best first."""

    rows: np.ndarray
    """[m]"""
    scores: np.ndarray
    """[m] the sum of the parts"""
    parts: Mapping[str, np.ndarray]
    """what the scores are made of, [m] each: `shift` and `network` are the likeness, the others what
    the table adds; those that add nothing to any product are left out"""


@stage("rank")
def rank(
    catalogue: Catalogue,
    index: Index,
    query: Query,
    intent: Intent,
    attributes: Mapping[str, str],
    rows: np.ndarray | None,
    hidden: tuple[int, ...] = (),
    use_table: bool = True,
    start: Standpoint = Standpoint({}),
    tones: np.ndarray | None = None,
    guessed: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    share: float = NETWORK,
) -> Ranked:
    """Ranked rows and what their scores are made of.

    `rows` are those that pass the limits (None: all), `attributes` those of the reference,
    `hidden` rows that are never shown: the references. `start` is where comparatives start from,
    `tones` [n, 2] what was measured on the pictures, `guessed` what unknown words may mean. Without
    `use_table` the cosine alone decides. `share` is the network's part of the likeness.
    """
    count = len(catalogue)
    wanted = met_wishes(catalogue, intent) | met_shifts(tones, intent, start)
    allowed = np.arange(count) if rows is None else rows
    if hidden:
        allowed = allowed[~np.isin(allowed, hidden)]
    if count <= ALL_BELOW or not use_table:
        nearest = len(allowed) if count <= ALL_BELOW else NEAREST
        candidates, parts = _likeness(index, query, nearest, allowed, share)
    else:  # the nearest at all, and the nearest among those that have what is asked for
        candidates, parts = _likeness(index, query, NEAREST, allowed, share)
        met = _all(wanted.values()) if wanted else np.zeros(count, bool)
        more, more_parts = _likeness(index, query, NEAREST, allowed[met[allowed]], share)
        fresh = ~np.isin(more, candidates)
        candidates = np.concatenate([candidates, more[fresh]])
        parts = {n: np.concatenate([part, more_parts[n][fresh]]) for n, part in parts.items()}
    if use_table:
        parts = {name: LIKENESS * part for name, part in parts.items()}
        parts |= _asked(catalogue, candidates, intent, attributes, wanted)
        parts["kept"] = _kept(catalogue, candidates, intent, attributes)
        parts["grades"] = grades(catalogue, tones, intent, start, candidates)
        hints = [has_value(catalogue, a, values)[candidates] for a, values in guessed.items()]
        parts["guessed"] = HINT * _sum(hints, len(candidates))
        parts["named"] = NAMED * _named(catalogue, candidates, intent)
    scores = _sum(list(parts.values()), len(candidates))
    order = np.lexsort((candidates, -scores))
    told = {name: part[order] for name, part in parts.items() if part.any()}
    return Ranked(candidates[order], scores[order], told)


def _asked(
    catalogue: Catalogue, candidates: np.ndarray, intent: Intent, attributes: Mapping[str, str],
    wanted: Mapping[str, np.ndarray],
) -> dict[str, np.ndarray]:  # fmt: skip
    """{"asked": bonus for each wish that is met, "together": for all of them at once}, [m] each."""
    scale = 1 - SHARED + SHARED / max(1, len(wanted))
    asked = np.zeros(len(candidates))
    for attribute, met in wanted.items():
        asked += scale * ASKED.get(attribute, ASKED_ELSE) * met[candidates]
    second = _second_colours(catalogue, intent, wanted)
    asked += scale * SECOND_COLOUR * ASKED_ELSE * second[candidates]
    kin = _kin_of_types(catalogue, intent, wanted)
    asked += scale * SAME_CATEGORY * ASKED["type"] * kin[candidates]
    if len(wanted) < 2:
        return {"asked": asked}
    together = _all(wanted.values())[candidates]
    nearly = [met | second if a == "colour" else met for a, met in wanted.items()]
    alike = _worn_alike(catalogue, intent, attributes)[candidates]
    if not (together & alike).any():
        alike = np.ones(len(candidates), bool)
    at_once = alike * (TOGETHER * together + NEARLY * _all(nearly)[candidates])
    return {"asked": asked, "together": at_once}


def _kept(
    catalogue: Catalogue, candidates: np.ndarray, intent: Intent, attributes: Mapping[str, str]
) -> np.ndarray:
    """[m] bonus for what nobody spoke of and is as it was."""
    kept = np.zeros(len(candidates))
    for attribute, weight in KEPT.items():
        value = attributes.get(attribute, "")
        if value and attribute not in intent.wanted and not _moved(attribute, intent):
            kept += weight * (catalogue.column(attribute)[candidates] == value)
    return kept


def _sum(parts: Sequence[np.ndarray], count: int) -> np.ndarray:
    return np.sum(parts, axis=0, dtype=np.float64) if len(parts) else np.zeros(count)


@stage("search")
def _likeness(
    index: Index, query: Query, k: int, rows: np.ndarray, share: float
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """(candidates [m], likeness by space [m]): the nearest `k` among `rows`, in each space that is asked."""
    near, cosines = index.search(query.vector, k, rows)
    if query.composed is None:
        return near, {"shift": cosines.astype(np.float64)}
    also, composed = index.search_targets(query.composed, k, rows)
    candidates = np.union1d(near, also)
    by_shift = _filled(candidates, near, cosines, lambda r: index.cosines(query.vector, r))
    by_network = _filled(
        candidates, also, composed, lambda r: index.target_cosines(query.composed, r)
    )
    return candidates, {"shift": (1 - share) * by_shift, "network": share * by_network}


def _filled(
    candidates: np.ndarray, found: np.ndarray, values: np.ndarray,
    others: Callable[[np.ndarray], np.ndarray],
) -> np.ndarray:  # fmt: skip
    """[m] the values of all `candidates` (ascending): of those found, and of the `others` computed now."""
    filled = np.full(len(candidates), np.nan)
    filled[np.searchsorted(candidates, found)] = values
    missing = np.isnan(filled)
    if missing.any():
        filled[missing] = others(candidates[missing])
    return filled


def met_wishes(catalogue: Catalogue, intent: Intent) -> dict[str, np.ndarray]:
    """attribute -> which products have a value that would do, [n] bool."""
    return {
        attribute: np.isin(
            catalogue.column(attribute), [canonical(attribute, value) for value in values]
        )
        for attribute, values in intent.wanted.items()
    }


def _second_colours(
    catalogue: Catalogue, intent: Intent, wanted: Mapping[str, np.ndarray]
) -> np.ndarray:
    """Which products have a wished colour as their second one, [n] bool."""
    colours = intent.wanted.get("colour", ())
    second = np.isin(catalogue.column("colour2"), [canonical("colour", c) for c in colours])
    if len(colours) == 1:  # of two colours, one may be the second one
        second &= ~wanted["colour"]
    return second


def _kin_of_types(
    catalogue: Catalogue, intent: Intent, wanted: Mapping[str, np.ndarray]
) -> np.ndarray:
    """Which products are of a wished type's category but of another type, [n] bool."""
    groups = {CATEGORY_OF.get(kind, "") for kind in intent.wanted.get("type", ())} - {""}
    kin = np.isin(catalogue.column("group"), list(groups))
    return kin & ~wanted["type"] if "type" in wanted else kin


def _worn_alike(catalogue: Catalogue, intent: Intent, attributes: Mapping[str, str]) -> np.ndarray:
    """Which products can stand in for the reference, [n] bool; all when words name a kind of thing."""
    group = attributes.get("group", "")
    if not group or _moved("group", intent):
        return np.ones(len(catalogue), bool)
    kin = next((groups for groups in WORN_ALIKE if group in groups), (group,))
    return np.isin(catalogue.column("group"), kin)


def _all(masks: Iterable[np.ndarray]) -> np.ndarray:
    return np.logical_and.reduce(list(masks))


def _moved(attribute: str, intent: Intent) -> bool:
    """Whether words moved the attribute without naming it: another type brings another category."""
    return attribute in ("group", "type") and bool(
        intent.filters.category or "type" in intent.wanted
    )


def _named(catalogue: Catalogue, candidates: np.ndarray, intent: Intent) -> np.ndarray:
    """Share of the unknown words that stand in a product's title or brand, [m]."""
    tokens = {t for words in intent.words for t in normalise(words).split() if len(t) > 2}
    if not tokens:
        return np.zeros(len(candidates))
    names = catalogue.names
    return np.array([len(tokens & names[row]) / len(tokens) for row in candidates])


@stage("explain")
def explain(
    catalogue: Catalogue, ranked: Ranked, k: int, intent: Intent, attributes: Mapping[str, str]
) -> tuple[Hit, ...]:
    """The best `k` as hits, with what is there that was asked for and differs from the reference."""
    hits = []
    for at, row in enumerate(ranked.rows[:k]):
        product = catalogue.products[row]
        changed = tuple(
            f"{attribute}: {product.get(attribute).replace('-', ' ')}"
            for attribute, values in intent.wanted.items()
            if product.get(attribute) in [canonical(attribute, v) for v in values]
            and product.get(attribute) != attributes.get(attribute)
        )
        parts = {name: round(float(part[at]), 4) for name, part in ranked.parts.items()}
        hits.append(Hit(product, round(float(ranked.scores[at]), 4), changed, parts))
    return tuple(hits)
