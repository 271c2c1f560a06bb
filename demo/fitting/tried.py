"""What the fitting room hands out: a person in a photo, and a person in products. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from demo.types import Product

if TYPE_CHECKING:
    from demo.fitting.parsing import Parse
    from demo.fitting.subject import Subject

Backend = Literal["warp", "diffusion"]
Tell = Callable[[str], None]
"""is told the name of each stage as it begins: one of `STAGES`"""
COLOURS: Final = np.array([
    (246, 245, 242), (58, 48, 44), (236, 188, 160), (226, 160, 120), (200, 136, 100), (86, 120, 190),
    (92, 160, 120), (120, 90, 140), (190, 190, 196),
], np.uint8)  # fmt: skip
"""of the parser's labels where they are shown: its stage “shape”, and the page's legend"""
STAGES: Final = ("parse", "warp", "undress", "lay on", "photograph")


@dataclass(frozen=True)
class Guest:
    """A person in a photo, understood once and dressed as often as one likes."""

    parse: Parse
    subject: Subject


@dataclass(frozen=True)
class Tried:
    """A person in products, and how that was done."""

    products: tuple[Product, ...]
    picture: np.ndarray
    """straight-alpha uint8 [h, w, 4]; a photo's alpha is 255 everywhere"""
    before: np.ndarray
    """the person without the products, as large"""
    labels: np.ndarray
    """uint8 [h, w], what was where before: the parser's classes"""
    backend: Backend
    """what drew the picture"""
    notice: str = ""
    """one sentence when the photographic way was asked for and could not be gone; else empty"""
    stages: tuple[tuple[str, np.ndarray], ...] = ()
    """name -> RGB uint8 picture of what the stage made, when they were asked for"""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """stage -> seconds"""
