"""Which pixel of a dressed person will be what: O-VITON's first stage (Neuberger et al. 2020).

From the person's segmentation, the garments' region cleared, the body model and a shape code of each
chosen garment, a small U-Net says the new segmentation, several garments at once. A code is a map of
8 × 4 cells and 10 channels encoded from the garment's own part map and spread over the whole picture,
as in the paper. Departures: the part map of the try-on's frame stands for DensePose; all is seen at a
quarter of the frame's scale; and the network may be shown where the geometric warp puts the cloth
("guided"), which the paper, without a warp, cannot. Knows labels, no pictures.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from demo import checksums
from demo.durable import write_folder_aside
from demo.errors import ShopError
from demo.models.parser import CLASSES, LOWER, SHOES, UPPER

WEIGHTS: Final = "shape.safetensors"
SIZE: Final = (320, 160)
"""rows and columns at which the frame is seen: a quarter of it"""
BODY: Final = (0, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9)
"""part of the frame's body map -> channel: left and right alike, hair with the head"""
BODIES: Final = max(BODY)
"""channels of the body model, "nothing" left out"""
CLOTH: Final = (0, 1, 2, 3, 4, 2, 2, 2, 2, 5, 6, 0, 0, 0, 0, 0, 0)
"""part of a flat garment -> channel: inside, trunk, sleeves, legs"""
CLOTHS: Final = max(CLOTH)
SLOTS: Final = 4
"""garments at once, from the skin outwards: inner, middle, outer, lower"""
CODE: Final = (10, 8, 4)
"""channels, rows and columns of a garment's shape code"""
WARPED: Final = (UPPER, LOWER, SHOES)
"""labels of the warp's own region that a guided network is shown"""
CHANNELS: Final = (16, 24, 32, 40)
"""at 1/2, 1/4, 1/8 and 1/16 of the side"""
UNKNOWN: Final = 255
"""label of what was cleared, or of what nobody knows"""
MARGIN: Final = 0.02
"""of what is cleared around the garments, in heights of the frame: their outline must not show"""


class ShapeNetwork(nn.Module):
    """Person [B, 21, H, W] and garments [B, 4, 6, 75, 60] -> scores [B, 9, H, W]."""

    def __init__(self) -> None:
        super().__init__()
        self.code = nn.Sequential(
            _block(CLOTHS, 12, 2), _block(12, 16, 2), _block(16, 24, 2), nn.Conv2d(24, CODE[0], 1)
        )
        a, b, c, d = CHANNELS
        inputs = len(CLASSES) + BODIES + len(WARPED)
        self.enter = _block(4 * inputs, a)
        self.downs = nn.ModuleList([_block(a, b, 2), _block(b, c, 2), _block(c, d, 2)])
        self.deep = nn.Sequential(_block(d + SLOTS * CODE[0], d), _block(d, d))
        self.ups = nn.ModuleList([_block(d + c, c), _block(c + b, b), _block(b + a, a)])
        self.head = nn.Conv2d(a, 4 * len(CLASSES), 3, padding=1)

    def forward(self, person: Tensor, garments: Tensor) -> Tensor:
        there = garments.flatten(2).amax(2)  # [B, 4]: no garment, no code
        codes = F.adaptive_avg_pool2d(self.code(garments.flatten(0, 1)), CODE[1:])
        codes = codes.unflatten(0, garments.shape[:2]) * there[..., None, None, None]
        x = self.enter(F.pixel_unshuffle(person, 2))
        maps = [x]
        for down in self.downs:
            x = down(x)
            maps.append(x)
        spread = F.interpolate(codes.flatten(1, 2), size=x.shape[-2:], mode="bilinear")
        x = self.deep(torch.cat([x, spread], 1))
        for up, skip in zip(self.ups, maps[-2::-1], strict=True):
            x = F.interpolate(x, size=skip.shape[-2:], mode="bilinear")
            x = up(torch.cat([x, skip], 1))
        return F.pixel_shuffle(self.head(x), 2)


def person_planes(
    kept: np.ndarray, body: np.ndarray, warped: np.ndarray | None, margin: float = MARGIN
) -> np.ndarray:
    """float32 [21, 320, 160] of maps [h, w] of the frame at any scale: what the network is shown.

    `kept`: labels before dressing, `UNKNOWN` where cleared; `body`: parts of the frame's body map;
    `warped`: labels as the warp dresses, None to show none.
    """
    table = np.array(BODY)
    around = np.ones((2 * round(margin * len(kept)) + 1,) * 2, np.uint8)
    cleared = cv2.dilate((kept == UNKNOWN).astype(np.uint8), around) > 0
    kept = np.where(cleared, UNKNOWN, kept)
    planes = [*_planes(kept, range(len(CLASSES))), *_planes(table[body], range(1, BODIES + 1))]
    if warped is None:
        planes += [np.zeros(SIZE, np.float32)] * len(WARPED)
    else:
        planes += _planes(warped, WARPED)
    return np.stack(planes)


def garment_planes(parts: np.ndarray) -> np.ndarray:
    """float32 [4, 6, 75, 60] of the flat part maps [4, 75, 60] in the slots; zeros without a garment."""
    seen = np.array(CLOTH)[parts]
    return np.stack([seen == channel for channel in range(1, CLOTHS + 1)], 1).astype(np.float32)


def predict(
    network: ShapeNetwork, kept: np.ndarray, body: np.ndarray, warped: np.ndarray | None,
    parts: np.ndarray,
) -> np.ndarray:  # fmt: skip
    """Probabilities of the new labels, float32 [9, h, w], at the scale of `kept` [h, w]."""
    person = torch.from_numpy(person_planes(kept, body, warped))[None]
    garments = torch.from_numpy(garment_planes(parts))[None]
    with torch.inference_mode():
        shares = network(person, garments).softmax(1)
        return F.interpolate(shares, size=kept.shape, mode="bilinear")[0].numpy()


def save(network: ShapeNetwork, folder: Path) -> int:
    """Write half precision; gives the bytes."""
    from safetensors.torch import save_file

    tensors = {name: t.half().contiguous() for name, t in network.state_dict().items()}
    with write_folder_aside(folder, last=WEIGHTS) as aside:
        save_file(tensors, aside / WEIGHTS)
        checksums.seal(aside)
    return (folder / WEIGHTS).stat().st_size


def load(folder: Path) -> ShapeNetwork:
    """The trained network, ready for use. Raises ShopError when its file is missing."""
    from safetensors.torch import load_file

    if not (folder / WEIGHTS).is_file():
        raise ShopError(
            f"The shape network's weights are missing: {folder / WEIGHTS}. Train them with "
            "`python -m demo train shape`."
        )
    checksums.checked(folder / WEIGHTS, checksums.mend_weights("shape"))
    network = ShapeNetwork()
    network.load_state_dict({n: t.float() for n, t in load_file(folder / WEIGHTS).items()})
    return network.eval().requires_grad_(False)


def _planes(labels: np.ndarray, numbers: Iterable[int]) -> list[np.ndarray]:
    """Each label's share of the cells of `SIZE`, float32."""
    size = SIZE[::-1]
    return [
        cv2.resize((labels == n).astype(np.float32), size, interpolation=cv2.INTER_AREA)
        for n in numbers
    ]


def _block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    convolution = nn.Conv2d(inputs, outputs, 3, stride, 1)
    nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")  # there are no norms
    return nn.Sequential(convolution, nn.ReLU())
