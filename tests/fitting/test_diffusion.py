"""The photographic fitting room end to end, on a tiny pipeline of the same classes saved to disk."""

from __future__ import annotations

import shutil
import subprocess
import sys
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import psutil
import pytest
from PIL import Image
from tiny_klein import TINY

from demo import bundle
from demo.benchmarks.diffusion import random_pipeline
from demo.compat import prepare_torchvision
from demo.errors import BackendError
from demo.fitting import briefing
from demo.fitting.briefing import Piece
from demo.fitting.diffusion import KLEIN, ROOM, DiffusionTryOn, open_pipeline, place

PIXELS = 160 * 160


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prepare_torchvision()
    from diffusers import Flux2KleinPipeline

    folder = tmp_path_factory.mktemp("klein")
    parts = random_pipeline(TINY).components
    Flux2KleinPipeline(**parts, is_distilled=True).save_pretrained(folder)  # as the hub has it
    return folder


@pytest.fixture(scope="module")
def room(weights: Path) -> DiffusionTryOn:
    return DiffusionTryOn(weights, device="cpu", pixels=PIXELS)


def _person(width: int = 113, height: int = 157) -> Image.Image:
    return Image.fromarray(np.random.default_rng(5).integers(0, 256, (height, width, 3), np.uint8))


def _region(width: int = 113, height: int = 157) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    return ((x - width / 2) / (width / 4)) ** 2 + ((y - height / 2) / (height / 4)) ** 2 < 1


def _garments(*colours: str) -> list[Piece]:
    return [Piece(Image.new("RGB", (48, 60), colour), f"{colour} shirt") for colour in colours]


def _difference(one: Image.Image, other: Image.Image) -> np.ndarray:
    return np.abs(np.asarray(one, int) - np.asarray(other, int)).max(axis=2)


@pytest.mark.parametrize("size", [(113, 157), (128, 160), (301, 95)])
def test_only_the_region_changes_and_the_size_stays(room, size) -> None:
    person, region = _person(*size), _region(*size)
    dressed = room.dress(person, _garments("red"), region)
    assert (dressed.size, dressed.mode) == (size, "RGB")
    changed = _difference(person, dressed)
    assert not changed[~region].any()
    assert (changed[region] > 0).mean() > 0.9


def test_the_same_call_gives_the_same_picture_and_another_seed_another(room, weights) -> None:
    person, region, garments = _person(), _region(), _garments("red", "navy")
    first = room.dress(person, garments, region)
    assert not _difference(first, room.dress(person, garments, region)).any()
    other = DiffusionTryOn(weights, device="cpu", pixels=PIXELS, seed=1)
    assert _difference(first, other.dress(person, garments, region)).any()


def test_pictures_and_words_of_all_garments_reach_the_network(weights, monkeypatch) -> None:
    monkeypatch.setattr(briefing, "SHEET", (64, 80))  # four garments on three sheets, quickly
    room = DiffusionTryOn(weights, device="cpu", pixels=64 * 64, steps=1)
    person, region = _person(), _region()
    garments = _garments("red", "navy", "green", "black")
    first = room.dress(person, garments, region)
    for i, garment in enumerate(garments):
        picture = Piece(Image.new("RGB", (48, 60), "white"), garment.words)
        words = Piece(garment.picture, "long velvet cape")
        for other in (picture, words):
            changed = [*garments[:i], other, *garments[i + 1 :]]
            assert _difference(first, room.dress(person, changed, region)).any(), (i, other)


def test_it_is_painted_in_four_steps_over_the_whole_region(weights) -> None:
    calls: list[dict[str, Any]] = []
    pipeline = open_pipeline(weights)

    def spy(**given: Any) -> Any:
        calls.append(given)
        return pipeline(**given)

    spy.set_progress_bar_config = pipeline.set_progress_bar_config  # type: ignore[attr-defined]
    spy.to = pipeline.to  # type: ignore[attr-defined]
    told: list[tuple[float, str]] = []
    spied = DiffusionTryOn("spied on", device="cpu", pixels=PIXELS, opener=lambda _: spy)
    region = _region()
    spied.dress(_person(), _garments("red"), region, lambda *what: told.append(what))
    given = calls[0]
    assert (given["num_inference_steps"], given["strength"], given["guidance_scale"]) == (
        4,
        1.0,
        1.0,
    )
    assert given["image"].size == given["mask_image"].size
    assert np.asarray(given["mask_image"]).max() == 255
    assert "the red shirt" in given["prompt"]
    assert len(given["image_reference"]) == 1
    shares, stages = zip(*told, strict=True)
    assert list(shares) == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert [s for s in stages if s.startswith("Painted")] == [
        f"Painted {i} of 4 steps" for i in (1, 2, 3, 4)
    ]


