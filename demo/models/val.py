"""VAL: image search with text feedback by visiolinguistic attention learning. Knows no picture, no string.

Chen, Gong and Bazzani, CVPR 2020. At each of three depths of the image tower a composite transformer
turns the reference's map x [C, P] (P places) and the text t into the wanted item's map:

    V_vl = F_c([x, t])                                       visiolinguistic features, t at every place
    F_sa = F_p(softmax(Q Kᵀ / √d) V),  Q, K, V from V_vl     what to change: self-attention, 2 heads
    A_sp = σ(F_sp(mean_channels V_vl)),  A_ch = σ(F_ch(mean_places V_vl))
    F_ja = (A_sp ⊙ A_ch) ⊙ x                                 what to keep: joint attention
    F_o  = w_sa F_sa + w_ja F_ja                             learned scalars that start at 0 and 1

F_sp is a convolution as large as the map, which at one output a place is a full matrix over places.
Retrieval sums the depths' similarities of pooled maps. Departures, besides the shared frozen encoder:

- the high depth works on the tower's patches in the space that pictures and words share, and its
  matrices start as identities, so that an untrained VAL gives the reference back and the first steps
  move it along the text;
- t is the text tower's vector instead of an LSTM's; besides, every word is written where it looks:
  W[t, p] = softmax_p(q(w_t) · k(x_p)) over the middle and high maps, and V(w_t) is added to t there.
  This map is what the shop shows, and training may tell words that name a part where that part is;
- maps are matched with their places (low and middle 7 × 7, high 3 × 3 fields) and not only their mean,
  so that where something is counts: two colours of one design have the same outline, and a neckline
  is a matter of the top fields;
- the untrained shift is summed beside the depths (`ComposingNetwork`);
- "one depth", "no preservation", "no semantic matching", "no shift" and one field are options for the
  ablations.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from demo.models.composing import ComposingNetwork, Made, Seen, Standard, unit
from demo.models.towers import TextFeatures

DEPTHS: Final = ("low", "middle", "high")
HEADS: Final = 2
"""of the self-attention; one where the channels are odd"""
WIDTH: Final = 128
"""length of a low and of a middle vector; the high one is as long as the encoder's"""
LOOK: Final = 64
"""length of the queries and keys with which words look at places"""
FIELDS: Final = {"low": 7, "middle": 7, "high": 3}
"""fields along a side over which a map is averaged before it is matched: where something is counts"""
OPEN: Final = 3.0
"""bias of the preserving gates before training: σ(3) = 0.95 of everything is kept"""


