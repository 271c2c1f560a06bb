"""The figures that are shipped: labels cover alpha, joints lie on the body, left is left, all agree."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from demo.fitting.figures import PARTS, SIZE, load_figures
from demo.studio.canvas import rgb
from demo.studio.figures.build import draw_figure
from demo.studio.figures.cast import CAST
from demo.studio.figures.fields import Ball, Cone, Joined, union
from demo.studio.figures.sheet import figure_sheet

FOLDER = Path(__file__).parents[2] / "assets" / "figures"
FIGURES = load_figures(FOLDER)
ON_THE_EDGE = {"head_top", "chin", "fingertip_left", "fingertip_right", "toe_left", "toe_right",
               "heel_left", "heel_right"}  # fmt: skip
JOINTS = {"head_top", "chin", "neck", "waist", "pelvis"} | {
    f"{joint}_{side}"
    for side in ("left", "right")
    for joint in (
        "shoulder",
        "elbow",
        "wrist",
        "hand",
        "fingertip",
        "hip",
        "knee",
        "ankle",
        "toe",
        "heel",
    )
}
OUTLINE = {"crotch"} | {
    f"{place}_{side}"
    for side in ("left", "right")
    for place in ("neck", "shoulder", "armpit", "chest", "waist", "hip")
}
WIDTHS = {"upper_arm", "elbow", "forearm", "wrist", "thigh", "knee", "calf", "ankle", "head"}


@pytest.fixture(params=FIGURES.values(), ids=FIGURES)
def figure(request):
    return request.param


def alpha(figure) -> np.ndarray:
    return np.asarray(figure.picture())[..., 3]


def near(mask: np.ndarray, point: tuple[float, float], reach: int) -> bool:
    x, y = round(point[0]), round(point[1])
    return bool(mask[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1].any())


def test_labels_cover_alpha_exactly(figure):
    assert ((alpha(figure) > 127) == (figure.parts() > 0)).all()


def test_all_parts_are_seen(figure):
    counts = np.bincount(figure.parts().ravel(), minlength=len(PARTS))
    for name, count in zip(PARTS[1:], counts[1:], strict=True):
        assert count > 150, name


def test_joints_lie_on_the_body(figure):
    assert set(figure.joints) == JOINTS
    solid = alpha(figure) > 127
    for name, point in figure.joints.items():
        assert near(solid, point, 6 if name in ON_THE_EDGE else 0), name


def test_contour_points_lie_on_the_contour(figure):
    assert set(figure.outline) == OUTLINE
    solid = alpha(figure) > 127
    for name, point in figure.outline.items():
        assert near(solid, point, 8), name


def test_left_is_the_wearers_left(figure):
    for points in (figure.joints, figure.outline):
        for name in points:
            if name.endswith("_left") and not name.startswith(("hand", "fingertip", "wrist")):
                assert points[name][0] > points[name.replace("_left", "_right")][0], name
    columns = np.arange(SIZE[0])[None]
    labels = figure.parts()
    for part in ("upper_arm", "thigh", "foot"):
        left, right = (labels == PARTS.index(f"{part}_{side}") for side in ("left", "right"))
        assert (columns * left).sum() / left.sum() > (columns * right).sum() / right.sum()


def test_each_hand_is_labelled_at_its_own_wrist(figure):
    for side in ("left", "right"):
        rows, columns = np.nonzero(figure.parts() == PARTS.index(f"hand_{side}"))
        x, y = figure.joints[f"hand_{side}"]
        assert np.hypot(columns.mean() - x, rows.mean() - y) < 45


def test_a_person_stands_upright_and_fills_the_picture(figure):
    rows = np.flatnonzero((alpha(figure) > 127).any(1))
    assert rows[0] >= 4
    assert rows[-1] <= SIZE[1] - 5
    assert 1120 <= rows[-1] - rows[0] <= 1270
    j = figure.joints
    downwards = ("head_top", "chin", "neck", "waist", "pelvis", "knee_left", "ankle_left")
    heights = [j[name][1] for name in downwards]
    assert heights == sorted(heights)
    heads = figure.height_px / (j["chin"][1] - j["head_top"][1])
    assert 7.3 < heads < 8.3


def test_half_widths_are_a_bodys(figure):
    w = figure.half_widths
    assert set(w) == WIDTHS
    assert w["wrist"] < w["forearm"] < w["thigh"]
    assert w["ankle"] < w["calf"] < w["thigh"]
    assert 35 < w["head"] < 60


def test_arms_before_the_trunk_have_a_picture_of_their_own(figure):
    across = figure.pose in ("hand on hip", "arm across the body")
    assert bool(figure.front) == across
    if across:
        own = np.asarray(figure.front_picture())[..., 3] > 127
        side = figure.front[0].removeprefix("arm_")
        names = [f"{part}_{side}" for part in ("upper_arm", "forearm", "hand")]
        seen = np.isin(figure.parts(), [PARTS.index(name) for name in names])
        assert (own & seen).sum() > 0.97 * seen.sum()
        for joint in ("shoulder", "elbow", "wrist"):
            assert near(own, figure.joints[f"{joint}_{side}"], 0)


def test_there_is_a_choice_of_people():
    people = FIGURES.values()
    assert len(people) >= 8
    assert {p.gender for p in people} == {"women", "men"}
    assert {p.body for p in people} == {"slim", "regular", "full"}
    assert len({p.skin for p in people}) == 5
    assert {p.pose for p in people} == {
        "arms at the side", "hand on hip", "arm across the body", "walking",
    }  # fmt: skip
    light = sorted({float(rgb(p.skin_hex) @ [0.2126, 0.7152, 0.0722]) for p in people})
    lightness = [116 * y ** (1 / 3) - 16 for y in light]
    assert np.diff(lightness).min() > 8


def test_a_figure_is_drawn_with_the_same_bytes_as_shipped():
    person = CAST[0]
    drawn = draw_figure(person)
    for ending, data in drawn.files.items():
        assert (FOLDER / f"{person.name}.{ending}").read_bytes() == data, ending
    listed = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
    assert listed[0] == json.loads(json.dumps(drawn.entry))


def test_the_folder_stays_small():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_200_000


def test_the_sheet_shows_everyone():
    page = figure_sheet(FOLDER, zoom=0.1)
    assert page.size == (5 * 64, -(-len(FIGURES) // 5) * 128)


def test_fields_melt_only_where_they_are_told_to():
    ball, cone = Ball((0, 0, 0), (2, 2, 2), 0), Cone((0, 2, 0), (0, 9, 0), 1, 1, 0)
    limb = Joined([cone], (0, 2, 0), near=2, far=0, within=1)
    corner, far = np.array([[1.3, 2.0, 0]], np.float32), np.array([[1.2, 8.0, 0]], np.float32)
    apart = min(union([ball], corner)[0], union([cone], corner)[0])
    assert union([ball, limb], corner)[0] < apart - 0.02
    assert union([ball, limb], far)[0] == pytest.approx(union([cone], far)[0], abs=1e-4)
