"""Attribute values -> short English, the language in which the text tower is asked. Knows words only."""

from __future__ import annotations

from collections.abc import Mapping

_BEFORE = ("fit", "length", "colour", "pattern", "material")
_NOUNS = {
    "tops": "top", "knitwear": "sweater", "outerwear": "jacket", "dresses": "dress",
    "skirts": "skirt", "trousers": "trousers", "shorts": "shorts", "shoes": "shoe",
    "bags": "bag", "hats": "hat",
}  # fmt: skip
_SILENT = {("pattern", "solid"), ("length", "regular"), ("fit", "regular"), ("closure", "none")}


def phrase(attribute: str, value: str) -> str:
    """A value as a phrase that stands alone: "red", "with long sleeves", "knee length"."""
    text = value.replace("-", " ")
    if attribute == "sleeve":
        return "sleeveless" if value == "sleeveless" else f"with {text} sleeves"
    if attribute == "neckline":
        if value in ("hooded", "strapless", "strappy", "off-shoulder"):
            return text
        tail = "" if value.endswith(("neck", "collar", "lapel")) else " neck"
        return f"with a {text}{tail}"
    if attribute == "length":
        return f"{text} length" if value in ("knee", "regular", "long") else text
    if attribute == "fit":
        return f"{text} fit"
    if attribute == "closure":
        return "without a closure" if value == "none" else f"with {text}"
    if attribute == "pattern" and value == "solid":
        return "plain"
    if attribute == "season":
        return f"for {text}"
    if attribute == "gender":
        return f"for {text}"
    return text


def noun(attributes: Mapping[str, str]) -> str:
    """What the thing is, in one or two words."""
    if kind := attributes.get("type"):
        return kind.replace("-", " ")
    group = attributes.get("group") or attributes.get("category", "")
    return _NOUNS.get(group, "piece of clothing")


def describe(attributes: Mapping[str, str], extra: str = "") -> str:
    """One line for the text tower: "a slim red striped t-shirt with long sleeves"."""
    said = {a: v for a, v in attributes.items() if v and (a, v) not in _SILENT}
    before = [phrase(a, said[a]) for a in _BEFORE if a in said]
    after = [phrase(a, said[a]) for a in ("sleeve", "neckline", "closure") if a in said]
    style = [said["style"]] if "style" in said else []
    who = [phrase("gender", said["gender"])] if said.get("gender") in ("women", "men") else []
    season = [phrase("season", said["season"])] if "season" in said else []
    words = ["a", *style, *before, noun(attributes), *after, *who, *season, extra]
    return " ".join(word for word in words if word)
