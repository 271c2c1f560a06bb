"""The measures of an upper garment: from gender, fit and length to world units. Draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.design import Colourway


@dataclass(frozen=True)
class Cut:
    """Measures of an upper garment in world units; widths are from the centre line."""

    neck: float = 43
    neck_y: float = 84
    neck_depth: float = 38
    shoulder: float = 122
    shoulder_y: float = 114
    chest: float = 120
    armpit_y: float = 218
    waist: float = 115
    waist_y: float = 340
    back: float = 256
    """from the neck down to the waist of the body, wherever the garment is drawn in"""
    hem: float = 120
    hem_y: float = 478
    hem_curve: float = 9
    """how much lower the hem is at the middle than at the sides"""
    sleeve: float = 1.0
    """width of the sleeves; 1 is regular"""
    cuff: float = 17
    reach: float = 1.0
    """length of the sleeves; 1 is to the wrist"""
    puff: float = 0
    """how far a sleeve billows above its cuff"""
    unit: float = 1.0
    """size of collars, pockets and buttons"""

    def scaled(self, factor: float) -> Cut:
        """The same cut seen from further away, the neck staying where it is."""
        y0 = self.neck_y
        values = {
            name: getattr(self, name) * factor
            for name in (
                "neck", "neck_depth", "shoulder", "chest", "waist", "hem", "hem_curve", "cuff",
                "unit", "back",
            )
        }  # fmt: skip
        for name in ("shoulder_y", "armpit_y", "waist_y", "hem_y"):
            values[name] = y0 + (getattr(self, name) - y0) * factor
        return replace(self, **values)


FIT = {"slim": (0.92, 0.885, 0.88), "regular": (1.0, 1.0, 1.0), "relaxed": (1.13, 1.17, 1.20)}
"""fit -> factors on chest and hem, waist, sleeve width"""
HEM = {"cropped": 356, "regular": 462, "long": 556}


def cut_for(colourway: Colourway, rng: np.random.Generator, **measures: float) -> Cut:
    """The cut of a colourway's gender, fit and length; `measures` replace regular ones."""
    cut = Cut()
    if colourway.gender == "women":
        cut = replace(
            cut, neck=41, shoulder=110, chest=110, waist=102, hem=113, armpit_y=207, waist_y=318,
            back=234, cuff=15.5,
        )  # fmt: skip
    else:  # men's backs hang straight
        cut = replace(cut, waist=118.5, hem=120.5)
    shorter = 22 if colourway.gender == "women" else 0
    cut = replace(cut, hem_y=HEM.get(colourway.length, 478) - shorter)
    cut = replace(cut, **measures)
    chest, waist, sleeve = FIT.get(colourway.fit, FIT["regular"])
    if colourway.fit == "slim" and colourway.gender != "women":
        waist = 0.89
    relaxed = colourway.fit == "relaxed"
    cut = replace(
        cut,
        shoulder=cut.shoulder * (1.07 if relaxed else 0.97 if chest < 1 else 1.0),
        shoulder_y=cut.shoulder_y + (7 if relaxed else 0),
        chest=cut.chest * chest,
        waist=cut.waist * waist,
        hem=cut.hem * (chest if not relaxed else 1.10),
        armpit_y=cut.armpit_y + (10 if relaxed else 0),
        sleeve=cut.sleeve * sleeve,
        cuff=cut.cuff * (1.06 if relaxed else 1.0),
    )
    jitter = 1 + rng.uniform(-0.025, 0.025, 4)
    cut = replace(
        cut,
        chest=cut.chest * jitter[0],
        waist=cut.waist * jitter[1],
        hem=cut.hem * jitter[2],
        hem_y=cut.hem_y + rng.uniform(-7, 7),
        sleeve=cut.sleeve * jitter[3],
    )
    if cut.hem_y < cut.waist_y + 30:
        share = max(0.0, (cut.hem_y - cut.armpit_y) / (cut.waist_y - cut.armpit_y + 1e-6))
        hem = cut.chest + (cut.waist - cut.chest) * min(1.0, share)
        cut = replace(cut, waist_y=cut.armpit_y + 0.6 * (cut.hem_y - cut.armpit_y), hem=hem + 2)
        cut = replace(cut, waist=(cut.chest + cut.hem) / 2)
    return cut
