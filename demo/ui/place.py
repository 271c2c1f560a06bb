"""Where a shopper is: at the shelves or in a session about an item; to an address and back.

Knows what an address says; it does not know whether the catalogue has it, nor how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from demo.dialogue.token import from_token, to_token
from demo.errors import SessionError
from demo.shop import MOST_RESULTS, Sort
from demo.types import Filters, LookWishes, Session
from demo.ui import styling
from demo.ui.styling import Styling

SORTS: tuple[Sort, ...] = ("likeness", "price up", "price down")
LONGEST_VALUE = 200
MOST_FIELDS = 60


@dataclass(frozen=True)
class Place:
    """All that decides what is on the page. The empty place is the shop's entrance."""

    session: Session = Session()
    """what the shopper holds and has said; the empty session means the shelves"""
    category: str = ""
    gender: str = ""
    colour: str = ""
    sort: Sort = "likeness"
    shown: int = 0
    """products on the page; 0 for as many as fit at first"""
    editing: int = -1
    """the turn that is being said anew; -1 for none"""
    why: str = ""
    """SKU of the result whose reasons are shown; empty for none"""
    styling: Styling | None = None
    """the looks around an item; None anywhere else"""

    @property
    def at_shelves(self) -> bool:
        return self.session == Session()

    @property
    def filters(self) -> Filters:
        """The shelves' limits; what is for everyone stands on the women's and the men's shelves."""
        both = self.gender in ("women", "men")
        return Filters(
            category=(self.category,) if self.category else (),
            gender=((self.gender, "unisex") if both else (self.gender,)) if self.gender else (),
        )

    def about(self, session: Session) -> Place:
        """The same sort order, another session, as many products as at first."""
        return Place(session=session, sort=self.sort)


def looks_place(sku: str, session: Session = Session()) -> Place:
    """The three looks around a product; a session that says something comes along with its limits."""
    said = bool(session.turns or session.photo)
    return Place(
        session=replace(session, undone=()) if said else Session(item=sku),
        styling=Styling(LookWishes(sku)),
    )


def to_address(place: Place) -> str:
    """The query string of a place, "" for the entrance, otherwise with its question mark."""
    session = place.session
    parts: dict[str, str | tuple[str, ...]] = {}
    around = place.styling.wishes.item if place.styling else ""
    if around and session == Session(item=around) and not session.undone:
        pass  # the look's own address names the item
    elif session.item and session == Session(item=session.item) and not session.undone:
        parts["item"] = session.item
    elif not place.at_shelves:
        parts["s"] = to_token(session)
    else:
        parts = {"category": place.category, "gender": place.gender, "colour": place.colour}
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
    said = {name: values[-1] for name, values in fields.items()}
    if "s" in said:
        session = from_token(said["s"])
    else:
        session = Session(item=(said.get("item") or said.get("look", ""))[:LONGEST_VALUE])
    place = Place(session=session, styling=styling.from_fields(fields))
    if place.at_shelves:
        names = ("category", "gender", "colour")
        place = replace(place, **{name: said.get(name, "")[:LONGEST_VALUE] for name in names})
    sort = said.get("sort", "")
    shown = said.get("show", "")
    turn = said.get("edit", "")
    editing = int(turn) if turn.isdecimal() and len(turn) < 4 else -1
    return replace(
        place,
        sort=sort if sort in SORTS else "likeness",
        shown=min(MOST_RESULTS, int(shown)) if shown.isdecimal() and len(shown) < 6 else 0,
        editing=editing if editing < len(session.turns) else -1,
        why=said.get("why", "")[:LONGEST_VALUE] if session.turns else "",
    )
