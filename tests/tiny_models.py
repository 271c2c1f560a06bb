"""Tiny open_clip models in folders as the hub has them: a ViT, and one of FashionSigLIP's architecture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

VIT: dict[str, Any] = {
    "model_cfg": {
        "embed_dim": 16,
        "vision_cfg": {"image_size": 32, "layers": 3, "width": 32, "head_width": 16, "patch_size": 16},
        "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 1},
    },
    "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3, "resize_mode": "longest", "fill_color": 255},
}  # fmt: skip
SIGLIP: dict[str, Any] = {
    "model_cfg": {
        "embed_dim": 32,
        "init_logit_bias": -10,
        "custom_text": True,
        "vision_cfg": {
            "image_size": 64, "timm_model_name": "vit_tiny_siglip_for_tests",
            "timm_model_pretrained": False, "timm_pool": "map", "timm_proj": "none",
        },
        "text_cfg": {
            "context_length": 64, "vocab_size": 300, "hf_tokenizer_name": "Marqo/marqo-fashionSigLIP",
            "tokenizer_kwargs": {"clean": "canonicalize"}, "width": 32, "heads": 2, "layers": 2,
            "no_causal_mask": True, "proj_bias": True, "pool_type": "last", "norm_kwargs": {"eps": 1e-6},
        },
    },
    "preprocess_cfg": {
        "size": [64, 64], "mode": "RGB", "mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic",
        "resize_mode": "squash",
    },
}  # fmt: skip
"""Marqo-FashionSigLIP's `open_clip_config.json` (ViT-B-16-SigLIP), but narrow, shallow and low"""
SENTENCES = (
    "a photo of a red dress", "a blue shirt with long sleeves", "green trousers", "a black leather bag",
    "the same in navy", "white sneakers for men", "a striped jumper", "something warmer for winter",
)  # fmt: skip


def write_vit(folder: Path) -> Path:
    """A random ViT without timm, with open_clip's own tokenizer."""
    _write(folder, VIT)
    return folder


def write_siglip(folder: Path) -> Path:
    """A random SigLIP: timm ViT with attention pooling, unmasked text tower, a T5 tokenizer's files."""
    from demo.compat import prepare_torchvision

    prepare_torchvision()
    import timm
    from timm.models.vision_transformer import VisionTransformer

    if not timm.is_model("vit_tiny_siglip_for_tests"):

        def vit_tiny_siglip_for_tests(
            pretrained: bool = False, **options: Any
        ) -> VisionTransformer:
            kept = {k: v for k, v in options.items() if k in ("num_classes", "global_pool")}
            return VisionTransformer(
                img_size=64, patch_size=16, embed_dim=32, depth=6, num_heads=2, class_token=False, **kept
            )  # fmt: skip

        vit_tiny_siglip_for_tests.__module__ = "timm.models.vision_transformer"
        timm.models.register_model(vit_tiny_siglip_for_tests)
    _write_t5_tokenizer(folder, SENTENCES)
    _write(folder, SIGLIP)
    return folder


def _write(folder: Path, config: dict[str, Any]) -> None:
    from demo.compat import prepare_torchvision

    prepare_torchvision()
    import open_clip
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(0)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "open_clip_config.json").write_text(json.dumps(config), encoding="utf-8")
    model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
    state = {k: v.contiguous().half() for k, v in model.state_dict().items()}
    save_file(state, folder / "open_clip_model.safetensors")


def _write_t5_tokenizer(folder: Path, sentences: Sequence[str]) -> None:
    """A sentencepiece-like vocabulary as SigLIP has: </s> is 1 and pads too, there is no start."""
    from tokenizers import (
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
        trainers,
    )

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=300, special_tokens=["<pad>", "</s>", "<unk>"], unk_token="<unk>",
        initial_alphabet=list("abcdefghijklmnopqrstuvwxyz"), show_progress=False,
    )  # fmt: skip
    tokenizer.train_from_iterator(sentences, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 1)]
    )
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 64, "eos_token": "</s>",
        "pad_token": "</s>", "unk_token": "<unk>", "clean_up_tokenization_spaces": True,
    }  # fmt: skip
    (folder / "tokenizer_config.json").write_text(json.dumps(config), encoding="utf-8")
    special = {k: config[k] for k in ("eos_token", "pad_token", "unk_token")}
    (folder / "special_tokens_map.json").write_text(json.dumps(special), encoding="utf-8")
