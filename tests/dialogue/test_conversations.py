"""Scripted conversations: each YAML file is turns, then what must and must not be on screen.

A file has `about` (why it is here), `item` or nothing, and `turns`. A turn does one thing (`say`, `undo`,
`redo`, `remove` a chip by its label, `edit` an earlier turn, `follow` a way out, `refused` words) and then
expects: `first` and `shown` SKUs, `all` and `none` values of what is shown, `chips` exactly, `answer`,
`reply`, `message` and `ways` in part, `most` and `least` prices, `nothing` at all, `same` as a turn.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from demo.dialogue.token import from_token, to_token
from demo.errors import ShopError
from demo.shop import Shop
from demo.types import Results, Session

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))
ACTIONS = {"say", "undo", "redo", "remove", "edit", "follow", "refused"}
CHECKS = {
    "first", "shown", "all", "none", "chips", "answer", "reply", "message", "ways", "most", "least",
    "nothing", "same", "count",
}  # fmt: skip


def test_there_are_enough() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_conversation(shop: Shop, file: Path) -> None:
    script = yaml.safe_load(file.read_text(encoding="utf-8"))
    session = shop.start(script.get("item", ""))
    seen: list[list[str]] = []
    for number, turn in enumerate(script["turns"]):
        assert set(turn) <= ACTIONS | CHECKS, (file.stem, set(turn) - ACTIONS - CHECKS)
        session = act(shop, session, turn)
        assert from_token(to_token(session)) == session
        results = shop.results(session, 100)
        check(shop, results, turn, seen, f"{file.stem}, turn {number}")
        seen.append([hit.product.sku for hit in results.hits])


def act(shop: Shop, session: Session, turn: dict[str, Any]) -> Session:
    if "say" in turn:
        return shop.say(session, str(turn["say"]))
    if "undo" in turn:
        return shop.undo(session)
    if "redo" in turn:
        return shop.redo(session)
    if "edit" in turn:
        return shop.edit(session, turn["edit"]["turn"], turn["edit"]["say"])
    if "remove" in turn:
        chips = shop.results(session).chips
        return shop.remove(session, next(c for c in chips if c.label == turn["remove"]))
    if "follow" in turn:
        ways = shop.results(session).ways
        return shop.take(session, next(w for w in ways if w.label == turn["follow"]).turn)
    with pytest.raises(ShopError):
        shop.say(session, str(turn["refused"]))
    return session


def check(
    shop: Shop, results: Results, turn: dict[str, Any], seen: list[list[str]], where: str
) -> None:
    products = [hit.product for hit in results.hits]
    skus = [product.sku for product in products]
    assert bool(products) != bool(turn.get("nothing")), (where, results.message)
    if "first" in turn:
        assert skus[0] == turn["first"], (where, skus[:4])
    for sku in turn.get("shown", ()):
        assert sku in skus, (where, skus)
    for attribute, values in turn.get("all", {}).items():
        wanted = values if isinstance(values, list) else [values]
        assert {product.get(attribute) for product in products} <= set(wanted), (where, attribute)
    for attribute, values in turn.get("none", {}).items():
        unwanted = values if isinstance(values, list) else [values]
        assert not {product.get(attribute) for product in products} & set(unwanted), (where, attribute)
    if "chips" in turn:
        assert [chip.label for chip in results.chips] == turn["chips"], where
    for name in ("answer", "reply", "message"):
        if name in turn:
            assert turn[name] in getattr(results, name) or not turn[name], (where, name, results)
            assert bool(turn[name]) == bool(getattr(results, name)), (where, name, results)
    labels = [f"{way.label} ({way.count})" for way in results.ways]
    for label in turn.get("ways", ()):
        assert label in labels, (where, labels)
    if "most" in turn:
        assert all(product.price <= turn["most"] for product in products), where
    if "least" in turn:
        assert all(product.price >= turn["least"] for product in products), where
    if "count" in turn:
        assert len(products) == turn["count"], (where, len(products))
    if "same" in turn:
        assert skus == seen[turn["same"]], where
