"""How a flat garment is laid on a body: pins that say where its points go, and the maps from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from demo.studio.worn.plane import Map, thin_plate


@dataclass
class Pins:
    """Points of a flat garment, world units, and where they lie on the body, pixels."""

    flat: list[np.ndarray] = field(default_factory=list)
    worn: list[np.ndarray] = field(default_factory=list)

    def pin(self, flat: np.ndarray | tuple, worn: np.ndarray | tuple) -> None:
        self.flat.append(np.asarray(flat, float))
        self.worn.append(np.asarray(worn, float))

    def with_all(self, *others: Pins) -> Pins:
        """These pins and others'."""
        pins = Pins(list(self.flat), list(self.worn))
        for other in others:
            pins.flat += other.flat
            pins.worn += other.worn
        return pins

    def back(self, stiffness: float = 0.002) -> Map:
        """The smooth map from worn positions to flat ones."""
        return thin_plate(self.worn, self.flat, stiffness)


@dataclass(frozen=True)
class Laid:
    """A garment on a body, in pixels of the figure."""

    scale: float
    """pixels a world unit, about"""
    maps: dict[str, Map]
    """part -> worn positions to flat ones; "" for all other parts"""
    reach: list[np.ndarray]
    """worn positions that the garment reaches"""
    nears: dict[str, Callable[[np.ndarray], np.ndarray]] = field(default_factory=dict)
    """part -> 1 at worn positions where its cloth can be, 0 elsewhere; everywhere when it is missing"""
