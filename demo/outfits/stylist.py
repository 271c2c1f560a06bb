"""Completes a look: three outfits around an item, and what could take the place of one garment.

Turns a shopper's wishes into plans and limits for the beam search, and the rows that it finds into looks.
Knows the catalogue and its stored vectors; it knows neither the encoder nor the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.errors import OutfitError
from demo.outfits import occasions, styling, telling
from demo.outfits.beam import ORDER, PRIOR, Beam, Begun, Limits, Plan
from demo.outfits.features import TABLE, Part, joined, table_features
from demo.outfits.matcher import Matcher, Network, category_of
from demo.outfits.occasions import OCCASIONS
from demo.outfits.wardrobe import SLOTS, Piece, piece_of
from demo.search.filters import allowed_rows
from demo.search.index import Index
from demo.settings import ROOT, index_folder_for
from demo.types import Filters, Look, LookWishes, Product

WEIGHTS: Final = ROOT / "assets" / "weights" / "csa_net"
OWN: Final = "csa_net"
"""folder of a catalogue's own network, beside its index"""
DESCRIBED: Final = 2
"""known attributes from which on a row says enough to go by"""

LAYERED: Final = ("autumn", "winter")
"""seasons of the item that ask for a layer"""
HATTED: Final = ("holiday", "winter-outdoors")
"""occasions whose looks have a hat; at others one look in three may"""
FEW: Final = 4
"""with fewer alternatives at home where the look is, others are shown as well"""
STEP: Final = 0.3
"""formality that a step more formal or more casual moves what is added"""
TILT: Final = 0.4
"""what a degree of formality is worth in a search for something dressier or more casual"""
THRIFT: Final = 0.5
"""what the price of an average piece is worth in a search for something cheaper"""
STRETCH: Final = 0.45
"""formality by which the item may lie outside an occasion that is asked for"""
CHEAPER: Final = 0.8
"""share of the price that a step cheaper leaves"""
TIRED: Final = 0.04
"""what an occasion that another look of the answer has already takes off the score"""


