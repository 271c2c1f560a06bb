"""The fitting room: products and people by name, and what was bent before is not bent again.

Knows where shapes and pictures come from; how a person is dressed is `demo.fitting.dressing`'s.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import Final, Generic, TypeVar

import numpy as np

from demo.catalog.pictures import open_picture
from demo.catalog.shapes import Shape
from demo.fitting.carried import shoes
from demo.fitting.dressing import Fitting, dress
from demo.fitting.figures import SIZE, Figure
from demo.fitting.garments import Garment, read_garment
from demo.fitting.outline import Outlines
from demo.fitting.recolouring import REGION, in_fabrics
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn, put_on
from demo.studio.canvas import F32
from demo.studio.worn.body import Body
from demo.types import Product

T = TypeVar("T")

KEPT: Final = 96
"""garments, bent or flat, that are remembered: about 1 MB each"""


class FittingRoom:
    """Dresses people in products. Calls may come from several threads."""

    def __init__(
        self, shapes: Mapping[str, Shape], known: Mapping[str, Shape] | None = None
    ) -> None:
        """shapes: what the studio knows of its own products, by SKU: others are compared with them.

        known: what is known of the products that will be worn, where those are not the studio's.
        """
        self._known = shapes if known is None else known
        self._outlines = Outlines(shapes)
        self._flat: _Memory[Garment] = _Memory()
        self._worn: _Memory[_Packed] = _Memory()

    def dress(
        self, person: Subject, products: Sequence[Product], tucked: bool = False,
        with_stages: bool = False, tell: Callable[[str], None] = lambda stage: None,
        recolour: bool = False,
    ) -> Fitting:  # fmt: skip
        """The person in all of these products; nothing of a photo is kept.

        tell: is told each stage's name as it begins. recolour: the products' fabric on what the person
        wears already, whose shape stays; shoes, bags and hats are put on all the same.
        Raises PictureError when a product's picture cannot be worn, PersonError when nothing is worn
        that could take a fabric.
        """
        garments = [self._garment(product) for product in products]
        if recolour:
            lend = [garment for garment in garments if garment.kind in REGION]
            own = in_fabrics(person, lend or garments, with_stages, tell)
            rest = [garment for garment in garments if garment.kind not in REGION]
            if not rest:
                return own
            person = replace(person, picture=own.picture)
            over = dress(person, rest, False, with_stages, self._put_on, self._shoes, tell=tell)
            return replace(over, stages=own.stages + over.stages)
        return dress(person, garments, tucked, with_stages, self._put_on, self._shoes, tell=tell)

    def _garment(self, product: Product) -> Garment:
        def read() -> Garment:
            picture = open_picture(product.image, name=product.title)
            return read_garment(product, picture, self._known.get(product.sku), self._outlines)

        return self._flat.get((product.sku, str(product.image)), read)

    def _put_on(self, garment: Garment, body: Body) -> Worn:
        if body.figure.name == "":  # a photo's person
            return put_on(garment, body)

        def bend() -> _Packed:
            worn = put_on(garment, body)
            return _Packed(worn.sheets, worn.landmarks)

        packed = self._worn.get((body.figure.name, garment.sku), bend)
        return Worn(garment, packed.sheets(), dict(packed.landmarks))

    def _shoes(self, garment: Garment, figure: Figure) -> dict[str, np.ndarray]:
        if figure.name == "":
            return shoes(garment, figure)
        key = (figure.name, garment.sku)
        return self._worn.get(key, lambda: _Packed(shoes(garment, figure), {})).sheets()


class _Packed:
    """Sheets of the frame cut to what they cover, 8 bits a channel."""

    def __init__(
        self, sheets: Mapping[str, np.ndarray], landmarks: Mapping[str, tuple[float, float]]
    ) -> None:
        self.landmarks = landmarks
        self._cut = {}
        for name, sheet in sheets.items():
            rows = np.flatnonzero(sheet[..., 3].any(1))
            columns = np.flatnonzero(sheet[..., 3].any(0))
            if len(rows):
                box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            else:
                box = np.s_[0:0, 0:0]
            self._cut[name] = (box, (np.clip(sheet[box], 0, 1) * 255 + 0.5).astype(np.uint8))

    def sheets(self) -> dict[str, np.ndarray]:
        """name -> premultiplied float [1280, 640, 4]."""
        found = {}
        for name, (box, small) in self._cut.items():
            found[name] = np.zeros((SIZE[1], SIZE[0], 4), F32)
            found[name][box] = small.astype(F32) / 255
        return found


class _Memory(Generic[T]):
    """The last things that were made, by key."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, str], make: Callable[[], T]) -> T:
        """What is kept under the key, made now when nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made
