"""One network, one rate, one loss: the loop that the try-on's two networks are trained by. Knows no data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import torch
from torch import Tensor, nn

WARM: Final = 0.08
"""share of the steps in which the rate rises"""
DECAY: Final = 1e-4
"""of the weights"""


def descend(
    network: nn.Module, loss_of_batch: Callable[[], Tensor], steps: int, rate: float, clip: float,
    log: Callable[[str], None],
) -> None:  # fmt: skip
    """Train in place by AdamW under a one-cycle rate; leaves the network ready for use.

    loss_of_batch: draws a batch and gives its loss, a scalar; clip: largest norm of the gradient.
    """
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, rate, total_steps=steps, pct_start=WARM, cycle_momentum=False
    )
    network.train()
    running = 0.0
    for step in range(1, steps + 1):
        loss = loss_of_batch()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), clip)
        optimiser.step()
        schedule.step()
        value = float(loss.detach())
        running = value if step == 1 else 0.97 * running + 0.03 * value
        if step % 50 == 0:
            log(f"step {step} of {steps}: loss {running:.4f}")
    network.eval()
