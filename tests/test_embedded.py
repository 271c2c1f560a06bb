"""The embedded shop itself: its table, index and weights, through real processes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.benchmarks.first import queries, score
from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import CATEGORY_OF, VALUES
from demo.settings import ROOT, Settings
from demo.shop import Shop

pytestmark = pytest.mark.weights


def demo(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m demo …` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "demo", *arguments], cwd=ROOT, capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def embedded() -> Shop:
    return Shop.open(Settings())


def test_the_range_is_wide(embedded: Shop) -> None:
    catalogue = embedded.catalogue
    assert len(catalogue) >= 600
    assert len(catalogue.values("type")) >= 16
    assert len(catalogue.values("category")) >= 5
    colourways = Counter(p.family for p in catalogue.products)
    assert sum(count >= 2 for count in colourways.values()) >= 100


def test_the_table_speaks_the_vocabulary(embedded: Shop) -> None:
    for product in embedded.catalogue.products:
        assert CATEGORY_OF[product.get("type")] == product.get("category")
        for attribute, values in VALUES.items():
            assert product.get(attribute) in ("", *values), (product.sku, attribute)
        assert product.description
        assert product.brand
        assert product.price
        assert product.currency == "EUR"


def test_pictures_are_cut_outs_within_budget() -> None:
    files = sorted((ROOT / "catalog" / "images").glob("*.webp"))
    assert sum(f.stat().st_size for f in files) <= 24 * 2**20
    for file in files[:: max(1, len(files) // 40)]:
        with Image.open(file) as picture:
            assert picture.size == (480, 600)
            alpha = np.asarray(picture.convert("RGBA"))[..., 3]
        assert (alpha[[0, -1]] == 0).mean() > 0.95, file.name  # ground stays clear
        assert 0.03 < (alpha > 128).mean() < 0.9, file.name


def test_words_move_the_answer(embedded: Shop) -> None:
    """A floor under what `bench first` reports, on designs kept for tuning, not the reported ones."""
    asked = queries(embedded.catalogue, 60, 3, "validation")
    alone = Shop(
        embedded.catalogue, embedded.index, embedded.bundle, embedded.settings, use_table=False
    )
    plain, words = score(alone, asked, with_words=False)["all"], score(alone, asked)["all"]
    served = score(embedded, asked)["all"]
    assert words.both > 1.5 * plain.both
    assert served.both > 0.9 * served.reachable


def test_a_dress_in_hand_is_not_answered_with_shorts(embedded: Shop) -> None:
    session = embedded.say(embedded.start("WD-003-NAV"), "green, more casual")
    session = embedded.say(session, "no stripes, under 90 euros")
    found = [hit.product for hit in embedded.results(session, 5).hits]
    assert {p.get("category") for p in found} == {"dresses"}
    assert [p.get("colour") for p in found[:3]] == ["green"] * 3
    assert all(p.price <= 90 for p in found)
    assert all(p.get("pattern") != "striped" for p in found)


def test_query_in_a_process(embedded: Shop) -> None:
    red = next(p for p in embedded.catalogue.products if p.get("colour") == "red")
    done = demo("query", "--item", red.sku, "in black", "--json")
    assert done.returncode == 0, done.stderr
    hits = [embedded.product(h["sku"]) for h in json.loads(done.stdout)["hits"]]
    assert sum(p.get("colour") == "black" for p in hits[:5]) >= 4
    assert red.sku not in [p.sku for p in hits]


def test_bad_input_in_a_process() -> None:
    done = demo("query", "--item", "no-such-item", "in red")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_foreign_catalogue_indexes_and_serves(embedded: Shop, tmp_path: Path) -> None:
    """Aliased columns, values of their own, pictures of any size, mode and format."""
    folder = tmp_path / "shop"
    (folder / "pics").mkdir(parents=True)
    modes = ("RGB", "RGBA", "P", "L", "CMYK")
    chosen = embedded.catalogue.products[:: max(1, len(embedded.catalogue) // 40)]
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "name", "color", "image_link", "price", "mood"])
        for number, product in enumerate(chosen):
            mode = modes[number % len(modes)]
            size = (200 + 37 * number % 900, 300 + 53 * number % 1200)
            with Image.open(product.image) as picture:
                ground = Image.new("RGBA", picture.size, "white")
                ground.alpha_composite(picture.convert("RGBA"))
            suffix = "jpg" if mode == "CMYK" else "png"
            ground.convert("RGB").resize(size).convert(mode).save(
                folder / "pics" / f"{number}.{suffix}"
            )
            price = f"{product.price:.2f} USD"
            table.writerow([number, product.title, product.get("colour").title(),
                            f"pics/{number}.{suffix}", price, "calm"])  # fmt: skip
    made = demo("index", str(folder))
    assert made.returncode == 0, made.stderr
    assert "encoding" in made.stderr  # the progress bar
    done = demo("query", "--catalog", str(folder), "--item", "0", "under 80 dollars", "--json")
    assert done.returncode == 0, done.stderr
    prices = {p.sku: p.price for p in Catalogue.read(folder).products}
    hits = json.loads(done.stdout)["hits"]
    assert hits
    assert all(prices[hit["sku"]] <= 80 for hit in hits)
    with (folder / "products.csv").open("a", encoding="utf-8") as file:
        file.write("x,New,Red,pics/0.png,5 USD,calm\n")
    stale = demo("query", "--catalog", str(folder), "red")
    assert stale.returncode == 2
    assert f"python -m demo index {folder}" in stale.stderr


def test_the_command_line_starts_light() -> None:
    code = "import sys, demo.cli; demo.cli._parser(); print('torch' in sys.modules, 'gradio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
