"""Reads products.csv, with its aliases, and lists everything that is wrong with it at once.

Knows the CSV format; it does not open pictures nor know what a product is used for.
"""

from __future__ import annotations

import csv
import html
import io
import math
import re
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final
from urllib.parse import urlsplit

from demo.catalog.synonyms import canonical, category_in, type_in
from demo.types import Product

FILE_NAME: Final = "products.csv"
REQUIRED: Final = ("sku", "title", "image")
ALIASES: Final = {
    "id": "sku", "product_id": "sku", "article": "sku",
    "name": "title", "product_name": "title",
    "color": "colour", "color2": "colour2", "color_name": "colour",
    "image_link": "image", "image_path": "image", "picture": "image", "photo": "image",
    "item_group_id": "family", "group_id": "family",
    "product_type": "type", "sex": "gender", "url": "link", "product_url": "link",
    "sleeves": "sleeve", "neck": "neckline",
}  # fmt: skip
_PLAIN: Final = {
    "sku", "title", "image", "family", "description", "brand", "price", "currency", "link",
}  # fmt: skip
_MONEY: Final = re.compile(
    r"^(?P<before>[A-Z]{3}|[€$£¥])?\s*(?P<amount>\d[\d.,' ]*)\s*(?P<after>[A-Z]{3}|[€$£¥])?$"
)
_SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


@dataclass(frozen=True)
class Table:
    """What a table holds, and what is wrong with it."""

    products: tuple[Product, ...]
    problems: tuple[str, ...]
    """one sentence each, with the line number where there is one"""
    lines: tuple[int, ...] = ()
    """the line of each product"""


def read_table(folder: Path) -> Table:
    """Reads FOLDER/products.csv. Never raises on bad content: every finding is in `problems`."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Table((), (f"There is no {FILE_NAME} in {folder}. Put the table there.",))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Table((), (f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8.",))
    except OSError as error:
        return Table((), (f"{path} cannot be read ({error.strerror}).",))
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = next(rows, [])
        columns, problems = _columns(header, path)
        if problems:
            return Table((), tuple(problems))
        return _rows(rows, columns, folder)
    except csv.Error as error:
        return Table((), (f"{path} line {rows.line_num}: not valid CSV ({error}).",))


def _columns(header: list[str], path: Path) -> tuple[list[str], list[str]]:
    """The header in our words; a column given by its own name wins over an alias."""
    plain = [re.sub(r"[\s-]+", "_", name.strip().lower()) for name in header]
    columns = [
        ALIASES[name] if name in ALIASES and ALIASES[name] not in plain else name for name in plain
    ]
    problems = []
    for name in REQUIRED:
        if name not in columns:
            also = sorted(a for a, known in ALIASES.items() if known == name)
            problems.append(
                f"{path.name} line 1: the column `{name}` is missing (also read: {', '.join(also)})."
            )
    for name in sorted({n for n in columns if n and columns.count(n) > 1}):
        problems.append(f"{path.name} line 1: the column `{name}` appears twice. Keep one.")
    return columns, problems


def _rows(rows: csv.reader, columns: list[str], folder: Path) -> Table:  # type: ignore[valid-type]
    products: list[Product] = []
    problems: list[str] = []
    lines: list[int] = []
    seen: dict[str, int] = {}
    before = rows.line_num
    for cells in rows:
        line, before = before + 1, rows.line_num
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{FILE_NAME} line {line}"
        if len(cells) > len(columns):
            problems.append(
                f"{where}: {len(cells)} cells for {len(columns)} columns. Quote commas."
            )
            continue
        row = {
            name: html.unescape(cell).strip()
            for name, cell in zip(columns, cells, strict=False)
            if name
        }
        wrong = [f"{where}: `{name}` is empty." for name in REQUIRED if not row.get(name)]
        sku = row.get("sku", "")
        if sku in seen:
            wrong.append(f"{where}: the SKU {sku} is on line {seen[sku]} already.")
        elif sku:
            seen[sku] = line
        if row.get("image"):
            wrong += [f"{where}: {w}" for w in _image_problems(row["image"], folder)]
        price, currency, complaint = _price(row.get("price", ""), row.get("currency", ""))
        if complaint:
            wrong.append(f"{where}: {complaint}")
        link = row.get("link", "")
        if link and _scheme(link) not in ("http", "https"):
            wrong.append(f"{where}: the link {link!r} does not start with http:// or https://.")
        problems += wrong
        if not wrong:
            products.append(_product(row, folder, price, currency))
            lines.append(line)
    if not products and not problems:
        problems.append(f"{FILE_NAME} has no products below its header.")
    return Table(tuple(products), tuple(problems), tuple(lines))


def _scheme(address: str) -> str:
    """What stands before the colon; empty for what is no address."""
    try:
        return urlsplit(address).scheme
    except ValueError:  # "a://["
        return ""


def _image_problems(image: str, folder: Path) -> list[str]:
    if _scheme(image) in ("http", "https"):
        return [f"the picture {image} is a web address. Download it and give its path."]
    if Path(image).is_absolute() or PureWindowsPath(image).is_absolute():
        return [f"the picture {image} is an absolute path. Give it relative to {FILE_NAME}."]
    path = folder / image
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        there = inside and path.is_file()
    except (OSError, ValueError):  # a name that no file system takes
        return [f"the picture {image[:80]!r} is not a path."]
    if not inside:
        return [f"the picture {image} leaves the catalogue's folder. Move it inside."]
    return [] if there else [f"the picture {image} is not there."]


def _price(raw: str, currency: str) -> tuple[float | None, str, str]:
    """(price, currency, complaint): "59.90", "1,299.00 EUR" and "€ 59,90" are all read."""
    if not raw:
        return None, currency.upper(), ""
    match = _MONEY.match(raw.upper().strip())
    if not match:
        return None, "", f"the price {raw!r} is not a number."
    sign = match["before"] or match["after"] or ""
    amount = re.sub(r"[' ]", "", match["amount"])
    comma, dot = amount.rfind(","), amount.rfind(".")
    if comma > dot:  # 59,90 and 1.299,00; but 1,299 is thousands
        decimal = len(amount) - comma - 1 != 3 or dot >= 0
        amount = amount.replace(".", "")
        amount = amount.replace(",", ".") if decimal else amount.replace(",", "")
    else:
        amount = amount.replace(",", "")
    try:
        price = float(amount)
    except ValueError:
        return None, "", f"the price {raw!r} is not a number."
    if not math.isfinite(price):
        return None, "", f"the price {raw!r} is not a number."
    return price, currency.upper() or _SIGNS.get(sign, sign), ""


def _product(row: dict[str, str], folder: Path, price: float | None, currency: str) -> Product:
    attributes = {
        name: canonical(name, value)
        for name, value in row.items()
        if name not in _PLAIN and value
    }
    # A table without types or with its own category names still answers to "hoodie" and "shoes".
    if "type" not in attributes and (found := type_in(row["title"])):
        attributes["type"] = found
    named = row.get("category", "") or attributes.get("type", "") or row["title"]
    if found := category_in(named) or category_in(row["title"]):
        attributes["group"] = found
    return Product(
        sku=row["sku"],
        title=row["title"],
        image=folder / row["image"],
        family=row.get("family", ""),
        description=row.get("description", ""),
        brand=row.get("brand", ""),
        price=price,
        currency=currency,
        link=row.get("link", ""),
        attributes=attributes,
    )
