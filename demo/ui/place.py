"""Where a shopper is: at the shelves or in a session about an item; to an address and back.

Knows what an address says; it does not know whether the catalogue has it, nor how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args
from urllib.parse import parse_qs, urlencode

from demo.browsing import Sort
from demo.dialogue.token import from_token, to_token
from demo.errors import SessionError
from demo.shop import MOST_RESULTS
from demo.types import Filters, LookWishes, Session
from demo.ui import styling, wearing
from demo.ui.styling import Styling
from demo.ui.wearing import Wearing

SORTS: tuple[Sort, ...] = ("likeness", "price up", "price down")
Room = Literal["", "refine", "looks"]
Method = Literal["", "val", "lbf", "tirg", "shift", "text"]
LONGEST_VALUE = 200
MOST_FIELDS = 60
ANY_DESIGN: Final = -1
"""a surprise whose seed is drawn on arrival"""
LAST_SEED: Final = 99_999


@dataclass(frozen=True)
class Manner:
    """How the shop speaks and shows itself, wherever the shopper is."""

    lang: str = ""
    """language of the page, as in `<html lang>`; empty for the browser's"""
    panel: bool = False
    """whether timings, models and scores are shown"""
    method: Method = ""
    """what composes the turns; empty for what the shop has chosen"""
    story: str = ""
    """the story that is being told; empty for none"""
    step: int = 0
    """how far it is told"""


_PLAIN: Final = Manner()
_shown: ContextVar[Manner] = ContextVar("manner", default=_PLAIN)


@contextmanager
def in_manner_of(place: Place) -> Iterator[None]:
    """Places made inside have this one's manner unless they name their own, so every link keeps it."""
    told = (place.story, place.step)
    token = _shown.set(Manner(place.lang, place.panel, place.method, *told))
    try:
        yield
    finally:
        _shown.reset(token)


@dataclass(frozen=True)
class Place:
    """All that decides what is on the page. The empty place is the shop's entrance."""

    session: Session = Session()
    """what the shopper holds and has said; the empty session means the shelves"""
    category: str = ""
    gender: str = ""
    colour: str = ""
    price_min: float | None = None
    price_max: float | None = None
    """limits of the shelves, in the catalogue's currency"""
    room: Room = ""
    """where the shopper would go with an item, while none is in hand"""
    surprise: int = 0
    """seed that chose the item; ANY_DESIGN for one that is not drawn yet, 0 for no surprise"""
    sort: Sort = "likeness"
    shown: int = 0
    """products on the page; 0 for as many as fit at first"""
    editing: int = -1
    """the turn that is being said anew; -1 for none"""
    why: str = ""
    """SKU of the result whose reasons are shown; empty for none"""
    styling: Styling | None = None
    """the looks around an item; None anywhere else"""
    wearing: Wearing | None = None
    """who wears what in the fitting room; None anywhere else"""
    lang: str = field(default_factory=lambda: _shown.get().lang)
    panel: bool = field(default_factory=lambda: _shown.get().panel)
    method: Method = field(default_factory=lambda: _shown.get().method)
    story: str = field(default_factory=lambda: _shown.get().story)
    step: int = field(default_factory=lambda: _shown.get().step)
    """see Manner"""

    @property
    def at_shelves(self) -> bool:
        nowhere_else = not self.room and not self.surprise and self.wearing is None
        return self.session == Session() and nowhere_else

    @property
    def filters(self) -> Filters:
        """The shelves' limits; what is for everyone stands on the women's and the men's shelves."""
        both = self.gender in ("women", "men")
        return Filters(
            category=(self.category,) if self.category else (),
            gender=((self.gender, "unisex") if both else (self.gender,)) if self.gender else (),
            price_min=self.price_min,
            price_max=self.price_max,
        )

    def about(self, session: Session) -> Place:
        """The same sort order and manner, another session, as many products as at first."""
        with in_manner_of(self):
            return Place(session=session, sort=self.sort)


def looks_place(sku: str, session: Session = Session()) -> Place:
    """The three looks around a product; a session that says something comes along with its limits."""
    said = bool(session.turns or session.photo)
    return Place(
        session=replace(session, undone=()) if said else Session(item=sku),
        styling=Styling(LookWishes(sku)),
    )


def fitting_place(skus: Sequence[str], session: Session = Session()) -> Place:
    """Somebody in these products; a session that says something comes along."""
    said = bool(session.turns or session.photo)
    held = replace(session, undone=()) if said else Session(item=skus[0] if skus else "")
    return Place(session=held, wearing=Wearing(tuple(dict.fromkeys(skus))))


