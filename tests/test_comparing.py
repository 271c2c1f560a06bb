"""Other methods asked the same: what must look first does so beside the shop."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeBundle

from demo.comparing import Comparing
from demo.models import composing as networks
from demo.models.composing import Sizes, build, seen
from demo.search.rank import NETWORK
from demo.shop import Shop


def order(shop: Shop, method: str) -> list[str]:
    session = shop.start("F1-red", words="in green with long sleeves")
    return [hit.product.sku for hit in shop.results(session, 24, method=method).hits]


def test_the_shift_and_the_words_alone_need_no_network(shop: Shop) -> None:
    session = shop.start("F1-red", words="in green with long sleeves")
    for method in ("shift", "text"):
        hits = shop.results(session, method=method).hits
        assert set(hits[0].parts) == {"shift"}  # no table
        assert hits[0].product.get("colour") == "green"
    assert shop.results(session).hits[0].parts.keys() > {"shift"}


def test_words_alone_do_not_care_what_is_in_hand(shop: Shop) -> None:
    def green(item: str) -> list[str]:
        session = shop.start(item, words="in green")
        return [hit.product.sku for hit in shop.results(session, 6, method="text").hits]

    assert green("F1-red") == green("F4-red")
    assert order(shop, "shift") != order(shop, "")


def test_a_limit_holds_whatever_answers(shop: Shop) -> None:
    session = shop.start("F1-red", words="in green under 40 euros")
    for method in ("shift", "text"):
        assert all(h.product.price <= 40 for h in shop.results(session, method=method).hits)


def test_a_network_that_was_never_trained_is_said_and_the_shop_answers(
    shop: Shop, tmp_path: Path
) -> None:
    comparing = Comparing(shop.catalogue, shop.index, FakeBundle(), tmp_path, tmp_path)  # type: ignore[arg-type]
    state = comparing.state("tirg")
    assert (state.ready, state.found) == (False, False)
    assert comparing.method("tirg", shop.composer) is None
    assert order(shop, "tirg") == order(shop, "")


@pytest.fixture
def trained(composing: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of runs with an untrained TIRG for the small shop's encoder."""
    import torch
    from PIL import Image

    encoder = composing.bundle.encoder
    monkeypatch.setattr(encoder, "device", torch.device("cpu"), raising=False)
    maps = seen(encoder.see([Image.new("RGB", (48, 60), "red")]))
    config = {"network": "tirg", "encoder": encoder.id, "sizes": vars(Sizes.of(maps))}
    networks.save(build(config), tmp_path / encoder.id / "tirg-1", {})
    return tmp_path


def test_another_network_looks_at_the_catalogue_once(
    composing: Shop, trained: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    comparing = Comparing(composing.catalogue, composing.index, composing.bundle, trained, kept)
    assert comparing.state("tirg").found
    method = waited(comparing, composing)
    assert method.index.targets.ntotal == len(composing.catalogue)
    assert method.index.card.network.startswith("tirg-")
    session = composing.start("F1-red", words="in green")
    picture = composing.product("F1-red").image
    vector = composing.index.vector(composing.catalogue.row("F1-red"))
    intent = composing.understood(session)
    query = method.query(vector, composing.product("F1-red"), picture, intent)
    assert query.composed is not None
    (file,) = kept.glob("tirg-*.npy")
    before = np.load(file)
    np.save(file, before[::-1])  # a second start takes what it finds
    later = Comparing(composing.catalogue, composing.index, composing.bundle, trained, kept)
    again = waited(later, composing)
    assert np.allclose(again.index.targets.reconstruct(0), before[-1], atol=0.02)


def waited(comparing: Comparing, shop: Shop):
    for _ in range(300):
        if found := comparing.method("tirg", shop.composer):
            return found
        assert not comparing.state("tirg").problem, comparing.state("tirg").problem
        time.sleep(0.1)
    raise AssertionError(json.dumps(str(comparing.state("tirg"))))


def test_a_broken_network_is_said(composing: Shop, trained: Path, tmp_path: Path) -> None:
    weights = next(trained.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:100])
    comparing = Comparing(composing.catalogue, composing.index, composing.bundle, trained, tmp_path)
    assert comparing.method("tirg", composing.composer) is None
    assert "is cut short" in comparing.state("tirg").problem
    assert not comparing.state("tirg").ready


def test_the_served_mixture_is_a_mixture() -> None:
    assert 0 < NETWORK < 1
