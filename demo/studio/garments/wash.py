"""How denim wears: indigo that dulls, pale yarn where it rubs. Knows cloth, no garment's shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, F32, Array, noise
from demo.studio.fabrics import Cloth
from demo.studio.light import Texture

PALE = np.array([0.46, 0.50, 0.57], F32)
"""linear rgb of undyed yarn with what indigo stays on it"""
FADES = {"light-blue": 0.45, "blue": 0.5, "navy": 0.34, "grey": 0.36, "black": 0.2}
"""colour -> how much of the pale yarn shows where jeans rub most; none on other dyes"""


def indigo(cloth: Cloth) -> Cloth:
    """The cloth in a vat dye's duller, greener blue."""

    def dulled(texture: Texture) -> Texture:
        def vat(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
            albedo, relief = texture(u, v, seed)
            grey = albedo @ np.array([0.25, 0.6, 0.15], F32)
            return albedo * 0.66 + 0.34 * grey[..., None] * np.array([0.72, 1.0, 1.5], F32), relief

        return vat

    return replace(cloth, texture=dulled(cloth.texture), ground=dulled(cloth.ground))


def worn(
    texture: Texture, rubbed: Callable[[np.ndarray, np.ndarray], Array], side: int, strength: float
) -> Texture:
    """One leg's denim with pale yarn where `rubbed` (distance from the centre line, y) is 1."""
    c, s = np.cos(np.deg2rad(-1.6 * side)), np.sin(np.deg2rad(-1.6 * side))

    def rubbed_through(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = texture(u, v, seed)
        x, y = CX + 2 * side + u * c - v * s, 100 + u * s + v * c
        patchy = 1 + 0.18 * noise(44, 9, u + seed % 89, v, 0.5)
        share = np.clip(strength * patchy * rubbed(side * (x - CX), y), 0, 0.85)[..., None]
        pale = np.maximum(albedo * 1.1 + 0.05, 0.35 * albedo + 0.65 * PALE)
        return (albedo * (1 - share) + pale * share).astype(F32), relief

    return rubbed_through
