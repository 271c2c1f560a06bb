"""What other networks need of an open_clip model beyond its two vectors: maps, patches and words.

Pure functions of its towers, usable in training too. Knows open_clip's layouts (a timm tower, its own
ViT, its text transformer); knows no picture, no string and no device. Nothing here is normalised.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class ImageFeatures:
    """One batch of pictures, from edges to meaning. `lite`'s sizes are in brackets."""

    low: Tensor
    """[B, C, H, W] feature maps at a third of the depth [B, 40, 28, 28]"""
    middle: Tensor
    """[B, C, H, W] at two thirds [B, 112, 14, 14]"""
    high: Tensor
    """[B, C, H, W] at the end [B, 320, 7, 7]"""
    patches: Tensor
    """[B, N, D] what each place says in the space shared with words [B, 49, 256], row by row"""
    pooled: Tensor
    """[B, D] the picture's vector; the mean of `patches` where the tower averages, as `lite` does"""


@dataclass(frozen=True)
class TextFeatures:
    """One batch of texts, word by word."""

    words: Tensor
    """[B, T, D] tokens in the space shared with pictures, start and end among them"""
    mask: Tensor
    """[B, T] bool, True where there is a token and no padding"""
    pooled: Tensor
    """[B, D] the texts' vectors"""


def image_features(visual: Any, pixels: Tensor) -> ImageFeatures:
    """The feature maps of open_clip's image tower `visual` for `pixels` [B, 3, H, W].

    A convolutional tower gives its last three resolutions, a transformer its blocks at a third, two
    thirds and the end of its depth, laid out as grids. Raises TypeError for other towers.
    """
    if hasattr(visual, "trunk"):
        return _timm_features(visual, pixels)
    if hasattr(visual, "transformer") and getattr(visual, "attn_pool", None) is None:
        depths = _thirds(len(visual.transformer.resblocks))
        out = visual.forward_intermediates(pixels, indices=depths)
        low, middle, high = out["image_intermediates"]
        patches = visual.ln_post(high.flatten(2).transpose(1, 2))  # [B, N, width]
        if visual.proj is not None:
            patches = patches @ visual.proj
        return ImageFeatures(low, middle, high, patches, out["image_features"])
    raise TypeError(f"no feature maps are known of the image tower {type(visual).__name__}")


def _timm_features(visual: Any, pixels: Tensor) -> ImageFeatures:
    trunk = visual.trunk
    blocks = getattr(trunk, "blocks", ())
    grid = hasattr(trunk, "patch_embed")
    depths = _thirds(len(blocks)) if grid else 3  # timm: the last three of a pyramid
    last, maps = trunk.forward_intermediates(pixels, indices=depths)
    if last.ndim == 4:  # [B, C, h, w]
        count = last.shape[2] * last.shape[3]
        places = last.flatten(2).transpose(1, 2).flatten(0, 1)[..., None, None]  # [B · N, C, 1, 1]
    else:  # [B, prefix + N, C], to each place alone in a sequence that stands for prefix and grid
        prefix = getattr(trunk, "num_prefix_tokens", 0)
        count = last.shape[1] - prefix
        places = last[:, prefix:].flatten(0, 1).unsqueeze(1).expand(-1, prefix + 1, -1)
    # The head applied to one place alone is what it would say if it saw nothing else.
    patches = visual.head(trunk.forward_head(places)).unflatten(0, (-1, count))
    pooled = visual.head(trunk.forward_head(last))
    return ImageFeatures(*maps, patches, pooled)


def _thirds(depth: int) -> list[int]:
    """Indices of the blocks at a third, two thirds and the end of `depth` blocks."""
    return [max(0, round(depth * part / 3) - 1) for part in (1, 2, 3)]


def text_features(tower: Any, ids: Tensor, pad_id: int) -> TextFeatures:
    """The word tokens of open_clip's text tower for `ids` [B, context length].

    Under a causal mask nothing behind a text's end reaches it, so columns that are all padding are cut
    off first: the same vectors in a third of the time. A tower that reads the last place, padding
    included (SigLIP), is given every column. Raises TypeError for towers without word tokens.
    """
    if getattr(tower, "cls_emb", None) is not None or not hasattr(tower, "token_embedding"):
        raise TypeError(f"no word tokens are known of the text tower {type(tower).__name__}")
    mask = _kept(ids, pad_id, _end_id(tower))
    if tower.attn_mask is not None:
        length = int(mask.sum(1).max())
        ids, mask = ids[:, :length], mask[:, :length]
        x = tower.token_embedding(ids) + tower.positional_embedding[:length]  # [B, T, width]
        attend = tower.attn_mask[:length, :length]
    elif hasattr(tower, "_embeds"):
        x, attend = tower._embeds(ids)
    else:
        x, attend = tower.token_embedding(ids) + tower.positional_embedding, None
    words = _projected(tower, tower.ln_final(tower.transformer(x, attn_mask=attend)))  # [B, T, D]
    return TextFeatures(words, mask, words[torch.arange(len(ids)), _read_at(tower, ids)])


def _projected(tower: Any, x: Tensor) -> Tensor:
    projection = tower.text_projection
    if projection is None:
        return x
    return projection(x) if isinstance(projection, nn.Linear) else x @ projection


def _kept(ids: Tensor, pad_id: int, end_id: int | None) -> Tensor:
    """[B, T] bool: all up to the last token that is no padding, and one more where padding ends texts."""
    places = torch.arange(1, ids.shape[1] + 1, device=ids.device)
    ends = ((ids != pad_id) * places).amax(1, keepdim=True)
    return places <= ends + int(pad_id == end_id)


def _end_id(tower: Any) -> int | None:
    """The end's id; of a tower that reads the last place (SigLIP), 1: its end and its padding."""
    pool = _pool(tower)
    return 1 if pool == "last" else getattr(tower, "eos_id", getattr(tower, "text_eos_id", None))


def _pool(tower: Any) -> str:
    return str(getattr(tower, "pool_type", getattr(tower, "text_pool_type", "argmax")))


def _read_at(tower: Any, ids: Tensor) -> Tensor:
    """[B] the place whose token is the text's vector, as open_clip pools."""
    pool = _pool(tower)
    if pool == "eos":
        return (ids == _end_id(tower)).int().argmax(-1)
    if pool == "argmax":
        return ids.argmax(-1)
    return torch.full((len(ids),), 0 if pool == "first" else ids.shape[1] - 1, device=ids.device)
