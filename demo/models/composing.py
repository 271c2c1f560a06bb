"""What all networks that compose a picture and words share: what they see, what they give, their files.

Each paper is a file of its own beside this one. Knows feature maps and word tokens of a frozen encoder;
knows no picture, no string, no product and no training.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from demo import checksums
from demo.durable import write_folder_aside
from demo.errors import DamagedError, EncoderError
from demo.models.packing import packed, unpacked
from demo.models.towers import ImageFeatures, TextFeatures

NETWORKS: Final = {
    "val": "VAL", "lbf": "LBF", "tirg": "TIRG", "film": "FiLM", "relationship": "Relationship",
    "concatenation": "Concatenation",
}  # fmt: skip
"""name, which is also the module's -> class"""
WEIGHTS: Final = "network.safetensors"
CONFIG: Final = "config.json"
FINEST: Final = 14
"""cells along a side of the finest map that is looked at; finer ones are averaged down"""


@dataclass(frozen=True)
class Seen:
    """What a composing network sees of a batch of pictures. `lite`'s sizes are in brackets.

    Maps are as the tower gives them; patches and the vector are scaled, so that composing starts in
    the space that pictures and words share.
    """

    low: Tensor
    """[B, C, H, W] edges and colours [B, 40, 14, 14]"""
    middle: Tensor
    """[B, C, H, W] textures and parts [B, 112, 14, 14]"""
    high: Tensor
    """[B, C, h, w] meanings [B, 320, 7, 7]"""
    patches: Tensor
    """[B, h · w, D] what each place says in the space of words, over the length of `pooled` before
    it was made a unit [B, 49, 256]; for `lite` their mean is `pooled`"""
    pooled: Tensor
    """[B, D] the picture's vector, unit length [B, 256]"""

    def __len__(self) -> int:
        return len(self.pooled)

    def __getitem__(self, rows: Tensor | slice) -> Seen:
        """The same of some pictures of the batch."""
        return Seen(*(getattr(self, f.name)[rows] for f in fields(self)))

    def grid(self) -> Tensor:
        """`patches` laid out as a map, [B, D, h, w]."""
        return self.patches.transpose(1, 2).unflatten(2, self.high.shape[-2:])


def seen(features: ImageFeatures) -> Seen:
    """What composing networks see of an encoder's features; maps finer than 14 × 14 are averaged."""
    length = features.pooled.norm(dim=-1, keepdim=True).clamp(min=1e-6)  # [B, 1]
    return Seen(
        _at_most(features.low), _at_most(features.middle), features.high,
        features.patches / length[:, None], features.pooled / length,
    )  # fmt: skip


def _at_most(x: Tensor) -> Tensor:
    """[B, C, H, W] with at most `FINEST` cells along a side."""
    size = tuple(min(side, FINEST) for side in x.shape[-2:])
    return x if size == tuple(x.shape[-2:]) else functional.adaptive_avg_pool2d(x, size)


@dataclass(frozen=True)
class Composed:
    """A reference and words, as one query."""

    vector: Tensor
    """[B, E] unit length; its dot product with `target` is the mean of all similarities"""
    attention: Tensor | None = None
    """[B, T, H, W] where each word token looked, sums to 1 over the places; None where a network has
    none. The words' padding looks somewhere too: mask it with `TextFeatures.mask`"""
    passed_on: Seen | None = None
    """the composed maps as the next turn's reference; None where a network composes vectors only"""


@dataclass(frozen=True)
class Made:
    """What a paper's equations make of a reference and words, before it is matched."""

    vectors: Sequence[Tensor]
    """one a width of the network, [B, width]"""
    attention: Tensor | None = None
    passed_on: Seen | None = None


@dataclass(frozen=True)
class Sizes:
    """Channels and places of an encoder's maps; what a network is built for."""

    low: tuple[int, int, int]
    """C, H, W"""
    middle: tuple[int, int, int]
    high: tuple[int, int, int]
    dimension: int
    """D of patches, pooled and words"""

    @classmethod
    def of(cls, seen: Seen) -> Sizes:
        """The sizes of these maps."""
        shapes = (tuple(x.shape[1:]) for x in (seen.low, seen.middle, seen.high))
        return cls(*shapes, seen.pooled.shape[1])  # type: ignore[arg-type]

    @classmethod
    def read(cls, sizes: Mapping[str, Any]) -> Sizes:
        """From a config's lists."""
        maps = (tuple(sizes[name]) for name in ("low", "middle", "high"))
        return cls(*maps, int(sizes["dimension"]))  # type: ignore[arg-type]


