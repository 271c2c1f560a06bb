"""The photographic way on the page, end to end: settings, a pipeline on disk, the picture, its memory."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fitted import BandRoom, understands_ada
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tiny_klein import TINY

from demo.benchmarks.diffusion import random_pipeline
from demo.compat import prepare_torchvision
from demo.settings import Settings
from demo.shop import Shop
from demo.trying import Fittings
from demo.ui import text
from demo.ui.fitting_pictures import FittingPictures
from demo.ui.fitting_room import DressingRoom, Shown
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place

TEE = "TE-navy"


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prepare_torchvision()
    from diffusers import Flux2KleinPipeline

    folder = tmp_path_factory.mktemp("klein")
    parts = random_pipeline(TINY).components
    Flux2KleinPipeline(**parts, is_distilled=True).save_pretrained(folder)
    return folder


def room_with(shop: Shop, monkeypatch: pytest.MonkeyPatch, weights: Path) -> DressingRoom:
    """The page's fitting room as an operator would set it, with a CPU for a GPU."""
    settings = Settings(device="cpu", tryon="diffusion", tryon_weights=str(weights))
    fittings = Fittings(shop.catalogue, settings, BandRoom(), understands_ada)  # type: ignore[arg-type]
    monkeypatch.setattr(shop, "fittings", fittings)
    return DressingRoom(shop, Pictures(shop.catalogue), FittingPictures(fittings))


def steps(room: DressingRoom, place: Place) -> list[Shown]:
    return list(room.steps(place, "visit", Kept()))


def quickly(place: Place) -> Place:
    assert place.wearing is not None
    return replace(place, wearing=replace(place.wearing, backend="warp"))


def test_a_figure_is_painted_and_the_memory_given_back(
    dressed: Shop, monkeypatch: pytest.MonkeyPatch, weights: Path
) -> None:
    room = room_with(dressed, monkeypatch, weights)
    fittings, place = dressed.fittings, replace(fitting_place((TEE,)), panel=True)
    assert not fittings.loaded
    *told, last = steps(room, place)
    assert any(text.FITTING_STAGES["photograph"] in (step.below or "") for step in told)
    assert fittings.loaded
    assert "data-free" in (last.below or "")
    assert text.FITTING_BACKENDS["warp"] in (last.below or "")
    quick = steps(room, quickly(place))[-1]
    assert last.mirror is not None
    assert quick.mirror is not None
    assert last.mirror.after != quick.mirror.after

    client = TestClient(Starlette(routes=[room.shown.route()]))
    shown = [
        np.asarray(Image.open(io.BytesIO(client.get(f"/{address}").content)), int)
        for address in (last.mirror.before, last.mirror.after, quick.mirror.after)
    ]
    before, painted, warped = shown
    band = np.s_[300:390, 250:390]
    assert np.abs(painted[band] - warped[band]).mean() > 8  # the network's own paint
    assert np.abs(painted - before)[600:].mean() < 0.5  # WebP apart, nothing else changed

    fittings.free()
    assert not fittings.loaded
    assert "data-free" not in (steps(room, place)[-1].below or "")


def test_without_weights_the_quick_picture_is_shown_with_a_notice(
    dressed: Shop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room = room_with(dressed, monkeypatch, tmp_path)
    last = steps(room, fitting_place((TEE,)))[-1]
    assert "model_index.json is missing" in (last.below or "")
    assert last.mirror is not None
    assert last.mirror.after == steps(room, quickly(fitting_place((TEE,))))[-1].mirror.after  # type: ignore[union-attr]
    again = steps(room, fitting_place((TEE,)))  # and it is tried again
    assert "model_index.json is missing" in (again[-1].below or "")
