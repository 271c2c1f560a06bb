"""Trains a network that composes pictures and words: reference and words against the gallery.

Questions are made from a catalogue's own attributes (`triples`), maps are kept on disk (`feature_maps`).
One recipe for all networks: batch classification over the batch's targets, the references themselves
and hard negatives: the targets' designs in wrong colours and other designs that meet a wish. Products
that are equally right are no negatives. VAL adds the same at every depth and its visual-semantic term,
LBF its soft triplet; words that name a sleeve or the neck are told where those lie, on pictures whose
parts the studio knows. Tuned on validation designs.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from tqdm import tqdm

from demo.durable import write_aside
from demo.models.composing import ComposingNetwork, Sizes, build, save
from demo.training.composed import Options
from demo.training.material import VIEWS, Material
from demo.training.retrieval import retrieve
from demo.training.triples import Query

BATCH: Final = 64
RATE: Final = 1e-3
DECAY: Final = 0.1
WARM: Final = 0.05
"""share of the steps in which the rate rises"""
SCALE: Final = 20.0
"""what similarities are multiplied by before the first step; it is learned"""
DEPTH_SHARE, SEMANTIC_SHARE, LOOK_SHARE, TRIPLET_SHARE = 0.5, 0.2, 0.1, 0.3
"""weights of the terms beside the classification"""
SWAPS: Final = 20
"""questions of a batch that ask for photos in another colour, where there are photos"""
NEAR: Final = 0.5
"""share of hard negatives that meet a wish but are of another design"""
CLOSE: Final = 2
"""other changes that such a design has at most, where there is one"""
SETTLED: Final = 2000
"""training sentences whose mean is what all of them say"""
CHECKPOINT: Final = 100


class Trainer:
    """One network in training: its batches, its loss, its optimiser."""

    def __init__(self, options: Options, material: Material, encoder_id: str) -> None:
        self.options, self.material = options, material
        torch.manual_seed(options.seed)
        self.random = np.random.default_rng(options.seed)
        goods = material.goods
        some = material.maps.seen(self.random.choice(np.flatnonzero(goods.split == "train"), 256))
        config = {
            "network": options.network, "encoder": encoder_id, "sizes": asdict(Sizes.of(some)),
        } | dict(options.extra)  # fmt: skip
        self.network: ComposingNetwork = build(config)
        read = self.random.choice(len(material.queries), min(SETTLED, len(material.queries)), False)
        self.network.settle(some, material.sentences.read(read))
        self.scale = nn.Parameter(torch.tensor(float(np.log(SCALE))))
        scalars = [p for p in self.network.parameters() if p.numel() <= 4]
        others = [p for p in self.network.parameters() if p.numel() > 4]
        self.optimizer = torch.optim.AdamW(
            [{"params": others, "rate": RATE}, {"params": scalars, "rate": 10 * RATE, "weight_decay": 0.0},
             {"params": [self.scale], "rate": 10 * RATE, "weight_decay": 0.0}],
            lr=RATE, weight_decay=DECAY,
        )  # fmt: skip
        train = np.flatnonzero(goods.split == "train")
        self.train = {s: goods.rows(s, "train") for s in np.unique(goods.source)}
        self.kin = {
            family: train[goods.family[train] == family]
            for family in np.unique(goods.family[train])
        }
        wanted: dict[str, list[int]] = {}
        for i, query in enumerate(material.queries):
            photo = goods.source[query.row] == "luma"
            wanted.setdefault(query.wishes[0].value if photo else "", []).append(i)
        self.others = np.array(wanted.pop("", []))
        self.swaps = [np.array(each) for each in wanted.values()]

    def step(self, number: int) -> dict[str, float]:
        """One step; returns the loss's terms."""
        self.network.train()
        warm = min(1.0, (number + 1) / max(1, WARM * self.options.steps))
        fall = 0.5 * (1 + np.cos(np.pi * number / self.options.steps))
        for group in self.optimizer.param_groups:
            group["lr"] = float(group["rate"] * warm * max(fall, 0.02))
        terms = self.loss(self.batch())
        total = torch.stack(list(terms.values())).sum()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        return {name: float(term.detach()) for name, term in terms.items()}

    def batch(self) -> np.ndarray:
        """[BATCH] questions. Those about photos all want one colour: the others' answers are then of the
        right colour and the wrong design, which is what is hard."""
        if not self.swaps:
            return self.random.choice(self.others, BATCH, replace=len(self.others) < BATCH)
        same = self.swaps[self.random.integers(len(self.swaps))]
        photos = self.random.choice(same, SWAPS, replace=len(same) < SWAPS)
        return np.concatenate(
            [self.random.choice(self.others, BATCH - SWAPS, replace=False), photos]
        )

    def loss(self, at: np.ndarray) -> dict[str, Tensor]:
        """The terms for the questions `at` [B]."""
        material, random = self.material, self.random
        queries = [material.queries[i] for i in at]
        references = np.array([q.row for q in queries])
        targets = np.array([random.choice(q.answers) for q in queries])
        wrong = np.array([self._wrong(q, t) for q, t in zip(queries, targets, strict=True)])
        views = random.integers(0, VIEWS, 3 * len(at))
        seen = material.maps.seen(np.concatenate([references, targets, wrong]), views)
        b = len(at)
        words = material.sentences.read(at)
        described = material.described.read(targets)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.options.bf16):
            composed = self.network.compose(seen[:b], words)
            gallery = self.network.target(seen)
            said = self.network.described(described)
        query, gallery = composed.vector.float(), gallery.float()  # [B, E], [3 B, E]
        rows = np.concatenate([references, targets, wrong])
        also = torch.from_numpy(material.right[at][:, rows])  # [B, 3 B]
        own = torch.arange(b) + b
        also[torch.arange(b), own] = False
        scale = self.scale.exp().clamp(max=100)

        def classified(asked: Tensor, candidates: Tensor) -> Tensor:
            logits = scale * asked @ candidates.T
            return functional.cross_entropy(logits.masked_fill(also, float("-inf")), own)

        terms = {"composed": classified(query, gallery)}
        depths = self.network.depths(query)
        if len(depths) > 1:
            pairs = zip(depths, self.network.depths(gallery), strict=True)
            terms["depths"] = DEPTH_SHARE * torch.stack([classified(q, g) for q, g in pairs]).mean()
        if self.options.network == "lbf":
            scores = query @ gallery.T
            apart = functional.softplus(scale * (scores - scores[torch.arange(b), own][:, None]))
            terms["triplet"] = TRIPLET_SHARE * apart[~also].mean()
        if said is not None:
            same = torch.from_numpy(targets[:, None] == targets[None]) & ~torch.eye(
                b, dtype=torch.bool
            )
            logits = (scale * said.float() @ gallery[b : 2 * b].T).masked_fill(same, float("-inf"))
            both = [functional.cross_entropy(x, torch.arange(b)) for x in (logits, logits.T)]
            terms["semantic"] = SEMANTIC_SHARE * torch.stack(both).mean()
        plain = views[:b] % material.maps.counts[references] == 0
        look = self._looking(at, references, composed.attention, plain)
        return terms | ({} if look is None else {"looking": LOOK_SHARE * look})

    def _wrong(self, query: Query, target: int) -> int:
        """A hard negative: the target's design in a wrong colour, or another design with a wish met."""
        goods = self.material.goods
        if self.random.random() < NEAR:
            rows = self.train[goods.source[target]]
            wish = query.wishes[self.random.integers(len(query.wishes))]
            rows = rows[goods.met(query.row, wish, rows)]
            changes = goods.changes(query.row, query.wishes, rows)
            rows = rows[changes <= max(CLOSE, changes.min())]
        else:
            rows = self.kin[goods.family[target]]
        return int(self.random.choice(rows))

    def _looking(
        self, at: np.ndarray, references: np.ndarray, attention: Tensor | None, plain: np.ndarray
    ) -> Tensor | None:
        """−log of the weight that words naming a place put on it, on plain views."""
        if attention is None:
            return None
        naming = torch.from_numpy(self.material.naming[at][:, :, : attention.shape[1]])  # [B, P, T]
        regions = torch.from_numpy(self.material.regions[references]).float()  # [B, P, H, W]
        if regions.shape[-2:] != attention.shape[-2:]:
            regions = functional.adaptive_avg_pool2d(regions, tuple(attention.shape[-2:]))
        told = (
            naming & (regions.sum((2, 3)) > 0)[:, :, None] & torch.from_numpy(plain)[:, None, None]
        )
        if not told.any():
            return None
        inside = torch.einsum("bthw,bphw->bpt", attention.float(), regions)
        return -inside[told].clamp(min=1e-4).log().mean()


