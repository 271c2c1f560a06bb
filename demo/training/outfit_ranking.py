"""Teaches a network which items belong together: batches of outfits, and items that do not belong.

Knows feature vectors, categories and outfits as rows; it knows no file. CSA-Net and the type-aware
yardstick are taught by the same batches, so that they differ in nothing but themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from demo.models.csa_net import CsaNet, outfit_ranking_loss
from demo.models.type_aware import TypeAware, pair_loss
from demo.outfits.features import TABLE
from demo.training.outfit_data import Outfits, alike


@dataclass(frozen=True)
class RankingSettings:
    """How a network is taught."""

    steps: int = 2_000
    batch: int = 96
    """outfits a step; each is asked for one of its items, drawn by lot"""
    negatives: int = 8
    """items that do not belong, for each"""
    of_slot: float = 0.3
    """share of negatives from the whole slot (a skirt for trousers), the most from the item's own
    category as in the paper: without the others, categories are never compared"""
    of_all: float = 0.15
    """share of negatives from anything"""
    rate: float = 3e-3
    decay: float = 1e-4
    noise: float = 0.1
    """length of the random vector added to a picture's or a text's vector, which is 1 long"""
    absent: float = 0.05
    """how often a part of the features is all zero, if there are several"""
    unknown: float = 0.01
    """how often a single number of the table's part is"""
    dropout: float = 0.15
    seed: int = 7


@dataclass(frozen=True)
class Batch:
    """Outfits with a hole, what filled it, and what did not."""

    outfit: Tensor
    """[B, M] rows of the other items"""
    present: Tensor
    """[B, M] 1.0 where there is one"""
    right: Tensor
    """[B] the row that belongs there"""
    wrong: Tensor
    """[B, K] rows of the same category or slot"""


class Lots(Protocol):
    """Where batches come from."""

    def draw(self) -> Batch:
        """The next one."""
        ...


class LookLots:
    """Draws from looks as they are: the item that is there belongs, all others do not."""

    def __init__(self, outfits: Outfits, split: str, settings: RankingSettings) -> None:
        self.looks = outfits.rows[split]
        self.settings = settings
        self.random = np.random.default_rng(settings.seed)
        category = alike(outfits, split, outfits.categories)
        slot = alike(outfits, split, outfits.slots)
        self.of_category = [category[name] for name in outfits.categories]
        self.of_slot = [slot[name] for name in outfits.slots]
        self.every = np.flatnonzero(np.array(outfits.splits) == split)
        self.longest = max(map(len, self.looks)) - 1

    def draw(self) -> Batch:
        """One batch; a drawn negative that is the item itself is drawn again, if there is another."""
        size, count = self.settings.batch, self.settings.negatives
        outfit = np.zeros((size, self.longest), dtype=np.int64)
        present = np.zeros((size, self.longest), dtype=np.float32)
        right = np.empty(size, dtype=np.int64)
        wrong = np.empty((size, count), dtype=np.int64)
        for i, number in enumerate(self.random.integers(len(self.looks), size=size)):
            look = list(self.looks[number])
            right[i] = look.pop(self.random.integers(len(look)))
            outfit[i, : len(look)] = look
            present[i, : len(look)] = 1
            of_slot, of_all = self.settings.of_slot, self.settings.of_all
            kind = self.random.choice(3, count, p=(1 - of_slot - of_all, of_slot, of_all))
            pools = (self.of_category[right[i]], self.of_slot[right[i]], self.every)
            drawn = np.stack([self.random.choice(pool, count) for pool in pools])
            wrong[i] = drawn[kind, np.arange(count)]
            again = wrong[i] == right[i]
            wrong[i, again] = self.random.choice(self.every, int(again.sum()))
        return Batch(*map(torch.from_numpy, (outfit, present, right, wrong)))


class Ranking:
    """One network in training."""

    def __init__(
        self, net: CsaNet | TypeAware, parts: Sequence[np.ndarray], outfits: Outfits, lots: Lots,
        settings: RankingSettings,
    ) -> None:  # fmt: skip
        """parts: of the features, each [n, d], the rows those of `outfits`."""
        number = {name: i for i, name in enumerate(outfits.names)}
        self.net = net
        self.parts = [torch.from_numpy(part) for part in parts]
        self.category = torch.tensor([number[name] for name in outfits.categories])
        every = torch.arange(len(number))
        self.pairs = every[:, None].expand(-1, len(every)), every.expand(len(every), -1)
        self.settings = settings
        self.lots = lots
        self.optimiser = torch.optim.AdamW(
            net.parameters(), lr=settings.rate, weight_decay=settings.decay
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, settings.rate, total_steps=settings.steps
        )

    def step(self) -> float:
        """One step of the optimiser; gives the loss."""
        self.net.train()
        batch = self.lots.draw()
        right, wrong = self._distances(batch)
        if isinstance(self.net, CsaNet):
            held = batch.present.sum(dim=1).clamp_min(1)
            loss = outfit_ranking_loss(
                (right * batch.present).sum(dim=1) / held,
                (wrong * batch.present[:, None]).sum(dim=2) / held[:, None],
            )
        else:
            loss = pair_loss(right, wrong[:, 0], batch.present) + 5e-4 * self.net.penalty()
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self.schedule.step()
        return loss.item()

    def _distances(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Squared distances of each outfit's items to what belongs [B, M] and does not [B, K, M]."""
        source = self.category[batch.outfit]  # [B, M]
        outfit = self._seen(batch.outfit)  # [B, M, width]
        answers = torch.cat([batch.right[:, None], batch.wrong], dim=1)  # [B, 1 + K]
        target = self.category[answers]
        masks = self.net.weighted(*self.pairs)  # [C, C, width] each pair of categories once
        masks = masks[source[:, None], target[..., None]]  # [B, 1 + K, M, width]
        asked = functional.normalize(
            outfit[:, None] * masks, dim=-1
        )  # as the network's forward does
        given = functional.normalize(self._seen(answers)[:, :, None] * masks, dim=-1)
        distances = 2 - 2 * (asked * given).sum(dim=-1)  # of unit vectors, squared
        return distances[:, 0], distances[:, 1:]

    def _seen(self, rows: Tensor) -> Tensor:
        """Head outputs of rows, their features disturbed, and now and then incomplete."""
        seen = []
        for part in self.parts:
            x = part[rows]
            if x.shape[-1] == TABLE:
                x = x * (torch.rand_like(x) >= self.settings.unknown)
            else:
                x = x + torch.randn_like(x) * self.settings.noise * x.shape[-1] ** -0.5
            if len(self.parts) > 1:
                x = x * (torch.rand(*x.shape[:-1], 1) >= self.settings.absent)
            seen.append(x)
        return self.net.head(torch.cat(seen, dim=-1))


def new_network(
    kind: type[CsaNet] | type[TypeAware],
    dimension: int,
    outfits: Outfits,
    settings: RankingSettings,
) -> CsaNet | TypeAware:
    """A network for features and categories; its start depends on the seed alone."""
    torch.manual_seed(settings.seed)
    return kind(dimension, len(outfits.names), dropout=settings.dropout)
