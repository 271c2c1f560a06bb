"""A few steps of the real training on a few drawn scraps: the seed determines the weights."""

from __future__ import annotations

from pathlib import Path
from random import Random

import torch
from PIL import Image, ImageDraw

from demo.catalog.vocabulary import SWATCHES
from demo.compat import prepare_torchvision

prepare_torchvision()

from demo.training.data import Picture  # noqa: E402
from demo.training.distillation import Teacher, distil  # noqa: E402
from demo.training.encoder import STAGES, Stage  # noqa: E402
from demo.training.facts import Facts  # noqa: E402
from demo.training.folder import CONTEXT_LENGTH, DIMENSION, write_config  # noqa: E402
from demo.training.joint import FIXED, JointSettings  # noqa: E402
from demo.training.tokenizer import train_tokenizer  # noqa: E402
from demo.training.views import cached_maps  # noqa: E402

SENTENCES = ["a red dress", "the same in navy", "something warmer", "a t-shirt for men"] * 8


def pictures(folder: Path) -> list[Picture]:
    """Two designs in three colours, cut out, and photos of two kinds."""
    found = []
    for number, (type_, colour) in enumerate(
        (t, c) for t in ("t-shirt", "wrap-dress") for c in ("red", "navy", "green")
    ):
        image = Image.new("RGBA", (48, 60))
        ImageDraw.Draw(image).rectangle((10 + number, 8, 38, 50), SWATCHES[colour])
        image.save(folder / f"{number}.png")
        known = {"type": type_, "colour": colour, "pattern": "solid", "colour2": "none"}
        facts = Facts({a: frozenset({v}) for a, v in known.items()})
        found.append(
            Picture(folder / f"{number}.png", "studio", type_, facts, type_, (f"{colour} {type_}",))
        )
    for number, (label, type_) in enumerate((("T-Shirt", "t-shirt"), ("Skirt", "mini-skirt"))):
        Image.new("RGB", (80, 60), (40, 90 * number, 120)).save(folder / f"home-{number}.jpg")
        facts = Facts({"type": frozenset({type_})})
        found.append(Picture(folder / f"home-{number}.jpg", "clothing", f"s{number}", facts, label))
    return found


def stage(folder: Path) -> Stage:
    """What `prepare` makes, without ImageNet's weights and without MiniLM."""
    import open_clip

    write_config(folder)
    train_tokenizer(SENTENCES, 400, CONTEXT_LENGTH, folder)
    torch.manual_seed(0)
    model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
    pieces = open_clip.get_tokenizer(f"local-dir:{folder}").tokenizer

    def tokenize(texts: list[str]) -> torch.Tensor:
        return pieces(
            texts, padding=True, truncation=True, max_length=CONTEXT_LENGTH, return_tensors="pt"
        ).input_ids

    shown = pictures(folder)
    maps, owners = cached_maps(
        model.visual.trunk.eval(), shown, [2] * len(shown), STAGES, Random(0), lambda line: None
    )
    vectors = torch.nn.functional.normalize(torch.randn(len(SENTENCES), 384), dim=-1).half()
    head = torch.nn.Linear(DIMENSION, 384, bias=False)
    teacher = Teacher(SENTENCES, vectors, head, Random(0))
    distil(model.text, teacher, tokenize, 2, lambda line: None, batch_size=8)
    return Stage(model, maps, owners, shown, teacher, tokenize)


def test_the_seed_determines_the_weights(tmp_path: Path) -> None:
    runs = []
    for attempt in ("one", "two"):
        folder = tmp_path / attempt
        folder.mkdir()
        start = stage(folder)
        settings = JointSettings(3, batch=12, rule="adaptive")
        joint = start.joint(settings, seed=5)
        lines: list[str] = []
        joint.train(lines.append)
        assert all(f"{task} " in lines[-1] for task in FIXED)
        runs.append({**start.model.state_dict(), **joint.matching.state_dict()})
    for name, tensor in runs[0].items():
        assert torch.equal(tensor, runs[1][name]), name
        assert tensor.isfinite().all(), name
