"""The guided filter: blurred scores come to lie on the photo's edge, and stay where there is none."""

from __future__ import annotations

import cv2
import numpy as np

from demo.fitting.edges import follow_edges


def test_scores_move_to_the_edge() -> None:
    photo = np.full((80, 120, 3), 30, np.uint8)
    photo[:, 60:] = (200, 120, 40)
    off = np.zeros((80, 120), np.float32)
    off[:, 63:] = 1  # three pixels too far to the right
    score = cv2.GaussianBlur(off, (0, 0), 3)
    assert (score[:, 61] < 0.4).all()
    sharp = follow_edges(photo, score[None], 6, 1e-3)[0]
    assert (sharp[10:70, 61] > 0.5).all()
    assert (sharp[10:70, 58] < 0.3).all()
    np.testing.assert_allclose(sharp[:, :40], 0, atol=0.02)


def test_flat_photo_only_smooths() -> None:
    photo = np.full((40, 40, 3), 128, np.uint8)
    scores = np.random.default_rng(0).random((2, 40, 40)).astype(np.float32)
    box = cv2.blur(cv2.blur(scores[1], (5, 5)), (5, 5))
    np.testing.assert_allclose(follow_edges(photo, scores, 2, 1e-3)[1], box, atol=1e-3)
