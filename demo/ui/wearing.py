"""The fitting room as a part of an address: who is dressed, in what, and what of it is shown.

Knows what an address may say of a fitting and what of it is too much; it does not know the catalogue,
the people, nor any photo: a photo is never part of an address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args
from urllib.parse import quote, unquote

from demo.fitting.tried import Backend
from demo.trying import MOST

View = Literal["", "parse", "before"]
OWN: Final = "own"
"""the person of the visitor's own photo"""
LONGEST: Final = 200
"""characters of a SKU or a name"""


@dataclass(frozen=True)
class Wearing:
    """Somebody in some products."""

    skus: tuple[str, ...] = ()
    """in the order in which they were taken"""
    person: str = ""
    """a figure's name or OWN; empty for whoever suits the first product"""
    tucked: bool = False
    recolour: bool = False
    """only the products' fabric, on what the person of the photo wears already"""
    backend: Backend | Literal[""] = ""
    """what draws the picture; empty for the shop's own choice"""
    view: View = ""
    """`parse` shows which pixel is what, `before` the person without the products"""

    def without(self, sku: str) -> Wearing:
        return replace(self, skus=tuple(s for s in self.skus if s != sku))

    def instead(self, sku: str, other: str) -> Wearing:
        """With another product in one's place; what was there already is there once."""
        return replace(self, skus=tuple(dict.fromkeys(other if s == sku else s for s in self.skus)))


def to_fields(wearing: Wearing) -> dict[str, str]:
    """Field -> value; empty ones may be left out."""
    person = wearing.person or ("" if wearing.skus else "anyone")
    return {
        "try": ",".join(quote(sku, safe="") for sku in wearing.skus),
        "person": person,
        "tucked": "1" if wearing.tucked else "",
        "mode": "recolour" if wearing.recolour else "",
        "by": wearing.backend,
        "view": wearing.view,
    }


def from_fields(said: Mapping[str, Sequence[str]]) -> Wearing | None:
    """What `to_fields` wrote; None when nothing is tried on by nobody."""
    named = [unquote(part) for value in said.get("try", ()) for part in value.split(",")]
    skus = tuple(dict.fromkeys(sku for sku in named if 0 < len(sku) <= LONGEST))[:MOST]
    person = _last(said, "person")[:LONGEST]
    if not skus and not person:
        return None
    backend, view = _last(said, "by"), _last(said, "view")
    return Wearing(
        skus,
        "" if person == "anyone" else person,
        tucked=_last(said, "tucked") == "1",
        recolour=_last(said, "mode") == "recolour",
        backend=backend if backend in get_args(Backend) else "",  # type: ignore[arg-type]
        view=view if view in get_args(View) else "",  # type: ignore[arg-type]
    )


def _last(said: Mapping[str, Sequence[str]], name: str) -> str:
    values = said.get(name, ())
    return values[-1] if values else ""
