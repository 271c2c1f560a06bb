"""Cards and what is around them as HTML: ids in place, all from tables and shoppers escaped."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from demo.catalog.catalogue import Catalogue
from demo.shop import Shop
from demo.types import Chip, Hit, Product, Session, Turn
from demo.ui import cards, conversation, item, shelves, text
from demo.ui.cards import Around
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place

NASTY = "<script>alert(1)</script> \"'`${1}{{2}} & co"
LINK = 'https://shop.example/a?b=1&c="2"'


class Tags(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def nasty_shop(shop: Shop) -> Shop:
    """The small shop with one product whose every text is an attack."""
    product = replace(
        shop.catalogue.products[0], sku=NASTY, title=NASTY, brand=NASTY, description=NASTY,
        link=LINK, attributes={**shop.catalogue.products[0].attributes, "lining": NASTY},
    )  # fmt: skip
    catalogue = Catalogue(shop.catalogue.folder, (product, *shop.catalogue.products[1:]))
    return Shop(catalogue, shop.index, shop.bundle, shop.settings)


def test_a_card_leads_to_its_item(shop: Shop) -> None:
    product = shop.product("F1-red")
    tags = Tags(cards.card(shop, Pictures(shop.catalogue), Hit(product, 0.5, ("colour: red",))))
    assert tags.of("li")[0]["data-sku"] == "F1-red"
    assert tags.of("a")[0]["href"] == tags.of("a")[0]["data-visit"] == "?item=F1-red"
    picture = tags.of("img")[0]
    assert picture["alt"] == "Red Tee"
    assert (
        picture["src"] == f"pictures/{shop.catalogue.hash}/card/{shop.catalogue.row('F1-red')}.webp"
    )
    assert picture["class"] == "cut-out"


def test_dots_lead_to_the_other_colours(shop: Shop) -> None:
    product = shop.product("F1-red")
    family = (product, *shop.siblings("F1-red"))
    tags = Tags(cards.dots(family, current="F1-red"))
    assert {a["data-visit"] for a in tags.of("a")} == {
        "?item=F1-green", "?item=F1-navy", "?item=F1-black",
    }  # fmt: skip
    current = next(s for s in tags.of("span") if s.get("aria-current"))
    assert current["title"] == "red"
    assert "+2" in cards.dots(family, most=2)
    assert cards.dots([product]) == ""


def test_nothing_from_a_table_becomes_markup(nasty_shop: Shop) -> None:
    pictures = Pictures(nasty_shop.catalogue)
    product = nasty_shop.product(NASTY)
    session = Session(item=NASTY)
    parts = [
        cards.card(nasty_shop, pictures, Hit(product, 0.5, (f"lining: {NASTY}",))),
        item.facts(nasty_shop, Around(Place(session=session))),
        item.facts(nasty_shop, Around(Place(session=replace(session, turns=(Turn("x"),))))),
        item.reference_picture(nasty_shop, pictures, session),
        shelves.shelf_bar(nasty_shop, pictures, Place(category=NASTY), 1),
    ]
    for html in parts:
        tags = Tags(html)
        assert "<script" not in html
        assert not tags.of("script")
        assert all(not name.startswith("on") for _, found in tags.found for name in found)
    assert Tags(parts[0]).of("li")[0]["data-sku"] == NASTY  # whole, not cut at a quote


def test_nothing_a_shopper_says_becomes_markup(shop: Shop) -> None:
    place = Place(session=Session(item="F1-red", turns=(Turn(NASTY),)))
    chips = (Chip("words", "words", NASTY, NASTY, 0),)
    for html in (
        conversation.thread(shop, place, chips),
        conversation.suggestions(place, [NASTY]),
        conversation.nothing(shop, place, NASTY),
    ):
        assert not Tags(html).of("script")


def test_only_web_addresses_are_linked(shop: Shop, nasty_shop: Shop) -> None:
    link = Tags(item.facts(nasty_shop, Around(Place(session=Session(item=NASTY))))).of("a")[-1]
    assert link["href"] == LINK
    assert link["target"] == "_blank"
    assert "noopener" in str(link["rel"])
    for bad in ("javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//x", ""):
        product = Product("X", "X", Path("x.png"), link=bad)
        assert item._shop_link(product) == ""


def test_the_conversation_shows_what_still_holds(shop: Shop) -> None:
    session = Session(item="F1-red", turns=(Turn("in green"), Turn("in navy, no stripes")))
    chips = shop.understood(session).chips
    html = conversation.thread(shop, Place(session=session), chips)
    assert html.count('class="chip ') == len(chips) == 2
    first, second = html.split("<li><p")[1:]
    assert "in green" in first
    assert 'class="chip ' not in first  # taken over by the later colour
    assert "navy" in second
    buttons = Tags(html).of("button")
    undone = Place(session=shop.undo(session))
    assert buttons[0]["data-visit"] == cards.to_address(undone)


def test_a_long_chip_is_shortened(shop: Shop) -> None:
    assert conversation._short("a or b or c") == "a or b or c"
    assert conversation._short("a or b or c or d or e") == "a, b or 3 more"


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [(49.9, "EUR", "€49.90"), (52.0, "USD", "$52"), (1200.0, "SEK", "1,200 SEK"), (5.0, "", "5")],
)
def test_money(amount: float, currency: str, shown: str) -> None:
    assert text.money(amount, currency) == shown


@pytest.mark.parametrize(
    ("column", "said", "shown"),
    [("sizes", "S|M|L", "S · M · L"), ("size", "38, 40; 42", "38 · 40 · 42"), ("size", "", ""),
     ("sizes", "<b>", "&lt;b&gt;")],
)  # fmt: skip
def test_sizes_where_the_table_has_them(shop: Shop, column: str, said: str, shown: str) -> None:
    product = shop.product("F1-red")
    sized = replace(product, attributes={**product.attributes, column: said})
    html = cards.sizes(sized)
    assert shown in html
    assert bool(html) == bool(said)


def test_a_card_has_one_row_of_tools(shop: Shop) -> None:
    talk = Place(session=Session(item="F2-red", turns=(Turn("in green"),)))
    hit = Hit(shop.product("F1-red"), 0.5)
    html = cards.card(shop, Pictures(shop.catalogue), hit, Around(talk, Kept(bag=("F1-red",))))
    named = [tag.get("class") for _, tag in Tags(html).found if "tool " in str(tag.get("class"))]
    assert named == ["tool to-talk", "tool to-looks", "tool to-fitting", "tool pass"]
    assert 'data-unlike="F1-red"' in html
    assert 'aria-pressed="true"' in html
    on_shelf = cards.card(shop, Pictures(shop.catalogue), hit)
    assert "tool pass" not in on_shelf  # nothing has been asked yet that it could be an answer to
    assert 'data-like="F1-red"' in on_shelf
