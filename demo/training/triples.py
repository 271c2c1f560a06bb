"""Reference, words and right answers, made from what products are: the questions that composing learns.

Knows products as rows and two tables of words; knows no picture and no network. In training both the
reference and every answer are of training designs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Final

import numpy as np

from demo.training.goods import RELATIVE, Goods, Wish
from demo.training.wording import Wording

MOST_CHANGES: Final = 2
"""a training wish whose best answer differs in more than this that was not mentioned is not asked"""
TESTED_CHANGES: Final = 1
"""the same for questions that measure: Fashion200k's answers differ in nothing else"""
KINDS: Final = (("one", 9), ("two", 5), ("three", 2), ("relative", 5), ("mixed", 2), ("type", 1))
"""kind of question -> how often it is asked"""
COLOUR: Final = 3
"""how much oftener than another attribute a colour is wished for"""
PHOTOS: Final = 0.25
"""share of training questions about the sportswear photos, where they are there"""
TRIES: Final = 30
FEW: Final = 8
"""rows, and tries a row, before the turn goes to the next attribute"""


@dataclass(frozen=True)
class Query:
    """One question and its answers."""

    row: int
    """the reference"""
    words: str
    wishes: tuple[Wish, ...]
    answers: np.ndarray
    """rows that meet the wishes with the fewest other changes"""
    changes: int = 0
    """how many those are"""


def ask(
    goods: Goods, row: int, kind: str, gallery: np.ndarray, wording: Wording, random: Random,
    first: str = "", most_changes: int = MOST_CHANGES, tries: int = TRIES,
) -> Query | None:  # fmt: skip
    """One question by somebody who holds `row`, answered from `gallery`; None when none was found.

    `first` is an attribute that must be among the wishes.
    """
    for _ in range(tries):
        wishes = _wishes(goods, row, kind, gallery, random, first)
        if not wishes:
            continue
        answers, changes = goods.answers(row, wishes, gallery)
        if len(answers) and changes <= most_changes:
            said = [
                wording.relative(w.attribute, w.direction, random)
                if w.direction
                else wording.value(w.attribute, w.value, random)
                for w in wishes
            ]
            return Query(row, wording.sentence(said, random), tuple(wishes), answers, changes)
    return None


def _wishes(
    goods: Goods, row: int, kind: str, gallery: np.ndarray, random: Random, first: str
) -> list[Wish]:
    """What could be different: the values of a random product of the same kind, or a direction."""
    if kind in ("relative", "mixed"):
        options = [first] if first else _directed(goods, row)
        if not options:
            return []
        wishes = [Wish(random.choice(options), direction=random.choice((-1, 1)))]
        if kind == "mixed":
            said = {wishes[0].attribute} | (
                {"colour"} if wishes[0].attribute == "lightness" else set()
            )
            more = _wishes(goods, row, "one", gallery, random, "")
            wishes += [w for w in more if w.attribute not in said]
            random.shuffle(wishes)
        return wishes
    group = goods.columns.get("category")
    kin = gallery if group is None or kind == "type" else gallery[group[gallery] == group[row]]
    if not len(kin):
        return []
    other = int(kin[random.randrange(len(kin))])
    if kind == "type":
        if "type" not in goods.columns:
            return []
        value = str(goods.columns["type"][other])
        return [Wish("type", value)] if value and value != goods.columns["type"][row] else []
    named = [
        a for a in goods.wished
        if goods.columns[a][row] and goods.columns[a][other]
        and goods.columns[a][row] != goods.columns[a][other]
    ]  # fmt: skip
    count = {"one": 1, "two": 2, "three": 3}[kind]
    if len(named) < count or (first and first not in named):
        return []
    named = [a for a in named for _ in range(COLOUR if a == "colour" else 1)]
    random.shuffle(named)
    chosen = list(dict.fromkeys([first, *named] if first else named))[:count]
    random.shuffle(chosen)
    return [Wish(a, str(goods.columns[a][other])) for a in chosen]


