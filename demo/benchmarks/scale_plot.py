"""The README's picture of `bench scale`: milliseconds and seconds against the number of vectors.

Both axes are logarithmic. Knows measurements and pixels; it does not know how they were taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from demo.benchmarks.plot import (
    FAINT,
    GRID,
    INK,
    LINES,
    PAPER,
    SCALE,
    draw_dot,
    draw_line,
    draw_words,
)

if TYPE_CHECKING:
    from demo.benchmarks.scale import Scaled

SIZE: Final = (1120, 430)
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 92, 150, 54


def draw_scale(measured: Sequence[Scaled], path: Path) -> None:
    """Writes a WebP of SIZE. Raises OSError."""
    picture = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), PAPER)
    draw = ImageDraw.Draw(picture)
    half = SIZE[0] // 2
    sizes = sorted({m.count for m in measured})
    dimensions = sorted({m.dimension for m in measured})

    def lines(of: Callable[[Scaled], float], note: str = "") -> dict[str, list[tuple[int, float]]]:
        return {
            f"{d}-d{note}": [(m.count, of(m)) for m in measured if m.dimension == d]
            for d in dimensions
        }

    searches = lines(lambda m: m.filtered[0].p50) | lines(lambda m: m.exact, ", all compared")
    _chart(draw, 0, half, "One search", "median milliseconds, one core", sizes, searches)
    builds = lines(lambda m: m.build)
    _chart(draw, half, half, "Building", "seconds, two cores", sizes, builds)
    picture.resize(SIZE, Image.Resampling.LANCZOS).save(path, quality=88, method=6)


def _chart(
    draw: ImageDraw.ImageDraw, left: int, width: int, title: str, note: str, sizes: Sequence[int],
    lines: dict[str, list[tuple[int, float]]],
) -> None:  # fmt: skip
    x0, x1 = left + _LEFT, left + width - _RIGHT
    y0, y1 = SIZE[1] - _BOTTOM, _TOP
    draw_words(draw, left + 22, 28, title, 20, INK, "ls")
    draw_words(draw, left + 22, 52, note, 13, FAINT, "ls")
    values = [max(value, 1e-3) for points in lines.values() for _, value in points]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)
    span = max(1e-9, math.log10(sizes[-1] / sizes[0]))

    def across(count: int) -> float:
        return x0 + 14 + (x1 - x0 - 14) * math.log10(count / sizes[0]) / span

    def up(value: float) -> float:
        return y0 + (y1 - y0) * (math.log10(max(value, 1e-3)) - low) / (high - low)

    for power in range(low, high + 1):
        draw_line(draw, [(x0, up(10.0**power)), (x1, up(10.0**power))], GRID, 1)
        draw_words(draw, x0 - 10, up(10.0**power), f"{10.0**power:g}", 12, FAINT, "rm")
    for count in sizes:
        name = f"{count / 1e6:g} M" if count >= 1_000_000 else f"{count / 1e3:g} k"
        draw_words(draw, across(count), y0 + 20, name, 12, FAINT, "mm")
    ends: list[float] = []
    for name, points in sorted(lines.items(), key=lambda e: up(e[1][-1][1])):
        colour = LINES[min(list(lines).index(name), 2)]  # those of the yardstick are all alike
        draw_line(draw, [(across(n), up(v)) for n, v in points], colour, 2.4)
        for n, v in points:
            draw_dot(draw, across(n), up(v), 4, colour)
        y = up(points[-1][1])
        y = max(y, ends[-1] + 17) if ends else y
        ends.append(y)
        draw_words(draw, across(points[-1][0]) + 12, y, name, 13, colour, "lm")
