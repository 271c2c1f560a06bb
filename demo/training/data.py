"""The pictures that the encoder learns from: the studio's catalogue and two sets of real photos.

Reads tables and says what is known of each picture; knows no words and no network. Nothing is
copied: a picture is a path until it is looked at.
"""

from __future__ import annotations

import csv
import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from zlib import crc32

from demo.catalog.vocabulary import CATEGORY_OF, COLOURS, TYPES
from demo.training.facts import AXES, Facts

Source = Literal["studio", "clothing", "luma"]
Split = Literal["train", "validation", "test"]


@dataclass(frozen=True)
class Picture:
    """One picture and what is known about it."""

    path: Path
    source: Source
    group: str
    """what must not be torn apart by a split: a design's family, or the sender of home photos"""
    facts: Facts
    label: str = ""
    """the source's own label: `T-Shirt` (clothing) or `blue` (luma); measured by prompts"""
    texts: tuple[str, ...] = ()
    """title and sentences written about this very product"""
    more: tuple[Path, ...] = ()
    """other photos of the same product"""

    @property
    def split(self) -> Split:
        return split_of(self.group)


def split_of(group: str) -> Split:
    """Where a group belongs, by a hash that never changes: 20 % test, 8 % validation, the rest.

    Test is for the reported numbers only; whatever is tuned is tuned on validation.
    """
    number = crc32(group.encode())
    if number % 5 == 0:
        return "test"
    return "validation" if number // 5 % 10 == 0 else "train"


def _set(*values: str) -> frozenset[str]:
    return frozenset(values)


_TROUSERS: Final = frozenset(TYPES["trousers"]) | {"track-trousers"}
_TOPS: Final = frozenset(TYPES["tops"])

LABELS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "T-Shirt": (_set("t-shirt"), _set()),
    "Longsleeve": (_set("long-sleeve-top", "sweater", "sweatshirt"),
                   _set("henley", "turtleneck", "cardigan", "tunic")),
    "Pants": (_TROUSERS, _set()),
    "Shoes": (frozenset(TYPES["shoes"]), _set()),
    "Shirt": (_set("shirt", "flannel-shirt"), _set("blouse")),
    "Dress": (frozenset(TYPES["dresses"]), _set("tunic")),
    "Shorts": (frozenset(TYPES["shorts"]) | {"sports-shorts"}, _set()),
    "Outwear": (frozenset(TYPES["outerwear"]) - {"blazer"} | {"rain-jacket"},
                _set("zip-hoodie", "cardigan")),
    "Hat": (frozenset(TYPES["hats"]), _set()),
    "Skirt": (frozenset(TYPES["skirts"]), _set()),
    "Undershirt": (_set("undershirt", "tank-top"), _set("camisole")),
    "Blazer": (_set("blazer"), _set()),
    "Polo": (_set("polo-shirt"), _set()),
    "Hoodie": (_set("hoodie", "zip-hoodie"), _set("sweatshirt")),
    "Body": (_set("bodysuit"), _set()),
    "Top": (_set("tank-top", "camisole", "crop-top"), _TOPS | {"sports-bra"}),
    "Blouse": (_set("blouse"), _set("tunic", "shirt")),
}  # fmt: skip
"""the home photos' label -> types it counts as, types it does not rule out"""

_LUMA_TYPES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "Tees": (_set("t-shirt"), _set("long-sleeve-top", "tank-top", "polo-shirt", "crop-top")),
    "Hoodies & Sweatshirts": (_set("hoodie", "zip-hoodie", "sweatshirt"), _set()),
    "Pants": (_set("joggers", "track-trousers", "leggings"), _TROUSERS),
    "Shorts": (_set("sports-shorts"), frozenset(TYPES["shorts"])),
    "Jackets": (_set("rain-jacket", "bomber-jacket"),
                frozenset(TYPES["outerwear"]) | {"zip-hoodie", "sweatshirt"}),
    "Bras & Tanks": (_set("tank-top", "sports-bra"), _set("camisole", "crop-top", "undershirt")),
    "Tanks": (_set("tank-top"), _set("undershirt", "camisole")),
}  # fmt: skip
_NEAR_COLOURS: Final[dict[str, frozenset[str]]] = {
    "blue": _set("navy", "light-blue", "teal"), "green": _set("olive", "teal"),
    "red": _set("burgundy"), "purple": _set("lavender", "burgundy"), "grey": _set("silver"),
    "brown": _set("tan", "beige"), "yellow": _set("mustard", "gold"), "white": _set("beige"),
    "orange": _set("red"),
}  # fmt: skip
"""what a shop that knows eleven colours may call by the same name"""
_LUMA_PATTERNS: Final = {
    "Solid": "solid", "Color-Blocked": "colour-block", "Striped": "striped", "Checked": "checked",
    "Graphic Print": "graphic",
}  # fmt: skip