def train(options: Options, material: Material, encoder_id: str, out: Path) -> dict[str, Any]:
    """Trains, or goes on where it was interrupted; writes weights, `train.log` and `result.json`."""
    out.mkdir(parents=True, exist_ok=True)
    trainer, done, spent = Trainer(options, material, encoder_id), 0, 0.0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.is_file():
        state = torch.load(checkpoint, weights_only=True)
        trainer.network.load_state_dict(state["network"])
        trainer.optimizer.load_state_dict(state["optimizer"])
        trainer.scale.data.copy_(state["scale"])
        done, spent = int(state["step"]), float(state["seconds"])
        trainer.random = np.random.default_rng([options.seed, done])
    started = time.perf_counter() - spent
    with (out / "train.log").open("a" if done else "w", encoding="utf-8") as log:
        bar = tqdm(range(done, options.steps), desc=options.name, initial=done, total=options.steps)
        for number in bar:
            terms = trainer.step(number)
            if number % 50 == 0 or number == options.steps - 1:
                said = " ".join(f"{name} {value:.3f}" for name, value in terms.items())
                log.write(f"{time.perf_counter() - started:7.0f} s  step {number}: {said}\n")
                log.flush()
            if (number + 1) % CHECKPOINT == 0 and number + 1 < options.steps:
                state = {
                    "network": trainer.network.state_dict(), "step": number + 1,
                    "optimizer": trainer.optimizer.state_dict(), "scale": trainer.scale.data,
                    "seconds": time.perf_counter() - started,
                }  # fmt: skip
                with write_aside(checkpoint) as aside:
                    torch.save(state, aside)
        minutes = (time.perf_counter() - started) / 60
        found = validate(trainer.network, material)
        log.write(f"validation: {json.dumps(found)}\n")
    card = {
        "network": options.network, "encoder": encoder_id, "seed": options.seed,
        "steps": options.steps, "minutes": round(minutes, 1),
        "parameters": sum(p.numel() for p in trainer.network.parameters()), "validation": found,
    }  # fmt: skip
    card["bytes"] = save(trainer.network, out, card)
    (out / "result.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    checkpoint.unlink(missing_ok=True)
    return card


def validate(network: ComposingNetwork, material: Material) -> dict[str, float]:
    """Recall on validation designs, in validation's words; what tuning may look at."""
    found = {}
    for kind, check in material.checks.items():
        answers = retrieve(network, material.maps, check.sentences, check.queries, check.gallery)
        found |= {f"{kind}.r{k}": round(answers.recall(k), 4) for k in (1, 10)}
    return found