def _directed(goods: Goods, row: int) -> list[str]:
    """Attributes of which somebody who holds the row may want more or less."""
    known = [a for a in RELATIVE if a in goods.steps and goods.steps[a][row] >= 0]
    return known + (["lightness"] if np.isfinite(goods.lightness[row]) else [])


def recolour(
    goods: Goods, row: int, rows: np.ndarray, wording: Wording, random: Random
) -> Query | None:
    """The same design in another of its colours; the answers are its pictures in that colour."""
    kin = rows[(goods.family[rows] == goods.family[row]) & (rows != row)]
    colours = goods.columns["colour"]
    options = sorted({str(c) for c in colours[kin]} - {"", str(colours[row])})
    if not options:
        return None
    wanted = random.choice(options)
    answers = kin[colours[kin] == wanted]
    words = wording.sentence([wording.value("colour", wanted, random)], random)
    return Query(row, words, (Wish("colour", wanted),), answers)


def own_design(goods: Goods, query: Query | None) -> Query | None:
    """A training question that its own design answers, in another colour, is answered by it alone.

    Other designs that the table cannot tell from it would teach to forget what the reference looks like.
    """
    if query is None:
        return None
    own = query.answers[goods.family[query.answers] == goods.family[query.row]]
    return replace(query, answers=own) if len(own) else query


def training_queries(goods: Goods, count: int, seed: int, wording: Wording) -> list[Query]:
    """`count` questions of training designs; `PHOTOS` of them are the sportswear's colours."""
    random = Random(seed)
    shop, photos = goods.rows("studio", "train"), goods.rows("luma", "train")
    kinds = [kind for kind, often in KINDS for _ in range(often)]
    queries: list[Query] = []
    for _ in range(count):
        for _ in range(TRIES):
            if len(photos) and random.random() < PHOTOS:
                query = recolour(goods, int(random.choice(photos)), photos, wording, random)
            else:
                row = int(random.choice(shop))
                query = own_design(
                    goods, ask(goods, row, random.choice(kinds), shop, wording, random)
                )
            if query is not None:
                queries.append(query)
                break
    return queries


def swaps(goods: Goods, split: str, wording: Wording, seed: int) -> list[Query]:
    """Every sportswear design of the split in every other of its colours, the gallery being all."""
    random = Random(seed)
    rows, photos = goods.rows("luma", split), goods.rows("luma")
    colours, queries = goods.columns["colour"], []
    for row in rows:
        kin = photos[(goods.family[photos] == goods.family[row]) & (photos != row)]
        for wanted in sorted({str(c) for c in colours[kin]} - {"", str(colours[row])}):
            words = wording.sentence([wording.value("colour", wanted, random)], random)
            answers = kin[colours[kin] == wanted]
            queries.append(Query(int(row), words, (Wish("colour", wanted),), answers))
    return queries


def held_out_queries(
    goods: Goods,
    kind: str,
    count: int,
    split: str,
    gallery: np.ndarray,
    wording: Wording,
    seed: int,
) -> list[Query]:
    """At most `count` different questions from designs of the split; one design of it must be an answer.

    Attributes are asked in turn, so that rare ones count as much as colours.
    """
    random = Random(seed)
    options: dict[str, list[int]] = {}
    for row in goods.rows("studio", split):
        named = [a for a in goods.wished if goods.columns[a][row]]
        for attribute in _directed(goods, row) if kind == "relative" else named:
            options.setdefault(attribute, []).append(int(row))
    asked: dict[tuple[int, frozenset[Wish]], Query] = {}
    for attempt in range(2 * count if options else 0):
        attribute = list(options)[attempt % len(options)]
        for _ in range(FEW):
            row = random.choice(options[attribute])
            query = ask(goods, row, kind, gallery, wording, random, attribute, TESTED_CHANGES, FEW)
            if (
                query is not None
                and (row, frozenset(query.wishes)) not in asked
                and (goods.split[query.answers] == split).any()
            ):
                asked[row, frozenset(query.wishes)] = query
                break
        if len(asked) == count:
            break
    return list(asked.values())