def read_home_photos(data: Path) -> Iterator[Picture]:
    """`clothing/`: photos of single garments; labels that say nothing are left out."""
    folder = data / "clothing"
    for row in _rows(folder / "items.csv"):
        if row["label"] not in LABELS:
            continue
        types, near = LABELS[row["label"]]
        sure, maybe = {"type": types}, {"type": near}
        if row["kids"] == "True":
            sure["gender"] = _set("kids")
        else:
            sure["gender"] = _set("women", "men", "unisex")
        if row["label"] == "Longsleeve":
            sure["sleeve"] = _set("long")
        if row["label"] in ("T-Shirt", "Polo"):
            sure["sleeve"], maybe["sleeve"] = _set("short"), _set("long", "three-quarter")
        yield Picture(
            folder / row["image"], "clothing", "sender-" + row["sender"], Facts(sure, maybe),
            label=row["label"],
        )  # fmt: skip


def read_luma(data: Path) -> Iterator[Picture]:
    """`luma/`: sportswear on people, most designs in three colours."""
    folder = data / "luma"
    for row in _rows(folder / "products.csv"):
        types, near = _LUMA_TYPES[row["category"]]
        colour = "grey" if row["colour"] == "gray" else row["colour"]
        style = row["style"].lower()
        if "hoodie" in style and row["category"] == "Hoodies & Sweatshirts":
            types = _set("zip-hoodie") if "full zip" in style else _set("hoodie")
        if row["category"] == "Pants" and ("leggings" in style or "capri" in style):
            types = _set("leggings")
        if style == "bra":
            types = _set("sports-bra")
        sure = {
            "type": types, "colour": _set(colour), "gender": _set(row["gender"]),
            "style": _set("sporty"),
        }  # fmt: skip
        maybe = {
            "type": near, "colour": _NEAR_COLOURS.get(colour, _set()), "gender": _set("unisex"),
            "style": _set("casual"),
        }  # fmt: skip
        if pattern := _LUMA_PATTERNS.get(row["pattern"]):
            sure["pattern"] = _set(pattern)
            maybe["pattern"] = _set("solid", "graphic", "colour-block", "melange")
        if types <= {"tank-top", "sports-bra"}:
            sure["sleeve"] = _set("sleeveless")
        if types <= {"hoodie", "zip-hoodie", "sweatshirt"}:
            sure["sleeve"], maybe["sleeve"] = _set("long"), _set("sleeveless", "short")
        text = html.unescape(row["description"])
        sentences = [s.strip(" .•") for s in text.replace("•", ". ").split(". ")]
        yield Picture(
            folder / row["image"], "luma", row["family"], Facts(sure, maybe), label=colour,
            texts=(html.unescape(row["name"]), *(s for s in sentences if len(s) > 8)),
            more=tuple(folder / m for m in row["more_images"].split("|") if "back" in m or "alt" in m),
        )  # fmt: skip


def read_studio(catalog: Path) -> Iterator[Picture]:
    """The embedded catalogue; rows whose picture is not drawn yet are left out."""
    for row in _rows(catalog / "products.csv"):
        path = catalog / row["image"]
        if row["type"] not in CATEGORY_OF or not path.is_file():
            continue
        sure = {a: _set(row[a]) for a in AXES if row.get(a) in AXES[a]}
        if row.get("colour") in COLOURS and not row.get("colour2"):
            sure["colour2"] = _set("none")
        yield Picture(
            path, "studio", row["family"], Facts(sure, {"gender": _set("unisex")}),
            label=row["type"],
            texts=tuple(t for t in (row["title"], row.get("description", "")) if t),
        )  # fmt: skip


def read_all(data: Path, catalog: Path) -> list[Picture]:
    """Every picture there is; a source that is not there adds none."""
    pictures: list[Picture] = []
    if (data / "clothing" / "items.csv").is_file():
        pictures += read_home_photos(data)
    if (data / "luma" / "products.csv").is_file():
        pictures += read_luma(data)
    if (catalog / "products.csv").is_file():
        pictures += read_studio(catalog)
    return pictures


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
