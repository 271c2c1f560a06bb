"""`bench diffusion`: seconds and memory of the photographic fitting room, weights left random.

The whole architecture of FLUX.2 klein 4B with Qwen3 4B as its text encoder, in bfloat16: random weights
take the same time and memory as trained ones. Says nothing about how the pictures look.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Any, Final

import numpy as np
from PIL import Image

from demo.compat import prepare_torchvision
from demo.errors import BackendError
from demo.fitting.diffusion import STEPS, DiffusionTryOn, Piece

GARMENTS: Final = (1, 3, 6)
"""how many are put on at once"""
PERSON: Final = (896, 1152)
"""width and height of the photo, about a megapixel"""
_CHAT: Final = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
    "{% endfor %}<|im_start|>assistant\n"
)


@dataclass(frozen=True)
class Transformer:
    """`Flux2Transformer2DModel`'s own names; as diffusers converts klein 4B."""

    in_channels: int = 128
    num_layers: int = 5
    num_single_layers: int = 20
    attention_head_dim: int = 128
    num_attention_heads: int = 24
    joint_attention_dim: int = 7680
    """three of the text encoder's layers side by side"""
    axes_dims_rope: tuple[int, ...] = (32, 32, 32, 32)
    guidance_embeds: bool = False


@dataclass(frozen=True)
class TextEncoder:
    """`Qwen3Config`'s own names; as Qwen3 4B has them."""

    vocab_size: int = 151_936
    hidden_size: int = 2560
    intermediate_size: int = 9728
    num_hidden_layers: int = 36
    num_attention_heads: int = 32
    num_key_value_heads: int = 8
    head_dim: int = 128
    tie_word_embeddings: bool = True


@dataclass(frozen=True)
class Autoencoder:
    """`AutoencoderKLFlux2`'s own names and defaults."""

    latent_channels: int = 32
    block_out_channels: tuple[int, ...] = (128, 256, 512, 512)
    layers_per_block: int = 2
    norm_num_groups: int = 32


@dataclass(frozen=True)
class Architecture:
    """The three networks of the pipeline; klein 4B unless said otherwise."""

    transformer: Transformer = Transformer()
    text_encoder: TextEncoder = TextEncoder()
    autoencoder: Autoencoder = Autoencoder()


def random_pipeline(architecture: Architecture, device: str = "cpu", seed: int = 0) -> Any:
    """The inpainting pipeline in bfloat16 with random weights and a tokenizer of bytes, on `device`."""
    prepare_torchvision()
    import torch
    from diffusers import (
        AutoencoderKLFlux2,
        FlowMatchEulerDiscreteScheduler,
        Flux2KleinInpaintPipeline,
        Flux2Transformer2DModel,
    )
    from transformers import Qwen3Config, Qwen3ForCausalLM

    torch.manual_seed(seed)
    kind = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)  # 8 billion weights would not fit twice
    try:
        with torch.device(device):
            transformer = Flux2Transformer2DModel(**asdict(architecture.transformer))
            text_encoder = Qwen3ForCausalLM(Qwen3Config(**asdict(architecture.text_encoder)))
            autoencoder = AutoencoderKLFlux2(**asdict(architecture.autoencoder))
    finally:
        torch.set_default_dtype(kind)
    scheduler = FlowMatchEulerDiscreteScheduler(
        shift=3.0, use_dynamic_shifting=True, base_shift=0.5, max_shift=1.15
    )
    return Flux2KleinInpaintPipeline(
        scheduler=scheduler,
        vae=autoencoder.eval(),
        text_encoder=text_encoder.eval(),
        tokenizer=_byte_tokenizer(),
        transformer=transformer.eval(),
        is_distilled=True,
    )


def report(
    device: str,
    architecture: Architecture | None = None,
    person: tuple[int, int] = PERSON,
    rounds: int = 5,
) -> str:
    """The table in Markdown. Raises BackendError when there is no such device."""
    import torch

    if device.startswith("cuda") and not torch.cuda.is_available():
        raise BackendError(
            "This machine has no CUDA device: use “--device cpu”, if time is no matter."
        )
    room = DiffusionTryOn(
        "random weights",
        device=device,
        opener=lambda _: random_pipeline(architecture or Architecture(), device),
    )
    started = perf_counter()
    room.load()
    lines = [
        f"{_name(device)}, bfloat16, {STEPS} steps, photo of {person[0]} × {person[1]}; networks made in "
        f"{perf_counter() - started:.1f} s, {_gigabytes(device, 'memory_allocated')} of weights.",
        "",
        "| garments | seconds | memory at its peak |",
        "|---|---|---|",
    ]
    for count in GARMENTS:
        if device.startswith("cuda"):
            torch.cuda.reset_peak_memory_stats(device)
        seconds = _seconds(room, count, person, rounds)
        peak = _gigabytes(device, "max_memory_allocated")
        lines.append(f"| {count} | {seconds:.2f} | {peak} |")
    room.free()
    return "\n".join(lines)


def _seconds(room: DiffusionTryOn, count: int, size: tuple[int, int], rounds: int) -> float:
    """Median of the calls after the first; a call ends with the picture in the host's memory."""
    width, height = size
    person = Image.new("RGB", size, "beige")
    garments = [Piece(Image.new("RGB", (480, 600), "navy"), "linen shirt")] * count
    region = np.zeros((height, width), bool)
    region[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4] = True
    times = []
    for _ in range(rounds + 1):
        started = perf_counter()
        room.dress(person, garments, region)
        times.append(perf_counter() - started)
    return median(times[1:])


def _name(device: str) -> str:
    import torch

    return torch.cuda.get_device_name(device) if device.startswith("cuda") else "CPU"


def _gigabytes(device: str, counter: str) -> str:
    """A counter of torch's CUDA allocator; a dash where there is none."""
    import torch

    if not device.startswith("cuda"):
        return "–"
    return f"{getattr(torch.cuda, counter)(device) / 2**30:.1f} GiB"


def _byte_tokenizer() -> Any:
    """Qwen2's tokenizer without merges: a token a byte, padded to the same 512 as any other."""
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import Qwen2TokenizerFast

    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    letters = sorted(ByteLevel.alphabet())
    tokenizer = Qwen2TokenizerFast(
        vocab={token: i for i, token in enumerate(letters + special)},
        merges=[],
        additional_special_tokens=special[1:],
    )
    tokenizer.chat_template = _CHAT
    return tokenizer