class ComposingNetwork(nn.Module):
    """Base of all: built from a config, gives vectors of the gallery and of queries.

    What a paper composes (one vector, or one a depth) is matched beside the untrained shift, in the
    space that pictures and words share:

        x + (t − t̄)   against   x'

    x and x' are the vectors of reference and target, t of the words, t̄ the mean of many sentences. This
    is ours and no paper's: the frozen space knows more words than any of our networks has trained with,
    so they learn what it cannot tell. All similarities count alike. Without the shift
    (`shift` false in the config) a network is its paper's alone.

    `config` holds `network`, `sizes`, `encoder` (the id it was trained on) and the paper's options.
    """

    training_only: tuple[str, ...] = ()
    """parts that no answer needs; files have none of them"""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__()
        self.config = dict(config)
        self.sizes = Sizes.read(config["sizes"])
        self.shift = bool(config.get("shift", True))
        self.register_buffer("common", torch.zeros(self.sizes.dimension))  # t̄
        self.matched([self.sizes.dimension])

    def matched(self, widths: Sequence[int]) -> None:
        """Sets the lengths of the paper's vectors; one as long as the encoder's unless it is called."""
        self.widths = [*widths, *([self.sizes.dimension] if self.shift else [])]

    def gallery(self, seen: Seen) -> list[Tensor]:
        """The paper's side of targets: one vector a width, [B, width], of any length."""
        raise NotImplementedError

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        """The paper's side of queries: reference pictures and what should be different."""
        raise NotImplementedError

    def target(self, seen: Seen) -> Tensor:
        """The gallery's side: [B, E] unit length."""
        return self._joined([*self.gallery(seen), *([seen.pooled] if self.shift else [])])

    def compose(self, seen: Seen, words: TextFeatures) -> Composed:
        """The query's side."""
        made = self.composed(seen, words)
        if not self.shift:
            return Composed(self._joined(made.vectors), made.attention, made.passed_on)
        shifted = unit(seen.pooled + self.said(words))
        passed_on = made.passed_on
        if passed_on is not None:
            passed_on = replace(passed_on, pooled=shifted)
        return Composed(self._joined([*made.vectors, shifted]), made.attention, passed_on)

    def said(self, words: TextFeatures) -> Tensor:
        """[B, D] what these words say that others don't: t − t̄."""
        return unit(words.pooled) - self.common

    def settle(self, seen: Seen, words: TextFeatures) -> None:
        """Before training: measures on some pictures and sentences what must be known of them."""
        self.common.copy_(unit(words.pooled).mean(0))

    def depths(self, vectors: Tensor) -> list[Tensor]:
        """Vectors [B, E] taken apart into unit vectors that are matched one by one in training."""
        return [unit(part) for part in vectors.split(self.widths, 1)]

    def own(self, vectors: Tensor) -> Tensor:
        """Vectors [B, E] without the shift's part, [B, E - D], for whoever adds a better shift."""
        return unit(vectors[:, : -self.sizes.dimension]) if self.shift else vectors

    def described(self, words: TextFeatures) -> Tensor | None:
        """[B, E] what descriptions of products say, on the gallery's side; None where a paper has none."""
        return None

    def _joined(self, parts: Sequence[Tensor]) -> Tensor:
        """Unit vectors side by side, at length 1 again: their dot product is the mean of similarities."""
        return torch.cat([unit(part) for part in parts], 1) / len(parts) ** 0.5


class Standard(nn.Module):
    """Maps with each channel at mean 0 and deviation 1, as measured once on training pictures."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("scale", torch.ones(channels))

    def settle(self, x: Tensor) -> None:
        """Measures on maps [B, C, H, W]."""
        self.mean.copy_(x.mean(dim=(0, 2, 3)))
        self.scale.copy_(1 / x.std(dim=(0, 2, 3)).clamp(min=1e-3))

    def forward(self, x: Tensor) -> Tensor:
        return (x - self.mean[:, None, None]) * self.scale[:, None, None]


def unit(x: Tensor) -> Tensor:
    """Vectors [..., D] at length 1."""
    return functional.normalize(x, dim=-1)


def build(config: Mapping[str, Any]) -> ComposingNetwork:
    """The network that a config names, with fresh weights. Raises EncoderError for an unknown one."""
    name = config.get("network", "")
    if name not in NETWORKS:
        raise EncoderError(f"There is no composing network “{name}”: use {', '.join(NETWORKS)}.")
    return getattr(importlib.import_module(f"demo.models.{name}"), NETWORKS[name])(config)


def save(network: ComposingNetwork, folder: Path, card: Mapping[str, Any]) -> int:
    """Writes the weights and the config with `card` added; returns the weights' bytes.

    Large matrices take a byte a number and a scale a row, all else half precision. What only training
    needs is left out.
    """
    from safetensors.torch import save_file

    own = network.state_dict().items()
    kept = {name: t for name, t in own if name.split(".")[0] not in network.training_only}
    text = json.dumps(network.config | {"card": dict(card)}, indent=2, ensure_ascii=False) + "\n"
    with write_folder_aside(folder, last=CONFIG) as aside:
        save_file(packed(kept), aside / WEIGHTS, metadata={"format": "pt"})
        (aside / CONFIG).write_text(text, encoding="utf-8")
        checksums.seal(aside)
    return (folder / WEIGHTS).stat().st_size


def load(folder: Path) -> ComposingNetwork:
    """The network of a folder, in single precision, ready to use. Raises EncoderError."""
    from safetensors.torch import load_file

    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        checksums.checked(folder / WEIGHTS, checksums.mend_weights(config["network"]))
        network = build(config)
        kept = unpacked(load_file(folder / WEIGHTS))
        own = network.state_dict()
        left_out = {n: t for n, t in own.items() if n.split(".")[0] in network.training_only}
        network.load_state_dict(left_out | kept)
    except (EncoderError, DamagedError):
        raise
    except FileNotFoundError as error:
        raise EncoderError(
            f"{folder} has no {Path(error.filename or WEIGHTS).name}: train a network with "
            "`python -m demo train val`."
        ) from None
    except Exception as error:
        raise EncoderError(f"The network in {folder} cannot be loaded: {error}") from error
    return network.eval().requires_grad_(False)
