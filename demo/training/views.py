"""Augmented views of pictures, and the frozen feature maps that are trained on.

Knows pixels and the trunk's early stages; knows no label and no word. Every view keeps the colours
of the garment, since colour is what shoppers ask for most.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

import numpy as np
import torch
from PIL import Image, ImageEnhance, ImageFilter, ImageOps
from torch import Tensor

from demo.training.data import Picture

SIZE: Final = 224


def plain_view(path: Any) -> Image.Image:
    """The picture as the encoder is shown it later: flattened onto white, square, white bands."""
    return _square(_on(_open(path), (255, 255, 255)))


def random_view(picture: Picture, others: Sequence[Picture], rng: Random) -> Image.Image:
    """One random view, [224, 224] RGB. `others` lend backgrounds to cut-outs."""
    path = rng.choice((picture.path, *picture.more)) if rng.random() < 0.5 else picture.path
    image = _open(path)
    if image.mode == "RGBA":
        image = _placed(image, others, rng)
    else:
        image = _cropped(image, rng, keep=0.6 if picture.source == "clothing" else 0.75)
    if rng.random() < 0.5:
        image = ImageOps.mirror(image)
    if picture.source == "clothing" and rng.random() < 0.25:
        image = image.rotate(rng.choice((90, 180, 270)), expand=True)
    elif rng.random() < 0.3:
        fill = (255, 255, 255) if picture.source != "clothing" else None
        image = image.rotate(rng.uniform(-15, 15), Image.Resampling.BILINEAR, fillcolor=fill)
    image = _square(image)
    if rng.random() < 0.5:
        image = ImageEnhance.Brightness(image).enhance(rng.uniform(0.85, 1.12))
    if rng.random() < 0.4:
        image = ImageEnhance.Contrast(image).enhance(rng.uniform(0.85, 1.15))
    if rng.random() < 0.2:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.2)))
    if rng.random() < 0.3:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=rng.randint(35, 80))
        image = Image.open(buffer).convert("RGB")
    return image


def to_tensor(images: Sequence[Image.Image]) -> Tensor:
    """[n, 3, 224, 224] float32 in −1 … 1, channels last."""
    pixels = torch.from_numpy(np.stack([np.asarray(i) for i in images]))  # [n, H, W, 3]
    return pixels.permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


def early_maps(trunk: Any, images: Tensor, stages: int) -> Tensor:
    """What the stem and the first `stages` blocks make of the images; these stay frozen."""
    x = trunk.bn1(trunk.conv_stem(images))
    return trunk.blocks[:stages](x)


def late_patches(visual: Any, maps: Tensor, stages: int) -> Tensor:
    """[n, 49, dimension]: the rest of the image tower after `early_maps`, without its last average.

    Projecting is linear, so the mean over the patches is the picture's vector.
    """
    trunk = visual.trunk
    x = trunk.bn2(trunk.conv_head(trunk.blocks[stages:](maps)))  # [n, 1280, 7, 7]
    return visual.head(x.flatten(2).transpose(1, 2))


@torch.inference_mode()
def cached_maps(
    trunk: Any, pictures: Sequence[Picture], counts: Sequence[int], stages: int, rng: Random,
    log: Callable[[str], None],
) -> tuple[Tensor, Tensor]:  # fmt: skip
    """Frozen maps of `counts[i]` views of each picture; the first view is always the plain one.

    Returns the maps [views, C, H, W] float16, channels last, and the picture of each view [views].
    """
    rows = np.repeat(np.arange(len(pictures)), counts)
    first = np.r_[True, rows[1:] != rows[:-1]]
    lenders = [p for p in pictures if p.source == "clothing"]
    maps: Tensor | None = None
    for start in range(0, len(rows), 64):
        batch = [
            plain_view(pictures[i].path) if plain else random_view(pictures[i], lenders, rng)
            for i, plain in zip(rows[start : start + 64], first[start : start + 64], strict=True)
        ]
        made = early_maps(trunk, to_tensor(batch), stages)
        if maps is None:
            maps = torch.empty((len(rows), *made.shape[1:]), dtype=torch.float16)
            maps = maps.to(memory_format=torch.channels_last)
        maps[start : start + len(batch)] = made.half()
        if start // 64 % 40 == 0:
            log(f"views {start + len(batch)} of {len(rows)}")
    assert maps is not None
    return maps, torch.from_numpy(rows)


def _open(path: Any) -> Image.Image:
    image = Image.open(path)
    return image.convert("RGBA" if "A" in image.getbands() else "RGB")


def _on(image: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, colour)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _square(image: Image.Image) -> Image.Image:
    scale = SIZE / max(image.size)
    size = tuple(max(1, round(side * scale)) for side in image.size)
    small = image.resize(size, Image.Resampling.BICUBIC)
    ground = Image.new("RGB", (SIZE, SIZE), (255, 255, 255))
    ground.paste(small, ((SIZE - size[0]) // 2, (SIZE - size[1]) // 2))
    return ground


def _cropped(image: Image.Image, rng: Random, keep: float) -> Image.Image:
    """A random part of at least `keep` of both sides."""
    w, h = image.size
    cw, ch = round(w * rng.uniform(keep, 1)), round(h * rng.uniform(keep, 1))
    x, y = rng.randint(0, w - cw), rng.randint(0, h - ch)
    return image.crop((x, y, x + cw, y + ch))


def _placed(cutout: Image.Image, others: Sequence[Picture], rng: Random) -> Image.Image:
    """The cut-out on white, on a colour, or on a piece of somebody's home, at some size."""
    box = cutout.getbbox() or (0, 0, *cutout.size)
    garment = cutout.crop(box)
    margin = rng.uniform(1.02, 1.35)
    side_w, side_h = round(garment.width * margin), round(garment.height * margin)
    size = (max(side_w, round(side_h * rng.uniform(0.6, 0.9))), side_h)
    kind = rng.random()
    if kind < 0.45 or not others:
        grey = rng.randint(235, 255)
        ground = Image.new("RGB", size, (grey, grey, grey))
    elif kind < 0.65:
        base = rng.randint(90, 240)
        ground = Image.new("RGB", size, tuple(base + rng.randint(-25, 15) for _ in range(3)))
    else:
        photo = Image.open(rng.choice(others).path).convert("RGB")
        w, h = photo.width // 3, photo.height // 3
        x, y = rng.choice((0, photo.width - w)), rng.choice((0, photo.height - h))
        ground = photo.crop((x, y, x + w, y + h)).resize(size, Image.Resampling.BILINEAR)
    at = (rng.randint(0, size[0] - garment.width), rng.randint(0, size[1] - garment.height))
    ground.paste(garment, at, garment.getchannel("A"))
    return ground
