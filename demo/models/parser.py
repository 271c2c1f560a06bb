"""Which pixels are hair, skin and which garment: a small network that parses a person. Knows no shop.

A U-Net on the first five stages of EfficientNet-lite0 (Tan & Le 2019), norms folded away. Joints,
drawn as soft shapes, are shown to the decoder at every resolution, so that a sleeve's end or a neck
need not be guessed from colour alone; without joints (a photo from the waist down) it works from the
picture.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Final

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from demo import checksums
from demo.durable import write_folder_aside
from demo.errors import ShopError
from demo.models.folding import fold
from demo.models.packing import packed, unpacked
from demo.models.pose import Pose

PARSER: Final = Path(__file__).resolve().parents[2] / "assets" / "weights" / "parser"
WEIGHTS: Final = "parser.safetensors"
CLASSES: Final = (
    "background", "hair", "face and neck", "arms", "legs", "upper", "lower", "shoes", "other",
)  # fmt: skip
BACKGROUND, HAIR, FACE, ARMS, LEGS, UPPER, LOWER, SHOES, OTHER = range(len(CLASSES))

AREA: Final = 256 * 192
"""pixels that the network looks at, whatever the shape of the picture"""
GRID: Final = 32
"""sides are multiples of it"""
STAGES: Final = ((1, 16, 1, 3, 1), (2, 24, 2, 3, 6), (2, 40, 2, 5, 6), (3, 80, 2, 3, 6),
                 (3, 112, 1, 5, 6))  # fmt: skip
"""of the trunk: blocks, channels, stride of the first, kernel, how many times wider inside"""
TRUNK: Final = (16, 24, 40, 112)
"""channels taken from the trunk at 1/2, 1/4, 1/8 and 1/16 of the side"""
CONTEXT: Final = 160
DECODER: Final = (24, 40, 64, 96)
"""channels of the decoder at the same resolutions"""
MEAN, STD = 0.5, 0.5
"""of tf_efficientnet_lite0's input"""
TRUSTED: Final = 0.3
"""visibility from which a joint is drawn"""

ARM_BONES: Final = ((11, 13), (13, 15), (15, 19), (12, 14), (14, 16), (16, 20))
LEG_BONES: Final = ((23, 25), (25, 27), (24, 26), (26, 28))
FOOT_BONES: Final = ((27, 29), (29, 31), (27, 31), (28, 30), (30, 32), (28, 32))
SHAPES: Final = ("head", "trunk", "arms", "legs", "feet")
"""channels of the joints' picture"""


class _Inverted(nn.Module):
    """EfficientNet-lite's inverted bottleneck (widen, look around, narrow) without norms."""

    def __init__(self, inputs: int, outputs: int, stride: int, size: int, wider: int) -> None:
        super().__init__()
        wide = inputs * wider
        self.widen = nn.Conv2d(inputs, wide, 1) if wider > 1 else None
        self.around = _Same(wide, wide, size, stride, groups=wide)
        self.narrow = nn.Conv2d(wide, outputs, 1)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        y = x if self.widen is None else F.relu6(self.widen(x))
        y = self.narrow(F.relu6(self.around(y)))
        return x + y if self.residual else y


