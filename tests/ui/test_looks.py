"""Looks on the page: every link is a place that does what its name says, and all is escaped."""

from __future__ import annotations

from dataclasses import fields, replace
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from demo.catalog.catalogue import Catalogue
from demo.completing import formality
from demo.errors import OutfitError, UnknownItemError
from demo.shop import Shop
from demo.types import LookWishes, Session, Turn
from demo.ui import text
from demo.ui.events import Desk, Parts
from demo.ui.looks import within_talk
from demo.ui.memory import Visit
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, looks_place, to_address
from demo.ui.screen import look, needs_encoder, settled
from demo.ui.styling import Styling

NASTY = "<script>alert(1)</script> \"'`${1}{{2}} & co"
ITEM = "SH-navy"
WORN = (ITEM, "CH-navy", "SN-navy", "TO-navy")


class Parsed(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def at(self, focus: str) -> Place:
        """Where the link or button that bears this mark leads."""
        (there,) = [a["data-visit"] for _, a in self.found if a.get("data-focus") == focus]
        return from_address(str(there))

    def marked(self) -> set[str]:
        return {str(a["data-focus"]) for _, a in self.found if a.get("data-focus")}


REQUEST: Any = SimpleNamespace(session_hash="page", query_params="look=NOPE", headers={})


@pytest.fixture
def desk(dressed: Shop) -> Desk:
    parts: Any = SimpleNamespace(**{part.name: part.name for part in fields(Parts)})
    return Desk(dressed, Pictures(dressed.catalogue), parts, None)  # type: ignore[arg-type]  # nobody is dressed here


def opened(**wishes: Any) -> Place:
    return Place(
        session=Session(item=ITEM),
        styling=Styling(LookWishes(ITEM, **wishes), WORN, day="city"),
    )


def page(shop: Shop, place: Place) -> str:
    return look(shop, Pictures(shop.catalogue), place).results


def worn(place: Place) -> tuple[str, ...]:
    assert place.styling is not None
    return place.styling.worn


def test_three_boards_lead_to_three_looks(dressed: Shop) -> None:
    html = page(dressed, looks_place(ITEM))
    looks = [worn(Parsed(html).at(f"look-{number}")) for number in range(3)]
    assert all(ITEM in one for one in looks)
    assert len({sku for one in looks for sku in one}) == sum(map(len, looks)) - 2
    assert html.count('loading="lazy"') == 2  # the first is in sight
    boards = [a for tag, a in Parsed(html).found if tag == "img" and "boards/" in str(a["src"])]
    assert all(board["width"] == "600" and board["height"] == "750" for board in boards)
    assert "Navy Shirt" in str(boards[0]["alt"])
    assert 'role="status"' in html


def test_an_open_look_has_its_pieces_its_sum_and_its_reason(dressed: Shop) -> None:
    html = page(dressed, opened())
    for sku in WORN:
        product = dressed.product(sku)
        assert product.title in html
        assert f'data-visit="?item={sku}"' in html
        assert f'<span class="price">€{product.price:g}</span>' in html
    assert "€235" in html
    assert dressed.outfits.look(WORN, "city").why in unescape(html)
    assert 'download="look-navy-shirt.jpg"' in html


def test_the_item_itself_cannot_be_changed(dressed: Shop) -> None:
    marks = Parsed(page(dressed, opened())).marked()
    assert not {"lock-top", "swap-top", "add-top"} & marks
    assert {"lock-shoes", "swap-shoes", "add-shoes"} <= marks


def test_swap_brings_another_and_remembers_the_first(dressed: Shop) -> None:
    there = Parsed(page(dressed, opened())).at("swap-shoes")
    assert worn(there)[:2] == WORN[:2]
    assert worn(there)[2] != "SN-navy"
    assert dressed.product(worn(there)[2]).get("category") == "shoes"
    assert there.styling.wishes.passed == ("SN-navy",)
    again = Parsed(page(dressed, there)).at("swap-shoes")
    assert worn(again)[2] not in ("SN-navy", worn(there)[2])


def test_what_is_kept_is_marked_and_has_no_other_tools(dressed: Shop) -> None:
    there = Parsed(page(dressed, opened())).at("lock-bag")
    assert there.styling.wishes.kept == ("TO-navy",)
    html = Parsed(page(dressed, there))
    assert "swap-bag" not in html.marked()
    (lock,) = [a for _, a in html.found if a.get("data-focus") == "lock-bag"]
    assert lock["aria-pressed"] == "true"
    assert html.at("lock-bag") == opened()  # and back


def test_more_casual_changes_what_is_not_kept(dressed: Shop) -> None:
    place = opened(kept=("CH-navy",))
    there = settled(dressed, Parsed(page(dressed, place)).at("casual"))
    assert {ITEM, "CH-navy"} <= set(worn(there))
    outfits = dressed.outfits
    assert formality(outfits.look(worn(there))) < formality(outfits.look(WORN))
    assert there.styling.then == ""
    assert from_address(to_address(there)) == there


def test_remove_and_add_back(dressed: Shop) -> None:
    without = Parsed(page(dressed, opened())).at("add-bag")
    assert worn(without) == WORN[:3]
    assert without.styling.wishes.without == ("bag",)
    html = page(dressed, without)
    back = Parsed(html).at("add-bag")
    assert dressed.product(worn(back)[3]).get("category") == "bags"
    assert back.styling.wishes.without == ()
    assert f"{text.ADD} a bag" in html


def test_down_to_the_item_alone(dressed: Shop) -> None:
    place = opened()
    for slot in ("bag", "shoes", "bottom"):
        place = Parsed(page(dressed, place)).at(f"add-{slot}")
    assert worn(from_address(to_address(place))) == (ITEM,)
    assert {"add-bottom", "add-shoes", "add-bag"} <= Parsed(page(dressed, place)).marked()


def test_another_occasion_and_budget_make_the_look_anew(dressed: Shop) -> None:
    html = page(dressed, opened(kept=("CH-navy",)))
    there = (
        Parsed(html).at("for-weekend") if "for-weekend" in html else Parsed(html).at("for-office")
    )
    made = settled(dressed, there)
    assert made.styling.day == there.styling.wishes.occasion
    assert {ITEM, "CH-navy"} <= set(worn(made))
    (field,) = [a for tag, a in Parsed(html).found if tag == "input"]
    assert field["value"] == ""
    lower = settled(dressed, from_address(f"{field['data-base']}&budget=200"))
    assert dressed.outfits.look(worn(lower)).price <= 200
    with pytest.raises(OutfitError, match="budget"):
        settled(dressed, from_address(f"{field['data-base']}&budget=100"))


def test_a_look_over_the_budget_says_by_how_much(dressed: Shop) -> None:
    assert "€35 over your budget" in page(dressed, opened(budget=200.0))
    assert "over your budget" not in page(dressed, opened(budget=300.0))


def test_limits_travel_and_are_said(dressed: Shop) -> None:
    session = Session(item=ITEM, turns=(Turn("under 90, nothing navy"),))
    place = looks_place(ITEM, session)
    html = page(dressed, place)
    assert f"{text.LIMITS} up to €90 a piece, not navy" in html
    for number in range(2):
        for sku in worn(Parsed(html).at(f"look-{number}")):
            assert sku == ITEM or dressed.product(sku).get("colour") != "navy"
            assert dressed.product(sku).price <= 90
    first = Parsed(html).at("look-0")
    other = set(worn(Parsed(page(dressed, first)).at("swap-shoes"))) - set(worn(first))
    assert [dressed.product(sku).get("colour") != "navy" for sku in other] == [True]
    assert text.BACK_TO_TALK in html


def test_looks_need_no_encoder(dressed: Shop) -> None:
    session = Session(item=ITEM, turns=(Turn("under 90"),))
    assert not needs_encoder(looks_place(ITEM, session))
    bundle = SimpleNamespace(ready=False)  # touching `encoder` is an AttributeError
    early = Shop(dressed.catalogue, dressed.index, bundle, dressed.settings)  # type: ignore[arg-type]
    early.outfits = dressed.outfits
    assert 'class="look"' in page(early, looks_place(ITEM, session))


def test_a_stylist_that_learned_elsewhere_says_so(dressed: Shop) -> None:
    stylist = dressed.outfits.stylist
    told = type(stylist)(dressed.catalogue, stylist.beam.matcher, "It goes by <the table>.")
    shop = Shop(dressed.catalogue, dressed.index, dressed.bundle, dressed.settings)
    shop.outfits = type(dressed.outfits)(dressed.catalogue, dressed.index, told)
    assert "It goes by &lt;the table&gt;." in page(shop, looks_place(ITEM))
    assert 'class="note"' not in page(dressed, looks_place(ITEM))


def test_an_unknown_piece(dressed: Shop) -> None:
    for address in ("?look=NOPE", f"?look={ITEM}&with=NOPE", f"?look={ITEM}&with=NOPE&then=anew"):
        with pytest.raises(UnknownItemError):
            page(dressed, settled(dressed, from_address(address + "&keep=NOPE")))


def test_nothing_from_a_table_becomes_markup(dressed: Shop) -> None:
    row = dressed.catalogue.row(ITEM)
    products = list(dressed.catalogue.products)
    products[row] = replace(products[row], sku=NASTY, title=NASTY, brand=NASTY)
    other = dressed.catalogue.row("CH-navy")
    products[other] = replace(products[other], title=NASTY)
    catalogue = Catalogue(dressed.catalogue.folder, products)
    nasty = Shop(catalogue, dressed.index, dressed.bundle, dressed.settings)
    stylist = dressed.outfits.stylist
    nasty.outfits = type(dressed.outfits)(
        catalogue, dressed.index, type(stylist)(catalogue, stylist.beam.matcher)
    )
    session = Session(item=NASTY, turns=(Turn(f"under 90 {NASTY}"),))
    open_one = Styling(LookWishes(NASTY), (NASTY, *WORN[1:]), day=NASTY)
    for place in (
        looks_place(NASTY),
        Place(session=session, styling=replace(open_one, day="city")),
    ):
        html = page(nasty, place)
        assert "<script" not in html
        parsed = Parsed(html)
        assert all(not name.startswith("on") for _, found in parsed.found for name in found)
    assert parsed.at("lock-bottom").styling.wishes.item == NASTY


# ------------------------------------------------------------------------------ ways to the looks
def test_every_way_to_the_looks(dressed: Shop) -> None:
    screen = look(dressed, Pictures(dressed.catalogue), Place(session=Session(item=ITEM)))
    assert f'data-visit="?look={ITEM}"' in str(screen.facts)
    assert 'data-visit="?look=' in screen.results
    talk = Session(item=ITEM, turns=(Turn("in white, under 90"),))
    cards = look(dressed, Pictures(dressed.catalogue), Place(session=talk)).results
    there = unescape(cards.split('class="tool to-looks" href="')[1].split('"')[0])
    assert from_address(there).session == talk


def test_asking_for_a_look_in_words(desk: Desk) -> None:
    (update,) = desk.say(Place(session=Session(item=ITEM)), Visit(), None, "shoes to go with it")
    place = update["place"]
    assert place.styling == Styling(LookWishes(ITEM))
    assert place.session.turns == (Turn("shoes to go with it"),)
    assert 'data-view="look"' in update["address"]
    back = replace(place, styling=None)
    answer = look(desk.shop, desk.pictures, back).results
    assert "three looks are put together around it" in answer
    assert f"{text.LOOKS_WITH} Navy Shirt" in answer


def test_which_piece_is_meant_is_asked_when_more_was_said(desk: Desk) -> None:
    session = Session(item=ITEM, turns=(Turn("in white"),))
    (update,) = desk.say(Place(session=session), Visit(), None, "complete the look")
    assert update["place"].styling is None
    html = update["results"].partition('<ul class="grid"')[0]
    assert f"{text.LOOKS_WITH} Navy Shirt" in html
    assert f"{text.LOOKS_WITH} White Shirt" in html


def test_what_cannot_be_done_is_a_notice(desk: Desk) -> None:
    for address in (f"?look={ITEM}&budget=61", "?look=NOPE"):
        with pytest.warns(UserWarning, match="budget|no item"):
            (update,) = desk.visit(
                Place(), Visit(), None, gr.EventData(None, {"address": address}), REQUEST
            )
        assert list(update) == ["place"]


def test_arriving_at_an_unknown_look_opens_the_entrance(desk: Desk) -> None:
    with pytest.warns(UserWarning, match="no item"):
        (update,) = desk.arrive(Place(), Visit(), None, REQUEST)
    assert update["place"] == Place()
    assert "<h1>" in update["shelf"]


def test_what_was_asked_of_a_look_is_done_before_it_is_shown(desk: Desk) -> None:
    address = to_address(replace(opened(), styling=replace(opened().styling, then="casual")))
    (update,) = desk.visit(
        Place(), Visit(), None, gr.EventData(None, {"address": address}), REQUEST
    )
    assert update["place"].styling.then == ""
    assert "then=" not in unescape(update["address"])


def test_what_was_turned_down_is_in_no_look(dressed: Shop) -> None:
    pictures = Pictures(dressed.catalogue)
    first = dressed.outfits.looks(LookWishes(ITEM), 1)[0]
    other = next(p for p in first.items if p.sku != ITEM)
    session = Session(item=ITEM, turns=(Turn(f"not: {other.title}", passes=other.sku),))
    wishes = within_talk(dressed, session, LookWishes(ITEM))
    shown = dressed.outfits.looks(wishes)
    assert shown
    assert other.sku not in {p.sku for found in shown for p in found.items}
    assert look(dressed, pictures, looks_place(ITEM, session)).results.count('class="look"')
