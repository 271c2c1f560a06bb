"""The matcher answers as the network would, with or without FAISS."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from outfit_fakes import CATEGORIES, network
from safetensors.numpy import save_file

from demo.errors import OutfitError
from demo.models.csa_net import CsaNet
from demo.outfits.matcher import Matcher, Network

COUNT = 60


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    random = np.random.default_rng(0)
    names = [*random.choice(CATEGORIES, COUNT - 2), "fountain pens", "fountain pens"]
    return network(10).matcher(random.normal(size=(COUNT, 10)).astype(np.float32), names)


def by_hand(matcher: Matcher, source: int, target: int) -> float:
    """The cosine of two rows, asked one way."""
    mask = matcher.masks[matcher.category[source], matcher.category[target]]
    one, two = matcher.x[source] * mask, matcher.x[target] * mask
    return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))


def test_masks_and_head_are_those_of_torch() -> None:
    torch.manual_seed(3)
    net = CsaNet(10, len(CATEGORIES)).eval()
    arrays = {name: t.detach().numpy() for name, t in net.state_dict().items()}
    read = Network(CATEGORIES, "", arrays)
    features = torch.randn(7, 10)
    assert np.allclose(read.head(features.numpy()), net.head(features).detach(), atol=1e-5)
    count = len(CATEGORIES)
    for source in range(-1, count):
        for target in range(-1, count):
            expected = net.weighted(torch.tensor(source), torch.tensor(target)).detach()
            assert np.allclose(read.masks()[source, target], expected, atol=1e-5)


def test_pairs_ask_both_ways(matcher: Matcher) -> None:
    rows = np.array([3, 11, 40, 58])
    pairs = matcher.pairs(rows)
    for i, one in enumerate(rows):
        for j, two in enumerate(rows):
            if i != j:
                both = (by_hand(matcher, one, two) + by_hand(matcher, two, one)) / 2
                assert pairs[i, j] == pytest.approx(both, abs=1e-5)
    assert matcher.score(rows) == pytest.approx(pairs[~np.eye(4, dtype=bool)].mean(), abs=1e-5)
    assert matcher.beside(rows[1:], rows[:1])[0] == pytest.approx(pairs[0, 1:].mean(), abs=1e-5)


def test_search_is_the_sum_over_the_outfit(matcher: Matcher) -> None:
    outfit, rows = [2, 30, 59], np.arange(5, 55)
    found, scores = matcher.search(outfit, rows, 9)
    every = {r: np.mean([by_hand(matcher, item, int(r)) for item in outfit]) for r in rows}
    expected = sorted(every, key=lambda r: -every[r])[:9]
    assert found.tolist() == expected
    assert scores == pytest.approx([every[r] for r in expected], abs=1e-5)


def test_search_finds_only_what_is_allowed(matcher: Matcher) -> None:
    found, _ = matcher.search([0], np.array([7, 8, 9]), 50)
    assert sorted(found.tolist()) == [7, 8, 9]
    assert matcher.search([0], np.empty(0, np.int64), 5)[0].size == 0


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutfitError, match="train csa_net"):
        Network.read(tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({"categories": CATEGORIES, "encoder": "e"}))
    save_file(network(10).arrays, tmp_path / "served.safetensors")
    assert Network.read(tmp_path).dimension == 10
