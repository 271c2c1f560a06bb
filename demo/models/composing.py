"""What all networks that compose a picture and words share: what they see, what they give, their files.

Each paper is a file of its own beside this one. Knows feature maps and word tokens of a frozen encoder;
knows no picture, no string, no product and no training.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from demo.errors import EncoderError
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
    """[B, D] unit length; its dot product with `target` is the similarity, averaged over depths"""
    attention: Tensor | None = None
    """[B, T, H, W] where each word token looked, sums to 1 over the places; None where a network has
    none. The words' padding looks somewhere too: mask it with `TextFeatures.mask`"""
    passed_on: Seen | None = None
    """the composed maps as the next turn's reference; None where a network composes vectors only"""


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

    `config` holds `network`, `sizes`, `encoder` (the id it was trained on) and the paper's options.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__()
        self.config = dict(config)
        self.sizes = Sizes.read(config["sizes"])

    def target(self, seen: Seen) -> Tensor:
        """The gallery's side: [B, D] unit length."""
        raise NotImplementedError

    def compose(self, seen: Seen, words: TextFeatures) -> Composed:
        """The query's side: reference pictures and what should be different."""
        raise NotImplementedError

    def settle(self, seen: Seen) -> None:
        """Before training: measure on some pictures what must be known of the maps. Most need nothing."""

    def depths(self, vectors: Tensor) -> list[Tensor]:
        """Vectors [B, D] taken apart into unit vectors that are matched one by one in training."""
        return [vectors]

    def described(self, words: TextFeatures) -> Tensor | None:
        """[B, D] what descriptions of products say, on the gallery's side; None where a paper has none."""
        return None


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
    """Writes half-precision weights and the config with `card` added; returns the weights' bytes."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tensors = {k: v.detach().half().contiguous().cpu() for k, v in network.state_dict().items()}
    save_file(tensors, folder / WEIGHTS, metadata={"format": "pt"})
    text = json.dumps(network.config | {"card": dict(card)}, indent=2, ensure_ascii=False) + "\n"
    (folder / CONFIG).write_text(text, encoding="utf-8")
    return (folder / WEIGHTS).stat().st_size


def load(folder: Path) -> ComposingNetwork:
    """The network of a folder, in single precision, ready to use. Raises EncoderError."""
    from safetensors.torch import load_file

    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        network = build(config)
        network.load_state_dict({k: v.float() for k, v in load_file(folder / WEIGHTS).items()})
    except EncoderError:
        raise
    except FileNotFoundError as error:
        raise EncoderError(
            f"{folder} has no {Path(error.filename or WEIGHTS).name}: train a network with "
            "`python -m demo train val`."
        ) from None
    except Exception as error:
        raise EncoderError(f"The network in {folder} cannot be loaded: {error}") from error
    return network.eval().requires_grad_(False)
