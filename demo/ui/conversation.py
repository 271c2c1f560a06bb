"""The conversation, as HTML: turns, what was understood, suggestions, and ways back.

Knows places and chips; it does not know how an answer is found, nor gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from demo.shop import Shop
from demo.types import Chip, Turn, Way
from demo.ui import text
from demo.ui.cards import link, visit
from demo.ui.place import Place

ALTERNATIVES: Final = 3
"""values a chip names before it counts the rest"""


def thread(shop: Shop, place: Place, chips: Sequence[Chip]) -> str:
    """What was said, turn by turn, and below each what of it still holds as it was understood."""
    session = place.session
    if not session.turns and not session.undone:
        return f"<h2>{text.ALMOST}</h2>"
    turns = [_turn(place, chips, number) for number in range(len(session.turns))]
    ways = ""
    if session.turns:
        ways += _way(text.UNDO, place.about(shop.undo(session)), "quiet")
    if session.undone:
        ways += _way(text.REDO, place.about(shop.redo(session)), "quiet")
    if session.turns:
        over = place.about(replace(session, turns=(), undone=()))
        ways += _way(text.START_OVER, over, "quiet")
        done = f'data-copy data-copied="{escape(text.COPIED)}"'
        ways += f'<button type="button" class="quiet" {done}>{text.COPY}</button>'
    return (
        f'<h2 class="for-readers">{text.SO_FAR}</h2><div class="talked">'
        f'<p class="actions">{ways}</p>'
        f'<div class="thread"><ol class="turns">{"".join(turns)}</ol></div></div>'
    )


def _turn(place: Place, chips: Sequence[Chip], number: int) -> str:
    turn = place.session.turns[number]
    if turn.drops:
        return f'<li class="taken"><p class="dropped">{escape(turn.words)}</p></li>'
    if turn.passes:
        return f'<li class="taken">{_chips(place, chips, number)}</li>'
    edit = replace(place.about(place.session), editing=number)
    name = f"{text.EDIT}: {turn.words}"
    button = (
        f'<button type="button" class="edit" aria-label="{escape(name)}" title="{text.EDIT}" '
        f"{visit(edit)}>✎</button>"
    )
    current = ' aria-current="true"' if place.editing == number else ""
    said = f'<p class="said"{current}>{escape(turn.words)}</p>'
    return f"<li>{said}{button}{_chips(place, chips, number)}</li>"


def _chips(place: Place, chips: Sequence[Chip], turn: int) -> str:
    """What of a turn holds, each with a button that takes it away."""
    marks = []
    for chip in chips:
        if chip.turn != turn:
            continue
        said = text.said(chip.label)
        label = escape(_short(said))
        without = _one_more(place, Turn(text.WITHOUT.format(said), chip.key))
        marks.append(
            f'<li class="chip {chip.kind}">{label}<button type="button" class="remove" '
            f'aria-label="{text.REMOVE} {escape(said)}" {visit(without)}>×</button></li>'
        )
    if not marks:
        return ""
    return f'<ul class="chips" aria-label="{escape(text.UNDERSTOOD)}">{"".join(marks)}</ul>'


def _short(label: str) -> str:
    """ "denim jacket or parka or blazer or …" -> "denim jacket, parka or 4 more"."""
    values = label.split(text.EITHER)
    if len(values) <= ALTERNATIVES:
        return label
    named = text.COMMA.join(values[: ALTERNATIVES - 1])
    return text.MORE_VALUES.format(named, len(values) - ALTERNATIVES + 1)


def suggestions(place: Place, words: Sequence[str]) -> str:
    """One-tap turns: each leads to the session with that turn added. None while one is edited."""
    if place.editing >= 0:
        kept = _way(text.KEEP, place.about(place.session), "quiet")
        return f'<p class="ideas editing" role="status">{text.EDITING} {kept}</p>'
    buttons = []
    for idea in words:
        there = visit(_one_more(place, Turn(idea)))
        buttons.append(f'<button type="button" class="idea" {there}>{escape(idea)}</button>')
    name = escape(text.SUGGESTIONS)
    return f'<p class="ideas" role="group" aria-label="{name}">{"".join(buttons)}</p>'


def ways_out(place: Place, ways: Sequence[Way]) -> str:
    """The smallest steps back, each with the number of products it would show."""
    buttons = []
    for way in ways:
        there = visit(_one_more(place, way.turn))
        count = f'<span class="count">{way.count:,}</span>'
        buttons.append(
            f'<button type="button" class="idea" {there}>{escape(text.said(way.label))} {count}</button>'
        )
    if not buttons:
        return ""
    return f'<p class="ways" role="group" aria-label="{text.WAYS}">{"".join(buttons)}</p>'


def nothing(shop: Shop, place: Place, message: str, ways: Sequence[Way] = ()) -> str:
    """One sentence and the ways back, where the grid would be: steps back, undo, all."""
    session = place.session
    steps = ways_out(place, ways)
    if session.turns:
        back = _way(text.UNDO, place.about(shop.undo(session)), "quiet" if steps else "solid")
    else:
        back = f'<a class="solid" {link(Place())}>{text.EVERYTHING}</a>'
    return (
        f'<div class="nothing"><p>{escape(message or text.NOTHING)}</p>{steps}'
        f'<p class="actions">{back}</p></div>'
    )


def _one_more(place: Place, turn: Turn) -> Place:
    """The place with one more turn; whether there is room for it is checked on arrival."""
    session = place.session
    return place.about(replace(session, turns=(*session.turns, turn), undone=()))


def _way(name: str, place: Place, look: str) -> str:
    return f'<button type="button" class="{look}" {visit(place)}>{name}</button>'
