"""The table of looks beside a catalogue, `looks.jsonl`: one outfit a line. Knows files, not taste."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from demo import durable
from demo.errors import CatalogError

FILE_NAME = "looks.jsonl"


@dataclass(frozen=True)
class Styled:
    """One outfit that a stylist put together."""

    id: str
    items: tuple[str, ...]
    """SKUs: dress, or top and bottom; then layer, shoes, bag, hat, as far as it has them"""
    split: str = ""
    """train, validation or test; by design, so no design is in two of them"""
    occasion: str = ""
    season: str = ""
    gender: str = ""
    score: float | None = None
    """0 to 1: what the styling rules give it"""
    why: str = ""
    """one sentence: why it fits"""


def read(path: Path) -> tuple[Styled, ...]:
    """The looks of a file; fields that it does not know are left aside.

    Raises CatalogError that names the line: a look needs `id` and `items`, at least two SKUs.
    """
    if not path.is_file():
        raise CatalogError(f"There is no {path}. `python -m demo studio looks` writes it.")
    known = set(Styled.__dataclass_fields__)
    looks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            items = tuple(row["items"])
            if len(items) < 2 or not all(isinstance(sku, str) for sku in items):
                raise ValueError
            looks.append(Styled(**{k: v for k, v in row.items() if k in known} | {"items": items}))
        except (ValueError, KeyError, TypeError):
            raise CatalogError(
                f"{path.name} line {number}: a look needs `id` and `items`, a list of SKUs."
            ) from None
    return tuple(looks)


def write(looks: Iterable[Styled], path: Path) -> None:
    """Writes them, one JSON object a line, in their order."""
    lines = [json.dumps(asdict(look), ensure_ascii=False) for look in looks]
    durable.write_text(path, "\n".join(lines) + "\n")