def test_a_cut_out_person_is_seen_on_white(room) -> None:
    person = _person().convert("RGBA")
    person.putalpha(Image.fromarray((_region() * 255).astype(np.uint8)))
    dressed = np.asarray(room.dress(person, _garments("red"), _region()))
    assert (dressed[~_region()] == 255).all()


def test_memory_is_given_back_on_demand_and_taken_again(weights) -> None:
    made = []

    def opener(name: str | Path) -> Any:
        pipeline = open_pipeline(name)
        made.append(weakref.ref(pipeline.transformer))
        return pipeline

    room = DiffusionTryOn(weights, device="cpu", pixels=PIXELS, opener=opener)
    assert not room.loaded
    room.load()
    before = room.dress(_person(), _garments("red"), _region())
    assert room.loaded
    assert len(made) == 1  # kept between pictures
    room.free()
    assert not room.loaded
    assert made[0]() is None
    assert not _difference(before, room.dress(_person(), _garments("red"), _region())).any()
    assert len(made) == 2


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        (RuntimeError, "CUDA out of memory. Tried to allocate 2.00 GiB", "ran out of memory"),
        (MemoryError, "", "ran out of memory"),
        (
            RuntimeError,
            "CUDA error: no kernel\nCompile with …",
            r"failed \(CUDA error: no kernel\)",
        ),
    ],
)
def test_a_device_that_gives_up_is_a_sentence_and_holds_nothing(
    weights, kind, text, sentence
) -> None:
    made = []

    def gives_up(*_: Any, **__: Any) -> None:
        raise kind(text)

    def opener(name: str | Path) -> Any:
        pipeline = open_pipeline(name)
        made.append(weakref.ref(pipeline.transformer))
        if len(made) == 1:
            pipeline.vae.decode = gives_up
        return pipeline

    room = DiffusionTryOn(weights, device="cpu", pixels=PIXELS, opener=opener)
    with pytest.raises(BackendError, match=sentence) as caught:
        room.dress(_person(), _garments("red"), _region())
    assert "\n" not in str(caught.value)
    assert not room.loaded
    assert made[0]() is None  # though the error is still at hand
    assert room.dress(_person(), _garments("red"), _region()).size == (113, 157)


def test_torchs_own_error_is_a_lack_of_memory() -> None:
    import torch

    def opener(_: str | Path) -> Any:
        raise torch.OutOfMemoryError("Allocation on device failed: out of memory")

    with pytest.raises(BackendError, match="ran out of memory"):
        DiffusionTryOn("none", device="cpu", opener=opener).load()


