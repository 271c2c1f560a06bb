"""Puts the embedded shop's looks together by the styling rules and writes `looks.jsonl`.

A look is grown from its least worn product by a beam search over the rules' score, inside one split
of designs, so that what is learned on some looks can be measured on others. Knows no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.outfits import occasions, styling, telling
from demo.outfits.board import board
from demo.outfits.harmony import HUE, pair_affinity
from demo.outfits.looks import Styled
from demo.outfits.wardrobe import Piece, piece_of
from demo.training.data import Split, split_of

COUNTS: Final[dict[Split, int]] = {"train": 700, "validation": 75, "test": 165}
MOST: Final = 8
"""looks that a product may be in"""
TOGETHER: Final = 2
"""looks that two products may share; twice as many when both are accessories"""
GOOD: Final = (0.86, 0.81, 0.77, 0.77, 0.74, 0.74)
"""the least score of a look: at first, and for products that nothing better could be made of"""
WEAR: Final = 0.03
"""what each look that a product is in already takes off its colours' grade, in that choice"""
BEAM: Final = 4
SAMPLE: Final = 40
"""products that are looked at for a place"""
TRIED: Final = 14
"""of those, the best coloured ones that are tried on"""
SHARES: Final[dict[str, dict[str, float]]] = {
    "women": {"weekend": 0.17, "city": 0.20, "office": 0.15, "evening": 0.15, "wedding-guest": 0.09,
              "holiday": 0.12, "active": 0.05, "winter-outdoors": 0.07},
    "men": {"weekend": 0.26, "city": 0.22, "office": 0.17, "evening": 0.05, "wedding-guest": 0.05,
            "holiday": 0.09, "active": 0.06, "winter-outdoors": 0.10},
}  # fmt: skip
"""of a gender's looks, those for each occasion; women's looks are the larger part, as is their wear"""
WOMEN: Final = 0.6
HATS: Final = {
    "active": 0.4, "weekend": 0.4, "city": 0.25, "office": 0.0, "evening": 0.0,
    "wedding-guest": 0.0, "holiday": 0.6, "winter-outdoors": 0.7,
}  # fmt: skip
"""how often a look for an occasion has a hat"""
LAYERS: Final = {
    "active": 0.35, "weekend": 0.5, "city": 0.6, "office": 0.6, "evening": 0.35,
    "wedding-guest": 0.35, "holiday": 0.0, "winter-outdoors": 1.0,
}  # fmt: skip
BAGS: Final = 0.86
SLACK: Final = 0.07
"""a look may be so much below the best one found, for the sake of clothes not seen yet"""
HOPELESS: Final = 0.85
"""share of the least score below which the beginning of a look is given up"""
ACCESSORIES: Final = ("shoes", "bag", "hat")
OPTIONAL: Final = ("layer", "bag", "hat")
OCCASIONS_TRIED: Final = 3
CELL: Final = (240, 300)
"""pixels of a board on the contact sheet"""
ORDER: Final = ("dress", "top", "bottom", "layer", "shoes", "bag", "hat")

HEADING: Final = "## Looks\n"
CARD: Final = HEADING + """
`looks.jsonl`: {count} outfits of 3 to 6 products, {products} products of {designs} designs in all, by
`python -m demo studio looks --seed 7` (the same seed gives the same bytes). One JSON object a line: `id`,
`items` (SKUs: dress, or top and bottom; then layer, shoes, bag, hat), `split`, `occasion`, `season`,
`gender`, `score` (0 to 1, by the rules) and `why`, one sentence.

- **Rules**: `demo/outfits/styling.py` and the tables beside it: colour pairs, formality, degrees, patterns,
  silhouettes, layers, shoes. They see attributes only, so a look is no better than the labels and a rule.
- **Splits** are those of the encoder, by design (`demo.training.data.split_of`): no design is in two.
- **Limits**: a product is in at most 8 looks, two garments meet in at most 2, two accessories in at most 4,
  no three products meet twice. What no good look could be made of is left out.
- **Weak**: one stylist's European taste; loud prints, coloured beanies and long evening dresses are rarer
  than in the shop; validation and test have few shoes, so these come back often there.

| | looks |
|---|---|
{rows}
"""