class _Same(nn.Conv2d):
    """A convolution that pads as TensorFlow does: at a stride of 2, the odd pixel comes last."""

    def forward(self, x: Tensor) -> Tensor:
        size, stride = self.kernel_size[0], self.stride[0]
        padding = []
        for side in (x.shape[-1], x.shape[-2]):
            total = max((-(-side // stride) - 1) * stride + size - side, 0)
            padding += [total // 2, total - total // 2]
        return F.conv2d(F.pad(x, padding), self.weight, self.bias, self.stride, 0, 1, self.groups)


class ParserNetwork(nn.Module):
    """Pixels [B, 3, H, W] and joints [B, 5, H / 2, W / 2] -> scores [B, 9, H / 2, W / 2]."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = _Same(3, 32, 3, 2)
        inputs, stages = 32, []
        for count, outputs, stride, size, wider in STAGES:
            blocks = [_Inverted(inputs, outputs, stride, size, wider)]
            blocks += [_Inverted(outputs, outputs, 1, size, wider) for _ in range(count - 1)]
            stages.append(nn.Sequential(*blocks))
            inputs = outputs
        self.stages = nn.ModuleList(stages)
        self.context = nn.Sequential(
            *_conv(TRUNK[-1] + len(SHAPES), CONTEXT, 1),
            *(_Separable(CONTEXT) for _ in range(3)),
        )
        inputs = (*DECODER[1:], CONTEXT)
        self.decoder = nn.ModuleList(
            nn.Sequential(
                *_conv(below + skip + len(SHAPES), out, 1),
                *_conv(out, out, 3),
            )
            for below, skip, out in zip(inputs, TRUNK, DECODER, strict=True)
        )
        self.head = nn.Conv2d(DECODER[0], len(CLASSES), 1)

    def forward(self, pixels: Tensor, joints: Tensor) -> Tensor:
        x, maps = F.relu6(self.stem(pixels)), []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        maps = [*maps[:3], maps[4]]  # 1/2, 1/4, 1/8, 1/16; the fourth has the fifth's size
        drawn = [F.adaptive_avg_pool2d(joints, m.shape[-2:]) for m in maps]
        deep = F.avg_pool2d(torch.cat([maps[-1], drawn[-1]], 1), 2)  # 1/32
        y = self.context(deep)
        for block, skip, shapes in zip(self.decoder[::-1], maps[::-1], drawn[::-1], strict=True):
            y = F.interpolate(y, size=skip.shape[-2:], mode="bilinear", align_corners=False)
            y = block(torch.cat([y, skip, shapes], 1))
        return self.head(y)


class _Separable(nn.Module):
    """A residual 5 × 5 look around at little cost, and at the whole picture."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.around = nn.Sequential(
            nn.Conv2d(channels, channels, 5, padding=2, groups=channels, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            *_conv(channels, channels, 1),
        )
        self.whole = nn.Linear(channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        y = self.around(x)
        return x + y + self.whole(y.mean((2, 3)))[..., None, None]


def _conv(inputs: int, outputs: int, size: int) -> tuple[nn.Module, ...]:
    convolution = nn.Conv2d(inputs, outputs, size, padding=size // 2, bias=False)
    return convolution, nn.BatchNorm2d(outputs), nn.ReLU()


class Parser:
    """The trained network behind one call. Safe to share between threads: nothing is changed."""

    def __init__(self, folder: Path = PARSER) -> None:
        """`folder` holds the weights; nothing is read before the first call."""
        self._folder = folder
        self._lock = Lock()
        self._network: ParserNetwork | None = None

    def scores(self, photo: np.ndarray, pose: Pose | None) -> np.ndarray:
        """[9, h, w] float32, probabilities of `CLASSES` at half the network's resolution.

        `photo` is RGB uint8 [H, W, 3], cut to the person; `pose` in its pixels. The mean of the
        picture and its mirror image.
        """
        network = self._loaded()
        height, width = canvas(photo.shape[1] / photo.shape[0])
        shrunk = cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA)
        scale = np.array([[width / photo.shape[1], 0, 0], [0, height / photo.shape[0], 0]])
        drawn = draw_joints(pose.points, pose.visibility, scale, height, width) if pose else None
        pixels = to_pixels([shrunk])
        joints = torch.zeros(1, len(SHAPES), height // 2, width // 2)
        if drawn is not None:
            joints[0] = torch.from_numpy(drawn)
        with torch.inference_mode():
            out = network(torch.cat([pixels, pixels.flip(3)]), torch.cat([joints, joints.flip(3)]))
            both = out.softmax(1)  # [2, 9, h, w]
            return ((both[0] + both[1].flip(2)) / 2).numpy()

    def _loaded(self) -> ParserNetwork:
        with self._lock:
            if self._network is None:
                self._network = load(self._folder)
            return self._network


def load(folder: Path) -> ParserNetwork:
    """The trained network, ready for use, from a folder that `save` wrote. Raises ShopError."""
    from safetensors.torch import load_file

    if not (folder / WEIGHTS).is_file():
        raise ShopError(
            f"The parser's weights are missing: {folder / WEIGHTS}. Train them with "
            "`python -m demo train parser`."
        )
    checksums.checked(folder / WEIGHTS, checksums.mend_weights("parser"))
    network = ParserNetwork()
    fold(network)
    network.load_state_dict(unpacked(load_file(folder / WEIGHTS)))
    return network.eval().requires_grad_(False).to(memory_format=torch.channels_last)


def save(network: ParserNetwork, folder: Path) -> int:
    """Fold the decoder's norms too and write a byte a weight; gives the bytes. Changes the network."""
    from safetensors.torch import save_file

    fold(network.eval())
    with write_folder_aside(folder, last=WEIGHTS) as aside:
        save_file(packed(network.state_dict()), aside / WEIGHTS)
        checksums.seal(aside)
    return (folder / WEIGHTS).stat().st_size


def canvas(aspect: float) -> tuple[int, int]:
    """(height, width) that the network sees of a picture so many times wider than tall."""
    aspect = min(max(aspect, 0.35), 1.6)
    height = (AREA / aspect) ** 0.5
    return max(GRID, round(height / GRID) * GRID), max(GRID, round(height * aspect / GRID) * GRID)


def to_pixels(pictures: list[np.ndarray]) -> Tensor:
    """RGB uint8 or 0 … 255 float, each [H, W, 3] -> [B, 3, H, W], channels last."""
    stacked = torch.from_numpy(np.stack(pictures)).float().div_(255).sub_(MEAN).div_(STD)
    return stacked.permute(0, 3, 1, 2)


def draw_joints(
    points: np.ndarray, visibility: np.ndarray, to_canvas: np.ndarray, height: int, width: int
) -> np.ndarray:
    """[5, height / 2, width / 2] float32 0 … 1: head, trunk, arms, legs and feet as soft shapes.

    `points` [33, 2] become canvas pixels by the affine map `to_canvas` [2, 3].
    """
    xy = (points @ to_canvas[:, :2].T + to_canvas[:, 2]) / 2
    trusted = visibility > TRUSTED
    drawn = np.zeros((len(SHAPES), height // 2, width // 2), np.uint8)
    trunk = xy[[11, 12, 24, 23]]
    long = float(np.linalg.norm(trunk[:2].mean(0) - trunk[2:].mean(0)))
    wide = float(np.linalg.norm(trunk[0] - trunk[1]))
    body = float(np.clip(max(long, 1.2 * wide), 4, 4 * height))
    if trusted[:11].sum() >= 3:
        face = xy[:11]
        centre, reach = face.mean(0), np.linalg.norm(face[7] - face[8])
        radius = max(reach, float(np.linalg.norm(face[[2, 5]].mean(0) - face[[9, 10]].mean(0))))
        _disc(drawn[0], centre, 0.75 * radius)
    if trusted[[11, 12]].all():
        cv2.fillConvexPoly(drawn[1], _fixed(trunk), 255, cv2.LINE_AA, SHIFT)
    for channel, bones, thick in ((2, ARM_BONES, 0.16), (3, LEG_BONES, 0.22), (4, FOOT_BONES, 0.1)):
        for a, b in bones:
            if trusted[a] and trusted[b]:
                ends = _fixed(xy[[a, b]])
                cv2.line(drawn[channel], ends[0], ends[1], 255, max(1, round(body * thick)),
                         cv2.LINE_AA, SHIFT)  # fmt: skip
    return drawn.astype(np.float32) / 255


SHIFT: Final = 4
"""fractional bits of OpenCV's coordinates"""


def _fixed(points: np.ndarray) -> np.ndarray:
    return np.round(np.clip(points, -4000, 4000) * 2**SHIFT).astype(np.int32)


def _disc(plane: np.ndarray, centre: np.ndarray, radius: float) -> None:
    radius = int(min(max(radius, 1), 2000) * 2**SHIFT)
    cv2.circle(plane, tuple(map(int, _fixed(centre))), radius, 255, -1, cv2.LINE_AA, SHIFT)
