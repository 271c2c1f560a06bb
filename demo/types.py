"""The small frozen things that rooms hand to each other. No behaviour beyond what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Product:
    """One row of the table."""

    sku: str
    title: str
    image: Path
    """absolute path of the product's picture"""
    family: str = ""
    """the design that colourways share; empty when the table has none"""
    description: str = ""
    brand: str = ""
    price: float | None = None
    currency: str = ""
    link: str = ""
    """the shop's own page of this product, http(s) only"""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """every other column that is filled: gender, category, type, colour, pattern, sleeve, …"""

    def get(self, attribute: str) -> str:
        """The attribute's value, or an empty string."""
        return self.attributes.get(attribute, "")


@dataclass(frozen=True)
class Photo:
    """A shopper's own picture, as far as a session may keep it: its embedding, never its pixels."""

    code: bytes
    """int8 quantised unit vector, [dimension] bytes"""


@dataclass(frozen=True)
class Filters:
    """Hard limits, applied before ranking. Empty means no limit."""

    category: tuple[str, ...] = ()
    gender: tuple[str, ...] = ()
    price_min: float | None = None
    price_max: float | None = None
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """attribute -> values that must not appear ("not" in the JSON contract)"""


@dataclass(frozen=True)
class Turn:
    """One thing the shopper said, one understood bit taken away, or one product turned down."""

    words: str
    drops: str = ""
    """key of the chip that this turn removes; empty for words"""
    item: str = ""
    """SKU that was pointed at, when the shopper had sorted the page; empty when the rank tells"""
    passes: str = ""
    """SKU of a product that is not for the shopper; empty for anything else"""


@dataclass(frozen=True)
class Session:
    """What the shopper holds and has said; what is on screen is its replay."""

    item: str = ""
    """SKU of the reference item; empty when there is none"""
    photo: Photo | None = None
    turns: tuple[Turn, ...] = ()
    filters: Filters = Filters()
    undone: tuple[Turn, ...] = field(default=(), compare=False)
    """turns that were undone and may be redone, the next one last"""


ChipKind = Literal["wanted", "unwanted", "limit", "relative", "like", "words", "passed"]


@dataclass(frozen=True)
class Chip:
    """One understood bit of the conversation, ready to be shown."""

    kind: ChipKind
    attribute: str
    """`colour`, `price`, …; `words` for what only the text tower understands"""
    value: str
    label: str
    """what the page prints: "red", "under €60", "no stripes" """
    turn: int
    """index of the turn that said it"""

    @property
    def key(self) -> str:
        """What a turn that removes this chip names."""
        own = self.kind in ("words", "passed")  # one a turn
        return f"{self.kind}:{self.turn if own else self.attribute}"


@dataclass(frozen=True)
class Shift:
    """More or less of something than the reference has."""

    direction: int
    """+1 for more of it, -1 for less"""
    amount: int = 0
    """-1 for "a bit", 0, 1 for "much" or said again, and so on"""


@dataclass(frozen=True)
class Intent:
    """What all turns so far add up to."""

    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """attribute -> values that would do, the later words winning over the earlier ones"""
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    """attribute, `lightness`, `colourfulness` or `price` -> how it moves away from the reference"""
    filters: Filters = Filters()
    words: tuple[str, ...] = ()
    """what no rule knows, turn by turn; it goes to the text tower as it is"""
    chips: tuple[Chip, ...] = ()
    reference: str = ""
    """SKU of the product that took the item's place ("like the second one"); empty for the item"""
    reply: str = ""
    """one sentence for what the last turn asked and the shop cannot show, or for small talk"""
    unknown: tuple[str, ...] = ()
    """words of the last turn that no rule knows"""
    passed: tuple[str, ...] = ()
    """SKUs that are not for the shopper: never shown again, and the query moves away from them"""


@dataclass(frozen=True)
class Hit:
    """One product found."""

    product: Product
    score: float
    changed: tuple[str, ...] = ()
    """what differs from the reference and was asked for, e.g. ("colour: red",)"""
    parts: Mapping[str, float] = field(default_factory=dict)
    """what the score is the sum of; empty where nothing was asked"""


@dataclass(frozen=True)
class Way:
    """A turn that would leave more to see."""

    label: str
    turn: Turn
    count: int
    """products there would be"""


@dataclass(frozen=True)
class Results:
    """An answer to the session so far."""

    hits: tuple[Hit, ...]
    total: int
    """how many products passed the filters"""
    chips: tuple[Chip, ...] = ()
    message: str = ""
    """one sentence for the shopper, e.g. which limit to drop; empty when all is well"""
    timings: Mapping[str, float] = field(default_factory=dict)
    """stage -> milliseconds"""
    answer: str = ""
    """one sentence of facts: what changed, what stayed, how many there are"""
    reply: str = ""
    """one sentence for what was asked and is not there, or for small talk"""
    ways: tuple[Way, ...] = ()
    """the smallest relaxations when nothing, or nothing with every wish, is left"""
    ideas: tuple[str, ...] = ()
    """what could be said next: words that would split these results well"""


@dataclass(frozen=True)
class LookWishes:
    """What a shopper wants of the outfit around an item."""

    item: str
    """SKU of the item in hand; part of every look"""
    occasion: str = ""
    """a key of `demo.outfits.occasions.OCCASIONS`; empty for whatever suits the item"""
    budget: float | None = None
    """highest price of the whole look, in the catalogue's currency"""
    kept: tuple[str, ...] = ()
    """SKUs that every look must have besides the item"""
    without: tuple[str, ...] = ()
    """slots that stay empty"""
    passed: tuple[str, ...] = ()
    """SKUs that must not be proposed: the shopper swapped them away"""
    dressier: int = 0
    """steps more formal (+) or more casual (-) than what suits the item best"""
    cheaper: int = 0
    """steps cheaper, 0 or more"""
    filters: Filters = Filters()
    """the conversation's limits"""


@dataclass(frozen=True)
class Look:
    """One outfit that the shop proposes."""

    items: tuple[Product, ...]
    """dress, or top and bottom; then layer, shoes, bag, hat, as far as it has them"""
    slots: tuple[str, ...]
    """the slot of each item: top, layer, bottom, dress, shoes, bag, hat"""
    score: float
    """how well all pairs go together; comparable between looks of one answer only"""
    price: float | None = None
    """of all items together; None when one has none"""
    currency: str = ""
    occasion: str = ""
    season: str = ""
    why: str = ""
    """one sentence: why it fits"""
