"""How much each task counts: fixed weights, or FashionBERT's adaptive ones; knows losses only.

FashionBERT (Gao et al., SIGIR 2020, section on the adaptive loss) chooses the weights ω of its L tasks
anew in every step, on the simplex Σ ω_i = 1, from the squared gradient norms g_i = ‖∇l_i‖². Its printed
result is

    ω_i = (L − g_i)⁻¹ / Σ_j (L − g_j)⁻¹.

Derivation. That is the stationary point of

    J(ω) = ½ Σ_i L ω_i² − ½ Σ_i ‖ω_i ∇l_i‖² = ½ Σ_i (L − g_i) ω_i²,   Σ_i ω_i = 1:

with a multiplier λ, ∂/∂ω_i gives (L − g_i) ω_i = λ, hence ω_i ∝ (L − g_i)⁻¹, and the constraint fixes λ.
The first term keeps the weights even, the second rewards weighted gradients that are large.

The sign. ∂ω_i/∂g_i > 0: a task with a larger gradient counts *more*. Drop the ridge and take the second
term with a plus, "minimise ½ Σ ‖ω_i ∇l_i‖²", and the answer is ω_i ∝ g_i⁻¹: what a task then moves, ω_i √g_i,
shrinks as its gradient grows, so the task with most to learn starves (`inverse`, kept for comparison).

The condition. J is convex, and ω_i positive, only while every g_i < L. Raw gradients do not keep to that:
past the pole a weight turns negative and its task is *un*learned. So the norms are taken as shares,
g_i / Σ_j g_j, which never exceed 1 < L. The largest weight is then at most L / (L − 1) times the smallest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import torch
from torch import Tensor

Rule = Literal["fixed", "adaptive", "inverse"]


def squared_norms(losses: Sequence[Tensor], shared: Sequence[Tensor]) -> Tensor:
    """[tasks] ‖∇l_i‖² with respect to the parameters that all tasks share, without touching `.grad`.

    Pass the last shared layers (the towers' projections): autograd then stops there, and a norm costs
    next to nothing beside the step itself.
    """
    norms = []
    for loss in losses:
        found = torch.autograd.grad(loss, shared, retain_graph=True, allow_unused=True)
        norms.append(sum((g.square().sum() for g in found if g is not None), torch.zeros(())))
    return torch.stack(norms).detach()


def adaptive(squares: Tensor, limit: float) -> Tensor:
    """[tasks] weights that sum to 1, ω_i ∝ (L − g_i / Σ g)⁻¹ with L = `limit` > 1."""
    weights = 1.0 / (limit - squares / squares.sum().clamp_min(1e-20))
    return weights / weights.sum()


def inverse(squares: Tensor) -> Tensor:
    """[tasks] weights that sum to 1, ω_i ∝ 1 / g_i: the rule with the other sign."""
    weights = 1.0 / squares.clamp_min(1e-20)
    return weights / weights.sum()


EVERY: Final = 4
"""steps from one measuring of the norms to the next; they change slowly"""


class Balance:
    """Weights of named tasks, step after step, from norms that are averaged over the last measurings."""

    def __init__(self, rule: Rule, fixed: Mapping[str, float], limit: float) -> None:
        """`fixed` names the tasks with the weights of the rule "fixed"; `limit` is L of "adaptive"."""
        self.rule, self.fixed, self.limit = rule, dict(fixed), limit
        self.weights = dict(fixed)
        """as used in the last step"""
        self._squares: dict[str, float] = {}
        self._step = 0

    def total(self, losses: Mapping[str, Tensor], shared: Sequence[Tensor]) -> Tensor:
        """The weighted sum of the losses; adaptive weights are scaled to a mean of 1."""
        if self.rule != "fixed":
            if self._step % EVERY == 0 or losses.keys() - self._squares.keys():
                squares = squared_norms(list(losses.values()), shared).tolist()
                for name, square in zip(losses, squares, strict=True):
                    self._squares[name] = 0.8 * self._squares.get(name, square) + 0.2 * square
            self._step += 1
            known = torch.tensor([self._squares[name] for name in losses])
            shares = adaptive(known, self.limit) if self.rule == "adaptive" else inverse(known)
            self.weights = dict(zip(losses, (shares * len(losses)).tolist(), strict=True))
        return torch.stack([self.weights[name] * loss for name, loss in losses.items()]).sum()
