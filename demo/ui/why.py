"""“Why this?”, as HTML: the reference under the words' looks, and what changed and what stayed.

Knows what the shop says about a product of an answer, and places; it does not know how either was found,
nor gradio. Words are radio buttons, each with its own map: choosing one needs no script.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Final

import numpy as np
from PIL import Image

from demo.search.why import Difference, Glance, Why
from demo.shop import Shop
from demo.types import Product
from demo.ui import text
from demo.ui.cards import link
from demo.ui.pictures import Pictures
from demo.ui.place import Place

HUE: Final = (213, 94, 0)
"""vermilion: told from the grey picture below it by every kind of colour vision"""
LEVELS: Final = 48
"""shades of a map"""
DENSEST: Final = 0.86
"""opacity where a word looked most"""


class Reasons:
    """The controls of one answer's cards, and the panel of the one that is open."""

    def __init__(self, shop: Shop, pictures: Pictures, place: Place) -> None:
        self.shop = shop
        self.pictures = pictures
        self.place = place

    def control(self, product: Product) -> str:
        """The link below a card; it closes the panel that it has opened."""
        sku = product.sku
        opened = self.place.why == sku
        there = replace(self.place, why="" if opened else sku)
        name = escape(f"{text.WHY} {product.title}")
        return (
            f'<a class="to-reasons quiet" {link(there)} data-focus="why {escape(sku)}" '
            f'aria-expanded="{str(opened).lower()}" aria-label="{name}">{text.WHY}</a>'
        )

    def panel(self, product: Product) -> str:
        """What follows an open card in the grid, over its whole width; nothing after others."""
        if self.place.why != product.sku:
            return ""
        why = self.shop.why(self.place.session, product.sku)
        closed = replace(self.place, why="")
        close = (
            f'<a class="quiet close" {link(closed)} data-focus="why {escape(product.sku)}">'
            f"{text.CLOSE}</a>"
        )
        looked = _looked(self.pictures, why) if why.glances else ""
        note = f'<p class="note">{escape(text.said(why.note))}</p>' if why.note else ""
        name = escape(f"{text.WHY} {product.title}")
        return (
            f'<li class="reasons"><section aria-label="{name}">{looked}'
            f'<div class="told"><h3>{escape(product.title)}</h3>{_lists(why)}{note}{close}</div>'
            f"</section></li>"
        )


def _looked(pictures: Pictures, why: Why) -> str:
    """The reference's picture with a map for each word; the last is shown, for it has read all others."""
    reference = why.reference
    assert reference is not None
    height, width = why.glances[0].map.shape
    address = escape(pictures.address(reference, "card"))
    words = "".join(_word(glance, glance is why.glances[-1]) for glance in why.glances)
    return (
        f'<div class="looked" style="--shape: {width} / {height}">'
        f'<img class="below" src="{address}" alt="{escape(reference.title)}" width="{width}" '
        f'height="{height}" decoding="async"><fieldset><legend>{text.LOOKED}</legend>{words}'
        f"</fieldset></div>"
    )


def _word(glance: Glance, chosen: bool) -> str:
    checked = " checked" if chosen else ""
    word = escape(glance.word)
    looked = text.LOOKED_AT if glance.where.startswith("all") else text.LOOKED_MOSTLY
    alt = escape(looked.format(glance.word, text.said(glance.where)))
    return (
        f'<label><input type="radio" name="glance" value="{word}"{checked}><span>{word}</span>'
        f'<img class="heat" src="{heat(glance.map)}" alt="{alt}"></label>'
    )


def heat(look: np.ndarray) -> str:
    """A map [h, w] as a data: address of a PNG, one hue, the denser the more was looked."""
    share = look / max(float(look.max()), 1e-9)
    levels = np.round(share * (LEVELS - 1)).astype(np.uint8)
    image = Image.fromarray(levels).convert("L")
    shown = Image.frombytes("P", image.size, image.tobytes())
    shown.putpalette(HUE * LEVELS)
    opacity = bytes(round(255 * DENSEST * level / (LEVELS - 1)) for level in range(LEVELS))
    out = io.BytesIO()
    shown.save(out, "PNG", transparency=opacity, optimize=True)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")


def _lists(why: Why) -> str:
    """What changed and what stayed, in plain words; empty lists are left out."""
    rows = (
        (text.AS_ASKED, [_instead(d) for d in why.asked]),
        (text.NOT_AS_ASKED, [_instead(d) for d in why.missed]),
        (text.STAYED, [_said(d.attribute, d.after) for d in why.kept]),
        (text.ALSO_CHANGED, [_instead(d) for d in why.changed]),
    )
    shown = "".join(_row(name, values) for name, values in rows if values)
    return f"<dl>{shown}</dl>" if shown else ""


def _row(name: str, values: Iterable[str]) -> str:
    return f"<div><dt>{name}</dt><dd>{escape(text.COMMA.join(values))}</dd></div>"


def _instead(difference: Difference) -> str:
    """ "green instead of red"; only the new value where the old one is not known, or the same."""
    attribute, before, after = difference.attribute, difference.before, difference.after
    if not after:
        return f"{text.said(text.human(attribute))}{text.COLON}{text.NOT_SAID}"
    new = _said(attribute, after)
    if before in ("", after):
        return new
    return text.INSTEAD_OF.format(new, _said(attribute, before))


def _said(attribute: str, value: str) -> str:
    return text.label(attribute, tuple(value.split("|"))) if value else ""
