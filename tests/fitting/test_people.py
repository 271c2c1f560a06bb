"""Who can be dressed: one person, from the front, large, with enough of the body; else one sentence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from demo.errors import PersonError
from demo.fitting.parsing import Parse
from demo.fitting.people import NEEDED, check_person
from demo.models.parser import LEGS, LOWER
from demo.models.pose import JOINTS, Pose, Region

SIZE = (600, 1200)
BODY = {
    "nose": (300, 150), "eye": (315, 135), "shoulder": (380, 300), "elbow": (420, 450),
    "wrist": (430, 600), "hip": (350, 600), "knee": (350, 850), "ankle": (350, 1100),
    "foot_index": (360, 1150),
}  # fmt: skip
"""the left side; the right is its mirror image about x = 300"""


def _pose(scale: float = 1.0, **moved: tuple[float, float]) -> Pose:
    points = np.full((33, 2), 300, np.float32)
    for i, name in enumerate(JOINTS):
        part = name.removeprefix("left_").removeprefix("right_")
        if part in BODY:
            x, y = BODY[part]
            points[i] = (600 - x if name.startswith("right_") else x, y)
        points[i] = moved.get(name, points[i])
    return Pose(points * scale, np.ones(33, np.float32), 1.0, Region(300, 600, 1200 * scale, 0.0))


def _parse(*poses: Pose, size: tuple[int, int] = SIZE) -> Parse:
    return Parse(np.zeros(size[::-1], np.uint8), poses)


@pytest.mark.parametrize("slot", NEEDED)
def test_whole_person_wears_everything(slot: str) -> None:
    pose = _pose()
    assert check_person(_parse(pose), (slot,)) is pose


def _refusal(parse: Parse, slots: tuple[str, ...] = ("top",)) -> str:
    with pytest.raises(PersonError) as caught:
        check_person(parse, slots)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    return sentence


def test_nobody() -> None:
    assert "Nobody" in _refusal(_parse())
    assert "Nobody" in _refusal(_parse(), ("bottom",))


def test_legs_are_enough_for_trousers() -> None:
    parse = _parse()
    parse.labels[100:700, 200:400] = LOWER
    parse.labels[700:1100, 240:360] = LEGS
    assert check_person(parse, ("bottom", "shoes")) is None
    assert "Nobody" in _refusal(parse, ("bottom", "top"))
    parse.labels[parse.labels == LOWER] = LEGS
    assert "Nobody" in _refusal(parse, ("bottom",))


def test_others_count_when_they_are_large() -> None:
    assert "2 people" in _refusal(_parse(_pose(), _pose(0.8)))
    assert check_person(_parse(_pose(), _pose(0.2)))


def test_small_person() -> None:
    assert "too small" in _refusal(_parse(_pose(0.15)))


def test_turned_away() -> None:
    behind = _pose(left_shoulder=(220, 300), right_shoulder=(380, 300))
    assert "from behind" in _refusal(_parse(behind))
    sideways = _pose(left_shoulder=(330, 300), right_shoulder=(280, 300))
    assert "from the side" in _refusal(_parse(sideways))


@pytest.mark.parametrize(
    ("height", "fine", "refused"),
    [(560, ("hat",), ("top", "layer", "dress", "bag", "bottom", "shoes")),
     (700, ("top", "layer", "bag", "hat", "dress"), ("bottom", "shoes")),
     (950, ("dress",), ("bottom", "shoes"))],
)  # fmt: skip
def test_cut_off_below(height: int, fine: tuple[str, ...], refused: tuple[str, ...]) -> None:
    parse = _parse(_pose(), size=(600, height))
    for slot in fine:
        assert check_person(parse, (slot,))
    for slot in refused:
        assert "head to" in _refusal(parse, (slot,))


def test_shoulders_cut_off() -> None:
    assert "shoulders" in _refusal(_parse(_pose(), size=(350, 1200)))


def test_hidden_feet() -> None:
    pose = _pose()
    visibility = pose.visibility.copy()
    visibility[[JOINTS.index("left_foot_index"), JOINTS.index("right_foot_index")]] = 0.1
    assert "feet" in _refusal(_parse(replace(pose, visibility=visibility)), ("shoes",))


@pytest.mark.parametrize("wrist", [(310, 480), (240, 500)])
def test_crossed_arms(wrist: tuple[float, float]) -> None:
    parse = _parse(_pose(left_wrist=wrist))
    for slot in ("top", "layer", "dress"):
        assert "across the body" in _refusal(parse, (slot,))
    assert check_person(parse, ("bottom", "shoes"))
    assert check_person(_parse(_pose(left_wrist=(300, 640))))  # before the thighs
