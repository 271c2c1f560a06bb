"""Mends a dressed picture where sheets meet: borders, armpits, shade, invented skin. Knows no garment.

The refinement of O-VITON's appearance stage (Neuberger et al. 2020) without its generator: the cloth
keeps the texture that the warp moved, so that prints stay true by construction. A small residual U-Net
says a shade, smooth and the same for all three colours, for the cloth, and a colour residual for the
borders and for what was invented:

    picture' = picture · exp(cloth · shade) + free · residual

Pixels that are neither cloth, border nor invented stay what they are, to the bit.
"""

from __future__ import annotations

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

WEIGHTS: Final = "refinement.safetensors"
PLANES: Final = 3
"""masks beside the picture: cloth, border, invented"""
CHANNELS: Final = (24, 32, 48)
"""at 1/2, 1/4 and 1/8 of the side"""
STRONGEST: Final = 0.5
"""of a residual, colours being 0..1, and of the logarithm of a shade"""
WINDOW: Final = (256, 384)
"""largest width and height at which a picture is looked at"""
GRID: Final = 8
"""sides are multiples of it"""
MARGIN: Final = 12
"""pixels around what may change that are shown too"""


class RefinementNetwork(nn.Module):
    """Picture and masks [B, 6, H, W], 0..1 -> shade [B, 1, H, W] and residual [B, 3, H, W]."""

    def __init__(self) -> None:
        super().__init__()
        half, quarter, eighth = CHANNELS
        self.enter = _block(4 * (3 + PLANES), half)
        self.down = _block(half, quarter, stride=2)
        self.deep = nn.Sequential(_block(quarter, eighth, stride=2), _block(eighth, eighth))
        self.up = _block(eighth + quarter, quarter)
        self.out = _block(quarter + half, half)
        self.shade = nn.Conv2d(quarter, 1, 3, padding=1)
        self.residual = nn.Conv2d(half, 4 * 3, 3, padding=1)
        for head in (self.shade, self.residual):  # starts by changing nothing
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)

    def forward(self, shown: Tensor) -> tuple[Tensor, Tensor]:
        a = self.enter(F.pixel_unshuffle(shown - 0.5, 2))  # [B, 24, H / 2, W / 2]
        b = self.down(a)  # [B, 32, H / 4, W / 4]
        c = self.deep(b)  # [B, 48, H / 8, W / 8]
        b = self.up(torch.cat([_twice(c), b], 1))
        a = self.out(torch.cat([_twice(b), a], 1))
        shade = F.interpolate(self.shade(b), scale_factor=4, mode="bilinear", align_corners=False)
        residual = F.pixel_shuffle(self.residual(a), 2)
        return STRONGEST * torch.tanh(shade), STRONGEST * torch.tanh(residual)


def apply(shown: Tensor, shade: Tensor, residual: Tensor) -> Tensor:
    """The mended picture [B, 3, H, W], 0..1, of picture and masks [B, 6, H, W]: the equation above."""
    cloth, free = shown[:, 3:4], shown[:, 4:6].amax(1, keepdim=True)
    return (shown[:, :3] * torch.exp(cloth * shade) + free * residual).clamp(0, 1)


def refine(network: RefinementNetwork, picture: np.ndarray, masks: np.ndarray) -> np.ndarray:
    """The mended picture, float32 [h, w, 3], 0..1.

    `picture`: float [h, w, 3], 0..1; `masks`: 0..1 [3, h, w]: cloth, border, invented. The network looks
    at the window around the masks, at most `WINDOW` large; what it says is enlarged, not the picture.
    """
    there = masks.max(0) > 0.02
    if not there.any():
        return picture.astype(np.float32)
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    top, bottom = max(0, rows[0] - MARGIN), min(len(there), rows[-1] + 1 + MARGIN)
    left, right = max(0, columns[0] - MARGIN), min(there.shape[1], columns[-1] + 1 + MARGIN)
    box = np.s_[top:bottom, left:right]
    height, width = bottom - top, right - left
    scale = min(1.0, WINDOW[0] / width, WINDOW[1] / height)
    size = tuple(max(GRID, round(side * scale / GRID) * GRID) for side in (width, height))
    own = np.ascontiguousarray(np.moveaxis(masks, 0, 2)[box], np.float32)
    colours = np.ascontiguousarray(picture[box], np.float32)
    shown = [cv2.resize(planes, size, interpolation=cv2.INTER_AREA) for planes in (colours, own)]
    stacked = torch.from_numpy(np.concatenate(shown, 2)).permute(2, 0, 1)[None]  # [1, 6, H, W]
    with torch.inference_mode():
        shade, residual = network(stacked)
    said = torch.cat([shade, residual], 1)[0].permute(1, 2, 0).contiguous().numpy()
    said = cv2.resize(said, (width, height), interpolation=cv2.INTER_LINEAR)
    light = np.exp(own[..., :1] * said[..., :1])
    out = picture.astype(np.float32).copy()
    out[box] = np.clip(colours * light + own[..., 1:].max(2, keepdims=True) * said[..., 1:], 0, 1)
    return out


def save(network: RefinementNetwork, folder: Path) -> int:
    """Write half precision; gives the bytes."""
    from safetensors.torch import save_file

    tensors = {name: t.half().contiguous() for name, t in network.state_dict().items()}
    with write_folder_aside(folder, last=WEIGHTS) as aside:
        save_file(tensors, aside / WEIGHTS)
        checksums.seal(aside)
    return (folder / WEIGHTS).stat().st_size


def load(folder: Path) -> RefinementNetwork:
    """The trained network, ready for use. Raises ShopError when its file is missing."""
    from safetensors.torch import load_file

    if not (folder / WEIGHTS).is_file():
        raise ShopError(
            f"The refinement's weights are missing: {folder / WEIGHTS}. Train them with "
            "`python -m demo train refinement`."
        )
    checksums.checked(folder / WEIGHTS, checksums.mend_weights("refinement"))
    network = RefinementNetwork()
    network.load_state_dict({n: t.float() for n, t in load_file(folder / WEIGHTS).items()})
    return network.eval().requires_grad_(False)


def _block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    convolution = nn.Conv2d(inputs, outputs, 3, stride, 1)
    nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")  # there are no norms
    return nn.Sequential(convolution, nn.ReLU())


def _twice(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
