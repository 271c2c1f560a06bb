"""The encoder's training objectives, as functions of unit vectors; knows no picture and no file.

All of them look away where nothing is known: a caption that says "in red" is neither a positive nor
a negative for a photo whose colour nobody wrote down.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def contrastive(logits: Tensor, described: Tensor, contradicted: Tensor) -> Tensor:
    """Multi-positive InfoNCE in both directions.

    `logits` is [pictures, texts]; `described` and `contradicted` are boolean masks of that shape.
    For each row −log Σ_positives / (Σ_positives + Σ_negatives) is averaged over the positives (as in
    supervised contrastive learning), rows without a positive are left out; likewise for columns.
    """
    return 0.5 * (
        _one_way(logits, described, contradicted) + _one_way(logits.T, described.T, contradicted.T)
    )


def _one_way(logits: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
    rows = positive.any(1) & negative.any(1)
    if not rows.any():
        return logits.sum() * 0.0
    logits, positive, negative = logits[rows], positive[rows], negative[rows]
    against = logits.masked_fill(~negative, -torch.inf).logsumexp(1, keepdim=True)  # [r, 1]
    each = functional.softplus(against - logits)  # −log p of one positive against all negatives
    return ((each * positive).sum(1) / positive.sum(1)).mean()


def reading(logits: Tensor, sure: Tensor, possible: Tensor) -> Tensor:
    """Classification of one attribute by prompts.

    `logits` is [pictures, values]; `sure` and `possible` are boolean [pictures, values]. The
    probability of all sure values together is maximised, values that are merely possible take no
    part; pictures for which all values are sure (nothing known) are left out.
    """
    rows = sure.any(1) & ~possible.all(1)
    if not rows.any():
        return logits.sum() * 0.0
    logits, sure = logits[rows], sure[rows]
    ignored = possible[rows] & ~sure
    logits = logits.masked_fill(ignored, -torch.inf)
    right = logits.masked_fill(~sure, -torch.inf).logsumexp(1)
    return (logits.logsumexp(1) - right).mean()


def shifted(
    references: Tensor, before: Tensor, after: Tensor, targets: Tensor, scale: Tensor,
    reference_ids: Tensor, target_ids: Tensor,
) -> Tensor:  # fmt: skip
    """Composed retrieval without a composer: picture − text(before) + text(after) finds the target.

    All of [n, dimension], unit length; row i's target is the same design with the value that row i's
    `after` names. The gallery is the targets and the references themselves: a query that has not
    moved finds its own picture, and that is wrong. Other pictures of the wanted product (equal ids,
    [n]) are no negatives.
    """
    query = functional.normalize(references + after - before, dim=-1)
    logits = scale * query @ torch.cat([targets, references]).T  # [n, 2n]
    wanted = target_ids[:, None] == torch.cat([target_ids, reference_ids])[None, :]
    wanted[:, : len(targets)].fill_diagonal_(False)
    logits = logits.masked_fill(wanted, -torch.inf)
    return functional.cross_entropy(logits, torch.arange(len(targets)))
