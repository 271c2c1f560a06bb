"""The plainest network that composes: it adds the words to the reference. Enough for the search's logic."""

from __future__ import annotations

from dataclasses import asdict

import torch
from fakes import FakeBundle, SeeingEncoder
from PIL import Image
from torch import Tensor

from demo.models.composing import Composed, ComposingNetwork, Seen, Sizes, seen, unit
from demo.models.towers import TextFeatures


class Adding(ComposingNetwork):
    """Target: the picture's vector twice over; query: words added. The n-th token looks at the n-th place."""

    def target(self, seen: Seen) -> Tensor:
        return unit(torch.cat([seen.pooled, seen.pooled], 1))

    def compose(self, seen: Seen, words: TextFeatures) -> Composed:
        vector = unit(0.5 * seen.pooled + words.pooled)
        height, width = seen.high.shape[-2:]
        count = words.words.shape[1]
        places = torch.eye(height * width)[torch.arange(count) % (height * width)]  # [T, h · w]
        return Composed(
            unit(torch.cat([vector, vector], 1)), places.reshape(1, count, height, width)
        )


def adding(encoder: SeeingEncoder) -> Adding:
    """The network for a fake encoder."""
    blank = seen(encoder.see([Image.new("RGB", (8, 8))]))
    sizes = asdict(Sizes.of(blank))
    return Adding({"network": "adding", "encoder": encoder.id, "sizes": sizes, "shift": False})


class ComposingBundle(FakeBundle):
    """A bundle with this network."""

    network_id = "adding-1"

    def __init__(self) -> None:
        self.encoder = SeeingEncoder()
        self.network = adding(self.encoder)
