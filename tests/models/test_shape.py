"""The shape network: what it is shown, that codes matter and come from their own slot, its weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from demo.catalog.shapes import PARTS
from demo.errors import ShopError
from demo.models.parser import ARMS, BACKGROUND, CLASSES, HAIR, UPPER
from demo.models.shape import (
    BODIES,
    CLOTHS,
    SIZE,
    SLOTS,
    UNKNOWN,
    WARPED,
    ShapeNetwork,
    garment_planes,
    load,
    person_planes,
    predict,
    save,
)  # fmt: skip


def _person() -> tuple[np.ndarray, np.ndarray]:
    """Labels before dressing, the trunk cleared, and the body's parts; [640, 320]."""
    kept, body = np.zeros((640, 320), np.uint8), np.zeros((640, 320), np.uint8)
    kept[40:90, 130:190], body[40:90, 130:190] = HAIR, 2
    kept[120:300, 110:210], body[120:300, 110:210] = UNKNOWN, 4
    kept[120:300, 80:100], body[120:300, 80:100] = ARMS, 5
    return kept, body


def _shirt(slot: int) -> np.ndarray:
    parts = np.zeros((SLOTS, 75, 60), np.uint8)
    parts[slot, 15:60, 18:42] = PARTS.index("body")
    parts[slot, 16:30, 42:53] = PARTS.index("sleeve_left")
    return parts


def test_planes_are_shares_of_labels_and_parts() -> None:
    kept, body = _person()
    planes = person_planes(kept, body, None)
    assert planes.shape == (len(CLASSES) + BODIES + len(WARPED), *SIZE)
    assert planes[HAIR, 30, 80] == 1
    assert planes[: len(CLASSES), 100, 80].sum() == 0  # cleared
    assert planes[BACKGROUND, 5, 5] == 1
    assert planes[-len(WARPED) :].max() == 0
    warped = np.where(body == 4, UPPER, 0)
    assert person_planes(kept, body, warped)[-len(WARPED), 100, 80] == 1


def test_the_hole_is_wider_than_the_garment() -> None:
    """The old garment's outline must not tell the answer."""
    kept, body = _person()
    narrow, wide = (person_planes(kept, body, None, m)[: len(CLASSES)] for m in (0, 0.03))
    assert (wide.sum(0) == 0).sum() > (narrow.sum(0) == 0).sum() + 1000


def test_garments_are_told_apart_by_parts() -> None:
    planes = garment_planes(_shirt(2))
    assert planes.shape == (SLOTS, CLOTHS, 75, 60)
    assert planes[2, 1, 30, 30] == 1  # trunk
    assert planes[2, 2, 20, 45] == 1  # sleeve
    assert planes[[0, 1, 3]].max() == 0


def test_says_shares_at_the_labels_size() -> None:
    torch.manual_seed(1)
    kept, body = _person()
    shares = predict(ShapeNetwork().eval(), kept, body, None, _shirt(0))
    assert shares.shape == (len(CLASSES), 640, 320)
    np.testing.assert_allclose(shares.sum(0), 1, atol=1e-4)


def test_codes_and_their_slots_matter() -> None:
    torch.manual_seed(1)
    network = ShapeNetwork().eval()
    kept, body = _person()
    none, inner, outer = (
        predict(network, kept, body, None, parts) for parts in (0 * _shirt(0), _shirt(0), _shirt(2))
    )
    assert np.abs(none - inner).max() > 1e-4
    assert np.abs(inner - outer).max() > 1e-4


def test_saved_weights_say_the_same(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = ShapeNetwork().eval()
    assert save(network, tmp_path) < 270_000
    kept, body = _person()
    args = (kept, body, None, _shirt(0))
    np.testing.assert_allclose(predict(load(tmp_path), *args), predict(network, *args), atol=5e-3)


def test_missing_weights_name_the_command(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match="train shape"):
        load(tmp_path)
