"""The facade of the fitting room: people, photos, what is refused, and which way a picture is drawn."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from fitted import BandRoom, colour_of, photo_of, saved_photo, understands_ada
from PIL import Image

from demo.errors import (
    BackendError,
    PersonError,
    PictureError,
    SettingsError,
    UnknownItemError,
)
from demo.fitting import people
from demo.fitting.diffusion import KLEIN
from demo.fitting.photograph import region_of
from demo.fitting.tried import STAGES
from demo.models.parser import FACE, HAIR
from demo.settings import Settings
from demo.shop import Shop
from demo.trying import Fittings
from demo.zero_gpu import lent

TOP, DRESS = "F1-red", "F4-green"


@pytest.fixture
def room() -> BandRoom:
    return BandRoom()


@pytest.fixture
def fittings(shop: Shop, room: BandRoom) -> Fittings:
    return Fittings(shop.catalogue, Settings(tryon="warp"), room, understands_ada)  # type: ignore[arg-type]


def test_figures_are_of_several_bodies_skins_and_poses(fittings: Fittings) -> None:
    people = fittings.people()
    assert len({p.body for p in people}) > 2
    assert len({p.skin for p in people}) > 3
    assert len({p.pose for p in people}) > 2


def test_a_figure_is_dressed_in_everything_at_once(fittings: Fittings, room: BandRoom) -> None:
    tried = fittings.try_on("ada", [TOP, DRESS], tucked=True)
    assert room.calls == [(TOP, DRESS)]
    assert room.tucked
    assert [product.sku for product in tried.products] == [TOP, DRESS]
    assert tried.picture.shape == tried.before.shape == (1280, 640, 4)
    assert tuple(tried.picture[320, 300, :3]) == colour_of(TOP)
    assert (tried.picture[:300] == tried.before[:300]).all()
    assert tried.labels.shape == (1280, 640)
    assert set(tried.seconds) == {"parse", "warp", "undress", "lay on"}
    assert tried.backend == "warp"
    assert not tried.notice


def test_the_same_piece_twice_is_worn_once(fittings: Fittings, room: BandRoom) -> None:
    fittings.try_on("ada", [TOP, TOP])
    assert room.calls == [(TOP,)]


def test_a_photo_is_understood_once_and_dressed_often(
    fittings: Fittings, room: BandRoom, tmp_path: Path
) -> None:
    guest = fittings.check(saved_photo(tmp_path))
    for sku in (TOP, "F1-green"):
        tried = fittings.try_on(guest, [sku])
        assert (tried.before[..., :3] == np.asarray(photo_of())).all()
        assert tuple(tried.picture[320, 300, :3]) == colour_of(sku)
        assert tried.seconds["parse"] < 0.05
    told: list[str] = []
    again = fittings.try_on(photo_of(), ["F1-green"], recolour=True, tell=told.append)
    assert room.recolour
    assert (again.picture == tried.picture).all()
    assert told == ["parse", "warp", "undress", "lay on"]
    assert set(told) < set(STAGES)


def test_a_large_photo_is_worked_on_at_a_size_that_keeps_its_shape(shop: Shop) -> None:
    seen: list[tuple[int, ...]] = []

    def look(photo: np.ndarray):
        seen.append(photo.shape)
        return understands_ada(photo)

    fittings = Fittings(shop.catalogue, Settings(), BandRoom(), look)  # type: ignore[arg-type]
    with pytest.raises(PersonError):
        fittings.check(Image.new("RGB", (3000, 2000)))
    height, width, _ = seen[0]
    assert height * width <= 1_001_000
    assert width / height == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize(
    ("person", "skus", "kind", "said"),
    [
        ("nobody", [TOP], PersonError, "choose one of ada"),
        ("ada", [], PictureError, "Choose a piece"),
        ("ada", ["X"], UnknownItemError, "X"),
        ("ada", [f"F{n}-{c}" for n in (1, 2, 3) for c in ("red", "green", "navy")], PictureError, "8"),
        (Image.new("RGB", (300, 400)), [TOP], PersonError, "Nobody"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_before_anything_is_drawn(
    fittings: Fittings, room: BandRoom, person, skus, kind, said
) -> None:
    with pytest.raises(kind, match=said) as caught:
        fittings.try_on(person, skus)
    assert "\n" not in str(caught.value)
    assert not room.calls


def test_a_file_that_is_no_picture(fittings: Fittings, tmp_path: Path) -> None:
    broken = tmp_path / "me.jpg"
    broken.write_bytes(b"not a picture")
    with pytest.raises(PictureError, match="not a picture"):
        fittings.check(broken)


def test_a_photo_may_do_for_some_pieces_only(
    shop: Shop, room: BandRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    knees = (("left_knee", "right_knee"), "from head to knees")
    monkeypatch.setitem(people.NEEDED, "dress", knees)

    def to_the_hips(photo: np.ndarray):
        parse = understands_ada(photo)
        for joint in range(25, 33):  # knees, ankles and feet are below the edge
            parse.poses[0].points[joint, 1] = 1500
        return parse

    fittings = Fittings(shop.catalogue, Settings(), room, to_the_hips)  # type: ignore[arg-type]
    guest = fittings.check(photo_of())
    assert fittings.shown(guest, [TOP, DRESS]) == (TOP,)
    with pytest.raises(PersonError, match="knees"):
        fittings.shown(guest, [DRESS])
    with pytest.raises(PersonError, match="knees"):
        fittings.try_on(guest, [TOP, DRESS])
    assert not room.calls


def test_the_shops_way_and_words_that_are_none(shop: Shop) -> None:
    quick = Fittings(shop.catalogue, Settings(tryon="warp"))
    assert quick.way() == "warp"
    assert not quick.photographic
    assert not quick.loaded
    with pytest.raises(SettingsError, match="warp, diffusion or auto"):
        quick.way("magic")
    with pytest.raises(SettingsError, match="warp, diffusion or auto"):
        Settings(tryon="magic")
    assert Fittings(shop.catalogue, Settings(tryon="diffusion")).way() == "diffusion"
    assert Settings().tryon_weights == KLEIN


def test_auto_paints_only_where_a_gpu_and_the_weights_are(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    auto = Fittings(shop.catalogue, Settings(tryon="auto", tryon_weights=str(tmp_path)))
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert auto.way() == "warp"
    (tmp_path / "model_index.json").write_text("{}")
    assert auto.way() == "diffusion"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert auto.way() == "warp"


class Painter:
    """Stands in for the large network."""

    def __init__(self, error: str = "") -> None:
        self.error = error
        self.regions: list[np.ndarray] = []

    def dress(self, person, garments, region, progress) -> Image.Image:
        if self.error:
            raise BackendError(self.error)
        self.regions.append(region)
        assert [piece.words for piece in garments] == ["Red Tee"]
        return Image.new("RGB", person.size, (1, 2, 3))


def test_a_painted_picture_changes_nothing_else(shop: Shop, room: BandRoom) -> None:
    painter = Painter()
    settings = Settings(tryon="diffusion")
    fittings = Fittings(shop.catalogue, settings, room, understands_ada, painter)  # type: ignore[arg-type]
    told: list[str] = []
    tried = fittings.try_on("ada", [TOP], tell=told.append)
    assert tried.backend == "diffusion"
    assert told[-1] == "photograph"
    assert tried.seconds["photograph"] >= 0
    region = painter.regions[0]
    assert (tried.picture[region][:, :3] == (1, 2, 3)).all()
    assert (tried.picture[~region][:, :3] == tried.before[~region][:, :3]).all()
    assert fittings.try_on("ada", [TOP], backend="warp").backend == "warp"


def test_when_painting_fails_the_quick_picture_comes_with_a_notice(
    shop: Shop, room: BandRoom
) -> None:
    settings = Settings(tryon="diffusion")
    painter = Painter("The weights are missing: download them.")
    fittings = Fittings(shop.catalogue, settings, room, understands_ada, painter)  # type: ignore[arg-type]
    tried = fittings.try_on("ada", [TOP])
    assert tried.backend == "warp"
    assert tried.notice == "The weights are missing: download them."
    assert tuple(tried.picture[320, 300, :3]) == colour_of(TOP)


def test_painting_that_is_switched_off_says_so(fittings: Fittings) -> None:
    tried = fittings.try_on("ada", [TOP], backend="diffusion")
    assert tried.backend == "warp"
    assert "switched off" in tried.notice


def test_hair_and_face_are_never_painted() -> None:
    before = np.zeros((60, 40, 4), np.uint8)
    after, labels = before.copy(), np.zeros((60, 40), np.uint8)
    after[20:40] = 255
    labels[18:24, :20], labels[18:24, 20:] = HAIR, FACE
    region = region_of(before, after, labels)
    assert not region[18:24].any()
    assert region[24:40].all()
    assert region[40].all()  # a little around it
    assert not region[44:].any()


def test_warming_up_dresses_somebody_and_waits_for_what_is_more_urgent(
    fittings: Fittings, room: BandRoom
) -> None:
    order: list[str] = []
    fittings.warm_up(after=lambda: order.append(f"after {len(room.calls)}")).join(20)
    assert order == ["after 0"]
    assert len(room.calls) == 1


def test_on_zero_gpu_a_gpu_is_lent_for_the_painting_alone(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent_to: list[str] = []

    def gpu(duration: int):
        def mark(function):
            lent_to.append(f"{function.__name__} {duration}")
            return function

        return mark

    monkeypatch.setitem(sys.modules, "spaces", SimpleNamespace(GPU=gpu))
    Fittings(shop.catalogue, Settings(tryon="auto"))
    assert lent_to == ["_paint 60"]  # before the page opens
    assert lent(len)("four") == 4
    monkeypatch.setitem(sys.modules, "spaces", None)
    assert lent(len) is len
