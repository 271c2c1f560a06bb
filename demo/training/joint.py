"""Trains both towers together on cached feature maps: captions, prompts, shifts, matching, the teacher.

Knows batches and losses; knows no file and no shop. The image tower's early stages and all batch
norm statistics stay frozen.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from demo.models.folding import fold, unfold
from demo.models.matching import MatchingHead, alignment_loss
from demo.models.towers import text_features
from demo.training.balance import Balance, Rule
from demo.training.data import Picture
from demo.training.distillation import Teacher
from demo.training.facts import AXES, FactTable, multi_hot
from demo.training.lexicon import ADJECTIVES, LABELS
from demo.training.objectives import contrastive, reading, shifted
from demo.training.tokenizer import PAD_ID
from demo.training.views import late_patches
from demo.training.words import PHOTO, Caption, article, describe, prompt, recoloured

_OTHER_AXES: Final = tuple(a for a in ADJECTIVES if a != "colour")


@dataclass(frozen=True)
class JointSettings:
    """How long and how hard to train."""

    steps: int
    """the learning rate follows them, and so the seed determines the weights"""
    batch: int = 128
    """pictures a step"""
    rate_image: float = 4e-4
    """peak learning rate of the image tower's late stages"""
    rate_text: float = 3e-4
    """peak learning rate of the text tower"""
    rate_head: float = 2e-3
    """peak learning rate of the image tower's projection"""
    rate_matching: float = 1e-3
    """peak learning rate of the matching head"""
    shares: tuple[float, float, float] = (0.4, 0.4, 0.2)
    """studio, home photos, luma: share of each in a batch, of the sources that exist"""
    plain: float = 0.35
    """share of pictures seen plainly, without augmentation"""
    shifts: int = 32
    """most colour shifts a step"""
    rule: Rule = "fixed"
    """how the tasks' weights are found, see `demo.training.balance`"""
    limit: float = 1.25
    """L of the adaptive rule: the largest weight is at most 5 times the smallest"""
    average: float = 0.995
    """decay of the running average of the weights, which is what is kept"""


FIXED: Final = {
    "contrastive": 1.0, "attributes": 1.0, "shift": 0.5, "matching": 0.5, "teacher": 1.0,
}  # fmt: skip
"""the tasks, and what each counts under the fixed rule"""


class Batches:
    """Draws views so that designs come with another colourway of theirs where there is one."""

    def __init__(
        self, pictures: Sequence[Picture], owners: Tensor, settings: JointSettings, rng: Random
    ) -> None:
        self.pictures, self.rng, self.settings = pictures, rng, settings
        self.views: dict[int, list[int]] = defaultdict(list)
        for view, owner in enumerate(owners.tolist()):
            self.views[owner].append(view)
        self.sources: dict[str, list[int]] = defaultdict(list)
        self.siblings: dict[str, list[int]] = defaultdict(list)
        for row in self.views:
            self.sources[pictures[row].source].append(row)
            if pictures[row].source != "clothing" and pictures[row].facts.value("colour"):
                self.siblings[pictures[row].group].append(row)

    def draw(self) -> tuple[list[int], list[int], list[tuple[int, int]]]:
        """Pictures, one view of each, and pairs (place of a reference, place of its recolouring)."""
        shares = dict(zip(("studio", "clothing", "luma"), self.settings.shares, strict=True))
        shares = {s: share for s, share in shares.items() if self.sources[s]}
        rows: list[int] = []
        pairs: list[tuple[int, int]] = []
        for source, share in shares.items():
            count = round(self.settings.batch * share / sum(shares.values()))
            end = len(rows) + count
            while len(rows) < end:
                row = self.rng.choice(self.sources[source])
                rows.append(row)
                others = [
                    o for o in self.siblings[self.pictures[row].group] if self._differ(row, o)
                ]
                if others and len(rows) < end:
                    rows.append(self.rng.choice(others))
                    pairs += [(len(rows) - 2, len(rows) - 1), (len(rows) - 1, len(rows) - 2)]
        return rows, [self._view(row) for row in rows], pairs

    def _view(self, row: int) -> int:
        """The plain view, as in use, more often than each of the others."""
        plain, *others = self.views[row]
        if not others or self.rng.random() < self.settings.plain:
            return plain
        return self.rng.choice(others)

    def _differ(self, row: int, other: int) -> bool:
        """Whether they differ in the colour and, as far as is known, not in the pattern."""
        one, two = self.pictures[row].facts, self.pictures[other].facts
        same_pattern = one.value("pattern") == two.value("pattern")
        return same_pattern and one.value("colour") != two.value("colour")


