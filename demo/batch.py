"""Sessions as JSON lines, in and out: the form of `query --batch`, `query --json` and the tests.

Knows the JSON contract and the facade; one bad line never stops the others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from demo.dialogue.token import filters_from_json
from demo.errors import ShopError
from demo.shop import MOST_RESULTS, Shop
from demo.types import Filters, Results

_FIELDS = {"id", "item", "photo", "turns", "filters", "k"}


class LineError(ShopError):
    """A line that does not follow the contract."""


@dataclass(frozen=True)
class Request:
    """One line in."""

    id: object
    item: str = ""
    photo: Path | None = None
    turns: tuple[str, ...] = ()
    filters: Filters = Filters()
    k: int = 12


def parse(line: object, folder: Path) -> Request:
    """Reads one line; `folder` is what a relative photo is relative to. Raises LineError."""
    if not isinstance(line, dict):
        raise LineError("A line must be a JSON object with `id` and `turns`.")
    unknown = sorted(set(line) - _FIELDS)
    if unknown:
        raise LineError(
            f"The field {unknown[0]!r} is not known; known are {', '.join(sorted(_FIELDS))}."
        )
    if "id" not in line:
        raise LineError("The field `id` is missing.")
    turns, item, photo = line.get("turns"), line.get("item"), line.get("photo")
    if not isinstance(turns, list) or not all(isinstance(t, str) for t in turns):
        raise LineError("`turns` must be a list of texts; it may be empty with an item or a photo.")
    if item is not None and not isinstance(item, str):
        raise LineError("`item` must be a SKU as text.")
    if photo is not None and not isinstance(photo, str):
        raise LineError("`photo` must be a path as text.")
    if item and photo:
        raise LineError("Give an item or a photo, not both.")
    if not turns and not item and not photo:
        raise LineError("Nothing to search for: give turns, an item or a photo.")
    k = line.get("k", 12)
    if isinstance(k, bool) or not isinstance(k, int) or not 1 <= k <= MOST_RESULTS:
        raise LineError(f"`k` must be a whole number from 1 to {MOST_RESULTS}.")
    try:
        filters = filters_from_json(line.get("filters") or {})
    except ValueError as error:
        raise LineError(str(error)) from None
    path = (folder / photo) if photo else None
    return Request(line["id"], item or "", path, tuple(turns), filters, k)


def results(shop: Shop, request: Request) -> Results:
    """Runs the session of a line. Raises ShopError."""
    session = shop.start(request.item, request.photo)
    for turn in request.turns:
        session = shop.say(session, turn)
    return shop.results(replace(session, filters=request.filters), request.k)


def answer(shop: Shop, request: Request) -> dict[str, Any]:
    """The line out for a line in. Raises ShopError."""
    started = perf_counter()
    found = results(shop, request)
    line: dict[str, Any] = {
        "id": request.id,
        "hits": [{"sku": hit.product.sku, "score": hit.score} for hit in found.hits],
    }
    if said := message(found):
        line["message"] = said
    line["ms"] = round(1e3 * (perf_counter() - started), 2)
    return line


def message(found: Results) -> str:
    """What is said when something asked for is not there, or nothing is; empty when all is well."""
    return " ".join(part for part in (found.reply, found.message) if part)


def run(shop: Shop, source: Path, out: Path) -> tuple[int, int]:
    """Answers every line of a file, in order. Returns (lines, lines with an error).

    Raises ShopError when a file cannot be opened.
    """
    try:
        lines = source.read_bytes().decode("utf-8-sig").split("\n")
    except FileNotFoundError:
        raise ShopError(f"There is no file {source}. Check the path.") from None
    except (OSError, UnicodeDecodeError):
        raise ShopError(f"{source} cannot be read as UTF-8 text.") from None
    done = failed = 0
    try:
        with out.open("w", encoding="utf-8") as target:
            for text in lines:
                if not text.strip():
                    continue
                line = _answer_text(shop, text, source.parent)
                done, failed = done + 1, failed + ("error" in line)
                target.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ShopError(f"{out} cannot be written ({error.strerror}).") from None
    return done, failed


def _answer_text(shop: Shop, text: str, folder: Path) -> dict[str, Any]:
    identity: object = None
    try:
        line = json.loads(text)
        identity = line.get("id") if isinstance(line, dict) else None
        return answer(shop, parse(line, folder))
    except json.JSONDecodeError as error:
        message = f"This line is not JSON ({error.msg} at character {error.pos})."
    except RecursionError:
        message = "This line is nested too deeply to be read."
    except ShopError as error:
        message = str(error)
    return {"id": identity, "error": message}
