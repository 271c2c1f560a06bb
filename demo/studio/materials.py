"""How cloths, leathers and metals answer light, as numbers. Knows no outline and no dye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Material:
    """How a surface answers light."""

    gloss: float = 0.03
    sharpness: float = 6.0
    """exponent of the highlight"""
    rim: float = 0.06
    """glow where the surface turns away: fuzz"""
    wrap: float = 0.35
    """how far light creeps round the edge"""
    weave: float = 0.05
    """fine grain of the yarn"""
    contrast: float = 1.0
    """how steep folds look"""
    tint: float = 0.35
    """how much of its highlight takes the dye's colour: little on leather, much on satin"""
    broad: float = 0.0
    """a second, wide highlight beside the sharp one, as a share of the gloss"""
    nap: float = 0.0
    """pile that is dark where it faces the eye and bright where it turns away: velvet"""
    fuzz: float = 0.0
    """fibres that stand off the outline, in world units"""
    sheer: float = 0.0
    """how much shows through where one layer faces the eye; turned cloth is denser"""
    worn: float = 0.0
    """how pale ridges and edges rub"""
    mesh: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None
    """coverage 0..1 of positions (u, v) on the cloth: the holes of lace"""


COTTON = Material(weave=0.03, contrast=1.35)
LINEN = Material(0.03, 5, 0.07, 0.32, 0.08, 1.35)
WOOL = Material(0.022, 3, 0.13, 0.40, 0.10, 1.3, fuzz=0.28)
KNIT = Material(0.02, 3, 0.12, 0.40, 0.06, 1.25, fuzz=0.35)
FLEECE = Material(0.02, 4, 0.10, 0.40, 0.08, 1.25, fuzz=0.5)
DENIM = Material(0.025, 4, 0.06, 0.30, 0.10, 1.2, worn=0.16)
CANVAS = Material(0.025, 4, 0.06, 0.32, 0.12, 1.2)
CORDUROY = Material(0.03, 4, 0.14, 0.36, 0.05, 1.2, nap=0.15)
VELVET = Material(0.05, 3, 0.55, 0.16, 0.02, 1.7, tint=0.9, nap=0.75, fuzz=0.25)
SATIN = Material(0.42, 11, 0.10, 0.25, 0.01, 1.25, tint=0.75, broad=0.55)
CHIFFON = Material(0.04, 6, 0.08, 0.45, 0.03, 1.1, sheer=0.20)
LACE = Material(0.03, 5, 0.08, 0.40, 0.02, 1.0)
LEATHER = Material(0.32, 20, 0.05, 0.25, 0.03, 1.15, tint=0.30, broad=0.30)
NYLON = Material(0.15, 13, 0.06, 0.30, 0.01, 1.1, tint=0.5, broad=0.35)
STRAW = Material(0.06, 8, 0.05, 0.35, 0.05, 1.0)
RUBBER = Material(0.08, 12, 0.02, 0.40, 0.01)
METAL = Material(0.90, 30, 0.20, 0.10, 0.0)
