"""Stories for the person who presents: shoppers with a wish, told step by step on the real page.

A script says what a shopper does, never what the shop answers: every step asks the shop as a visitor would,
and what it `claims` about the answer is checked by a test, not shown. Knows places and the shop's
calls; it does not know gradio.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import Final, Literal

from demo.dialogue.state import meets
from demo.errors import SessionError, UnknownItemError
from demo.shop import Shop
from demo.types import Product, Session, Turn
from demo.ui import text
from demo.ui.place import Place, fitting_place, looks_place, to_address
from demo.ui.styling import Styling

Does = Literal["browse", "take", "search", "say", "choose", "pass over", "looks", "open", "wear"]


@dataclass(frozen=True)
class Claim:
    """What must be true of an answer for its step to be worth telling."""

    first: int = 4
    """products at the top that it holds for"""
    has: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """attribute -> values that would do"""
    price_max: float | None = None


@dataclass(frozen=True)
class Step:
    """One thing that the shopper does."""

    does: Does
    words: str = ""
    """what is said or searched for; the shelf for "browse", the occasion for "looks" """
    like: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """for "take": the first product of the catalogue that has all of this"""
    nth: int = 1
    """for "choose", "pass over" and "open": which of those shown, from 1"""
    claim: Claim = Claim()


@dataclass(frozen=True)
class Story:
    """One shopper; what is told about each step stands in `demo/ui/tongues` under the story's name."""

    name: str
    steps: tuple[Step, ...]


def _one(**values: str) -> dict[str, tuple[str, ...]]:
    return {attribute: (value,) for attribute, value in values.items()}


STORIES: Final[dict[str, Story]] = {
    story.name: story
    for story in (
        Story("mara", (
            Step("browse", "outerwear", claim=Claim(has=_one(category="outerwear"))),
            Step("take", like=_one(type="blazer", colour="navy", pattern="solid")),
            Step("say", "in burgundy", claim=Claim(2, _one(colour="burgundy"))),
            Step("say", "more casual, under €150", claim=Claim(4, price_max=150)),
            Step("choose", nth=1),
            Step("looks", "office"),
            Step("open", nth=1),
            Step("wear"),
        )),
        Story("jonas", (
            Step("search", "grey hoodie for the gym", claim=Claim(4, {"type": ("hoodie", "zip-hoodie")})),
            Step("choose", nth=1),
            Step("say", "darker, with a zip", claim=Claim(2, {"type": ("zip-hoodie",)})),
            Step("pass over", nth=1, claim=Claim(2)),
            Step("say", "not black, at most 60 euros", claim=Claim(4, price_max=60)),
            Step("looks", "active"),
            Step("open", nth=1),
            Step("wear"),
        )),
        Story("yuki", (
            Step("search", "赤いワンピース", claim=Claim(4, _one(colour="red", category="dresses"))),
            Step("choose", nth=1),
            Step("say", "もっと長く", claim=Claim(2, _one(category="dresses"))),
            Step("say", "花柄で", claim=Claim(2, _one(pattern="floral"))),
            Step("say", "150ユーロ以下", claim=Claim(2, price_max=150)),
            Step("looks"),
        )),
        Story("minjun", (
            Step("take", like=_one(type="t-shirt", sleeve="short", pattern="solid", colour="white")),
            Step("say", "긴소매로", claim=Claim(4, _one(sleeve="long"))),
            Step("say", "남색으로", claim=Claim(2, _one(sleeve="long", colour="navy"))),
            Step("say", "줄무늬", claim=Claim(1, _one(pattern="striped"))),
            Step("choose", nth=1),
            Step("wear"),
        )),
        Story("amira", (
            Step("search", "long dress with long sleeves",
                 claim=Claim(4, _one(category="dresses", sleeve="long"))),
            Step("say", "no animal print, in black", claim=Claim(1, _one(colour="black", sleeve="long"))),
            Step("choose", nth=1),
            Step("say", "plain, a bit cheaper", claim=Claim(2, _one(pattern="solid"))),
            Step("looks"),
            Step("open", nth=1),
        )),
        Story("lea", (
            Step("browse", "shorts", claim=Claim(has=_one(category="shorts"))),
            Step("take", like=_one(type="denim-shorts", colour="blue")),
            Step("say", "as a skirt", claim=Claim(4, _one(category="skirts"))),
            Step("say", "pleated, in navy", claim=Claim(1, _one(type="pleated-skirt", colour="navy"))),
            Step("say", "up to 60 euros", claim=Claim(1, _one(category="skirts"), price_max=60)),
            Step("pass over", nth=1, claim=Claim(1)),
        )),
    )
}  # fmt: skip