@dataclass
class Rail:
    """The clothes of one split that are still to be put into looks, and what has been made of them."""

    pieces: Sequence[Piece]
    random: Random
    worn: Counter[str] = field(default_factory=Counter)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    threes: set[tuple[str, ...]] = field(default_factory=set)
    palettes: Counter[frozenset[str]] = field(default_factory=Counter)
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(gender, occasion) -> looks so far"""

    def __post_init__(self) -> None:
        self.home = {
            (gender, name, slot): [
                p for p in self.pieces
                if p.slot == slot and p.gender in (gender, "unisex") and occasions.at_home(p, name)
            ]
            for gender in SHARES
            for name in occasions.OCCASIONS
            for slot in ORDER
        }  # fmt: skip

    def grow(
        self, seed: Piece, gender: str, occasion: str, good: float
    ) -> tuple[float, tuple[Piece, ...]]:
        """(score, look) from one garment on; (0, ()) when nothing good comes of it.

        Layer, bag and hat are left out where they would only spoil it.
        """
        beam: list[tuple[float, tuple[Piece, ...]]] = [(1.0, (seed,))]
        for slot in self._plan(seed, gender, occasion):
            longer = [
                (self._grade((*look, piece), occasion), (*look, piece))
                for _, look in beam
                for piece in self._candidates(look, gender, occasion, slot)
            ]
            longer.sort(key=lambda pair: (-pair[0], [p.sku for p in pair[1]]))
            if slot in OPTIONAL and (not longer or longer[0][0] < _bar(good, longer[0][1])):
                continue
            if not longer or longer[0][0] < HOPELESS * good:
                return 0.0, ()
            beam = longer[:BEAM]
        fair = [
            (s, k) for s, k in beam
            if s >= max(_bar(good, k), beam[0][0] - SLACK) and self._new(k, occasion)
        ]  # fmt: skip
        if not fair:
            return 0.0, ()
        return min(fair, key=lambda pair: (self._seen(pair[1]), -pair[0]))

    def add(self, look: Sequence[Piece], gender: str, occasion: str) -> None:
        """Remembers a look that was taken."""
        self.worn.update(p.sku for p in look)
        skus = sorted(p.sku for p in look)
        self.met.update(combinations(skus, 2))
        self.threes.update(combinations(skus, 3))
        self.palettes[self._palette(look)] += 1
        self.done[gender, occasion] += 1

    def _plan(self, seed: Piece, gender: str, occasion: str) -> list[str]:
        """The places to fill after the seed, the large garments first."""
        draw = self.random.random
        whole = seed.slot == "dress" or (
            seed.slot not in ("top", "bottom")
            and bool(self.home[gender, occasion, "dress"])
            and draw() < 0.4
        )
        wanted = {"dress", "shoes"} if whole else {"top", "bottom", "shoes"}
        if draw() < LAYERS[occasion]:
            wanted.add("layer")
        if draw() < HATS[occasion]:
            wanted.add("hat")
        if draw() < BAGS:
            wanted.add("bag")
        stocked = {s for s in ORDER if s == seed.slot or self.home[gender, occasion, s]}
        if "shoes" not in stocked or len(wanted & stocked) < 3:
            wanted.add("bag")
        rest = wanted - {seed.slot}
        return [s for s in ORDER if s in rest and (s in stocked or s in ("dress", "top", "bottom"))]

    def _candidates(
        self, look: Sequence[Piece], gender: str, occasion: str, slot: str
    ) -> list[Piece]:
        """What may be worn with these, the less worn first, and of those the best coloured."""
        draw = self.random.random
        hanging = [p for p in self.home[gender, occasion, slot] if self.worn[p.sku] < MOST]
        lots = {p.sku: draw() * (1 + self.worn[p.sku]) ** 2 for p in hanging}
        hanging.sort(key=lambda p: lots[p.sku])
        fitting: list[tuple[float, str, Piece]] = []
        for p in hanging:
            if not any(styling.clash(p, q) or self._tired(p, q) for q in look):
                worst = min(pair_affinity(p.colours, q.colours) for q in look)
                fitting.append((WEAR * self.worn[p.sku] - worst, p.sku, p))
                if len(fitting) == SAMPLE:
                    break
        return [p for *_, p in sorted(fitting, key=lambda t: t[:2])[:TRIED]]

    def _tired(self, one: Piece, two: Piece) -> bool:
        """Whether two products were seen together often enough."""
        small = one.slot in ACCESSORIES and two.slot in ACCESSORIES
        met = self.met[min(one.sku, two.sku), max(one.sku, two.sku)]
        return met >= TOGETHER * (1 + small)

    def _grade(self, look: Sequence[Piece], occasion: str) -> float:
        parts = styling.graded(look, occasion)
        low, high = occasions.degrees(look)
        return 0.0 if low > high else styling.total(parts)

    def _new(self, look: Sequence[Piece], occasion: str) -> bool:
        """A whole outfit for the occasion, of which no three products were seen together."""
        return (
            len(look) >= 3
            and styling.complete(look)
            and occasions.suits(look, occasion)
            and self.threes.isdisjoint(combinations(sorted(p.sku for p in look), 3))
        )

    def _seen(self, look: Sequence[Piece]) -> float:
        """How worn out a look is: its palette and its products."""
        worn = sum(min(self.worn[p.sku], 3) for p in look)
        return worn / len(look) + 0.1 * self.palettes[self._palette(look)]

    @staticmethod
    def _palette(look: Sequence[Piece]) -> frozenset[str]:
        return frozenset(p.colour for p in look if p.slot in ("dress", "top", "bottom", "layer"))


def _hard(piece: Piece) -> int:
    """How hard it is to dress around: such begin while quiet partners are left for them."""
    return piece.loud + (piece.colour in HUE) + (piece.slot == "dress")


def _bar(good: float, look: Sequence[Piece]) -> float:
    """The least score: the more garments, the more of them may be a little less than perfect."""
    return good - 0.03 * max(0, len(look) - 3)


def compose(
    catalogue: Catalogue, seed: int = 7, counts: Mapping[Split, int] = COUNTS
) -> list[Styled]:
    """All looks of a catalogue, the splits one after the other; the same seed, the same looks.

    counts: how many of each split; there are fewer where the clothes do not make more good ones.
    """
    by_split: dict[Split, list[Piece]] = {split: [] for split in counts}
    for product in catalogue.products:
        piece = piece_of(product)
        if piece.slot:
            by_split[split_of(product.family or product.sku)].append(piece)
    looks: list[Styled] = []
    for split, count in counts.items():
        rail = Rail(by_split[split], Random(f"looks/{seed}/{split}"))
        for score, pieces, gender, occasion in _fill(rail, count):
            told = telling.facts(pieces, occasion)
            looks.append(Styled(
                id=f"L{len(looks) + 1:04d}", items=tuple(p.sku for p in pieces), split=split,
                occasion=occasion, season=told.season, gender=gender, score=round(score, 3),
                why=told.sentence,
            ))  # fmt: skip
    return looks


def _fill(rail: Rail, count: int) -> list[tuple[float, tuple[Piece, ...], str, str]]:
    """(score, look, gender, occasion) of one split.

    Each begins with the least worn product of the gender that is behind, for the occasion that is
    behind; a product of which nothing comes is tried again with a lower bar.
    """
    looks: list[tuple[float, tuple[Piece, ...], str, str]] = []
    failed: Counter[tuple[str, str]] = Counter()
    share = {"women": WOMEN, "men": 1 - WOMEN}
    made: Counter[str] = Counter()
    while len(looks) < count and share:
        gender = min(share, key=lambda g: made[g] / share[g])
        waiting = [
            p for p in rail.pieces
            if p.gender in (gender, "unisex") and rail.worn[p.sku] < MOST
            and failed[gender, p.sku] < len(GOOD)
        ]  # fmt: skip
        if not waiting:
            del share[gender]
            continue
        lots = {p.sku: rail.random.random() for p in waiting}
        seed = min(waiting, key=lambda p: (
            rail.worn[p.sku], -_hard(p), failed[gender, p.sku], lots[p.sku],
        ))  # fmt: skip
        wanted = [n for n in occasions.OCCASIONS if occasions.at_home(seed, n)]
        wanted.sort(key=lambda n: rail.done[gender, n] / SHARES[gender][n])
        for occasion in wanted[:OCCASIONS_TRIED]:
            good = GOOD[failed[gender, seed.sku]]
            score, grown = rail.grow(seed, gender, occasion, good)
            if grown:
                look = tuple(sorted(grown, key=lambda p: ORDER.index(p.slot)))
                rail.add(look, gender, occasion)
                whose = gender if any(p.gender == gender for p in look) else "unisex"
                looks.append((score, look, whose, occasion))
                made[gender] += 1
                break
        else:
            failed[gender, seed.sku] += 1
    return looks


def contact_sheet(
    catalogue: Catalogue, looks: Sequence[Styled], out_png: Path, count: int = 60, seed: int = 7
) -> int:
    """Writes a sheet of up to `count` boards, drawn by lot; gives how many."""
    lots = sorted(Random(seed).sample(range(len(looks)), min(count, len(looks))))
    columns = min(10, len(lots))
    sheet = Image.new("RGB", (columns * CELL[0], -(-len(lots) // columns) * CELL[1]), "white")
    for i, lot in enumerate(lots):
        drawn = board([catalogue.product(sku) for sku in looks[lot].items], (2 * CELL[0], 2 * CELL[1]))
        sheet.paste(drawn.resize(CELL, Image.Resampling.LANCZOS),
                    (i % columns * CELL[0], i // columns * CELL[1]))  # fmt: skip
    sheet.save(out_png)
    return len(lots)


def describe(looks: Sequence[Styled], catalogue: Catalogue, card: Path) -> None:
    """Puts the section on looks into the catalogue's README in place of an older one."""
    worn = {sku for look in looks for sku in look.items}
    designs = {catalogue.product(sku).family for sku in worn}
    splits = Counter(look.split for look in looks)
    whose = Counter(look.gender for look in looks)
    rows = [
        f"| {name} | {label} |"
        for name, values in (
            ("split", splits),
            ("occasion", Counter(look.occasion for look in looks)),
            ("season", Counter(look.season for look in looks)),
            ("for", whose),
            ("items", Counter(str(len(look.items)) for look in looks)),
        )
        for label in [", ".join(f"{value} {n}" for value, n in values.most_common())]
    ]
    section = CARD.format(
        count=len(looks), products=len(worn), designs=len(designs), rows="\n".join(rows)
    )
    before, _, after = card.read_text(encoding="utf-8").partition(HEADING)
    _, heading, rest = after.partition("\n## ")
    card.write_text(f"{before.rstrip()}\n\n{section}{heading}{rest}", encoding="utf-8")
