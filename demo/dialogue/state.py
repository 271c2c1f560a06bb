"""What the turns so far add up to: wishes, limits and their chips. Later words win.

Knows the vocabulary's orders and the reference product; it does not know words, an index or a network.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Final

from demo.catalog.vocabulary import CATEGORY_OF, ORDERS
from demo.dialogue.comparatives import named
from demo.dialogue.labels import label, money
from demo.dialogue.understand import Said
from demo.types import Chip, Filters, Intent, Product, Shift

MEASURED: Final = ("lightness", "colourfulness")
"""compared by the products' own pictures"""
STEP_DOWN: Final = {-1: 0.99, 0: 1.0, 1: 0.75}
"""amount -> share of the reference's price that "cheaper" may still cost"""
STEP_UP: Final = {-1: 1.0, 0: 1.0, 1: 1.3}

SOME_LABELS: Final = {("pattern", "solid"): "patterned", ("sleeve", "sleeveless"): "with sleeves"}
"""what is asked for when only the plain value is refused"""


class State:
    """Wishes and limits while the turns are replayed; `snapshot` keeps one for going back."""

    def __init__(self, reference: Product | None, currency: str) -> None:
        self.first = self.reference = reference
        self.currency = currency
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.unwanted: dict[str, tuple[str, ...]] = {}
        self.shifts: dict[str, Shift] = {}
        self.category = self.gender = ""
        self.low: float | None = None
        self.high: float | None = None
        self.words: dict[int, str] = {}  # turn -> what no rule knows
        self.passed: dict[int, str] = {}  # turn -> SKU that is not for the shopper
        self.chips: dict[tuple[str, str], Chip] = {}  # (attribute, kind) -> chip

    def snapshot(self) -> State:
        """A copy that further turns do not change."""
        other = copy(self)
        for name in ("wanted", "unwanted", "shifts", "words", "passed", "chips"):
            setattr(other, name, dict(getattr(self, name)))
        return other

    def add(self, said: Said, turn: int) -> None:
        """One more turn. Its prices are in the table's currency."""
        for attribute in said.anything:
            self.take_back(attribute)
        if said.category:
            self.limit_category(said, turn)
        if said.gender:
            self.gender = said.gender
            self.chip("limit", "gender", said.gender, f"for {said.gender}", turn)
        self.limit_price(said, turn)
        for attribute in said.keep:
            self.keep(attribute, turn)
        for attribute in said.other:
            if value := self.reference.get(attribute) if self.reference else "":
                self.refuse(attribute, (value,), turn)
        if said.patterned:
            self.refuse("pattern", ("solid",), turn)
        for attribute, values in said.wanted.items():
            meant = _collars(values) if said.collared else values
            self.want(attribute, meant, label(attribute, meant), turn)
        for attribute, values in said.unwanted.items():
            self.refuse(attribute, _collars(values) if said.collared else values, turn)
        rest = [said.rest] if said.rest else []
        for attribute, direction in said.relative.items():
            if not self.compare(attribute, direction, said.amount.get(attribute, 0), turn):
                rest.append(named(attribute, direction))
        if rest:
            self.words[turn] = " ".join(rest)
            self.chips["words", str(turn)] = Chip(
                "words", "words", self.words[turn], f"“{self.words[turn]}”", turn
            )

    @property
    def kind(self) -> str:
        """The category that is spoken of: the one asked for, or that of the thing in hand."""
        return self.category or (self.reference.get("group") if self.reference else "")

    def point(self, product: Product, turn: int) -> None:
        """Another product takes the item's place; limits stay, wishes that it does not meet go."""
        for attribute, values in list(self.wanted.items()):
            if product.get(attribute) not in values or attribute in self.shifts:
                self.drop("wanted", attribute)
        for attribute in list(self.shifts):
            self.unshift(attribute)
        self.reference = product
        self.chip("like", "item", product.sku, f"like {product.title}", turn)

    def pass_over(self, sku: str, words: str, turn: int) -> None:
        """A product is not for the shopper; said twice, the later turn counts."""
        for before in [at for at, passed in self.passed.items() if passed == sku]:
            self.take_up(before)
        self.passed[turn] = sku
        self.chips["passed", str(turn)] = Chip("passed", "item", sku, words, turn)

    def take_up(self, turn: int) -> None:
        """What a turn passed over may be shown again."""
        self.passed.pop(turn, None)
        self.chips.pop(("passed", str(turn)), None)

    def unpoint(self) -> None:
        """The item itself is the reference again."""
        self.reference = self.first
        self.chips.pop(("item", "like"), None)

    def want(self, attribute: str, values: tuple[str, ...], words: str, turn: int) -> None:
        self.unshift(attribute)
        self.wanted[attribute] = values
        left = tuple(v for v in self.unwanted.get(attribute, ()) if v not in values)
        if left != self.unwanted.get(attribute, ()):
            self.drop("unwanted", attribute)
            if left:
                self.refuse(attribute, left, turn)
        self.chip("wanted", attribute, "|".join(values), words, turn)

    def refuse(self, attribute: str, values: tuple[str, ...], turn: int) -> None:
        known = tuple(dict.fromkeys((*self.unwanted.get(attribute, ()), *values)))
        self.unwanted[attribute] = known
        if attribute in self.wanted:
            kept = tuple(v for v in self.wanted[attribute] if v not in values)
            if not kept:
                self.drop("wanted", attribute)
            elif kept != self.wanted[attribute]:
                self.wanted[attribute] = kept
                if attribute not in self.shifts:
                    self.chip("wanted", attribute, "|".join(kept), label(attribute, kept), turn)
        no = "no " if attribute in ("neckline", "closure") else "not "
        words = SOME_LABELS.get((attribute, *known), no + label(attribute, known))
        self.chip("unwanted", attribute, "|".join(known), words, turn)

    def keep(self, attribute: str, turn: int) -> None:
        """The reference's own value becomes a wish; nothing when it has none."""
        value = self.reference.get(attribute) if self.reference else ""
        if value:
            self.want(attribute, (value,), f"same {attribute}", turn)

    def limit_category(self, said: Said, turn: int) -> None:
        self.category = said.category
        types = self.wanted.get("type", ())
        if types and CATEGORY_OF.get(types[0]) != said.category:
            self.drop("wanted", "type")
        if "type" in said.wanted:  # the type's own chip says it already
            self.chips.pop(("category", "limit"), None)
        else:
            self.chip("limit", "category", said.category, said.category, turn)

    def limit_price(self, said: Said, turn: int) -> None:
        if said.price_min is None and said.price_max is None:
            return
        self.shifts.pop("price", None)
        self.low = said.price_min if said.price_min is not None else self.low
        self.high = said.price_max if said.price_max is not None else self.high
        self.settle_price(said.price_min, said.price_max)
        self.chip_price(turn)

    def settle_price(self, low: float | None, high: float | None) -> None:
        """Later words win over the earlier limit that they contradict."""
        if self.low is not None and self.high is not None and self.low > self.high:
            self.low, self.high = low, high

    def chip_price(self, turn: int) -> None:
        low, high = (None if p is None else money(p, self.currency) for p in (self.low, self.high))
        words = f"{low} to {high}" if low and high else f"up to {high}" if high else f"from {low}"
        self.chip("limit", "price", f"{self.low or ''}-{self.high or ''}", words, turn)

    def compare(self, attribute: str, direction: int, amount: int, turn: int) -> bool:
        """A wish relative to the reference; False when the reference does not say where it stands."""
        if self.reference is None:
            return False
        before = self.shifts.get(attribute)
        if before and before.direction == direction:  # said again: further that way
            amount = min(2, max(before.amount, amount) + 1)
        shift = Shift(direction, amount)
        if attribute == "price":
            return self.compare_price(shift, turn)
        if attribute in MEASURED:
            self.shifts[attribute] = shift
            self.chip("relative", attribute, str(direction), _words(attribute, shift), turn)
            return True
        order, value = ORDERS[attribute], self.reference.get(attribute)
        if value not in order:
            return False
        at = order.index(value)
        values = order[at + 1 :] if direction > 0 else tuple(reversed(order[:at]))
        if not values:  # nothing lies beyond the reference
            return False
        self.want(attribute, values, _words(attribute, shift), turn)
        self.shifts[attribute] = shift
        return True

    def compare_price(self, shift: Shift, turn: int) -> bool:
        price = self.reference.price if self.reference else None
        if price is None:
            return False
        if shift.direction < 0:
            self.high = round(price * STEP_DOWN.get(shift.amount, 0.55) - 0.01, 2)
            self.settle_price(None, self.high)
        else:
            self.low = round(price * STEP_UP.get(shift.amount, 1.7) + 0.01, 2)
            self.settle_price(self.low, None)
        self.shifts["price"] = shift
        self.chip_price(turn)
        return True

    def take_back(self, attribute: str) -> None:
        """Nothing about the attribute holds any more."""
        self.drop("wanted", attribute)
        self.drop("unwanted", attribute)
        self.unshift(attribute)
        self.chips.pop((attribute, "limit"), None)
        if attribute == "price":
            self.low = self.high = None
        elif attribute == "category":
            self.category = ""
            self.drop("wanted", "type")
        elif attribute == "type" and ("category", "limit") not in self.chips:
            self.category = ""  # the type had brought it
        elif attribute == "gender":
            self.gender = ""

    def remove(self, key: str) -> None:
        """Takes one chip away; a key that no chip has changes nothing."""
        kind, _, attribute = key.partition(":")
        if kind == "words" and attribute.isdecimal():
            self.words.pop(int(attribute), None)
            self.chips.pop(("words", attribute), None)
        elif kind == "passed" and attribute.isdecimal():
            self.take_up(int(attribute))
        elif kind == "like":
            self.unpoint()
        elif kind == "unwanted":
            self.drop("unwanted", attribute)
        elif kind in ("wanted", "limit", "relative"):
            left = self.unwanted.get(attribute)
            chip = self.chips.get((attribute, "unwanted"))
            self.take_back(attribute)
            if left and chip:
                self.unwanted[attribute], self.chips[attribute, "unwanted"] = left, chip

    def drop(self, side: str, attribute: str) -> None:
        (self.wanted if side == "wanted" else self.unwanted).pop(attribute, None)
        self.chips.pop((attribute, side), None)

    def unshift(self, attribute: str) -> None:
        self.shifts.pop(attribute, None)
        self.chips.pop((attribute, "relative"), None)

    def chip(self, kind: str, attribute: str, value: str, words: str, turn: int) -> None:
        self.chips.pop((attribute, kind), None)
        self.chips[attribute, kind] = Chip(kind, attribute, value, words, turn)  # type: ignore[arg-type]

    def intent(self, reply: str = "", unknown: tuple[str, ...] = ()) -> Intent:
        """What holds now."""
        gender = (self.gender, "unisex") if self.gender in ("women", "men") else (self.gender,)
        moved = self.reference if self.reference is not self.first else None
        return Intent(
            wanted=dict(self.wanted),
            shifts=dict(self.shifts),
            filters=Filters(
                category=(self.category,) if self.category else (),
                gender=gender if self.gender else (),
                price_min=self.low,
                price_max=self.high,
                unwanted=dict(self.unwanted),
            ),
            words=tuple(self.words[turn] for turn in sorted(self.words)),
            chips=tuple(sorted(self.chips.values(), key=lambda chip: chip.turn)),
            reference=moved.sku if moved else "",
            reply=reply,
            unknown=unknown,
            passed=tuple(self.passed[turn] for turn in sorted(self.passed)),
        )


def meets(product: Product, wanted: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a product has a wished value of every attribute."""
    return all(product.get(attribute) in values for attribute, values in wanted.items())


def _collars(values: tuple[str, ...]) -> tuple[str, ...]:
    """A shirt collar that stands for any collar."""
    return (*values, "polo-collar") if values == ("shirt-collar",) else values


def _words(attribute: str, shift: Shift) -> str:
    degree = {-1: "a bit ", 0: "", 1: "much "}.get(shift.amount, "far ")
    return degree + named(attribute, shift.direction)
