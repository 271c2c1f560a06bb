"""On a Space whose GPU is lent call by call: painting asks for it, and nothing else does."""

from __future__ import annotations

import pickle
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from demo import bundle
from demo.compat import prepare_torchvision
from demo.fitting.briefing import Piece
from demo.fitting.diffusion import DiffusionTryOn
from demo.zero_gpu import lent, on_zero_gpu


@pytest.fixture
def lendings(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """A `spaces` package that hands everything over as the real one does: pickled, to another process."""
    calls: list[tuple] = []

    def gpu(duration: int):
        def mark(function):
            def there(*args):
                handed = pickle.loads(pickle.dumps(args))
                calls.append((duration, handed))
                return pickle.loads(pickle.dumps(function(*handed)))

            return there

        return mark

    monkeypatch.setitem(sys.modules, "spaces", SimpleNamespace(GPU=gpu))
    monkeypatch.setenv("SPACES_ZERO_GPU", "true")
    return calls


class Pipeline:
    """Paints all black."""

    def set_progress_bar_config(self, disable: bool) -> None:
        """As diffusers has it."""

    def to(self, device: str) -> None:
        """As diffusers has it."""

    def __call__(self, image: Image.Image, **more: object) -> SimpleNamespace:
        return SimpleNamespace(images=[Image.new("RGB", image.size)])


def test_painting_runs_where_the_gpu_is_lent(lendings: list[tuple]) -> None:
    assert on_zero_gpu()
    room = DiffusionTryOn("somewhere", device="cpu", opener=lambda weights: Pipeline())
    region = np.zeros((64, 48), bool)
    region[20:40, 10:30] = True
    told: list[str] = []
    garments = [Piece(Image.new("RGB", (30, 40), "red"), "a tee")]
    person = Image.new("RGB", (48, 64), "white")
    after = np.asarray(
        room.dress(person, garments, region, lambda share, stage: told.append(stage))
    )
    assert [duration for duration, _ in lendings] == [60]
    assert (after[30, 20] == 0).all()
    assert (after[~region] == 255).all()
    assert told[-1] == "Done"


def test_elsewhere_nothing_is_asked_for(
    lendings: list[tuple], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPACES_ZERO_GPU")
    assert not on_zero_gpu()
    room = DiffusionTryOn("somewhere", device="cpu", opener=lambda weights: Pipeline())
    region = np.ones((64, 48), bool)
    room.dress(Image.new("RGB", (48, 64)), [Piece(Image.new("RGB", (9, 9)))], region)
    assert lendings == []
    monkeypatch.setitem(sys.modules, "spaces", None)
    assert lent(len) is len


def test_the_encoder_stays_on_the_cpu_where_a_gpu_is_only_lent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepare_torchvision()
    import open_clip
    import torch

    from demo.models import encoder

    opened: list[str] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)  # as `spaces` pretends
    monkeypatch.setattr(open_clip, "create_model_from_pretrained", lambda name: (None, None))
    monkeypatch.setattr(open_clip, "get_tokenizer", lambda name: None)
    monkeypatch.setattr(encoder, "ClipEncoder", lambda *args, id, device: opened.append(device))
    for lends in ("1", ""):
        monkeypatch.setenv("SPACES_ZERO_GPU", lends)
        bundle._open("local-dir:x", "x", "auto")
    assert opened == ["cpu", "cuda"]
