"""The styling rules one by one: what a stylist signs scores above what a stylist would not."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo.catalog.vocabulary import CATEGORY_OF, COLOURS
from demo.outfits import occasions, styling, telling
from demo.outfits.harmony import affinity, scheme
from demo.outfits.wardrobe import TYPE, Piece, piece_of
from demo.types import Product


def piece(text: str, **more: str) -> Piece:
    """ "navy wool blazer" -> a piece: colour, material, type, any of the first two left out."""
    words = text.split()
    kind = words.pop()
    colour = next((w for w in words if w in COLOURS), "")
    material = next((w for w in words if w not in COLOURS), "")
    values = {"type": kind, "category": CATEGORY_OF[kind], "colour": colour, "material": material,
              "pattern": "solid", "gender": "unisex"} | more  # fmt: skip
    return piece_of(Product(text, text, Path(), attributes=values))


def outfit(text: str) -> tuple[Piece, ...]:
    """ "white cotton shirt + navy wool suit-trousers"; "|" adds attributes: "| pattern=floral"."""
    pieces = []
    for part in text.split(" + "):
        words, _, more = part.partition(" | ")
        pieces.append(piece(words, **dict(pair.split("=") for pair in more.split())))
    return tuple(pieces)


BETTER: dict[str, tuple[str, str]] = {
    "one leather": (
        "white cotton shirt + navy wool suit-trousers + brown leather loafer + brown leather handbag",
        "white cotton shirt + navy wool suit-trousers + brown leather loafer + black leather handbag",
    ),
    "navy trousers, not black, under a navy top": (
        "navy cotton polo-shirt + beige cotton chinos + brown leather loafer",
        "navy cotton polo-shirt + black cotton chinos + brown leather loafer",
    ),
    "red does not meet burgundy": (
        "burgundy wool sweater + grey cotton chinos + burgundy leather loafer",
        "burgundy wool sweater + grey cotton chinos + red leather loafer",
    ),
    "one accent, not three": (
        "white cotton t-shirt + denim straight-jeans + red canvas high-sneaker",
        "green cotton t-shirt + orange denim straight-jeans + purple canvas high-sneaker",
    ),
    "orange and pink clash": (
        "orange cotton t-shirt + white linen chino-shorts + tan leather sandal",
        "orange cotton t-shirt + pink linen chino-shorts + tan leather sandal",
    ),
    "green and purple clash": (
        "green cotton shirt + beige cotton chinos + tan leather loafer",
        "green cotton shirt + purple cotton chinos + tan leather loafer",
    ),
    "an accent comes back": (
        "grey wool sweater + navy cotton chinos + burgundy leather loafer + burgundy leather backpack",
        "grey wool sweater + navy cotton chinos + burgundy leather loafer + yellow nylon backpack",
    ),
    "yellow with navy, not with mustard": (
        "yellow cotton t-shirt + navy cotton chino-shorts + white canvas low-sneaker",
        "yellow cotton t-shirt + mustard cotton chino-shorts + white canvas low-sneaker",
    ),
    "dark on dark is murky": (
        "black cotton shirt + grey wool suit-trousers + black leather loafer",
        "brown cotton shirt + black wool suit-trousers + navy leather loafer",
    ),
    "one print at a time": (
        "white chiffon blouse + navy satin pleated-skirt | pattern=floral + navy leather pump",
        "white chiffon blouse | pattern=polka-dot + navy satin pleated-skirt | pattern=floral "
        "+ navy leather pump",
    ),
    "checks do not meet checks": (
        "white cotton shirt + grey wool suit-trousers | pattern=checked + black leather loafer",
        "white cotton shirt | pattern=checked + grey wool suit-trousers | pattern=checked "
        "+ black leather loafer",
    ),
    "a print is taken up by a plain colour": (
        "navy cotton summer-dress | pattern=floral colour2=tan + tan leather sandal",
        "navy cotton summer-dress | pattern=floral colour2=pink + tan leather sandal",
    ),
    "wide with slim": (
        "beige knit sweater | fit=relaxed + navy denim skinny-jeans + tan leather ankle-boot",
        "beige knit sweater | fit=relaxed + navy denim wide-jeans + tan leather ankle-boot",
    ),
    "cropped with long, not with mini": (
        "white cotton crop-top | length=cropped + beige cotton a-line-skirt | length=midi "
        "+ tan leather sandal",
        "white cotton crop-top | length=cropped + beige cotton mini-skirt | length=mini "
        "+ tan leather sandal",
    ),
    "a tunic over narrow legs": (
        "white linen tunic | length=long + beige cotton chinos | fit=slim + tan leather sandal",
        "white linen tunic | length=long + beige linen maxi-skirt | length=maxi + tan leather sandal",
    ),
    "the coat covers the hem": (
        "beige wool turtleneck + navy wool a-line-skirt | length=knee + tan wool overcoat | length=knee "
        "+ brown leather tall-boot",
        "beige wool turtleneck + navy chiffon maxi-skirt | length=maxi + tan wool overcoat | length=knee "
        "+ brown leather ankle-boot",
    ),
    "formal shoes with formal clothes": (
        "navy cotton sheath-dress + beige leather pump",
        "navy cotton sheath-dress + beige leather ankle-boot",
    ),
    "no sport bag with a suit": (
        "white cotton shirt + navy wool suit-trousers + black leather loafer + black leather handbag",
        "white cotton shirt + navy wool suit-trousers + black leather loafer + black nylon backpack",
    ),
    "no cap with a blazer": (
        "white cotton shirt + beige cotton chinos + navy wool blazer + tan leather loafer",
        "white cotton shirt + beige cotton chinos + navy wool blazer + tan leather loafer + tan cotton cap",
    ),
    "a long-sleeved wool top is not for shorts": (
        "navy cotton t-shirt + beige cotton chino-shorts + tan leather loafer",
        "navy cotton long-sleeve-top + beige cotton chino-shorts + tan leather loafer",
    ),
    "a trench over a shirt, not a bomber": (
        "white cotton shirt + navy wool suit-trousers + beige cotton trench-coat + black leather loafer",
        "white cotton shirt + navy wool suit-trousers + beige nylon bomber-jacket + black leather loafer",
    ),
    "tonal beats a near miss": (
        "beige linen shirt + tan cotton chinos + brown leather loafer",
        "beige linen shirt + yellow cotton chinos + brown leather loafer",
    ),
    "festive in the evening": (
        "black satin camisole + black satin pleated-skirt + black leather pump",
        "black cotton tank-top + black satin pleated-skirt + black leather pump",
    ),
}


@pytest.mark.parametrize("name", BETTER)
def test_signed_above_unsigned(name: str) -> None:
    signed, unsigned = (styling.judge(outfit(text)) for text in BETTER[name])
    assert not signed.faults
    assert signed.score > unsigned.score + 0.04, (signed, unsigned)


FAULTY = {
    "straw hat with a wool overcoat": "wool overcoat + straw straw-hat",
    "sandals with a parka": "cotton parka + leather sandal",
    "turtleneck under a strappy dress": "satin slip-dress + wool turtleneck",
    "shorts with a beanie": "cotton chino-shorts + wool beanie",
    "suit trousers with a hoodie": "wool suit-trousers + cotton hoodie",
    "pumps with joggers": "leather pump + cotton joggers",
    "tall boots with wide jeans": "leather tall-boot + denim wide-jeans",
    "sneakers with a sheath": "canvas low-sneaker + cotton sheath-dress",
    "denim on denim of one wash": "blue denim denim-jacket + blue denim straight-jeans",
    "a blazer over a hoodie": "wool blazer + cotton hoodie",
    "a jacket over a tunic": "denim denim-jacket + linen tunic",
    "a vest over a camisole": "wool sweater-vest + satin camisole",
    "gold beside silver": "gold leather sandal + silver leather crossbody",
    "two loud prints": "cotton camisole | pattern=floral + cotton leggings | pattern=animal-print",
    "women's and men's": "cotton shirt | gender=women + cotton chinos | gender=men",
    "two pairs of shoes": "leather pump + leather loafer",
    "hood under hood": "nylon puffer-jacket | neckline=hooded + cotton hoodie | neckline=hooded",
    "sandals with a blazer": "wool blazer + leather sandal",
}


@pytest.mark.parametrize("name", FAULTY)
def test_never(name: str) -> None:
    verdict = styling.judge(outfit(FAULTY[name]))
    assert verdict.faults
    assert verdict.score == 0


def test_every_type_is_in_the_tables() -> None:
    assert set(TYPE) == set(CATEGORY_OF)
    known = set(CATEGORY_OF)
    for occasion in occasions.OCCASIONS.values():
        assert occasion.types <= known
    for table in (styling.LAYS_OVER, styling.SPOILS):
        assert set(table) <= known
        assert all(values <= known for values in table.values())
    at_home = {t for o in occasions.OCCASIONS.values() for t in o.types}
    assert at_home == known


def test_colours_agree_both_ways() -> None:
    for one in COLOURS:
        for two in COLOURS:
            assert affinity(one, two) == affinity(two, one)
            assert 0 < affinity(one, two) <= 1
    assert affinity("navy", "tan") > affinity("navy", "black")
    assert affinity("mauve", "navy") == affinity("", "") > 0.5  # a foreign colour is no clash


@pytest.mark.parametrize("attributes", [
    {}, {"category": "tops"}, {"category": "saris", "colour": "mauve"},
    {"type": "kimono", "category": "dresses", "season": "monsoon", "style": "cosy"},
    {"group": "shoes", "gender": "girls", "fit": "boxy", "length": "calf", "sleeve": "cap"},
    {"type": "blazer", "colour": "navy"},
])  # fmt: skip
def test_foreign_values_break_nothing(attributes: dict[str, str]) -> None:
    strange = piece_of(Product("x", "x", Path(), attributes=attributes))
    for others in (
        (),
        outfit("white cotton shirt + denim straight-jeans + white canvas low-sneaker"),
    ):
        verdict = styling.judge((strange, *others))
        assert 0 <= verdict.score <= 1
        assert set(verdict.parts) == set(styling.WEIGHTS)
        assert telling.facts((strange, *others)).sentence.endswith(".")


def test_a_foreign_outfit_without_types_can_be_good() -> None:
    rows = ({"category": "tops", "colour": "white"}, {"category": "trousers", "colour": "navy"},
            {"category": "shoes", "colour": "white"})  # fmt: skip
    pieces = tuple(piece_of(Product(str(i), "", Path(), attributes=a)) for i, a in enumerate(rows))
    verdict = styling.judge(pieces)
    assert not verdict.faults
    assert verdict.score > 0.7
    assert styling.complete(pieces)


def test_nothing_and_one_thing_can_be_judged() -> None:
    assert styling.judge(()).score <= 1
    assert styling.judge(outfit("navy wool blazer")).score > 0.8
    assert not styling.complete(outfit("navy wool blazer"))


@pytest.mark.parametrize(("text", "occasion", "season"), [
    ("white cotton t-shirt + grey cotton joggers + white knit low-sneaker", "active", "spring"),
    ("white cotton shirt + navy wool suit-trousers + black leather loafer", "office", "spring"),
    ("burgundy satin slip-dress + gold leather pump", "evening", "summer"),
    ("white linen tunic + beige linen chino-shorts + tan leather sandal", "holiday", "summer"),
    ("beige wool turtleneck + denim skinny-jeans + navy cotton parka + tan leather ankle-boot",
     "winter-outdoors", "winter"),
])  # fmt: skip
def test_occasion_and_season(text: str, occasion: str, season: str) -> None:
    pieces = outfit(text)
    assert occasions.fit(pieces, occasion) == 1
    assert occasions.suits(pieces, occasion)
    assert telling.facts(pieces, occasion).season == season


def test_no_white_dress_at_a_wedding() -> None:
    assert occasions.at_home(piece("teal satin slip-dress"), "wedding-guest")
    assert not occasions.at_home(piece("white satin slip-dress"), "wedding-guest")


def test_why_is_said_in_one_sentence() -> None:
    told = telling.facts(outfit(
        "light-blue cotton shirt + navy wool suit-trousers + brown leather loafer"
    ), "office")  # fmt: skip
    assert told.sentence == (
        "Light blue as the one accent on navy and brown; dressed up, for the office in mild spring days."
    )
    assert told.occasion == "office"


def test_schemes_have_names() -> None:
    assert scheme(outfit("black cotton shirt + black wool suit-trousers")) == "tonal"
    assert scheme(outfit("white cotton shirt + navy wool suit-trousers")) == "neutrals"
    assert scheme(outfit("beige cotton shirt + brown wool suit-trousers")) == "earth tones"
    assert scheme(outfit("red cotton shirt + navy wool suit-trousers")) == "accent"