class Stylist:
    """One for a catalogue, shared by all sessions and never changed by them."""

    def __init__(
        self, catalogue: Catalogue, matcher: Matcher, note: str = "", prior: float = PRIOR
    ) -> None:
        """`note` says in one sentence what the matcher could not learn from; empty when all is well."""
        self.catalogue = catalogue
        self.note = note
        self.pieces = tuple(piece_of(p) for p in catalogue.products)
        self.beam = Beam(self.pieces, catalogue.prices, matcher, prior)
        self._slot = np.array([p.slot for p in self.pieces])
        self._gender = np.array([p.gender for p in self.pieces])
        self._family = np.array([p.family or p.sku for p in catalogue.products])
        self._home = {
            name: np.array([occasions.at_home(p, name) for p in self.pieces], dtype=bool)
            for name in OCCASIONS
        }

    def looks(self, wishes: LookWishes, count: int = 3) -> tuple[Look, ...]:
        """Up to `count` looks, best first, that share only the item and what is kept.

        Raises UnknownItemError, or OutfitError that says what to drop when there is none.
        """
        held = self._held(wishes)
        limits = self._limits(wishes, held)
        found = self._search(wishes, held, limits, count)
        if not found:
            raise OutfitError(self._what_to_drop(wishes, held))
        return tuple(self._look(rows, occasion, score) for rows, occasion, score in found)

    def alternatives(
        self, items: Sequence[str], slot: str, wishes: LookWishes, count: int = 6
    ) -> tuple[Product, ...]:
        """What could fill a slot beside the other items, best first, different designs first.

        Never what is there already nor what was passed; () when nothing else fits. Raises
        UnknownItemError, and OutfitError for a slot that does not exist.
        """
        if slot not in SLOTS:
            raise OutfitError(f"There is no slot “{slot}”; a look has {', '.join(SLOTS)}.")
        rows = [self.catalogue.row(sku) for sku in items]
        others = [row for row in rows if self.pieces[row].slot != slot]
        if not others:
            return ()
        there = np.array(sorted({*rows, self.catalogue.row(wishes.item)}), dtype=np.int64)
        allowed = self._allowed(wishes, others, barred=there)
        day = wishes.occasion or occasions.best([self.pieces[row] for row in rows])[0]
        candidates = self._candidates(allowed, slot, day, others)
        if len(candidates) < min(count, FEW) and not wishes.occasion:
            candidates = self._candidates(allowed, slot, "", others)
        if wishes.budget is not None:
            left = wishes.budget - float(np.nansum(self.catalogue.prices[others]))
            candidates = candidates[~(self.catalogue.prices[candidates] > left)]
        found, network = self.beam.matcher.search(others, candidates, 40)
        whole = self.beam.matcher.score(others) if len(others) > 1 else 0.0
        graded = []
        for row, score in zip(found.tolist(), network.tolist(), strict=True):
            worn = [self.pieces[r] for r in (*others, row)]
            if not any(styling.faults(worn)):
                size = len(worn)
                mean = (whole * (size - 1) * (size - 2) + 2 * score * (size - 1)) / (
                    size * (size - 1)
                )
                graded.append((self.beam.served([*others, row], wishes.occasion, mean), row))
        graded.sort(key=lambda pair: -pair[0])
        seen: set[str] = set()
        first, again = [], []
        for _, row in graded:
            (again if self._family[row] in seen else first).append(row)
            seen.add(str(self._family[row]))
        return tuple(self.catalogue.products[row] for row in (*first, *again)[:count])

    def look(self, items: Sequence[str], occasion: str = "") -> Look:
        """The facts of given items. Raises UnknownItemError."""
        rows = tuple(self.catalogue.row(sku) for sku in items)
        network = self.beam.matcher.score(rows)
        return self._look(rows, occasion, self.beam.served(rows, occasion, network))

    # ------------------------------------------------------------------------------ wishes, limits
    def _held(self, wishes: LookWishes) -> list[int]:
        """Rows of the item and of what is kept. Raises OutfitError when they cannot be worn together."""
        if wishes.occasion and wishes.occasion not in OCCASIONS:
            raise OutfitError(
                f"There is no occasion “{wishes.occasion}”; choose one of {', '.join(OCCASIONS)}."
            )
        held = [self.catalogue.row(sku) for sku in dict.fromkeys((wishes.item, *wishes.kept))]
        for row in held:
            if not self.pieces[row].slot:
                title = self.catalogue.products[row].title
                raise OutfitError(
                    f"The shop cannot tell where “{title}” is worn; choose a garment, shoes, a bag or "
                    "a hat to start from."
                )
        if wishes.occasion:
            occasion = OCCASIONS[wishes.occasion]
            low, high = occasion.formality
            if not low - STRETCH <= self.pieces[held[0]].formality <= high + STRETCH:
                title = self.catalogue.products[held[0]].title
                raise OutfitError(
                    f"“{title}” is not made for {occasion.label}. Choose another occasion."
                )
        fault = next(styling.faults([self.pieces[row] for row in held]), "")
        if fault:
            raise OutfitError(f"{fault} Let go of one of the items that you keep.")
        return held

    def _limits(self, wishes: LookWishes, held: Sequence[int]) -> Limits:
        """The budget, and steps dressier or cheaper, which count from the best look without them."""
        paid = float(np.nansum(self.catalogue.prices[list(held)]))
        highest = math.inf if wishes.budget is None else wishes.budget - paid
        limits = Limits(highest)
        if not wishes.dressier and not wishes.cheaper:
            return limits
        usual = self._search(replace(wishes, dressier=0, cheaper=0), held, limits, 1)
        if not usual:
            return limits
        added = [row for row in usual[0][0] if row not in held]
        if wishes.cheaper > 0:
            price = float(np.nansum(self.catalogue.prices[added]))
            limits = replace(
                limits, highest=min(highest, price * CHEAPER**wishes.cheaper),
                thrift=THRIFT * len(added) / max(price, 1e-6),
            )  # fmt: skip
        if wishes.dressier:
            middle = self.beam.formality(added) + STEP * wishes.dressier
            window = (middle, math.inf) if wishes.dressier > 0 else (-math.inf, middle)
            limits = replace(limits, dressy=window, tilt=math.copysign(TILT, wishes.dressier))
        return limits

    def _allowed(
        self, wishes: LookWishes, held: Sequence[int], barred: np.ndarray | None = None
    ) -> np.ndarray:
        """[n] bool: what may be added at all, whatever the slot and the occasion."""
        limits = Filters(
            gender=wishes.filters.gender, price_max=wishes.filters.price_max,
            unwanted=wishes.filters.unwanted,
        )  # fmt: skip
        rows = allowed_rows(self.catalogue, limits)
        allowed = np.ones(len(self.catalogue), dtype=bool)
        if rows is not None:
            allowed[:] = False
            allowed[rows] = True
        genders = {self.pieces[row].gender for row in held} & {"women", "men"}
        if genders:
            allowed &= self._gender != ("men" if "women" in genders else "women")
        passed = [
            self.catalogue.row_of[sku] for sku in wishes.passed if sku in self.catalogue.row_of
        ]
        allowed[passed] = False
        if barred is not None:
            allowed[barred] = False
        return allowed

    def _candidates(
        self, allowed: np.ndarray, slot: str, occasion: str, held: Sequence[int]
    ) -> np.ndarray:
        """Rows of a slot that are at home at the occasion and clash with nothing that is held."""
        fits = allowed & (self._slot == slot)
        if occasion:
            fits = fits & self._home[occasion]
        return np.array(
            [
                row for row in np.flatnonzero(fits)
                if not any(styling.clash(self.pieces[row], self.pieces[h]) for h in held)
            ],
            dtype=np.int64,
        )  # fmt: skip

    # ---------------------------------------------------------------------------------- the search
    def _search(
        self, wishes: LookWishes, held: Sequence[int], limits: Limits, count: int
    ) -> list[tuple[tuple[int, ...], str, float]]:
        """(rows, occasion, score) of up to `count` looks, best first."""
        allowed = self._allowed(wishes, held, barred=np.array(held))
        names = (wishes.occasion,) if wishes.occasion else self._occasions(held)
        candidates = {
            name: {slot: self._candidates(allowed, slot, name, held) for slot in SLOTS}
            for name in names
        }
        chosen: list[tuple[tuple[int, ...], str, float]] = []
        for number in range(count):
            options = [
                (look.score - TIRED * sum(name == o for _, o, _ in chosen), look, name)
                for name in names
                for plan in self._plans(held, name, wishes.without, number)
                for look in self._best(held, plan, candidates[name], limits)
            ]
            if not options:
                break
            _, look, name = max(options, key=lambda option: option[0])
            chosen.append((look.rows, name, look.score))
            families = self._family[[row for row in look.rows if row not in held]]
            candidates = {
                name: {
                    slot: rows[~np.isin(self._family[rows], families)]
                    for slot, rows in some.items()
                }
                for name, some in candidates.items()
            }
        return sorted(chosen, key=lambda one: -one[2])

    def _best(
        self, held: Sequence[int], plan: Plan, candidates: dict[str, np.ndarray], limits: Limits
    ) -> list[Begun]:
        """The best look of a plan that suits its occasion; else the best one."""
        found = self.beam.grow(held, plan, candidates, limits)
        suited = [
            look for look in found
            if plan.occasion
            and occasions.suits([self.pieces[row] for row in look.rows], plan.occasion)
        ]  # fmt: skip
        return (suited or found)[:1]

    def _occasions(self, held: Sequence[int]) -> tuple[str, ...]:
        """Where all that is held is at home; else where the item itself is; else none in particular."""
        every = [name for name in OCCASIONS if all(self._home[name][row] for row in held)]
        own = [name for name in OCCASIONS if self._home[name][held[0]]]
        return tuple(every or own or ("",))

    def _plans(
        self, held: Sequence[int], occasion: str, without: Sequence[str], number: int
    ) -> list[Plan]:
        """What the `number`-th look around what is held may consist of."""
        worn = [self.pieces[row] for row in held]
        slots = {p.slot for p in worn}
        if "dress" in slots:
            bodies: tuple[tuple[str, ...], ...] = ((),)
        elif slots & {"top", "bottom"}:
            bodies = (("top", "bottom"),)
        else:
            bodies = (("top", "bottom"), ("dress",))
        optional = {"layer", "bag", "hat"}
        wanted = {"shoes"}
        if self._asks_for_layer(worn, occasion, number):
            wanted.add("layer")
            if occasion == "winter-outdoors":
                optional.discard("layer")
        if occasion != "active" or number == 1:
            wanted.add("bag")
        hats = ("weekend", "city", "active")
        if occasion in HATTED or (number == 2 and occasion in hats):
            wanted.add("hat")
        plans = []
        for body in bodies:
            rest = [s for s in ORDER if s in {*body, *wanted} - slots - set(without)]
            plans.append(Plan(occasion, tuple(rest), frozenset(optional)))
        return plans

    @staticmethod
    def _asks_for_layer(worn: Sequence[Piece], occasion: str, number: int) -> bool:
        """Cold days always, warm ones never, the days between in one look of three."""
        if occasion in ("winter-outdoors", "holiday"):
            return occasion == "winter-outdoors"
        seasons = {p.season for p in worn}
        if "summer" in seasons:
            return False
        return bool(seasons & set(LAYERED)) or number == 1

    def _what_to_drop(self, wishes: LookWishes, held: Sequence[int]) -> str:
        """One sentence: the wish without which there would be a look."""
        title = self.catalogue.products[held[0]].title
        money = (
            "" if wishes.budget is None else f"{wishes.budget:g} {self.catalogue.currency}".strip()
        )
        options = [
            (wishes.dressier, "It does not get dressier" if wishes.dressier > 0 else
             "It does not get more casual", "Take that step back", {"dressier": 0}),
            (wishes.cheaper, "It does not get cheaper", "Take that step back", {"cheaper": 0}),
            (wishes.budget is not None, f"No whole look fits {money}", "Raise the budget",
             {"budget": None}),
            (wishes.passed, "Nothing else fits", "Take back what you swapped away", {"passed": ()}),
            (wishes.filters != Filters(), "Nothing fits with what you said in the conversation",
             "Take some of it back", {"filters": Filters()}),
            (wishes.occasion, f"Nothing here makes “{title}” right for "
             f"{OCCASIONS[wishes.occasion].label if wishes.occasion else ''}",
             "Choose another occasion", {"occasion": ""}),
            (wishes.kept, "Nothing goes with all that you keep", "Let go of one item", {"kept": ()}),
        ]  # fmt: skip
        for there, reason, way, change in options:
            if there:
                freer = replace(wishes, **change)
                kept = self._held(freer)
                if self._search(freer, kept, self._limits(freer, kept), 1):
                    return f"{reason}. {way}."
        return f"Nothing in this shop makes a look with “{title}”. Start from another item."

    def _look(self, rows: Sequence[int], occasion: str, score: float) -> Look:
        order = {slot: i for i, slot in enumerate(ORDER)}
        shown = sorted(rows, key=lambda row: order.get(self.pieces[row].slot, len(order)))
        pieces = [self.pieces[row] for row in shown]
        products = tuple(self.catalogue.products[row] for row in shown)
        told = telling.facts(pieces, occasion)
        prices = [p.price for p in products]
        total = None if None in prices else round(sum(prices), 2)  # type: ignore[arg-type]
        return Look(
            items=products, slots=tuple(p.slot for p in pieces), score=round(score, 4), price=total,
            currency=next((p.currency for p in products if p.currency), ""),
            occasion=told.occasion, season=told.season, why=told.sentence,
        )  # fmt: skip


