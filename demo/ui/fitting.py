"""The fitting room as HTML: who wears it, how far the picture is, what can be done with it.

All that can be changed is a link to another place, as anywhere on the page; it does not know how
anybody is dressed, nor where a photo is kept, nor gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from demo.fitting.figures import Figure
from demo.fitting.tried import COLOURS, STAGES
from demo.ui import text
from demo.ui.cards import link, visit
from demo.ui.fitting_pictures import THUMB, FittingPictures
from demo.ui.place import Place
from demo.ui.wearing import OWN, View, Wearing

FIGURE_SIZE: Final = (640, 1280)


@dataclass(frozen=True)
class Mirror:
    """What hangs on the wall: two pictures of one size, and words for those who cannot see them."""

    before: str
    after: str
    """addresses"""
    keep: str
    """address of the picture that is taken home; empty for the one that is shown"""
    alt: str
    shape: tuple[int, int] = FIGURE_SIZE
    """width and height, pixels"""


# -------------------------------------------------------------------------------------- who wears it
def people(figures: Sequence[Figure], shown: FittingPictures, place: Place, has_photo: bool) -> str:
    """The shop's figures to choose from, and the visitor's own photo once there is one."""
    wearing = worn_at(place)
    marks = [_figure(figure, shown, place) for figure in figures]
    own = ""
    if has_photo:
        current = ' aria-current="true"' if wearing.person == OWN else ""
        there = link(dressed(place, replace(wearing, person=OWN)))
        forget = dressed(place, replace(wearing, person="", recolour=False))
        own = (
            f'<p class="self"><a {there} data-focus="own"{current}>{escape(text.FITTING_SELF)}</a>'
            f'<button type="button" class="quiet" {visit(forget)} data-forget>'
            f"{escape(text.FORGET)}</button></p>"
        )
    return (
        f'<h2>{escape(text.FITTING_WHO)}</h2><ul class="figures" role="list">{"".join(marks)}</ul>'
        f'{own}<p class="private">{escape(text.FITTING_PRIVACY)}</p>'
    )


def _figure(figure: Figure, shown: FittingPictures, place: Place) -> str:
    wearing = worn_at(place)
    there = link(dressed(place, replace(wearing, person=figure.name, recolour=False)))
    current = ' aria-current="true"' if figure.name == wearing.person else ""
    alt = escape(described(figure))
    return (
        f'<li><a {there} data-focus="person-{figure.name}"{current} title="{alt}">'
        f'<img src="{escape(shown.thumb(figure.name))}" alt="{alt}" width="{THUMB[0]}" '
        f'height="{THUMB[1]}" loading="lazy" decoding="async">'
        f"<span>{figure.name.capitalize()}</span></a></li>"
    )


def described(figure: Figure) -> str:
    """ "Ada: slim, deep skin, arms at the side" """
    return text.FITTING_FIGURE.format(
        name=figure.name.capitalize(), body=text.FITTING_BODIES[figure.body],
        skin=text.FITTING_SKINS[figure.skin], pose=text.FITTING_POSES[figure.pose],
    )  # fmt: skip


def example() -> str:
    """How a good photo looks, drawn: one person, from the front, head to feet, arms a little away."""
    return (
        '<svg class="example" viewBox="0 0 96 144" width="96" height="144" role="img" '
        f'aria-label="{escape(text.FITTING_EXAMPLE)}"><title>{escape(text.FITTING_EXAMPLE)}</title>'
        '<rect x="2" y="2" width="92" height="140" rx="6" fill="none" stroke="currentColor" '
        'stroke-width="1.5" stroke-dasharray="5 5" opacity=".55"/>'
        '<g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" '
        'stroke-linejoin="round"><circle cx="48" cy="24" r="10"/>'
        '<path d="M48 34v6M36 43c8-4 16-4 24 0l9 28 5 12M36 43l-9 28-5 12M37 46l3 30-3 '
        '6 1 48h8l2-40 2 40h8l1-48-3-6 3-30M38 130l-5 4M58 130l5 4"/></g></svg>'
    )


# ----------------------------------------------------------------------------------- below the mirror
def progress(done: Sequence[str], now: str, backend: str, is_photo: bool) -> str:
    """The stages as a list that fills up; `done` are over, `now` has begun."""
    names = [s for s in STAGES if s != "photograph" or backend == "diffusion"]
    names = [s for s in names if s != "parse" or is_photo]
    rows = []
    for name in names:
        state = "done" if name in done else "now" if name == now else "next"
        current = ' aria-current="step"' if state == "now" else ""
        rows.append(f'<li class="{state}"{current}>{escape(text.FITTING_STAGES[name])}</li>')
    return f'<ol class="stages waiting" role="status">{"".join(rows)}</ol>'


def below(place: Place, mirror: Mirror, note: str, way: str, loaded: bool) -> str:
    """What can be done with the picture: save it, see it before or what is where, have it painted.

    `way` is how it is drawn, empty where there is no choice; `loaded` says that painting takes memory.
    """
    wearing = worn_at(place)
    said = f'<p class="note" role="status">{escape(note)}</p>' if note else ""
    tools: list[str] = []
    if wearing.skus:
        address = f'href="{escape(mirror.keep)}"' if mirror.keep else 'href="#" data-keep'
        tools.append(f'<a class="quiet" {address} download="fitting.jpg">{escape(text.SAVE)}</a>')
        tools.append(_view(text.FITTING_BEFORE, "before", place))
    tools.append(_view(text.FITTING_PARSE, "parse", place))
    if way:
        tools.append(_backends(place, way))
    if loaded and place.panel:
        free = dressed(place, replace(wearing, backend="warp"))
        tools.append(
            f'<button type="button" class="quiet" {visit(free)} data-free>'
            f"{escape(text.FITTING_FREE)}</button>"
        )
    legend = _legend() if wearing.view == "parse" else ""
    spoken = f'<p class="for-readers" role="status">{escape(mirror.alt)}</p>'
    return f'{spoken}{said}<p class="actions">{"".join(tools)}</p>{legend}'


def _view(name: str, view: View, place: Place) -> str:
    """A button that shows the picture in another way, and back."""
    wearing = worn_at(place)
    on = wearing.view == view
    other = replace(wearing, view="" if on else view)
    return (
        f'<button type="button" class="quiet" aria-pressed="{str(on).lower()}" data-focus="{view}" '
        f"{visit(dressed(place, other))}>{escape(name)}</button>"
    )


def refusal(sentence: str) -> str:
    """Why a photo cannot be used and how to take a better one, with a small drawing."""
    return f'<div class="refusal" role="alert">{example()}<p>{escape(sentence)}</p></div>'


def problem(sentence: str) -> str:
    """Why these pieces cannot be worn like this."""
    return f'<p class="note" role="alert">{escape(sentence)}</p>'


def _backends(place: Place, way: str) -> str:
    """Quick on the CPU or painted on a GPU."""
    wearing = worn_at(place)
    marks = []
    for backend, name in text.FITTING_BACKENDS.items():
        there = link(dressed(place, replace(wearing, backend=backend)))  # type: ignore[arg-type]
        current = ' aria-current="true"' if backend == way else ""
        marks.append(f'<a {there} data-focus="by-{backend}"{current}>{escape(name)}</a>')
    label = escape(text.FITTING_BACKEND)
    return f'<span class="backends" role="group" aria-label="{label}">{"".join(marks)}</span>'


def _legend() -> str:
    marks = []
    for name, colour in zip(text.FITTING_CLASSES, COLOURS[1:], strict=True):
        red, green, blue = (int(k) for k in colour)
        marks.append(
            f'<li><span class="swatch" style="--dot:rgb({red} {green} {blue})"></span>'
            f"{escape(name)}</li>"
        )
    return f'<ul class="legend" role="list">{"".join(marks)}</ul>'


# ------------------------------------------------------------------------------------------- parts
def worn_at(place: Place) -> Wearing:
    """Who wears what at a place of the fitting room. Raises ValueError for any other place."""
    if place.wearing is None:
        raise ValueError("Nobody is dressed at this place.")
    return place.wearing


def dressed(place: Place, wearing: Wearing) -> Place:
    """The same place with somebody else in something else."""
    return replace(place, wearing=wearing)
