"""The conversation, as HTML: turns, what was understood, suggestions, and ways back.

Knows places and chips; it does not know how an answer is found, nor gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from demo.dialogue.understand import understand
from demo.shop import Shop
from demo.types import Chip, Turn
from demo.ui import text
from demo.ui.cards import link, visit
from demo.ui.place import Place

LIMITS_TO_DROP: Final = 2
ALTERNATIVES: Final = 3
"""values a chip names before it counts the rest"""


def thread(shop: Shop, place: Place, chips: Sequence[Chip]) -> str:
    """What was said, turn by turn, and below each what of it still holds as it was understood."""
    session = place.session
    if not session.turns:
        return f"<h2>{text.ALMOST}</h2>"
    turns = [
        f'<li><p class="said">{escape(turn.words)}</p>{_chips(chips, number)}</li>'
        for number, turn in enumerate(session.turns)
    ]
    over = place.about(replace(session, turns=()))
    return (
        f'<h2 class="for-readers">{text.SO_FAR}</h2><div class="thread"><ol class="turns">'
        f"{''.join(turns)}</ol></div>"
        '<p class="actions">'
        + _way(text.UNDO, place.about(shop.undo(session)), "quiet")
        + _way(text.START_OVER, over, "quiet")
        + f'<button type="button" class="quiet" data-copy>{text.COPY}</button></p>'
    )


def _chips(chips: Sequence[Chip], turn: int) -> str:
    marks = [
        f'<li class="chip {chip.kind}">{escape(_short(chip.label))}</li>'
        for chip in chips
        if chip.turn == turn
    ]
    return f'<ul class="chips" aria-label="Understood">{"".join(marks)}</ul>' if marks else ""


def _short(label: str) -> str:
    """ "denim jacket or parka or blazer or …" -> "denim jacket, parka or 4 more"."""
    values = label.split(" or ")
    if len(values) <= ALTERNATIVES:
        return label
    named = ", ".join(values[: ALTERNATIVES - 1])
    return f"{named} or {len(values) - ALTERNATIVES + 1} more"


def suggestions(place: Place, words: Sequence[str]) -> str:
    """One-tap turns: each leads to the session with that turn added."""
    session = place.session
    buttons = []
    for idea in words:
        longer = replace(session, turns=(*session.turns, Turn(idea)))
        there = visit(place.about(longer))
        buttons.append(f'<button type="button" class="idea" {there}>{escape(idea)}</button>')
    return f'<p class="ideas" role="group" aria-label="Suggestions">{"".join(buttons)}</p>'


def nothing(shop: Shop, place: Place, message: str, chips: Sequence[Chip] = ()) -> str:
    """One sentence and the ways back, where the grid would be: a limit to drop, undo, all."""
    session = place.session
    ways = []
    for words in _taken_back(chips):
        without = place.about(replace(session, turns=(*session.turns, Turn(words))))
        ways.append(_way(escape(words.capitalize()), without, "solid" if not ways else "quiet"))
    if session.turns:
        back = place.about(shop.undo(session))
        ways.append(_way(text.UNDO, back, "solid" if not ways else "quiet"))
    else:
        ways.append(f'<a class="solid" {link(Place())}>{text.EVERYTHING}</a>')
    return (
        f'<div class="nothing"><p>{escape(message or text.NOTHING)}</p>'
        f'<p class="actions">{"".join(ways)}</p></div>'
    )


def _taken_back(chips: Sequence[Chip]) -> list[str]:
    """The words that drop a limit, for those limits that words can drop."""
    limits = [chip.attribute for chip in chips if chip.kind in ("limit", "unwanted")]
    words = [f"any {attribute}" for attribute in dict.fromkeys(limits)]
    return [said for said in words if understand(said).anything][:LIMITS_TO_DROP]


def _way(name: str, place: Place, look: str) -> str:
    return f'<button type="button" class="{look}" {visit(place)}>{name}</button>'
