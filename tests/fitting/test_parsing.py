"""A photo's label map: its size, its person, nobody; with the weights, the shop's figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white
from demo.catalog.shapes import load_shapes
from demo.cli import main
from demo.fitting.figures import load_figures
from demo.fitting.parsing import WORKING, parse, without_strays
from demo.fitting.room import FittingRoom
from demo.fitting.subject import of_figure
from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS, LOWER, UPPER, Parser
from demo.models.pose import JOINTS, Pose, PoseNetwork, Region
from demo.settings import ROOT


class _Nobody:
    def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
        return ()


class _Somebody:
    """Always the same joints: a box from (40, 60) to (120, 260)."""

    def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
        points = np.full((33, 2), 100, np.float32)
        points[:2] = (40, 60), (120, 260)
        points[[JOINTS.index(f"{side}_hip") for side in ("left", "right")]] = (100, 180)
        return (Pose(points, np.ones(33, np.float32), 1.0, Region(80, 160, 300, 0.0)),)


class _Halves:
    """Says `upper` in the upper half of what it is shown, `background` below; remembers the first look."""

    def scores(self, photo: np.ndarray, pose: Pose | None) -> np.ndarray:
        self.looks = [*getattr(self, "looks", []), (photo.shape, pose)]
        self.shape, self.pose = self.looks[0]
        scores = np.zeros((9, 16, 8), np.float32)
        scores[UPPER, :8] = scores[BACKGROUND, 8:] = 1
        return scores


@pytest.mark.parametrize("size", [(300, 200), (200, 301), (8, 900), (2000, 1500)])
def test_labels_have_the_photos_size(size: tuple[int, int]) -> None:
    found = parse(np.zeros((*size, 3), np.uint8), _Nobody(), _Halves())  # type: ignore[arg-type]
    assert found.labels.shape == size
    assert found.labels.dtype == np.uint8
    assert found.poses == ()
    upper = (found.labels == UPPER).mean(axis=1)
    assert upper[: int(0.45 * size[0])].all()
    assert not upper[int(0.55 * size[0]) + 1 :].any()
    assert size[0] * size[1] > WORKING or size != (2000, 1500)


def test_person_is_cut_out_by_the_joints() -> None:
    network = _Halves()
    found = parse(np.zeros((400, 300, 3), np.uint8), _Somebody(), network)  # type: ignore[arg-type]
    height, width = network.shape[:2]
    assert 200 <= height < 300
    assert 80 <= width < 160
    assert network.pose is not None
    np.testing.assert_allclose(
        network.pose.points[0], found.poses[0].points[0] - (40 - 32, 60 - 32), atol=1
    )
    assert (found.labels[:28] == BACKGROUND).all()
    assert found.labels[100, 80] == UPPER
    assert (found.labels[:, 200:] == BACKGROUND).all()


def test_joints_without_a_face_are_not_believed() -> None:
    network = _Halves()
    photo = np.zeros((400, 300, 3), np.uint8)[:, 50:]  # the nose is at x = 40
    headless = _Somebody().find(photo)[0].moved(-50, 0)

    class _Headless:
        def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
            return (headless,)

    found = parse(photo, _Headless(), network)  # type: ignore[arg-type]
    assert found.poses == ()
    assert network.pose is None
    assert network.shape == photo.shape


def test_joints_read_into_legs_alone_are_not_believed() -> None:
    network = _Halves()
    small = _Somebody().find(np.zeros(0))[0]
    points = small.points.copy()
    points[[JOINTS.index(f"{side}_hip") for side in ("left", "right")]] = (100, 115)

    class _Small:
        def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
            return (replace(small, points=points),)

    photo = np.zeros((400, 300, 3), np.uint8)
    found = parse(photo, _Small(), network)  # type: ignore[arg-type]
    assert found.poses == ()
    assert network.looks[-1] == (photo.shape, None)


def test_somebody_tall_is_looked_at_again_in_parts() -> None:
    points = np.full((33, 2), 100, np.float32)
    for joint, row in (
        ("shoulder", 100),
        ("wrist", 190),
        ("index", 200),
        ("hip", 200),
        ("ankle", 400),
    ):
        for side, column in (("left", 130), ("right", 70)):
            points[JOINTS.index(f"{side}_{joint}")] = (column, row)
    points[0], points[JOINTS.index("left_foot_index")] = (100, 60), (130, 420)
    tall = Pose(points, np.ones(33, np.float32), 1.0, Region(100, 240, 420, 0.0))

    class _Standing:
        def find(self, photo: np.ndarray) -> tuple[Pose, ...]:
            return (tall,)

    network = _Halves()
    photo = np.zeros((480, 200, 3), np.uint8)
    labels = parse(photo, _Standing(), network).labels  # type: ignore[arg-type]
    (whole, _), (above, first), (below, second), left, right = network.looks
    assert above[0] < 0.6 * whole[0]
    assert below[0] < 0.75 * whole[0]
    assert above[0] + below[0] > whole[0]
    assert first is not None
    assert second is not None
    assert first.point("left_hip")[1] - second.point("left_hip")[1] == whole[0] - below[0]
    for side, (shape, pose) in (("left", left), ("right", right)):
        assert shape[0] == pytest.approx(100, abs=2)  # as long as the trunk
        assert pose is not None
        assert pose.point(f"{side}_wrist") == pytest.approx((shape[1] / 2, 45), abs=2)
    assert labels[140, 100] == BACKGROUND  # below the middle of the upper half
    assert labels[260, 100] == UPPER  # above the middle of the lower half
    assert labels[178, 130] == UPPER  # above the middle of what is seen around the left hand


def test_strays_are_dropped() -> None:
    labels = np.zeros((100, 100), np.uint8)
    labels[20:80, 30:60] = UPPER
    labels[30:40, 60:70] = ARMS
    labels[90:93, 90:93] = FACE
    kept = without_strays(labels)
    assert kept[91, 91] == BACKGROUND
    assert kept[35, 65] == ARMS
    np.testing.assert_array_equal(kept[:85], labels[:85])


def test_command_wants_a_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    for person in ("nobody", str(broken), str(tmp_path / "gone.jpg")):
        assert main(["tryon", "--person", person, "--parse", str(tmp_path / "out.png")]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out.png").exists()


@pytest.mark.weights
@pytest.mark.parametrize("name", ["ada", "bea", "jonas"])
def test_dressed_figures_parts_are_found(name: str) -> None:
    """Joints, drawn by the studio, lie on what the parser calls limbs, face and the clothes put on."""
    figure = load_figures(ROOT / "assets" / "figures")[name]
    catalogue = Catalogue.read(ROOT / "catalog")
    room = FittingRoom(load_shapes(ROOT / "catalog" / "shapes.npz"))
    worn = [
        next(p for p in catalogue.products if p.get("type") == kind and p.get("colour") == colour)
        for kind, colour in (("t-shirt", "red"), ("chino-shorts", "navy"))
    ]
    picture = on_white(Image.fromarray(room.dress(of_figure(figure), worn).picture))
    labels = parse(np.array(picture), PoseNetwork(), Parser()).labels
    joints = {name: np.array(point) for name, point in figure.joints.items()}
    joints["shin_right"] = (joints["knee_right"] + joints["ankle_right"]) / 2
    joints["thigh_left"] = 0.6 * joints["hip_left"] + 0.4 * joints["knee_left"]
    wanted = {
        "elbow_left": ARMS, "wrist_right": ARMS, "shin_right": LEGS, "waist": UPPER,
        "thigh_left": LOWER,
    }  # fmt: skip
    for joint, number in wanted.items():
        x, y = (round(v) for v in joints[joint])
        assert labels[y, x] == number, joint
    x, y = (round(v) for v in figure.joints["chin"])
    assert labels[y - 20, x] == FACE
    alpha = np.asarray(room.dress(of_figure(figure), worn).picture)[..., 3]
    assert (labels != BACKGROUND).mean() == pytest.approx((alpha > 127).mean(), rel=0.1)


@pytest.mark.weights
def test_command_writes_the_map_upright(tmp_path: Path) -> None:
    """A photo that its camera marked as turned is parsed, and its map written, upright."""
    figure = load_figures(ROOT / "assets" / "figures")["gil"]
    turned = on_white(figure.picture()).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    turned.save(tmp_path / "photo.jpg", exif=exif)
    out = tmp_path / "labels.png"
    assert main(["tryon", "--person", str(tmp_path / "photo.jpg"), "--parse", str(out)]) == 0
    with Image.open(out) as labels:
        assert labels.mode == "L"
        assert labels.size == figure.picture().size
        assert np.asarray(labels)[:400].max() > 0


@pytest.mark.weights
def test_no_person_is_all_background(tmp_path: Path) -> None:
    out = tmp_path / "labels.png"
    for i, colour in enumerate(((255, 255, 255, 255), (90, 120, 60, 255), (0, 0, 0, 0))):
        path = tmp_path / f"{i}.png"
        Image.new("RGBA", (333, 222), colour).save(path)
        assert main(["tryon", "--person", str(path), "--parse", str(out)]) == 0
        assert not np.asarray(Image.open(out)).any()


def test_joints_of_a_moved_pose() -> None:
    pose = _Somebody().find(np.zeros((1, 1, 3)))[0].moved(-10, 5)
    assert pose.point(JOINTS[0]).tolist() == [30, 65]
    assert pose.region.x == 70
