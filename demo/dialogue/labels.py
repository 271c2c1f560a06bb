"""What a chip prints for values and amounts. Knows words only."""

from __future__ import annotations

from typing import Final

from demo.catalog.synonyms import SEVERAL

SIGNS: Final = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}

_HYPHENED: Final = ("t-shirt", "three-quarter", "v-neck", "off-shoulder")
_NECKS: Final = {
    "v-neck": "V-neck", "crew": "crew neck", "scoop": "scoop neck", "square": "square neck",
    "halter": "halter neck", "hooded": "hood", "strappy": "straps", "lapel": "lapels",
}  # fmt: skip


def label(attribute: str, values: tuple[str, ...]) -> str:
    """Values as a shopper would say them: "long sleeves", "red or blue"."""
    if attribute == "type":
        for words, types in SEVERAL.items():
            if types == values:
                return words.partition("|")[0]
    if values == ("shirt-collar", "polo-collar"):
        return "collar"
    names = [v if v in _HYPHENED else v.replace("-", " ") for v in values]
    if attribute == "sleeve":
        names = [n if n == "sleeveless" else f"{n} sleeves" for n in names]
    elif attribute == "neckline":
        names = [_NECKS.get(v, n) for v, n in zip(values, names, strict=True)]
    elif attribute == "fit":
        names = [f"{n} fit" for n in names]
    elif attribute == "length" and values[0] in ("regular", "knee", "long"):
        names = [f"{n} length" for n in names]
    elif attribute == "closure" and values[0] == "none":
        names = ["no closure"]
    return " or ".join(names)


def money(amount: float, currency: str) -> str:
    """An amount with its sign: "€49.90", "SEK 120"."""
    sign = SIGNS.get(currency, currency + " " if currency else "")
    return sign + f"{amount:,.2f}".removesuffix(".00")