def open_stylist(catalogue: Catalogue, index: Index, folder: Path | None = None) -> Stylist:
    """The stylist of a catalogue, from its stored vectors and its table alone. Raises OutfitError.

    folder: of the network; None for the catalogue's own when it has one, else the embedded one.
    """
    own = index_folder_for(catalogue.folder) / OWN
    folder = folder or (own if own.is_dir() else WEIGHTS)
    network = Network.read(folder)
    parts: dict[Part, np.ndarray] = {
        "pictures": index.vectors.reconstruct_n(0, len(catalogue)),
        "table": table_features(catalogue.products),
    }
    note = ""
    if network.encoder != index.card.encoder:
        parts["pictures"] = np.zeros((len(catalogue), network.dimension - TABLE), np.float32)
        note = (
            f"The outfit network was trained with the encoder {network.encoder}, so looks go by the table "
            f"alone; `python -m demo train csa_net --catalog {catalogue.folder}` trains one for "
            f"{index.card.encoder}."
        )
    elif folder == WEIGHTS and catalogue.folder.resolve() != ROOT / "catalog":
        described = (parts["table"] > 0).sum(axis=1) >= DESCRIBED
        if described.mean() >= 0.5:
            parts["pictures"] = np.zeros_like(parts["pictures"])
        goes_by = "the table" if described.mean() >= 0.5 else "the pictures"
        note = (
            "This shop has no outfits of its own to learn from, so its looks come from the embedded "
            f"shop's network, which goes by {goes_by} here."
        )
    pieces = (piece_of(p) for p in catalogue.products)
    categories = [
        category_of(piece, p.get("category"))
        for piece, p in zip(pieces, catalogue.products, strict=True)
    ]
    return Stylist(catalogue, network.matcher(joined(parts, "served"), categories), note)
