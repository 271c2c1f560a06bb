"""A session's turns -> what they add up to: each turn read and added to the state, in order.

Knows turns and what was on screen when they were said; it does not know the index or a network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from demo.dialogue.asides import REPLIES
from demo.dialogue.labels import SIGNS
from demo.dialogue.state import State, meets
from demo.dialogue.tongues import TONGUES
from demo.dialogue.understand import Said, understand
from demo.errors import WordsError
from demo.stages import stage
from demo.types import Intent, Product, Session

MOST_DROPS = 4
Look = Callable[[Intent], Sequence[Product]]
"""what a shopper sees for an intent, best first"""


@stage("understand")
def replay(
    session: Session,
    reference: Product | None,
    currency: str,
    read: Callable[[str, str], Said] = understand,
    rates: Mapping[str, float] | None = None,
    look: Look | None = None,
) -> Intent:
    """Adds up all turns. `currency` is the table's, `rates` what one unit of each is worth.

    `look` answers turns that point at the screen; without it they say only what their words say.
    Raises WordsError when a turn names prices in a currency that has no rate.
    """
    start = State(reference, currency)
    trail = [start]  # the last is what holds; "go back" shortens it
    reply, unknown = "", ()
    for number, turn in enumerate(session.turns):
        state = trail[-1].snapshot()
        reply, unknown = "", ()
        if turn.drops:
            for key in turn.drops.split()[:MOST_DROPS]:
                state.remove(key)
        elif turn.passes:
            state.pass_over(turn.passes, turn.words, number)
        else:
            said = _converted(read(turn.words, state.kind), currency, rates or {})
            if said.back == "start":
                state = start.snapshot()
            elif said.back == "step":
                del trail[max(1, len(trail) - 1) :]
                continue
            missed = _point(state, said, read, number, turn.item, look)
            state.add(said, number)
            reply = missed or _reply(said)
            unknown = tuple(said.rest.split()) if said.rest else ()
        trail.append(state)
    return trail[-1].intent(reply, unknown)


def _point(
    state: State, said: Said, read: Callable[[str, str], Said], turn: int, item: str,
    look: Look | None,
) -> str:  # fmt: skip
    """Takes the thing on screen that a turn points at, or says that there is none."""
    if look is None or not (said.nth or (said.that_one and turn)):
        if look is not None and said.relative and state.reference is None:
            shown = look(state.intent())
            if shown and turn:
                state.point(shown[0], turn)  # "darker" without an item: than the best so far
        return ""
    shown = look(state.intent())
    if said.that_one:
        described = read(said.that_one, state.kind).wanted
        named = [product for product in shown if described and meets(product, described)]
        if named:
            state.point(named[0], turn)
        return ""
    pointed = [product for product in shown if product.sku == item]
    if pointed:
        state.point(pointed[0], turn)
        return ""
    if 0 < said.nth <= len(shown) or (said.nth < 0 and shown):
        state.point(shown[said.nth - 1 if said.nth > 0 else -1], turn)
        return ""
    if said.language in TONGUES:
        return TONGUES[said.language].replies["point"]
    things = "is only 1 piece" if len(shown) == 1 else f"are only {len(shown)} pieces"
    return f"There {things} to point at." if shown else "There is nothing to point at yet."


def _reply(said: Said) -> str:
    """One sentence for another room's request or for small talk."""
    asked = said.elsewhere or said.chat
    if said.language in TONGUES:
        return TONGUES[said.language].replies.get(asked, "")
    return REPLIES.get(asked, "")


def _converted(said: Said, currency: str, rates: Mapping[str, float]) -> Said:
    """The turn with its prices in the table's currency. Raises WordsError."""
    if not said.currency or not currency or said.currency == currency:
        return said
    if said.currency not in rates or currency not in rates:
        named = SIGNS.get(currency, currency)
        raise WordsError(f"Prices here are in {currency}. Name the amount in {named}, please.")
    rate = rates[said.currency] / rates[currency]
    low, high = (None if p is None else round(p * rate, 2) for p in (said.price_min, said.price_max))
    return replace(said, price_min=low, price_max=high, currency=currency)