def test_weights_that_are_missing(tmp_path, weights) -> None:
    for folder in (tmp_path / "nowhere", tmp_path, str(tmp_path / "nowhere")):
        with pytest.raises(
            BackendError, match=r"model_index\.json is missing\): download “black-forest"
        ):
            DiffusionTryOn(folder, device="cpu").load()
    (tmp_path / "model_index.json").write_bytes((weights / "model_index.json").read_bytes())
    with pytest.raises(
        BackendError, match=r"cannot be loaded \(.+\): download it anew, or use the quick"
    ):
        DiffusionTryOn(tmp_path, device="cpu").load()


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without network; the folder of what it downloaded before."""
    from huggingface_hub import constants

    def unreachable(*_: Any, **__: Any) -> None:
        raise OSError

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)  # set back afterwards
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(bundle.socket, "create_connection", unreachable)
    monkeypatch.setattr(bundle, "getproxies", dict)
    return tmp_path


def test_what_was_downloaded_before_needs_no_network(cut_off, weights) -> None:
    kept = cut_off / f"models--{KLEIN.replace('/', '--')}"
    (kept / "refs").mkdir(parents=True)
    (kept / "refs" / "main").write_text("a" * 40)
    shutil.copytree(weights, kept / "snapshots" / ("a" * 40))
    room = DiffusionTryOn(device="cpu", pixels=PIXELS)
    assert room.dress(_person(), _garments("red"), _region()).size == (113, 157)


def test_a_hub_that_cannot_be_reached_is_told_at_once(cut_off) -> None:
    with pytest.raises(
        BackendError, match=f"“{KLEIN}” is not on this machine and the hub cannot be"
    ):
        DiffusionTryOn(device="cpu").load()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("RepositoryNotFoundError", "no pipeline that may be read as “some/one”"),
        ("OSError", r"cannot be downloaded \(No space left on device\)"),
    ],
)
def test_a_hub_that_refuses_and_a_disk_that_is_full(monkeypatch, kind, sentence) -> None:
    prepare_torchvision()
    from diffusers import Flux2KleinInpaintPipeline

    def fails(*_: Any, **__: Any) -> None:
        raise OSError("wrapped") from type(kind, (OSError,), {})("No space left on device")

    monkeypatch.setattr(Flux2KleinInpaintPipeline, "download", fails)
    monkeypatch.setattr("demo.fitting.diffusion.ask_the_cache_alone_if_cut_off", lambda: None)
    with pytest.raises(BackendError, match=sentence):
        DiffusionTryOn("some/one", device="cpu").load()


def test_a_machine_without_diffusers(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "diffusers", None)
    with pytest.raises(
        BackendError, match=r"needs diffusers \(.+\): install requirements\.txt, or use"
    ):
        DiffusionTryOn(device="cpu").load()


def test_a_machine_without_the_memory_does_not_try(weights, monkeypatch) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=1000))
    with pytest.raises(BackendError, match=r"This machine has 0\.0 GiB of memory free"):
        DiffusionTryOn(weights, device="cpu").load()


def test_a_machine_without_cuda(weights) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    with pytest.raises(BackendError, match="needs a CUDA device"):
        DiffusionTryOn(weights).dress(_person(), _garments("red"), _region())


class _Placed:
    """A pipeline of two networks, 800 and 400 bytes, that notes where it was put."""

    def __init__(self, accelerate: bool = True) -> None:
        import torch

        one, two = (torch.nn.Linear(10, n, bias=False) for n in (20, 10))
        self.components = {"one": one, "two": two, "tokenizer": object()}
        self.accelerate, self.where = accelerate, ""

    def to(self, device: str) -> None:
        self.where = f"whole on {device}"

    def enable_model_cpu_offload(self, device: str) -> None:
        if not self.accelerate:
            raise ImportError
        self.where = f"in turns on {device}"


@pytest.mark.parametrize(
    ("free", "where"), [(1200, "whole on cuda:1"), (1199, "in turns on cuda:1"), (800, "in turns on cuda:1")]
)  # fmt: skip
def test_networks_take_turns_when_memory_is_short(monkeypatch, free, where) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (free + ROOM, 0))
    pipeline = _Placed()
    place(pipeline, "cuda:1")
    assert pipeline.where == where


def test_not_even_one_after_the_other(monkeypatch) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (799 + ROOM, 0))
    with pytest.raises(BackendError, match=r"The device has 3\.0 GiB of memory free"):
        place(_Placed(), "cuda")
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (800 + ROOM, 0))
    with pytest.raises(BackendError, match="install accelerate"):
        place(_Placed(accelerate=False), "cuda")


def test_arguments_that_do_not_fit(room) -> None:
    with pytest.raises(ValueError, match="region is bool"):
        room.dress(_person(), _garments("red"), _region(100, 100))
    with pytest.raises(ValueError, match="region is int64"):
        room.dress(_person(), _garments("red"), _region().astype(np.int64))
    with pytest.raises(ValueError, match="nothing to dress"):
        room.dress(_person(), [], _region())
    with pytest.raises(ValueError, match="nothing to dress"):
        room.dress(_person(), _garments("red"), np.zeros((157, 113), bool))


def test_importing_it_loads_neither_torch_nor_diffusers() -> None:
    code = "import sys, demo.fitting.diffusion; print({'torch', 'diffusers'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
