"""What is said of a part, a print or a picture is not said of the thing."""

from __future__ import annotations

import pytest

from demo.dialogue.understand import understand


@pytest.mark.parametrize(
    ("words", "kind", "wanted"),
    [
        ("black with a white logo", "tops", {"colour": ("black",), "pattern": ("graphic",)}),
        ("black with red and white letters", "tops", {"colour": ("black",), "pattern": ("graphic",)}),
        ("the logo is white", "tops", {"pattern": ("graphic",)}),
        ("grey with a red car", "tops", {"colour": ("grey",), "pattern": ("graphic",)}),
        ("a guitar on the front", "tops", {"pattern": ("graphic",)}),
        ("cream with a black belt", "dresses", {"colour": ("beige",)}),
        ("has a blue print", "dresses", {"colour": ("blue",)}),
        ("white with a black pattern", "dresses", {"colour": ("white",)}),
        ("green with black stripes", "tops",
         {"colour": ("green",), "colour2": ("black",), "pattern": ("striped",)}),
        ("white with plaid cuffs", "tops", {"colour": ("white",)}),
        ("a red graphic tee", "tops",
         {"colour": ("red",), "pattern": ("graphic",), "type": ("t-shirt",)}),
        ("a plaid button down", "tops", {"pattern": ("checked",), "closure": ("buttons",)}),
        ("with a chevron print", "tops", {"pattern": ("geometric",)}),
        ("the shirt is black", "tops", {"colour": ("black",)}),
    ],
)  # fmt: skip
def test_wanted(words: str, kind: str, wanted: dict) -> None:
    assert understand(words, kind).wanted == wanted


def test_a_print_is_a_picture_on_a_shirt_only() -> None:
    assert understand("with a print", "tops").wanted == {"pattern": ("graphic",)}
    assert understand("with a print", "dresses").wanted == {}
    assert understand("with a print", "dresses").patterned
    assert understand("patterned").patterned
    assert not understand("a floral pattern").patterned


def test_refusals_reach_over_a_colour() -> None:
    assert understand("no black stripes").unwanted == {"pattern": ("striped",)}
    assert understand("no blue logo", "tops").unwanted == {"pattern": ("graphic",)}
    said = understand("no sleeves or buttons")
    assert (said.wanted, said.unwanted) == ({"sleeve": ("sleeveless",)}, {"closure": ("buttons",)})


def test_refusals_reach_over_and_before_bare_nouns_only() -> None:
    both = {"closure": ("buttons",), "neckline": ("shirt-collar",)}
    assert understand("no buttons and collar", "tops").unwanted == both
    said = understand("no buttons and a collar", "tops")
    assert (said.unwanted, said.wanted) == ({"closure": ("buttons",)}, {"neckline": ("shirt-collar",)})
    assert understand("no belt and wider straps", "dresses").wanted == {"neckline": ("strappy",)}
    assert understand("does not have pocket and collar", "tops").unwanted == {"neckline": ("shirt-collar",)}


def test_sizes_of_parts() -> None:
    assert understand("a shorter, thicker heel", "shoes").relative == {}
    assert understand("shorter sleeves and a longer belt", "dresses").relative == {"sleeve": -1}
    assert understand("shorter legs and a tighter waist", "trousers").relative == {"length": -1, "fit": -1}
    assert understand("with loose sleeves", "dresses").wanted == {}
    assert understand("with loose sleeves", "dresses").unwanted == {"sleeve": ("sleeveless",)}


def test_parts_that_are_also_things() -> None:
    assert understand("with a lace top", "dresses").category == ""
    assert understand("a top", "dresses").category == "tops"
    assert understand("more pleated", "dresses").category == ""
    assert understand("a pleated skirt", "dresses").category == "skirts"
    assert understand("show me the cardigans", "knitwear").wanted["type"] == ("cardigan",)
    assert "type" not in understand("a lower heel", "shoes").wanted
    assert understand("black heels", "shoes").wanted["type"] == ("pump",)


def test_people_on_a_picture() -> None:
    assert understand("with a picture of a man", "tops").gender == ""
    assert understand("for a man", "tops").gender == "men"
    assert understand("a woman's blazer").gender == "women"
