"""The README's picture of the simulated shopper: two small charts, drawn with Pillow.

Knows curves and pixels; it does not know the shop.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from demo.benchmarks.shopper import TOP, Curve

SIZE: Final = (1120, 460)
SCALE: Final = 3
"""drawn this much larger, then reduced: smooth lines"""
PAPER, INK, FAINT, GRID = "#fbfaf8", "#1d1b19", "#6b655f", "#ebe7e2"
LINES: Final = ("#8c2f2b", "#4f6f83", "#95886f")
"""the first is the one that the picture is about"""
_MARGIN: Final = (64, 92, 128, 58)
"""left, top, right, bottom of a chart, in pixels; names stand to the right of their lines"""


def draw_plot(curves: Mapping[str, Curve], path: Path) -> None:
    """Writes a WebP of SIZE. Raises OSError."""
    picture = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), PAPER)
    draw = ImageDraw.Draw(picture)
    found = {name: curve.found for name, curve in curves.items()}
    ranks = {name: curve.ranks for name, curve in curves.items()}
    half = SIZE[0] // 2
    _chart(
        draw, 0, half, f"Target among the first {TOP}", "share of simulated shoppers, after so many turns",
        found, [(y / 4, f"{25 * y} %") for y in range(5)], lambda share: share,
    )  # fmt: skip
    highest = max(max(line) for line in ranks.values())
    ticks = [tick for tick in (1, 3, 10, 30, 100, 300, 1000) if tick <= 1.5 * highest]
    top = math.log(max(highest, ticks[-1]))
    _chart(
        draw, half, half, "Mean rank of the target", "after each turn, 1 is best (logarithmic)",
        ranks, [(math.log(tick) / top, str(tick)) for tick in ticks],
        lambda rank: math.log(max(rank, 1)) / top,
    )  # fmt: skip
    picture.resize(SIZE, Image.Resampling.LANCZOS).save(path, quality=90, method=6)


def _chart(
    draw: ImageDraw.ImageDraw, left: int, width: int, title: str, note: str,
    lines: Mapping[str, Sequence[float]], ticks: Sequence[tuple[float, str]],
    height: Callable[[float], float],
) -> None:  # fmt: skip
    """One chart; `ticks` are (place from 0 to 1, words), `height` turns a value into such a place."""
    x0, x1 = left + _MARGIN[0], left + width - _MARGIN[2]
    y0, y1 = SIZE[1] - _MARGIN[3], _MARGIN[1]
    draw_words(draw, left + 22, 28, title, 20, INK, "ls")
    draw_words(draw, left + 22, 52, note, 13, FAINT, "ls")
    for place, words in ticks:
        y = y0 + (y1 - y0) * place
        draw_line(draw, [(x0, y), (x1, y)], GRID, 1)
        draw_words(draw, x0 - 10, y, words, 12, FAINT, "rm")
    turns = max(len(line) for line in lines.values())
    across = [x0 + 14 + (x1 - x0 - 14) * turn / max(1, turns - 1) for turn in range(turns)]
    for turn, x in enumerate(across):
        draw_words(draw, x, y0 + 20, str(turn + 1), 12, FAINT, "mm")
    draw_words(draw, (x0 + x1) / 2, y0 + 42, "turns", 12, FAINT, "mm")
    ends: list[float] = []
    for at, line in reversed(list(enumerate(lines.values()))):  # the first lies on top
        colour, wide = LINES[at % len(LINES)], 3.2 if at == 0 else 2.2
        points = [
            (x, y0 + (y1 - y0) * height(value)) for x, value in zip(across, line, strict=True)
        ]
        draw_line(draw, points, colour, wide)
        for x, y in points:
            draw_dot(draw, x, y, 4.6 if at == 0 else 3.6, colour)
    order = sorted(enumerate(lines.items()), key=lambda item: -height(item[1][1][-1]))
    for at, (name, line) in order:  # names from the top down, none over another
        y = y0 + (y1 - y0) * height(line[-1])
        y = max(y, ends[-1] + 17) if ends else y
        ends.append(y)
        draw_words(draw, x1 + 12, y, name, 13, LINES[at % len(LINES)], "lm")


def draw_bars(groups: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Recall@10 attribute by attribute, one colour a row of the table, as a WebP. Raises OSError."""
    picture = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), PAPER)
    draw = ImageDraw.Draw(picture)
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    x0, x1, y0, y1 = _MARGIN[0], SIZE[0] - 24, SIZE[1] - _MARGIN[3], _MARGIN[1] + 14
    draw_words(draw, 22, 28, "A right product among the first 10", 20, INK, "ls")
    draw_words(draw, 22, 52, "share of single wishes, by what is asked for; designs and words never seen",
          13, FAINT, "ls")  # fmt: skip
    for tick in range(5):
        y = y0 + (y1 - y0) * tick / 4
        draw_line(draw, [(x0, y), (x1, y)], GRID, 1)
        draw_words(draw, x0 - 10, y, f"{25 * tick} %", 12, FAINT, "rm")
    colours = (*LINES, INK)
    wide = (x1 - x0) / max(1, len(names))
    bar = 0.76 * wide / max(1, len(groups))
    for at, (label, group) in enumerate(groups.items()):
        colour = colours[at % len(colours)]
        draw_dot(draw, x0 + 190 * at + 6, _MARGIN[1] - 16, 5, colour)
        draw_words(draw, x0 + 190 * at + 18, _MARGIN[1] - 16, label, 13, FAINT, "lm")
        for place, name in enumerate(names):
            left = x0 + wide * (place + 0.12) + bar * at
            top = y0 + (y1 - y0) * group.get(name, 0.0)
            box = [left * SCALE, top * SCALE, (left + bar - 2) * SCALE, y0 * SCALE]
            draw.rectangle(box, colour)
    for place, name in enumerate(names):
        draw_words(draw, x0 + wide * (place + 0.5), y0 + 20, name, 12, FAINT, "mm")
    picture.resize(SIZE, Image.Resampling.LANCZOS).save(path, quality=90, method=6)


def draw_words(
    draw: ImageDraw.ImageDraw, x: float, y: float, words: str, size: int, colour: str, anchor: str
) -> None:
    font = ImageFont.load_default(size * SCALE)
    draw.text((x * SCALE, y * SCALE), words, colour, font, anchor)


def draw_line(
    draw: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], colour: str, width: float
) -> None:
    draw.line([(x * SCALE, y * SCALE) for x, y in points], colour, round(width * SCALE), "curve")


def draw_dot(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    box = [
        (x - radius) * SCALE,
        (y - radius) * SCALE,
        (x + radius) * SCALE,
        (y + radius) * SCALE,
    ]
    draw.ellipse(box, colour, PAPER, round(1.4 * SCALE))
