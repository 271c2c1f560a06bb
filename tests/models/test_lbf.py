"""LBF: regions are proposed where the picture differs from its border, and do not pile up."""

from __future__ import annotations

import torch
from composing_fakes import D, network, pictures, sentences

from demo.models.composing import Seen
from demo.models.lbf import OVERLAP, all_boxes


def one_spot() -> Seen:
    """A picture that is the same everywhere but in the cell (5, 1)."""
    maps = pictures(1)
    patches = torch.ones(1, 49, D)
    patches[0, 5 * 7 + 1] = -3.0
    return Seen(maps.low, maps.middle, maps.high, patches, patches.mean(1))


def test_boxes_lie_in_the_picture() -> None:
    boxes = all_boxes(7, 7)
    assert boxes.min() >= 0
    assert (boxes[:, :2] + boxes[:, 2:]).max() <= 1 + 1e-6
    assert len(boxes) == len({tuple(box.tolist()) for box in boxes})


def test_the_first_region_is_where_something_is() -> None:
    made = network("lbf")
    x, y, w, h = made.boxes[made.propose(one_spot())[0, 0]].tolist()
    assert x <= 1.5 / 7 < x + w
    assert y <= 5.5 / 7 < y + h
    assert w * h < 5 / 49


def test_regions_are_different_and_apart() -> None:
    made = network("lbf", regions=18)
    chosen = made.propose(pictures())
    assert chosen.shape == (3, 18)
    for rows in chosen:
        assert len(set(rows.tolist())) == 18
        overlaps = made.union[rows][:, rows] - torch.eye(18)
        assert overlaps.max() <= OVERLAP + 1e-6


def test_fewer_regions_change_the_answer_but_not_its_size() -> None:
    many, few = network("lbf"), network("lbf", regions=18)
    one, two = (n.compose(pictures(), sentences()).vector for n in (many, few))
    assert one.shape == two.shape
    assert not torch.allclose(one, two)
