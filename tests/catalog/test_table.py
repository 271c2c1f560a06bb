"""The table: aliases, prices, and every kind of problem with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from demo.catalog.catalogue import Catalogue, check
from demo.catalog.table import _price, read_table
from demo.errors import CatalogError, UnknownItemError


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "products.csv").write_text(text, encoding="utf-8")
    Image.new("RGB", (20, 20), "red").save(tmp_path / "a.png")
    return tmp_path


def test_aliases_are_read(tmp_path: Path) -> None:
    text = "id,name,color,image_link,item_group_id,mood\n1,A &amp; B Hoodie,Gray,a.png,F,calm\n"
    product = Catalogue.read(folder_with(tmp_path, text)).product("1")
    assert product.title == "A & B Hoodie"
    assert product.family == "F"
    assert product.get("colour") == "grey"
    assert product.get("mood") == "calm"
    assert product.get("type") == "hoodie"
    assert product.get("group") == "knitwear"


def test_own_name_wins_over_alias(tmp_path: Path) -> None:
    text = "sku,id,title,name,image\ns1,7,Title,Name,a.png\n"
    product = Catalogue.read(folder_with(tmp_path, text)).product("s1")
    assert product.title == "Title"


@pytest.mark.parametrize(
    ("raw", "price", "currency"),
    [("59.90", 59.9, ""), ("1,299.00 EUR", 1299.0, "EUR"), ("€ 59,90", 59.9, "EUR"),
     ("1.299,00", 1299.0, ""), ("1,299", 1299.0, ""), ("USD 20", 20.0, "USD"), ("", None, "")],
)  # fmt: skip
def test_prices(raw: str, price: float | None, currency: str) -> None:
    assert _price(raw, "") == (price, currency, "")


def test_all_problems_at_once_with_lines(tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.png"
    Image.new("RGB", (20, 20)).save(outside)
    text = (
        "sku,title,image,price,link\n"
        "1,Good,a.png,5,\n"
        "1,Twice,a.png,5,\n"
        "2,,a.png,5,\n"
        "3,Gone,gone.png,5,\n"
        "4,Out,../outside.png,5,\n"
        "5,Price,a.png,cheap,\n"
        '6,"Two\nlines",broken.png,5,\n'
        "7,Link,a.png,5,javascript:alert(1)\n"
        "8,Web,https://x.example/a.png,5,\n"
    )
    folder = folder_with(tmp_path, text)
    (folder / "broken.png").write_bytes(b"not a picture")
    _, problems = check(folder)
    found = "\n".join(problems)
    for expected in (
        "line 3: the SKU 1 is on line 2 already", "line 4: `title` is empty",
        "line 5: the picture gone.png is not there", "line 6: the picture ../outside.png leaves",
        "line 7: the price 'cheap'", "line 8: broken.png is not a picture", "line 10: the link",
        "line 11: the picture https://x.example/a.png is a web address",
    ):  # fmt: skip
        assert expected in found
    assert len(problems) == 8
    with pytest.raises(CatalogError, match="There are 6 more problems"):
        Catalogue.read(folder)


def test_missing_column_and_missing_table(tmp_path: Path) -> None:
    assert "`image` is missing" in read_table(folder_with(tmp_path, "sku,title\n1,A\n")).problems[0]
    assert "There is no products.csv" in read_table(tmp_path / "nowhere").problems[0]


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_bytes(b"sku,title,image\n1,\xff,a.png\n")
    assert "not UTF-8" in read_table(tmp_path).problems[0]


def test_unknown_item(catalog_folder: Path) -> None:
    with pytest.raises(UnknownItemError, match="no item 'nope'"):
        Catalogue.read(catalog_folder).product("nope")


def test_hash_follows_table_and_pictures(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "sku,title,image\n1,A,a.png\n")
    before = Catalogue.read(folder).hash
    assert Catalogue.read(folder).hash == before
    Image.new("RGB", (20, 20), "blue").save(folder / "a.png")
    redrawn = Catalogue.read(folder).hash
    (folder / "products.csv").write_text("sku,title,image\n1,B,a.png\n", encoding="utf-8")
    assert len({before, redrawn, Catalogue.read(folder).hash}) == 3