class CompositeTransformer(nn.Module):
    """One depth: a map and words at every place -> the wanted item's map."""

    def __init__(self, channels: int, places: int, words: int, preserve: bool) -> None:
        super().__init__()
        self.heads = HEADS if channels % HEADS == 0 else 1
        self.join = nn.Linear(channels + words, channels)  # F_c
        self.q, self.k, self.v = (nn.Linear(channels, channels) for _ in range(3))
        self.out = nn.Linear(channels, channels)  # F_p
        self.w = nn.Parameter(torch.tensor([0.0, 1.0]))  # w_sa, w_ja
        self.spatial = self.channel = None
        if preserve:
            self.spatial = nn.Linear(places, places)  # F_sp
            self.channel = nn.Linear(channels, channels)  # F_ch
            for gate in (self.spatial, self.channel):
                nn.init.normal_(gate.weight, std=0.01)
                nn.init.constant_(gate.bias, OPEN)
        if channels == words:  # both are in one space: begin with passing the words on
            with torch.no_grad():
                self.join.weight.copy_(torch.cat([torch.zeros(words, words), torch.eye(words)], 1))
                self.join.weight += 0.01 * torch.randn_like(self.join.weight)
                for layer in (self.v, self.out):
                    layer.weight.copy_(torch.eye(words) + 0.01 * torch.randn(words, words))
                    layer.bias.zero_()

    def forward(self, x: Tensor, words: Tensor) -> Tensor:
        """`x` [B, P, C] and `words` [B, P, D] -> [B, P, C]."""
        both = self.join(torch.cat([x, words], 2))  # [B, P, C]
        q, k, v = (
            part(both).unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        attends = torch.softmax(q @ k.transpose(2, 3) / q.shape[-1] ** 0.5, -1)  # [B, heads, P, P]
        changed = attends @ v  # [B, heads, P, C / heads]
        changed = self.out(changed.transpose(1, 2).flatten(2))
        kept = x
        if self.spatial is not None and self.channel is not None:
            places = torch.sigmoid(self.spatial(both.mean(2)))  # [B, P]
            channels = torch.sigmoid(self.channel(both.mean(1)))  # [B, C]
            kept = places[:, :, None] * channels[:, None] * x
        return self.w[0] * changed + self.w[1] * kept


class Looking(nn.Module):
    """Where each word looks: softmax over the places of the middle map."""

    def __init__(self, middle: tuple[int, int, int], words: int) -> None:
        super().__init__()
        channels, height, width = middle
        self.key = nn.Linear(channels + words, LOOK)
        self.place = nn.Parameter(torch.zeros(height * width, LOOK))
        self.query = nn.Linear(words, LOOK)
        nn.init.normal_(self.place, std=0.1)

    def forward(self, middle: Tensor, high: Tensor, words: Tensor) -> Tensor:
        """`middle` [B, C, H, W], `high` [B, D, h, w], `words` [B, T, D] -> [B, T, H · W]."""
        size = tuple(middle.shape[-2:])
        high = functional.interpolate(high, size, mode="bilinear", align_corners=False)
        places = torch.cat([middle, high], 1).flatten(2).transpose(1, 2)  # [B, H · W, C + D]
        key = self.key(places) + self.place
        return torch.softmax(self.query(words) @ key.transpose(1, 2) / LOOK**0.5, -1)


class VAL(ComposingNetwork):
    """Composite transformers at up to three depths. Options: `depths`, `preservation`, `semantic`."""

    training_only = ("semantic",)

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        self.used: tuple[str, ...] = tuple(config.get("depths", DEPTHS))
        preserve = bool(config.get("preservation", True))
        words, (_, h, w) = self.sizes.dimension, self.sizes.high
        self.grids = {"low": self.sizes.low[1:], "middle": (h, w), "high": (h, w)}
        channels = {"low": self.sizes.low[0], "middle": self.sizes.middle[0], "high": words}
        self.standard = nn.ModuleDict(
            {"low": Standard(channels["low"]), "middle": Standard(channels["middle"])}
        )
        self.looking = Looking(self.sizes.middle, words)
        self.written = nn.Linear(words, words, bias=False)
        nn.init.zeros_(self.written.weight)
        self.transformers = nn.ModuleDict({
            d: CompositeTransformer(
                channels[d], self.grids[d][0] * self.grids[d][1], words, preserve
            ) for d in self.used
        })  # fmt: skip
        widths = [words if d == "high" else WIDTH for d in self.used]
        self.matched(widths)
        self.fields = {d: int(config.get("fields", FIELDS[d])) for d in self.used}
        self.project = nn.ModuleDict({
            d: nn.Linear(channels[d] * self.fields[d] ** 2, width)
            for d, width in zip(self.used, widths, strict=True)
        })  # fmt: skip
        if "high" in self.used:
            count = self.fields["high"] ** 2
            with torch.no_grad():  # begin with the mean over the fields
                mean = torch.eye(words).repeat_interleave(count, 1) / count
                self.project["high"].weight.copy_(mean)
            nn.init.zeros_(self.project["high"].bias)
        self.semantic = None
        if config.get("semantic", True):
            self.semantic = nn.ModuleList([nn.Linear(words, width) for width in widths])

    def settle(self, seen: Seen, words: TextFeatures) -> None:
        super().settle(seen, words)
        self.standard["low"].settle(seen.low)
        self.standard["middle"].settle(seen.middle)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return self._vectors(self._maps(seen))

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        maps = self._maps(seen)
        looks = self.looking(self.standard["middle"](seen.middle), maps["high"], words.words)
        looks_at = looks.unflatten(2, self.sizes.middle[1:])  # [B, T, H, W]
        text = self.said(words)
        written = self._written(words, looks_at)  # [B, D, H, W]
        made: dict[str, Tensor] = {}
        for depth in self.used:
            size = self.grids[depth]
            said = _averaged(written, size) + text[:, :, None, None]
            x = self.transformers[depth](_row_by_row(maps[depth]), _row_by_row(said))
            made[depth] = x.transpose(1, 2).unflatten(2, size)
        return Made(self._vectors(made), looks_at, self._passed_on(seen, made))

    def described(self, words: TextFeatures) -> Tensor | None:
        if self.semantic is None:
            return None
        text = self.said(words)
        shifted = [text] if self.shift else []
        return self._joined([*(layer(text) for layer in self.semantic), *shifted])

    def _maps(self, seen: Seen) -> dict[str, Tensor]:
        middle = self.standard["middle"](_averaged(seen.middle, self.grids["middle"]))
        return {"low": self.standard["low"](seen.low), "middle": middle, "high": seen.grid()}

    def _written(self, words: TextFeatures, looks: Tensor) -> Tensor:
        """Each word's message, laid where the word looks; a word that looks everywhere counts as 1."""
        said = self.written(unit(words.words)) * words.mask[:, :, None]  # [B, T, D]
        said = said / words.mask.sum(1).clamp(min=1)[:, None, None]
        return torch.einsum("btd,bthw->bdhw", said, looks) * (looks.shape[2] * looks.shape[3])

    def _vectors(self, maps: Mapping[str, Tensor]) -> list[Tensor]:
        sizes = {d: (self.fields[d], self.fields[d]) for d in self.used}
        return [self.project[d](_averaged(maps[d], sizes[d]).flatten(1)) for d in self.used]

    def _passed_on(self, seen: Seen, made: Mapping[str, Tensor]) -> Seen:
        """The composed maps in the units of `Seen`; depths that are not used stay the reference's."""
        low, middle = seen.low, seen.middle
        if "low" in made:
            low = _as_given(self.standard["low"], made["low"])
        if "middle" in made:
            size = tuple(middle.shape[-2:])
            middle = functional.interpolate(
                _as_given(self.standard["middle"], made["middle"]), size
            )
        if "high" not in made:
            return Seen(low, middle, seen.high, seen.patches, seen.pooled)
        patches = _row_by_row(made["high"])
        mean = patches.mean(1)
        length = mean.norm(dim=-1, keepdim=True).clamp(min=1e-6)
        return Seen(low, middle, seen.high, patches / length[:, None], mean / length)


def _averaged(x: Tensor, size: tuple[int, int]) -> Tensor:
    """[B, C, H, W] -> [B, C, *size]."""
    return x if tuple(x.shape[-2:]) == size else functional.adaptive_avg_pool2d(x, size)


def _row_by_row(x: Tensor) -> Tensor:
    """[B, C, H, W] -> [B, H · W, C]."""
    return x.flatten(2).transpose(1, 2)


def _as_given(standard: nn.Module, x: Tensor) -> Tensor:
    """Undoes `Standard`."""
    return x / standard.scale[:, None, None] + standard.mean[:, None, None]
