"""What a shopper can do in the fitting room: choose a figure or bring a photo, and wear products.

The facade's part about try-on. Knows the catalogue, the shop's people and both ways to dress them; it
does not know the page. A photo is kept by whoever holds the `Guest`, never here and never on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, get_args

import numpy as np
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.catalog.shapes import KIND_OF
from demo.errors import BackendError, PersonError, PictureError, SettingsError, ShopError
from demo.fitting.figures import Figure, load_figures
from demo.fitting.tried import Backend, Guest, Tell, Tried
from demo.outfits.wardrobe import piece_of
from demo.settings import ROOT, Settings
from demo.types import Product

if TYPE_CHECKING:
    from demo.fitting.diffusion import DiffusionTryOn
    from demo.fitting.parsing import Parse
    from demo.fitting.room import FittingRoom
    from demo.fitting.subject import Subject

FIGURES: Final = ROOT / "assets" / "figures"
SHAPES: Final = ROOT / "catalog" / "shapes.npz"
PIXELS: Final = 1_000_000
"""what a photo is worked on at, so that two seconds are enough"""
MOST: Final = 8
"""products that one person wears at once"""
AT_ONCE: Final = 2
"""people that are dressed at the same time, the others wait: each takes a core and some 60 MB"""
SWITCHED_OFF: Final = (
    "The photographic fitting room is switched off here: set SHOP_TRYON to auto or diffusion, or use "
    "the quick fitting room."
)


def _nobody(_: str) -> None:
    """Is told the stages when nobody asks for them."""


class Fittings:
    """The fitting room of one shop. All is loaded on first use; calls may come from several threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        room: FittingRoom | None = None,
        understand: Callable[[np.ndarray], Parse] | None = None,
        photographic: DiffusionTryOn | None = None,
        pixels: int = PIXELS,
    ) -> None:
        """`room`, `understand` (an RGB photo to its parse) and `photographic` stand in for the shop's own.

        A photo of more than `pixels` is made smaller before anything else.
        """
        self.catalogue = catalogue
        self.settings = settings
        self.pixels = pixels
        self._given_room, self._given_understand = room, understand
        self._lock = Lock()
        self._dressing = BoundedSemaphore(AT_ONCE)
        self._photographic = photographic or _photographic(settings)

    # Who can be dressed, and in what.

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return load_figures(FIGURES)

    def people(self) -> tuple[Figure, ...]:
        """The shop's own people. Raises PictureError when their pictures are missing."""
        return tuple(self._figures.values())

    def figure(self, name: str) -> Figure:
        """One of them by name. Raises PersonError."""
        if name not in self._figures:
            raise PersonError(
                f"There is nobody called “{name}” here; choose one of {', '.join(self._figures)}."
            )
        return self._figures[name]

    def wearable(self, product: Product) -> bool:
        """Whether the fitting room knows how a product of this category is worn."""
        return product.get("category") in KIND_OF

    def check(self, photo: Path | Image.Image, skus: Sequence[str] = ()) -> Guest:
        """The one person of a photo, ready to be dressed in these products.

        Raises PictureError for what is no picture, PersonError with one sentence that says how to
        take a better one, UnknownItemError.
        """
        from demo.fitting.people import check_person
        from demo.fitting.subject import of_photo

        slots = tuple(_slot(product) for product in self._products(skus, least=0))
        if isinstance(photo, Path):
            limits = self.settings
            photo = open_picture(
                photo, max_pixels=limits.picture_pixels, max_bytes=limits.picture_bytes
            )
        pixels = np.array(_bounded(on_white(photo), self.pixels))  # [h, w, 3]
        parse = self._understand(pixels)
        pose = check_person(parse, slots)
        if pose is None:  # legs without a face
            return Guest(parse, of_photo(pixels, parse.labels))
        return Guest(parse, of_photo(pixels, parse.labels, pose.points, pose.visibility))

    def shown(self, guest: Guest, skus: Sequence[str]) -> tuple[str, ...]:
        """Those of the products that the photo shows enough of its person for.

        Raises PersonError, which says what to show, when it is none of them; UnknownItemError.
        """
        from demo.fitting.people import check_person

        seen, problem = [], None
        for product in self._products(skus, least=0):
            try:
                check_person(guest.parse, (_slot(product),))
                seen.append(product.sku)
            except PersonError as error:
                problem = error
        if problem is not None and not seen:
            raise problem
        return tuple(seen)

    def parse(self, person: str | Image.Image) -> Parse:
        """The label map of a figure's picture or a photo, of its size. Refuses no picture."""
        photo = self.figure(person).picture() if isinstance(person, str) else person
        return self._understand(np.array(on_white(photo)))

    def labels(self, figure: str) -> np.ndarray:
        """What is where in a figure's picture, uint8 [1280, 640]. Raises PersonError."""
        return self._subject(figure).labels

    # Being dressed.

    def try_on(
        self,
        person: str | Path | Image.Image | Guest,
        skus: Sequence[str],
        tucked: bool = False,
        recolour: bool = False,
        backend: str | None = None,
        with_stages: bool = False,
        tell: Tell = _nobody,
    ) -> Tried:
        """A person in all of these products at once.

        person: a figure's name, a photo, or a photo's `Guest`. tucked: the top into what is worn below
        it. recolour: the products' fabric on what the person already wears of that kind. backend:
        `warp`, `diffusion` or `auto`; the shop's setting when None. What only a GPU can do falls back
        to the warp, with a notice.
        Raises UnknownItemError, PersonError, PictureError or SettingsError, before anything is drawn.
        """
        started = perf_counter()
        # 1. Check
        products = self._products(skus)
        way = self.way(backend)
        guest = person
        if isinstance(person, Path | Image.Image):
            tell("parse")
            guest = self.check(person, skus)
        elif isinstance(person, Guest):
            self._check_again(person, products)
        subject = guest.subject if isinstance(guest, Guest) else self._subject(guest)
        seconds = {"parse": perf_counter() - started}
        # 2. Dress
        with self._dressing:
            fitting = self.room.dress(
                subject, products, tucked, with_stages, recolour=recolour, tell=tell
            )
        tried = Tried(
            products, fitting.picture, subject.picture, subject.labels, "warp",
            stages=fitting.stages, seconds=seconds | dict(fitting.seconds),
        )  # fmt: skip
        # 3. Photograph
        return self._photographed(tried, tell) if way == "diffusion" else tried

    def _photographed(self, tried: Tried, tell: Tell) -> Tried:
        """The same painted by the large network, or with a notice why not."""
        from demo.fitting.photograph import photographed

        started = perf_counter()
        tell("photograph")
        try:
            if self._photographic is None:
                raise BackendError(SWITCHED_OFF)
            picture = photographed(
                self._photographic, tried.before, tried.labels, tried.picture, tried.products
            )
        except BackendError as error:
            return replace(tried, notice=str(error))
        seconds = {**tried.seconds, "photograph": perf_counter() - started}
        return replace(tried, picture=picture, backend="diffusion", seconds=seconds)

    def way(self, backend: str | None = None) -> Backend:
        """What will draw the picture when `backend` is asked for. Raises SettingsError for another word."""
        asked = backend or self.settings.tryon
        if asked == "auto":
            return "diffusion" if self.photographic else "warp"
        if asked not in get_args(Backend):
            raise SettingsError(f"The backend is warp, diffusion or auto, not {asked!r}.")
        return asked  # type: ignore[return-value]

    # Memory.

    @property
    def photographic(self) -> bool:
        """Whether the photographic way is worth offering here: it was chosen, or a GPU is there."""
        if self._photographic is None:
            return False
        return self.settings.tryon == "diffusion" or _at_hand(self.settings)

    @property
    def loaded(self) -> bool:
        """Whether the photographic way's networks are in memory."""
        return self._photographic is not None and self._photographic.loaded

    def free(self) -> None:
        """Gives their memory back; they load again when they are asked for."""
        if self._photographic is not None:
            self._photographic.free()

    def warm_up(self, after: Callable[[], object] = lambda: None) -> Thread:
        """Loads what dressing needs in a thread, so that the first shopper does not wait for it.

        `after` is called first and may wait for what is more urgent.
        """

        def load() -> None:
            after()
            with suppress(ShopError):  # the first shopper is told
                self._understand(np.full((64, 48, 3), 255, np.uint8))
                wearable = (p.sku for p in self.catalogue.products if self.wearable(p))
                for sku in islice(wearable, 1):
                    self.try_on(self.people()[0].name, [sku], backend="warp")

        thread = Thread(target=load, name="fitting room", daemon=True)
        thread.start()
        return thread

    # What it is made of.

    @cached_property
    def _room(self) -> FittingRoom:
        from demo.catalog.shapes import load_shapes
        from demo.fitting.room import FittingRoom

        known = load_shapes(self.catalogue.folder / SHAPES.name)
        return self._given_room or FittingRoom(load_shapes(SHAPES), known)

    @property
    def room(self) -> FittingRoom:
        """The warp's room. Raises CatalogError when the studio's shapes cannot be read."""
        with self._lock:
            return self._room

    @cached_property
    def _networks(self) -> Callable[[np.ndarray], Parse]:
        from demo.fitting.parsing import parse
        from demo.models.parser import Parser
        from demo.models.pose import PoseNetwork

        poses, parser = PoseNetwork(), Parser()
        return lambda photo: parse(photo, poses, parser)

    def _understand(self, photo: np.ndarray) -> Parse:
        """An RGB photo [h, w, 3] uint8, parsed."""
        if self._given_understand is not None:
            return self._given_understand(photo)
        with self._lock:
            networks = self._networks
        return networks(photo)

    def _subject(self, name: str) -> Subject:
        from demo.fitting.subject import of_figure

        return of_figure(self.figure(name))

    def _products(self, skus: Sequence[str], least: int = 1) -> tuple[Product, ...]:
        """Raises UnknownItemError, or PictureError with what to change."""
        products = tuple(self.catalogue.product(sku) for sku in dict.fromkeys(skus))
        if len(products) < least:
            raise PictureError("There is nothing to try on yet. Choose a piece first.")
        if len(products) > MOST:
            raise PictureError(
                f"{len(products)} pieces are too many to wear at once; choose at most {MOST}."
            )
        for product in products:
            if not self.wearable(product):
                raise PictureError(
                    f"{product.title} cannot be tried on. Choose clothes, shoes, a bag or a hat."
                )
        return products

    def _check_again(self, guest: Guest, products: Sequence[Product]) -> None:
        """A photo may be good enough for a top and not for shoes. Raises PersonError."""
        from demo.fitting.people import check_person

        check_person(guest.parse, tuple(_slot(product) for product in products))


def _slot(product: Product) -> str:
    return piece_of(product).slot or "top"


def _bounded(photo: Image.Image, pixels: int) -> Image.Image:
    """The photo with at most so many pixels."""
    scale = (pixels / (photo.width * photo.height)) ** 0.5
    if scale >= 1:
        return photo
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    return photo.resize(size, Image.Resampling.BOX if scale < 0.25 else Image.Resampling.LANCZOS)


def _photographic(settings: Settings) -> Any:
    """The photographic way, not loaded, where it was not ruled out."""
    if settings.tryon == "warp":
        return None
    from demo.fitting.diffusion import DiffusionTryOn

    device = "cpu" if settings.device == "cpu" else "cuda"
    return DiffusionTryOn(settings.tryon_weights, device=device)


def _at_hand(settings: Settings) -> bool:
    from demo.fitting.diffusion import at_hand

    return at_hand(settings.tryon_weights)
