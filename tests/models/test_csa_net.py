"""CSA-Net and its yardstick: the papers' equations, number by number."""

from __future__ import annotations

import pytest
import torch

from demo.models.csa_net import CsaNet, outfit_ranking_loss
from demo.models.type_aware import TypeAware, pair_loss


@pytest.fixture
def net() -> CsaNet:
    torch.manual_seed(0)
    return CsaNet(dimension=12, categories=4, width=8, subspaces=3).eval()


def test_the_embedding_is_the_weighted_sum_over_subspaces(net: CsaNet) -> None:
    x = net.head(torch.randn(5, 12))
    source, target = torch.tensor([0, 1, 2, 3, 0]), torch.tensor([1, 1, 0, 2, 3])
    found = net(x, source, target)
    for row in range(5):
        one_hot = torch.zeros(8)
        one_hot[source[row]] = one_hot[4 + target[row]] = 1.0
        weights = net.attention(one_hot).softmax(dim=0)  # [k]
        expected = sum(w * (x[row] * m) for w, m in zip(weights, net.masks, strict=True))
        assert torch.allclose(found[row], expected / expected.norm(), atol=1e-6)
        assert weights.sum().item() == pytest.approx(1.0)


def test_weights_depend_on_the_pair_of_categories_alone(net: CsaNet) -> None:
    one = net.weighted(torch.tensor(0), torch.tensor(1))
    other = net.weighted(torch.tensor(1), torch.tensor(0))
    assert not torch.allclose(one, other)
    assert torch.equal(one, net.weighted(torch.tensor(0), torch.tensor(1)))


def test_an_unknown_category_is_no_category(net: CsaNet) -> None:
    nowhere = net.attention(torch.zeros(8)).softmax(dim=0) @ net.masks
    assert torch.allclose(net.weighted(torch.tensor(-1), torch.tensor(-1)), nowhere)


def test_the_loss_asks_the_nearest_negative() -> None:
    right = torch.tensor([0.5, 0.1])
    wrong = torch.tensor([[0.9, 0.6], [1.0, 0.9]])
    # max(0, 0.5 − 0.6 + 0.3) = 0.2 and max(0, 0.1 − 0.9 + 0.3) = 0
    assert outfit_ranking_loss(right, wrong, 0.3).item() == pytest.approx(0.1)


def test_the_yardstick_does_not_care_for_the_order_of_a_pair() -> None:
    torch.manual_seed(0)
    net = TypeAware(dimension=12, categories=4, width=8).eval()
    one = net.weighted(torch.tensor(3), torch.tensor(1))
    assert torch.equal(one, net.weighted(torch.tensor(1), torch.tensor(3)))
    assert (one >= 0).all()
    assert not torch.equal(one, net.weighted(torch.tensor(1), torch.tensor(2)))


def test_the_yardsticks_loss_leaves_absent_items_out() -> None:
    right, wrong = torch.tensor([[0.4, 9.0]]), torch.tensor([[0.5, 0.0]])
    assert pair_loss(right, wrong, torch.tensor([[1.0, 0.0]]), 0.3).item() == pytest.approx(0.2)
