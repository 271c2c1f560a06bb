"""The table of `bench outfits`: the way from chance to the rules, and questions that the shop answers."""

from __future__ import annotations

import numpy as np
import pytest

from demo.benchmarks.outfits import _by_pairs, _row
from demo.catalog.catalogue import Catalogue
from demo.outfits import styling
from demo.outfits.stylist import open_stylist
from demo.outfits.wardrobe import piece_of
from demo.search import index as indexes
from demo.settings import ROOT
from demo.training.outfit_data import read_outfits
from demo.training.outfit_measure import Answerer, examine, make_exam


def test_the_way_from_chance_to_the_rules() -> None:
    rules = {"fitb.same": 0.95, "fitb.random": 0.95, "auc.one": 1.0, "auc.all": 1.0}
    found = {"fitb.same": 0.60, "fitb.random": 0.25, "auc.one": 0.75, "auc.all": 1.0}
    row = _row("a net", found, rules)
    assert row.startswith("| a net | 60.0 % | 25.0 % | 0.750 | 1.000 |")
    assert row.endswith("| 50 · 0 · 50 · 100 % |")


def test_an_outfit_is_as_good_as_its_items_beside_the_others() -> None:
    answerer = _by_pairs(lambda rest, rows: np.array([sum(rest) - 2.0 * row for row in rows]))
    # of 1, 2, 3: (2+3)−2, (1+3)−4, (1+2)−6
    assert answerer.whole((1, 2, 3)) == pytest.approx((3 + 0 - 3) / 3)


@pytest.mark.weights
def test_the_shipped_network_on_validation() -> None:
    """Far above chance and below the rules on designs that it was not trained on."""
    catalogue = Catalogue.read(ROOT / "catalog")
    stylist = open_stylist(catalogue, indexes.load(ROOT / "assets" / "index", catalogue))
    pieces = [piece_of(p) for p in catalogue.products]

    def judged(rows) -> float:
        return styling.judge([pieces[row] for row in rows]).score

    exam = make_exam(read_outfits(catalogue), "validation")
    matcher = stylist.beam.matcher
    net = examine(Answerer(matcher.beside, matcher.score), exam, recall=False)
    rules = examine(
        Answerer(lambda rest, rows: np.array([judged((*rest, row)) for row in rows]), judged),
        exam, recall=False,
    )  # fmt: skip
    assert net["fitb.same"] > 0.55
    assert net["auc.all"] > 0.9
    assert all(net[name] < rules[name] + 0.02 for name in net)
