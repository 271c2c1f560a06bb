"""The measures of trousers and shorts: from gender, fit, length to world units. Draws nothing."""

from __future__ import annotations

from demo.studio.design import Colourway
from demo.studio.garments.legs import Legs

BOTTOMS = {"long": 602.0, "regular": 588.0, "cropped": 506.0}
WIDTHS = {"slim": 0.84, "regular": 1.0, "relaxed": 1.20, "": 1.0}
HIPS = {"slim": 0.96, "relaxed": 1.05}
TAPERED = 0.45
"""share of a leg's narrowing (or flare) below the knee that is lost when it is cropped"""
INSEAMS = {"mini": 46.0, "regular": 84.0, "knee": 128.0}
"""length -> world units from crotch to hem of shorts"""


def trouser_cut(
    c: Colourway,
    knee: float,
    hem: float,
    *,
    top: float = 46.0,
    rise: float = 152.0,
    waist: float = 0.0,
    dip: float = 9.0,
    **more: float,
) -> Legs:
    """Widths follow the fit; men's are straighter at the hip, cropped legs end wider.

    rise: from waist to crotch; waist: how much wider it is than a regular one.
    """
    width = WIDTHS[c.fit]
    bottom = BOTTOMS.get(c.length, 602.0)
    if c.length == "cropped":
        hem = knee + (1 - TAPERED) * (hem - knee)
    women = c.gender == "women"
    hip = HIPS.get(c.fit, 1.0) * (100 if women else 97)
    around = (75 if women else 83) + waist
    return Legs(
        top=top,
        waist=around,
        hip=hip,
        crotch=top + rise + (0 if women else 5),
        knee=knee * width,
        hem=hem * width,
        bottom=bottom,
        dip=dip,
        **more,
    )


def shorts_cut(
    c: Colourway,
    hem: float,
    *,
    rise: float = 148.0,
    waist: float = 0.0,
    dip: float = 9.0,
    inseam: float = 0.0,
    gap: float = 26.0,
    **more: float,
) -> Legs:
    """Nearer than trousers, as a photographer would go; wider than tall, the legs splayed.

    hem: width of a leg as a share of the hip's; inseam: how much longer than its length's.
    """
    women, mini = c.gender == "women", c.length == "mini"
    hip = 128.0 * {"slim": 0.95, "relaxed": 1.05}.get(c.fit, 1.0)
    top, crotch = 170.0, 170.0 + rise
    half = hem * hip * {"slim": 0.94, "relaxed": 1.06}.get(c.fit, 1.0) * (1.0 if mini else 0.97)
    return Legs(
        top=top,
        waist=(98.0 if women else 108.0) + waist,
        hip=hip,
        crotch=crotch,
        knee=60,
        hem=half,
        bottom=crotch + INSEAMS[c.length] + inseam,
        gap=gap,
        dip=dip,
        **more,
    )
