"""The fitting room's pictures as addresses: of figures by a route, of a visitor's photo as data.

A figure's pictures are the same for everybody: they stay in memory for a while and have an address that
browsers may keep. A photo's pictures have none: they are part of the answer to their owner. Knows
pixels and names; it does not know how anybody is dressed, nor gradio.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import demo.fitting
import demo.studio.worn
from demo.errors import ShopError
from demo.fitting.tried import COLOURS, Tried
from demo.trying import Fittings
from demo.ui.guests import Held
from demo.ui.latest import Latest
from demo.ui.pictures import FOR_GOOD
from demo.ui.wearing import Wearing

CACHED_BYTES: Final = 24_000_000
"""some 300 pictures of figures"""
THUMB: Final = (160, 320)
TINT: Final = 0.62
"""share of a label's colour in the picture that shows what is where"""
GROUND: Final = (246, 245, 242, 255)
"""behind a figure, as the mirror's own in the style sheet"""
BARE: Final = "bare"


class FittingPictures:
    """Pictures of one shop's fitting room."""

    def __init__(self, fittings: Fittings, most_bytes: int = CACHED_BYTES) -> None:
        self.fittings = fittings
        self.sent = Latest(most_bytes)
        self._version = f"{fittings.catalogue.hash}-{_drawn()}"

    # Figures.

    def thumb(self, figure: str) -> str:
        """Address of a figure's small picture, relative to the page."""
        return self._address(f"{figure}.thumb", "webp")

    def bare(self, figure: str) -> str:
        """Address of a figure as it is before it is dressed."""
        return self._address(f"{figure}.{BARE}", "webp")

    def name_of(self, wearing: Wearing) -> str:
        """What a figure's picture is called: who wears which rows of the table, and how."""
        rows = sorted(self.fittings.catalogue.row(sku) for sku in wearing.skus)
        painted = self.fittings.way(wearing.backend) == "diffusion"
        how = "t" * wearing.tucked + "r" * wearing.recolour + "p" * painted
        return f"{wearing.person}.{'-'.join(map(str, rows))}{how and f'.{how}'}"

    def known(self, name: str) -> bool:
        """Whether a figure's picture is still in memory."""
        return name in self.sent

    def keep(self, name: str, tried: Tried) -> None:
        """Remembers a figure's picture and what is where in it."""
        self.sent.get(name, lambda: _webp(on_ground(tried.picture)))

    def worn(self, name: str) -> str:
        """Address of a picture that `keep` remembers."""
        return self._address(name, "webp")

    def to_keep(self, name: str) -> str:
        """Address of the same as a JPEG, to take home."""
        return self._address(name, "jpg")

    def parsed(self, figure: str) -> str:
        """Address of a figure in the colours of the parser's labels."""
        return self._address(f"{figure}.parse", "webp")

    def _address(self, name: str, kind: str) -> str:
        return f"fitted/{self._version}/{name}.{kind}"

    def route(self) -> Route:
        """`/fitted/<version>/<name>.<webp|jpg>`; what is not in memory and no bare figure is 404."""

        def picture(request: Request) -> Response:  # not async: runs in a thread
            named = request.path_params
            name, _, kind = named["name"].rpartition(".")
            try:
                if named["version"] != self._version or kind not in ("webp", "jpg"):
                    raise KeyError(name)
                data = self.sent.get(name, lambda: self._undressed(name))
            except (KeyError, ShopError):
                return Response("There is no such picture.", 404, media_type="text/plain")
            headers = dict(FOR_GOOD)
            if kind == "jpg":
                headers["Content-Disposition"] = "attachment"  # the link names the file
                data = _jpeg(np.asarray(Image.open(io.BytesIO(data))))
            media = "image/jpeg" if kind == "jpg" else "image/webp"
            return Response(data, media_type=media, headers=headers)

        return Route("/fitted/{version}/{name}", picture, name="fitted")

    def _undressed(self, name: str) -> bytes:
        """A figure that wears nothing of the shop's. Raises KeyError, PersonError or PictureError."""
        person, _, shown = name.rpartition(".")
        figure = self.fittings.figure(person).picture()
        if shown == "thumb":
            return _webp(np.asarray(figure.resize(THUMB, Image.Resampling.LANCZOS)))
        if shown == BARE:
            return _webp(on_ground(np.asarray(figure)))
        if shown == "parse":
            return _webp(on_ground(tinted(np.asarray(figure), self.fittings.labels(person))))
        raise KeyError(name)

    # Visitors.

    def own(self, held: Held, name: str, make: Callable[[], np.ndarray]) -> str:
        """A photo's picture as a data: address; `make` gives its pixels when it is not kept."""
        data = held.pictures.get(name, lambda: _jpeg(make()))
        return f"data:image/jpeg;base64,{base64.b64encode(data).decode('ascii')}"


@lru_cache(maxsize=4)
def pictures_of(fittings: Fittings) -> FittingPictures:
    """The pictures of a fitting room: the page makes them, and the route sends the same."""
    return FittingPictures(fittings)


def tinted(picture: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """A picture uint8 [h, w, 3 or 4] in the colours of its labels [h, w]; what is no person stays."""
    share = np.where(labels == 0, 0.0, TINT)[..., None]
    colours = picture[..., :3] * (1 - share) + COLOURS[labels] * share
    return np.dstack([colours.astype(np.uint8), picture[..., 3:]])


@cache
def _drawn() -> str:
    """A short name of how people are dressed: pictures that browsers keep must not outlive it."""
    code, rooms = sha256(), (demo.fitting, demo.studio.worn)
    for path in sorted(p for room in rooms for p in Path(room.__file__ or "").parent.glob("*.py")):
        code.update(path.read_bytes())
    return code.hexdigest()[:8]


def _webp(picture: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "WEBP", quality=86, method=2)
    return file.getvalue()


def on_ground(picture: np.ndarray) -> np.ndarray:
    """RGB uint8 of a straight-alpha picture on the mirror's ground: a slider shows one above another."""
    ground = Image.new("RGBA", picture.shape[1::-1], GROUND)
    return np.asarray(Image.alpha_composite(ground, Image.fromarray(picture)).convert("RGB"))


def _jpeg(picture: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(picture[..., :3]).save(file, "JPEG", quality=90)
    return file.getvalue()
