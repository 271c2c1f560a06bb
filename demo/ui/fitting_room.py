"""What happens in the fitting room: a place is dressed step by step, a photo is taken and forgotten.

Knows who is in which photo for as long as that is kept, and what a screen is made of; it does not know
how a person is dressed. A refused photo, or one that cannot wear this, changes no picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, Generic, TypeVar

import numpy as np

from demo.errors import PersonError, PictureError, ShopError
from demo.fitting.tried import Tried
from demo.shop import Shop
from demo.types import Session
from demo.ui import fitting, text
from demo.ui import rack as racks
from demo.ui.fitting import Mirror, worn_at
from demo.ui.fitting_pictures import FittingPictures, tinted
from demo.ui.guests import Guests, Held
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place, in_manner_of
from demo.ui.wearing import OWN, Wearing

T = TypeVar("T")
FIGURE_OF: Final = {"men": "gil"}
"""gender of the first piece -> who wears it when nobody was chosen"""
ANYONE: Final = "ada"


@dataclass(frozen=True)
class Shown:
    """A step on the way to a dressed person."""

    place: Place
    people: str | None = None
    rack: str | None = None
    below: str | None = None
    mirror: Mirror | None = None


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a piece of work came to."""

    value: T


class DressingRoom:
    """The fitting room of one shop, for all its visitors. A visit is known by its key."""

    def __init__(
        self, shop: Shop, pictures: Pictures, shown: FittingPictures, guests: Guests | None = None
    ) -> None:
        self.shop = shop
        self.pictures = pictures
        self.shown = shown
        self.guests = guests or Guests()

    def steps(self, place: Place, visit: str, kept: Kept, anew: bool = False) -> Iterator[Shown]:
        """Who and what at once, the stages as they come, then the picture. Raises UnknownItemError.

        `anew` shows the person before anything is put on, where the mirror shows somebody else.
        """
        place, held, note = self._settled(place, visit)
        wearing = worn_at(place)
        with in_manner_of(place):
            people = fitting.people(self.shop.fittings.people(), self.shown, place, bool(held))
        try:
            seen = self._seen(held, wearing)
        except PersonError as error:  # the photo shows too little for any of it
            yield self._around(
                place, people, kept, wearing.skus, fitting.refusal(text.said(str(error)))
            )
            return
        hidden = tuple(sku for sku in wearing.skus if sku not in seen)
        note = note or (text.FITTING_BEYOND_NOTE if hidden else "")
        worn = replace(wearing, skus=seen)
        try:
            tried, notice = None, ""
            if seen and not self._known(held, worn):
                first = self._around(place, people, kept, hidden, self._progress((), "", worn))
                bare = self._mirror(held, replace(worn, skus=()), None) if anew else None
                yield replace(first, mirror=bare)
                over: list[str] = []
                for step in staged(lambda tell: self._dressed(held, worn, tell)):
                    if isinstance(step, Done):
                        tried = step.value
                    else:
                        below = self._progress(over, step, worn)
                        yield Shown(place, below=below)
                        over.append(step)
                notice = tried.notice if tried else ""
            mirror = self._mirror(held, worn, tried)
        except ShopError as error:
            refused = isinstance(error, PersonError) and held is not None
            say = fitting.refusal if refused else fitting.problem
            yield self._around(place, people, kept, hidden, say(text.said(str(error))))
            return
        rooms = self.shop.fittings
        with in_manner_of(place):
            way = rooms.way(wearing.backend) if rooms.photographic else ""
            below = fitting.below(place, mirror, notice or note, way, rooms.loaded)
        yield replace(self._around(place, people, kept, hidden, below), mirror=mirror)

    def take(self, file: str | None, place: Place, visit: str, kept: Kept) -> Iterator[Shown]:
        """A photo of the visitor. Its file is deleted at once; one that cannot be used changes nothing."""
        wearing = place.wearing or Wearing()
        try:
            if not file:
                raise PictureError(text.PHOTO_GONE)
            yield Shown(place, below=fitting.progress((), "parse", "warp", is_photo=True))
            guest = self.shop.fittings.check(Path(file))
        except (PersonError, PictureError) as error:
            *_, before = self.steps(replace(place, wearing=wearing), visit, kept)
            said = fitting.refusal(text.said(str(error)))
            yield Shown(place, below=f"{said}{before.below}")
            return
        finally:
            if file:
                Path(file).unlink(missing_ok=True)
        self.guests.keep(visit, guest)
        own = replace(place, wearing=replace(wearing, person=OWN))
        yield from self.steps(own, visit, kept, anew=True)

    def _settled(self, place: Place, visit: str) -> tuple[Place, Held | None, str]:
        """With somebody to wear it; and what is to be said when that is not who was asked for."""
        wearing, held, note = worn_at(place), self.guests.of(visit), ""
        asked = [self.shop.product(sku) for sku in wearing.skus]
        worn = racks.together(asked)
        if len(worn) < len(asked):
            titles = ", ".join(product.title for product in asked if product not in worn)
            note = text.FITTING_OFF.format(pieces=titles)
            wearing = replace(wearing, skus=tuple(product.sku for product in worn))
        names = {figure.name for figure in self.shop.fittings.people()}
        if wearing.person == OWN and held is None:
            note = text.FITTING_SHARED
        if wearing.person not in names and (wearing.person != OWN or held is None):
            wearing = replace(wearing, person=self._anyone(wearing), recolour=False)
        item = wearing.skus[0] if wearing.skus else ""
        session = place.session if place.session != Session() else Session(item=item)
        place = replace(place, wearing=wearing, session=session)
        return place, held, note

    def _anyone(self, wearing: Wearing) -> str:
        """A figure that suits the first piece."""
        genders = [self.shop.product(sku).get("gender") for sku in wearing.skus[:1]]
        return FIGURE_OF.get(genders[0], ANYONE) if genders else ANYONE

    def _seen(self, held: Held | None, wearing: Wearing) -> tuple[str, ...]:
        """The pieces that are put on: on a photo those that it shows enough of the person for."""
        if wearing.person != OWN or held is None:
            return wearing.skus
        return self.shop.fittings.shown(held.guest, wearing.skus)

    # Pictures: a figure's by an address, a photo's as data.

    def _known(self, held: Held | None, wearing: Wearing) -> bool:
        name = self.shown.name_of(wearing)
        if wearing.person == OWN and held is not None:
            return name in held.pictures
        return self.shown.known(name)

    def _dressed(self, held: Held | None, wearing: Wearing, tell: Callable[[str], None]) -> Tried:
        own = wearing.person == OWN and held is not None
        return self.shop.fittings.try_on(
            held.guest if own and held else wearing.person, wearing.skus, wearing.tucked,
            wearing.recolour, wearing.backend or None, tell=tell,
        )  # fmt: skip

    def _mirror(self, held: Held | None, wearing: Wearing, tried: Tried | None) -> Mirror:
        """Before and after; a picture that was made just now is remembered first."""
        if tried is not None:  # what could not be painted is kept as what it is
            wearing = replace(wearing, backend=tried.backend)
        own = wearing.person == OWN and held is not None
        mirror = self._own(held, wearing, tried) if own and held else self._figures(wearing, tried)
        if wearing.view == "before":
            return replace(mirror, after=mirror.before)
        return mirror

    def _figures(self, wearing: Wearing, tried: Tried | None) -> Mirror:
        person, shown = wearing.person, self.shown
        name = shown.name_of(wearing)
        if tried is not None:
            shown.keep(name, tried)
        bare = shown.bare(person)
        after, keep = (shown.worn(name), shown.to_keep(name)) if wearing.skus else (bare, "")
        if wearing.view == "parse":
            after = shown.parsed(person)
        alt = self._alt(fitting.described(self.shop.fittings.figure(person)), wearing)
        return Mirror(bare, after, keep, alt)

    def _own(self, held: Held, wearing: Wearing, tried: Tried | None) -> Mirror:
        subject, labels = held.guest.subject, held.guest.parse.labels
        before = self.shown.own(held, "before", lambda: subject.picture)
        after = before
        if wearing.view == "parse":
            after = self.shown.own(held, "parse", lambda: tinted(subject.picture, labels))
        if wearing.skus:
            worn = self.shown.own(held, self.shown.name_of(wearing), lambda: _made(tried))
            after = worn if wearing.view != "parse" else after
        height, width = labels.shape
        return Mirror(before, after, "", self._alt(text.OWN_PHOTO, wearing), (width, height))

    def _alt(self, person: str, wearing: Wearing) -> str:
        if not wearing.skus:
            return text.FITTING_ALT_BARE.format(person=person)
        titles = ", ".join(self.shop.product(sku).title for sku in wearing.skus)
        return text.FITTING_ALT.format(person=person, pieces=titles)

    # Parts.

    def _around(
        self, place: Place, people: str, kept: Kept, hidden: tuple[str, ...], below: str
    ) -> Shown:
        with in_manner_of(place):
            rack = racks.rack(self.shop, self.pictures, place, kept, hidden)
        return Shown(place, people, rack, below)

    def _progress(self, over: list[str] | tuple[str, ...], now: str, wearing: Wearing) -> str:
        backend = self.shop.fittings.way(wearing.backend)
        return fitting.progress(over, now, backend, is_photo=wearing.person == OWN)


def staged(work: Callable[[Callable[[str], None]], T]) -> Iterator[str | Done[T]]:
    """Does `work` in a thread: the stages that it tells of as they begin, then what it came to.

    What `work` raises is raised here.
    """
    told: SimpleQueue[Any] = SimpleQueue()

    def run() -> None:
        try:
            told.put(Done(work(told.put)))
        except BaseException as error:
            told.put(error)

    Thread(target=run, name="dressing", daemon=True).start()
    while True:
        step = told.get()
        if isinstance(step, BaseException):
            raise step
        yield step
        if isinstance(step, Done):
            return


def _made(tried: Tried | None) -> np.ndarray:
    if tried is None:
        raise PictureError(text.FITTING_GONE)
    return tried.picture
