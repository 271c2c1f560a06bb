"""The adaptive weights: the closed form, its sign, and what the other sign would do."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from demo.training.balance import Balance, adaptive, inverse, squared_norms

SQUARES = torch.tensor([4.0, 1.0, 0.25])


def test_closed_form_minimises_the_objective() -> None:
    shares = SQUARES / SQUARES.sum()
    limit = 1.25
    weights = adaptive(SQUARES, limit)
    assert weights.sum() == pytest.approx(1.0)

    def objective(w: torch.Tensor) -> float:
        return 0.5 * float(((limit - shares) * w * w).sum())

    best = objective(weights)
    generator = torch.Generator().manual_seed(0)
    for _ in range(200):
        other = torch.rand(3, generator=generator)
        assert objective(other / other.sum()) >= best - 1e-7


def test_a_larger_gradient_is_not_starved() -> None:
    weights = adaptive(SQUARES, 1.25)
    assert weights[0] > weights[1] > weights[2] > 0
    assert weights[0] / weights[2] <= 1.25 / 0.25 + 1e-6
    even = adaptive(torch.ones(4), 1.25)
    torch.testing.assert_close(even, torch.full((4,), 0.25))
    alone = adaptive(torch.tensor([1.0, 0.0, 0.0]), 1.25)  # the pole is never reached
    assert (alone > 0).all()


def test_the_other_sign_starves_it() -> None:
    weights = inverse(SQUARES)
    moved = weights * SQUARES.sqrt()  # what each task then does to the parameters
    assert moved[0] < moved[1] < moved[2]


def test_norms_are_those_of_the_shared_parameters() -> None:
    torch.manual_seed(0)
    layer = nn.Linear(4, 3)
    x = torch.randn(5, 4)
    losses = [layer(x).square().mean(), layer(x).sum(), torch.tensor(1.0, requires_grad=True) * 2]
    found = squared_norms(losses, [layer.weight])
    for loss, square in zip(losses[:2], found, strict=False):
        gradient = torch.autograd.grad(loss, layer.weight, retain_graph=True)[0]
        assert square == pytest.approx(gradient.square().sum().item())
    assert found[2] == 0.0
    assert layer.weight.grad is None


@pytest.mark.parametrize("rule", ["fixed", "adaptive", "inverse"])
def test_balance_weighs_by_name(rule: str) -> None:
    layer = nn.Linear(4, 1)
    x = torch.randn(8, 4)
    balance = Balance(rule, {"large": 1.0, "small": 0.5}, 1.25)  # type: ignore[arg-type]
    for _ in range(6):
        losses = {"large": 10 * layer(x).mean(), "small": layer(x).mean()}
        total = balance.total(losses, [layer.weight])
        wanted = sum(balance.weights[name] * loss.item() for name, loss in losses.items())
        assert total.item() == pytest.approx(wanted, rel=1e-4)
    if rule == "fixed":
        assert balance.weights == {"large": 1.0, "small": 0.5}
    else:
        assert sum(balance.weights.values()) == pytest.approx(2.0)
        larger, smaller = ("large", "small") if rule == "adaptive" else ("small", "large")
        assert balance.weights[larger] > balance.weights[smaller]