def place_at(shop: Shop, name: str, step: int) -> Place:
    """Where the story has led after its steps up to this one, counted from 0.

    Raises SessionError for a story that there is not, UnknownItemError where a step finds nothing.
    """
    story = STORIES.get(name)
    if story is None:
        raise SessionError(f"There is no story “{name}”. Choose one of {', '.join(STORIES)}.")
    step = min(step, len(story.steps) - 1)
    place = Place(story=name, step=step)
    for each in story.steps[: step + 1]:
        place = _after(shop, place, each)
    return place


def is_told(place: Place) -> bool:
    """Whether the address names a step of a story and nothing besides."""
    plain = replace(place, lang="", panel=False, method="", story="", step=0)
    return bool(place.story) and to_address(plain) == ""


def _after(shop: Shop, place: Place, step: Step) -> Place:
    """The place that one step leads to."""
    session, told = place.session, Place(story=place.story, step=place.step)
    if step.does == "browse":
        return replace(told, category=step.words)
    if step.does == "take":
        return replace(told, session=Session(item=_first(shop, step).sku))
    if step.does == "search":
        return replace(told, session=shop.say(Session(), step.words))
    if step.does == "say":
        return replace(told, session=shop.say(session, step.words))
    if step.does == "choose":
        return replace(told, session=Session(item=_nth(shop, session, step.nth).sku))
    if step.does == "pass over":
        product = _nth(shop, session, step.nth)
        turn = Turn(text.NOT_THIS.format(product.title), passes=product.sku)
        return replace(told, session=replace(session, turns=(*session.turns, turn)))
    item = session.item or _nth(shop, session, 1).sku
    if step.does == "looks":
        around = looks_place(item)
        wishes = replace(around.styling.wishes, occasion=step.words)  # type: ignore[union-attr]
        return replace(told, session=around.session, styling=Styling(wishes))
    if step.does == "open":
        assert place.styling is not None
        look = shop.outfits.looks(place.styling.wishes)[step.nth - 1]
        worn = tuple(product.sku for product in look.items)
        return replace(place, styling=Styling(place.styling.wishes, worn, look.occasion))
    worn = place.styling.worn if place.styling else (item,)
    there = fitting_place(worn)
    return replace(told, session=there.session, wearing=there.wearing)


def _first(shop: Shop, step: Step) -> Product:
    for product in shop.catalogue.products:
        if meets(product, step.like):
            return product
    wanted = ", ".join(f"{a} {'/'.join(values)}" for a, values in step.like.items())
    raise UnknownItemError(f"This shop has nothing with {wanted}. Choose another story.")


def _nth(shop: Shop, session: Session, nth: int) -> Product:
    hits = shop.results(session).hits
    if len(hits) < nth:
        raise UnknownItemError("This story finds too little in this shop. Choose another one.")
    return hits[nth - 1].product


# ------------------------------------------------------------------------------------------ as HTML
def bar(place: Place) -> str:
    """Who it is, what happens now, how far it is, and the ways on, back and out; empty for no story."""
    if place.story not in STORIES:
        return ""
    steps = STORIES[place.story].steps
    who, *lines = text.STORY_LINES[place.story]
    at = min(place.step, len(steps) - 1)
    out = replace(place, story="", step=0)
    last = at == len(steps) - 1
    way_on = (
        f'<span class="end">{text.STORY_END}</span>'
        if last
        else _step(place, at + 1, text.STORY_NEXT, 'class="solid" data-next', text.STORY_KEYS)
    )
    back = _step(place, at - 1, text.STORY_BACK, 'class="quiet" data-back') if at else ""
    others = _others(place) if last else ""
    count = escape(text.STORY_STEP.format(at + 1, len(steps)))
    here = ' aria-current="step"'
    marks = "".join(f"<li{here if n == at else ''}></li>" for n in range(len(steps)))
    return (
        f'<aside class="story" aria-label="{escape(text.STORY)}"><p class="who">{escape(who)}</p>'
        f'<p class="now" role="status">{escape(lines[at])}</p>'
        f'<ol class="progress" role="img" aria-label="{count}">{marks}</ol>'
        f'<p class="actions">{way_on}{back}'
        f'<button type="button" class="quiet" data-visit="{escape(to_address(out))}">'
        f"{text.STORY_LEAVE}</button></p>{others}</aside>"
    )


def _step(place: Place, number: int, name: str, look: str, title: str = "") -> str:
    there = Place(
        story=place.story, step=number, lang=place.lang, panel=place.panel, method=place.method
    )
    named = f' title="{escape(title)}"' if title else ""
    return (
        f'<button type="button" {look}{named} data-visit="{escape(to_address(there))}">'
        f"{escape(name)}</button>"
    )


def _others(place: Place) -> str:
    """The other stories, each by the sentence about its shopper."""
    ways = [
        _step(replace(place, story=name), 0, text.STORY_LINES[name][0], 'class="quiet other"')
        for name in STORIES
        if name != place.story
    ]
    return f'<p class="others">{"".join(ways)}</p>'
