"""A session's turns -> what they add up to. Later words win; limits stay until taken back.

Knows the vocabulary's orders and the reference product; it does not know the index or a network.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from demo.catalog.synonyms import SEVERAL
from demo.catalog.vocabulary import CATEGORY_OF, ORDERS
from demo.dialogue.understand import Said, understand
from demo.errors import WordsError
from demo.types import Chip, Filters, Intent, Product, Session

_SIGNS: Final = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_MORE: Final = {
    "length": ("longer", "shorter"), "sleeve": ("longer sleeves", "shorter sleeves"),
    "fit": ("looser", "tighter"), "style": ("more formal", "more casual"),
    "neckline": ("higher neckline", "lower neckline"),
}  # fmt: skip


def replay(
    session: Session,
    reference: Product | None,
    currency: str,
    read: Callable[[str], Said] = understand,
) -> Intent:
    """Adds up all turns. `currency` is the table's.

    Raises WordsError when a turn names prices in another currency than the table's.
    """
    state = _State(reference, currency)
    for number, turn in enumerate(session.turns):
        state.add(read(turn.words), number)
    return state.intent()


class _State:
    """What has been understood so far, while the turns are replayed."""

    def __init__(self, reference: Product | None, currency: str) -> None:
        self.reference = reference
        self.currency = currency
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.unwanted: dict[str, tuple[str, ...]] = {}
        self.category = self.gender = ""
        self.low: float | None = None
        self.high: float | None = None
        self.words: list[str] = []
        self.chips: dict[tuple[str, str], Chip] = {}  # (attribute, side) -> chip

    def add(self, said: Said, turn: int) -> None:
        if said.currency and self.currency and said.currency != self.currency:
            named = _SIGNS.get(self.currency, self.currency)
            raise WordsError(
                f"Prices here are in {self.currency}. Name the amount in {named}, please."
            )
        for attribute in said.anything:
            self.take_back(attribute)
        if said.category:
            self.limit_category(said, turn)
        if said.gender:
            self.gender = said.gender
            self.chip("limit", "gender", said.gender, f"for {said.gender}", turn)
        self.limit_price(said, turn)
        for attribute, values in said.wanted.items():
            self.want(attribute, values, _label(attribute, values), turn)
        for attribute, values in said.unwanted.items():
            self.refuse(attribute, values, turn)
        rest = [said.rest] if said.rest else []
        for attribute, direction in said.relative.items():
            if not self.compare(attribute, direction, turn):
                rest.append(_comparative(attribute, direction))
        if rest:
            words = " ".join(rest)
            self.words.append(words)
            self.chips["words", str(turn)] = Chip("words", "words", words, f"“{words}”", turn)

    def want(self, attribute: str, values: tuple[str, ...], label: str, turn: int) -> None:
        self.wanted[attribute] = values
        left = tuple(v for v in self.unwanted.get(attribute, ()) if v not in values)
        if left != self.unwanted.get(attribute, ()):
            self.drop("unwanted", attribute)
            if left:
                self.refuse(attribute, left, turn)
        self.chip("wanted", attribute, "|".join(values), label, turn)

    def refuse(self, attribute: str, values: tuple[str, ...], turn: int) -> None:
        known = tuple(dict.fromkeys((*self.unwanted.get(attribute, ()), *values)))
        self.unwanted[attribute] = known
        kept = tuple(v for v in self.wanted.get(attribute, ()) if v not in values)
        if kept:
            self.wanted[attribute] = kept
        else:
            self.drop("wanted", attribute)
        label = "not " + _label(attribute, known)
        self.chip("unwanted", attribute, "|".join(known), label, turn)

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
        self.low = said.price_min if said.price_min is not None else self.low
        self.high = said.price_max if said.price_max is not None else self.high
        if self.low is not None and self.high is not None and self.low > self.high:
            # the later word wins over the earlier limit that it contradicts
            self.low, self.high = said.price_min, said.price_max
        self.chip_price(turn)

    def chip_price(self, turn: int) -> None:
        sign = _SIGNS.get(self.currency, self.currency + " " if self.currency else "")
        low, high = (None if p is None else f"{sign}{p:.2f}".removesuffix(".00")
                     for p in (self.low, self.high))  # fmt: skip
        label = f"{low} to {high}" if low and high else f"up to {high}" if high else f"from {low}"
        self.chip("limit", "price", f"{self.low or ''}-{self.high or ''}", label, turn)

    def compare(self, attribute: str, direction: int, turn: int) -> bool:
        """A wish relative to the reference; False when the reference does not say where it stands."""
        if self.reference is None:
            return False
        if attribute == "price":
            if self.reference.price is None:
                return False
            if direction < 0:
                self.high = round(self.reference.price - 0.01, 2)
            else:
                self.low = round(self.reference.price + 0.01, 2)
            self.chip_price(turn)
            return True
        order, value = ORDERS[attribute], self.reference.get(attribute)
        if value not in order:
            return False
        at = order.index(value)
        values = order[at + 1 :] if direction > 0 else tuple(reversed(order[:at]))
        if not values:  # nothing lies beyond the reference
            return False
        self.want(attribute, values, _comparative(attribute, direction), turn)
        return True

    def take_back(self, attribute: str) -> None:
        self.drop("wanted", attribute)
        self.drop("unwanted", attribute)
        self.chips.pop((attribute, "limit"), None)
        if attribute == "price":
            self.low = self.high = None
        elif attribute == "category":
            self.category = ""
        elif attribute == "gender":
            self.gender = ""

    def drop(self, side: str, attribute: str) -> None:
        (self.wanted if side == "wanted" else self.unwanted).pop(attribute, None)
        self.chips.pop((attribute, side), None)

    def chip(self, kind: str, attribute: str, value: str, label: str, turn: int) -> None:
        self.chips.pop((attribute, kind), None)
        self.chips[attribute, kind] = Chip(kind, attribute, value, label, turn)  # type: ignore[arg-type]

    def intent(self) -> Intent:
        gender = (self.gender, "unisex") if self.gender in ("women", "men") else (self.gender,)
        return Intent(
            wanted=self.wanted,
            filters=Filters(
                category=(self.category,) if self.category else (),
                gender=gender if self.gender else (),
                price_min=self.low,
                price_max=self.high,
                unwanted=self.unwanted,
            ),
            words=tuple(self.words),
            chips=tuple(sorted(self.chips.values(), key=lambda chip: chip.turn)),
        )


def _comparative(attribute: str, direction: int) -> str:
    if attribute == "price":
        return "cheaper" if direction < 0 else "more expensive"
    return _MORE[attribute][0 if direction > 0 else 1]


def _label(attribute: str, values: tuple[str, ...]) -> str:
    if attribute == "type":
        for words, types in SEVERAL.items():
            if types == values:
                return words.partition("|")[0]
    names = [v.replace("-", " ") for v in values]
    if attribute == "sleeve":
        names = [n if n == "sleeveless" else f"{n} sleeves" for n in names]
    elif attribute == "fit":
        names = [f"{n} fit" for n in names]
    elif attribute == "length" and values[0] in ("regular", "knee", "long"):
        names = [f"{n} length" for n in names]
    elif attribute == "closure" and values[0] == "none":
        names = ["no closure"]
    return " or ".join(names)