def to_address(place: Place) -> str:
    """The query string of a place, "" for the entrance, otherwise with its question mark."""
    session = place.session
    parts: dict[str, str | tuple[str, ...]] = {}
    around = place.styling.wishes.item if place.styling else ""
    if place.wearing:
        around = next(iter(place.wearing.skus), "")
    if around and session == Session(item=around) and not session.undone:
        pass  # the address of looks, or of what is worn, names the item
    elif place.surprise and not session.turns:
        parts["surprise"] = "any" if place.surprise == ANY_DESIGN else str(place.surprise)
    elif place.room and session == Session():
        parts["room"] = place.room
    elif session.item and session == Session(item=session.item) and not session.undone:
        parts["item"] = session.item
    elif session != Session():
        parts["s"] = to_token(session)
    elif place.at_shelves:
        parts = {
            "category": place.category, "gender": place.gender, "colour": place.colour,
            "from": _written(place.price_min), "to": _written(place.price_max),
        }  # fmt: skip
    if place.sort != "likeness":
        parts["sort"] = place.sort
    if place.shown:
        parts["show"] = str(place.shown)
    if place.editing >= 0:
        parts["edit"] = str(place.editing)
    if session.turns:
        parts["why"] = place.why
    if place.styling:
        parts |= styling.to_fields(place.styling)
    if place.wearing:
        parts |= wearing.to_fields(place.wearing)
    parts |= {"method": place.method, "panel": "1" if place.panel else "", "lang": place.lang}
    parts |= {"demo": place.story, "step": str(place.step or "") if place.story else ""}
    query = urlencode({name: value for name, value in parts.items() if value}, doseq=True)
    return f"?{query}" if query else ""


def from_address(address: str) -> Place:
    """The place an address names; what it does not know it ignores. Raises SessionError."""
    try:
        fields = parse_qs(address.removeprefix("?"), max_num_fields=MOST_FIELDS)
    except ValueError:
        raise SessionError(
            "This link is too long to be read. Start from the shop's shelves."
        ) from None
    said = {name: values[-1][:LONGEST_VALUE] for name, values in fields.items() if name != "s"}
    token = fields.get("s", [""])[-1]
    if token:
        session = from_token(token)
    else:
        session = Session(item=said.get("item") or said.get("look", ""))
    worn = wearing.from_fields(fields)
    if worn and session == Session():
        session = Session(item=next(iter(worn.skus), ""))
    place = Place(
        session=session,
        styling=None if worn else styling.from_fields(fields),
        wearing=worn,
        sort=_one_of(SORTS, said.get("sort", "")) or "likeness",
        shown=min(MOST_RESULTS, _whole(said.get("show", ""))),
        why=said.get("why", "") if session.turns else "",
        lang=said.get("lang", "") if _LANGUAGE.fullmatch(said.get("lang", "")) else "",
        panel=said.get("panel") == "1",
        method=_one_of(get_args(Method), said.get("method", "")),
        story=story if (story := said.get("demo", "")).isalpha() and story.isascii() else "",
        step=_whole(said.get("step", "")) if said.get("demo") else 0,
    )
    turn = _whole(said.get("edit", "x"), -1)
    if turn < len(session.turns):
        place = replace(place, editing=turn)
    if not place.at_shelves:
        return place
    if said.get("room") in get_args(Room)[1:]:
        return replace(place, room=said["room"])  # type: ignore[arg-type]
    if said.get("surprise") == "any":
        return replace(place, surprise=ANY_DESIGN)
    if seed := min(LAST_SEED, _whole(said.get("surprise", ""))):
        return replace(place, surprise=seed)
    return _on_a_shelf(place, said)


_LANGUAGE: Final = re.compile("[a-z]{2,3}(-[A-Za-z]{2,4})?")


def _on_a_shelf(place: Place, said: Mapping[str, str]) -> Place:
    """With the limits of an address; a price range that is upside down is turned round."""
    low, high = _price(said.get("from", "")), _price(said.get("to", ""))
    if low is not None and high is not None and low > high:
        low, high = high, low
    names = ("category", "gender", "colour")
    limits = {name: said.get(name, "") for name in names}
    return replace(place, price_min=low, price_max=high, **limits)


def _one_of(values: tuple[str, ...], value: str) -> str:
    return value if value in values else ""


def _whole(value: str, otherwise: int = 0) -> int:
    """A whole number of at most five digits."""
    plain = value.isascii() and value.isdecimal() and len(value) < 6
    return int(value) if plain else otherwise


def _price(value: str) -> float | None:
    """A sum of money of at most eight digits and cents, or None."""
    value = value.strip().replace(",", ".")
    return float(value) if re.fullmatch(r"\d{1,8}(\.\d{1,2})?", value, re.ASCII) else None


def _written(price: float | None) -> str:
    return "" if price is None else f"{price:.2f}".removesuffix(".00")