class JointTraining:
    """One run; `train` changes the model in place and leaves the averaged weights in it."""

    def __init__(
        self, model: Any, stages: int, maps: Tensor, owners: Tensor, pictures: Sequence[Picture],
        teacher: Teacher, tokenize: Callable[[list[str]], Tensor], settings: JointSettings,
        rng: Random,
    ) -> None:  # fmt: skip
        self.model, self.stages, self.maps, self.pictures = model, stages, maps, pictures
        self.teacher, self.tokenize, self.settings, self.rng = teacher, tokenize, settings, rng
        self.table = FactTable.of([p.facts for p in pictures])
        self.batches = Batches(pictures, owners, settings, rng)
        self.labels = list(LABELS)
        self.matching = MatchingHead(model.text.text_projection.shape[1])
        self.balance = Balance(settings.rule, FIXED, settings.limit)

    def step(self) -> dict[str, Tensor]:
        """The losses of one batch, by task."""
        rows, views, pairs = self.batches.draw()
        with torch.autocast("cpu", torch.bfloat16):
            patches = late_patches(self.model.visual, self.maps[views].float(), self.stages)
        patches = patches.float()  # [B, 49, dimension]
        images = functional.normalize(patches.mean(1), dim=-1)  # [B, dimension]

        captions = [self._caption(self.pictures[row]) for row in rows]
        axes = {axis: self._prompts(axis) for axis in self._axes()}
        label_texts = [
            self.rng.choice(PHOTO).format(article(self.rng.choice(LABELS[name]))) for name in LABELS
        ]
        pairs = self.rng.sample(pairs, min(len(pairs), self.settings.shifts))
        shifts = [text for one, two in pairs for text in self._shift(rows[one], rows[two])]
        taught, wanted = self.teacher.batch(96)
        texts = [c.text for c in captions]
        spans: dict[str, slice] = {}
        for name, more in (
            *((axis, [c.text for c in prompts]) for axis, prompts in axes.items()),
            ("label", label_texts), ("shift", shifts), ("teacher", taught),
        ):  # fmt: skip
            spans[name] = slice(len(texts), len(texts) + len(more))
            texts += more
        with torch.autocast("cpu", torch.bfloat16):
            said = text_features(self.model.text, self.tokenize(texts), PAD_ID)
        embedded = said.pooled.float()  # [T, dimension], not normalised
        unit = functional.normalize(embedded, dim=-1)
        scale = self.model.logit_scale.exp()

        states = np.stack([multi_hot(c.states) for c in captions])
        described, contradicted = map(
            torch.from_numpy, self.table.agreement(np.array(rows), states)
        )
        logits = scale * images @ unit[: len(rows)].T
        losses = {"contrastive": contrastive(logits, described, contradicted)}
        read = []
        for axis, prompts in axes.items():
            states = np.stack([multi_hot(c.states) for c in prompts])
            _, impossible = self.table.agreement(np.array(rows), states)
            possible = torch.from_numpy(~impossible)
            read.append(reading(scale * images @ unit[spans[axis]].T,
                                self._counts_as(axis, rows), possible))  # fmt: skip
        losses["attributes"] = torch.stack(read).sum() * 0.5
        home = [i for i, row in enumerate(rows) if self.pictures[row].source == "clothing"]
        if home:
            names = torch.tensor([self.labels.index(self.pictures[rows[i]].label) for i in home])
            by_label = scale * images[home] @ unit[spans["label"]].T
            losses["attributes"] = losses["attributes"] + functional.cross_entropy(
                by_label, names, label_smoothing=0.05
            )
        if pairs:
            asked = unit[spans["shift"]]  # [2 · pairs, dimension]: before, after, before, …
            one = torch.tensor([a for a, _ in pairs])
            two = torch.tensor([b for _, b in pairs])
            ids = torch.tensor(rows)
            losses["shift"] = shifted(
                images[one], asked[0::2], asked[1::2], images[two], scale, ids[one], ids[two]
            )
        words, mask = said.words[: len(rows)].float(), said.mask[: len(rows)]
        losses["matching"] = self._match(words, mask, patches, logits.detach().T, contradicted.T)
        losses["teacher"] = self.teacher.loss(embedded[spans["teacher"]], wanted, relations=3.0)
        return losses

    def _match(
        self, words: Tensor, mask: Tensor, patches: Tensor, alike: Tensor, wrong: Tensor
    ) -> Tensor:
        """Each caption with its own picture, and with one that it contradicts.

        Half of those are drawn blindly, half by how right they look: `alike` [texts, pictures] are
        logits, `wrong` the pictures that may be drawn.
        """
        asked = wrong.any(1).nonzero().squeeze(1)  # captions that say something
        wrong = wrong[asked]
        hard = alike[asked].masked_fill(~wrong, -torch.inf).softmax(1)
        chances = 0.5 * hard + 0.5 * wrong / wrong.sum(1, keepdim=True)
        drawn = torch.multinomial(chances, 1).squeeze(1)
        words, mask = words[asked], mask[asked]
        return alignment_loss(
            self.matching(words, mask, patches[asked]), self.matching(words, mask, patches[drawn])
        )

    def train(self, log: Callable[[str], None]) -> None:
        """Run all steps; the averaged weights are left in the model and in `matching`."""
        s, visual = self.settings, self.model.visual
        self.model.eval()  # batch norm keeps ImageNet's statistics
        folded = fold(visual.trunk)
        late = [*visual.trunk.blocks[self.stages :].parameters(),
                *visual.trunk.conv_head.parameters()]  # fmt: skip
        groups = [
            {"params": late, "lr": s.rate_image},
            {"params": list(visual.head.parameters()), "lr": s.rate_head},
            {"params": [*self.model.text.parameters(), *self.teacher.head.parameters()],
             "lr": s.rate_text},
            {"params": list(self.matching.parameters()), "lr": s.rate_matching},
            {"params": [self.model.logit_scale], "lr": 1e-3, "weight_decay": 0.0},
        ]  # fmt: skip
        optimiser = torch.optim.AdamW(groups, weight_decay=0.05, betas=(0.9, 0.98))
        peaks = [g["lr"] for g in groups]
        parameters = [p for g in groups for p in g["params"]]
        shared = [visual.head.proj.weight, self.model.text.text_projection]
        averaged = deepcopy([p.detach() for p in parameters])
        start = time.monotonic()
        means: dict[str, float] = {}
        for step in range(1, s.steps + 1):
            factor = min(1.0, step / 50) * (
                0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - 1) / s.steps))
            )
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * factor
            losses = self.step()
            optimiser.zero_grad(set_to_none=True)
            self.balance.total(losses, shared).backward()
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimiser.step()
            with torch.no_grad():
                self.model.logit_scale.clamp_(math.log(5.0), math.log(40.0))
                keep = min(s.average, step / (10 + step))
                torch._foreach_lerp_(averaged, [p.detach() for p in parameters], 1.0 - keep)
            for name, value in losses.items():
                means[name] = 0.95 * means.get(name, value.item()) + 0.05 * value.item()
            if step % 50 == 0 or step == s.steps:
                said = " ".join(
                    f"{name} {value:.3f} × {self.balance.weights[name]:.2f}"
                    for name, value in means.items()
                )
                log(f"joint {step}: {said}, {time.monotonic() - start:.0f} s")
        with torch.no_grad():
            for parameter, mean in zip(parameters, averaged, strict=True):
                parameter.copy_(mean)
        unfold(folded)

    def _axes(self) -> tuple[str, ...]:
        """Colour always, type every second step, two of the others."""
        first = ("colour", "type") if self.rng.random() < 0.5 else ("colour",)
        return (*first, *self.rng.sample(_OTHER_AXES, 2))

    def _prompts(self, axis: str) -> list[Caption]:
        return [
            self._prompt(axis, v) for v in AXES[axis] if axis == "type" or v in ADJECTIVES[axis]
        ]

    def _prompt(self, axis: str, value: str) -> Caption:
        return prompt(axis, value, self.rng)

    def _shift(self, row: int, target: int) -> tuple[str, str]:
        """Two texts that differ in the colour only, in the same words where they can be."""
        facts, wanted = self.pictures[row].facts, self.pictures[target].facts.value("colour")
        seed = self.rng.random()
        before, after = (
            recoloured(facts, colour, Random(seed)) for colour in (facts.value("colour"), wanted)
        )
        return before, after

    def _caption(self, picture: Picture) -> Caption:
        if picture.source == "studio" and self.rng.random() < 0.2:
            sure = picture.facts.sure
            said = ("type", "colour", "pattern")
            return Caption(picture.texts[0], {a: sure[a] for a in said if a in sure})
        caption = describe(picture.facts, self.rng)
        if caption is None:
            return Caption("something to wear", {})
        return caption

    def _counts_as(self, axis: str, rows: list[int]) -> Tensor:
        """[pictures, values] bool: the values that a picture surely has, or may count as."""
        values = [v for v in AXES[axis] if axis == "type" or v in ADJECTIVES[axis]]
        sets = [self.pictures[row].facts.sure.get(axis, frozenset(values)) for row in rows]
        return torch.tensor([[value in s for value in values] for s in sets])
