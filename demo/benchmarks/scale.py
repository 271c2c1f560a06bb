"""`bench scale`: how long building takes, how many bytes and how many milliseconds, up to millions.

The vectors are drawn, not encoded: normal ones with the mean and the spectrum of the shop's own, without
the clusters that real catalogues have, so that cells help less than they would there. Knows spaces; it
does not know what a vector stands for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import faiss
import numpy as np
import psutil

from demo.benchmarks.scale_plot import draw_scale
from demo.search import index as indexes
from demo.search import spaces
from demo.settings import ROOT

SHARES: Final = (1.0, 0.5, 0.05, 0.005)
"""what a filter keeps of the products"""
QUERIES: Final = 200
FOUND: Final = 10
FAR: Final = 100_000_000
"""the size that the growth is carried on to"""
_BLOCK: Final = 100_000
_LEFT: Final = 3_000_000_000
"""bytes of memory and of disk that a size must leave free"""


@dataclass(frozen=True)
class Filtered:
    """One filter at one size."""

    share: float
    recall: float
    """of the ten nearest by exact comparison, how many the space finds"""
    p50: float
    """milliseconds of a search"""
    p95: float


@dataclass(frozen=True)
class Scaled:
    """One size."""

    count: int
    dimension: int
    kind: str
    build: float
    """seconds, on all cores"""
    bytes: int
    """of the file"""
    exact: float
    """milliseconds of comparing float32 with all, on one core, in the same run: the yardstick"""
    filtered: tuple[Filtered, ...]


def report(sizes: Sequence[int], dimensions: Sequence[int], seed: int, plot: Path | None,
           out: Path | None = None) -> str:  # fmt: skip
    """The table of the README, in Markdown; draws the plot and writes all numbers where asked to."""
    lines = ["| vectors | dimensions | kind | build | bytes a vector | kept | recall@10 | p50 / p95 ms | "
             "all compared, ms |", "|---|---|---|---|---|---|---|---|---|"]  # fmt: skip
    measured, left_out = [], []
    for dimension in dimensions:
        for count in sizes:
            if not _fits(count, dimension):
                left_out.append(f"{count:,} × {dimension}")
                continue
            measured.append(_measure(count, dimension, seed))
            lines += _rows(measured[-1])
            print(lines[-len(SHARES)], flush=True)
    if left_out:
        lines += ["", f"Left out for want of memory or disk: {', '.join(left_out)}."]
    for dimension in dimensions:
        ours = [m for m in measured if m.dimension == dimension and m.kind != "flat"]
        if len(ours) > 1:
            lines += ["", _grown(ours, dimension)]
    if plot is not None:
        draw_scale(measured, plot)
    if out is not None:
        out.write_text(json.dumps([asdict(m) for m in measured], indent=1) + "\n", encoding="utf-8")
    return "\n".join(lines)


def drawn(count: int, dimension: int, rng: np.random.Generator) -> np.ndarray:
    """Unit vectors [count, dimension] whose mean and spectrum are those of the shop's pictures.

    For another dimension than theirs the spectrum is stretched and keeps its sum.
    """
    own = indexes.spaces.read(ROOT / "assets" / "index" / indexes.VECTORS)
    pictures = own.reconstruct_n(0, own.ntotal)  # [n, 256]
    mean = pictures.mean(0)
    spread = np.linalg.svd((pictures - mean) / np.sqrt(len(pictures)), compute_uv=False)
    places = np.linspace(0, 1, len(spread))
    stretched = np.interp(np.linspace(0, 1, dimension), places, spread)
    stretched *= np.sqrt((spread**2).sum() / (stretched**2).sum())
    axis = np.zeros(dimension, np.float32)
    axis[0] = np.linalg.norm(mean)
    made = np.empty((count, dimension), np.float32)
    for start in range(0, count, _BLOCK):
        block = made[start : start + _BLOCK]
        rng.standard_normal(out=block, dtype=np.float32)
        block *= stretched.astype(np.float32)
        block += axis
        block /= np.linalg.norm(block, axis=1, keepdims=True)
    return made


def _measure(count: int, dimension: int, seed: int) -> Scaled:
    vectors = drawn(count, dimension, np.random.default_rng(seed))
    queries = drawn(QUERIES, dimension, np.random.default_rng(seed + 1))
    rng = np.random.default_rng(seed + 2)
    keep = [np.sort(rng.choice(count, max(FOUND, round(share * count)), replace=False))
            for share in SHARES]  # fmt: skip
    truth = _exact(vectors, queries, keep)
    started = perf_counter()
    space = spaces.made(vectors)
    build = perf_counter() - started
    exact = _yardstick(vectors, queries[:20])
    del vectors
    with TemporaryDirectory() as folder:
        path = Path(folder) / "space.faiss"
        spaces.write(space, path)
        del space
        space, size = spaces.read(path), path.stat().st_size
        faiss.omp_set_num_threads(1)
        try:
            filtered = tuple(
                _filtered(space, queries, share, None if share == 1 else rows, right)
                for share, rows, right in zip(SHARES, keep, truth, strict=True)
            )
        finally:
            faiss.omp_set_num_threads(psutil.cpu_count() or 1)
        del space
    return Scaled(count, dimension, spaces.kind_for(count), build, size, exact, filtered)


def _exact(
    vectors: np.ndarray, queries: np.ndarray, keep: Sequence[np.ndarray]
) -> list[np.ndarray]:
    """The true ten nearest [QUERIES, 10] of each filter, by comparing float32 with all."""
    best = [np.full((len(queries), FOUND), -2, np.float32) for _ in keep]
    found = [np.zeros((len(queries), FOUND), np.int64) for _ in keep]
    for start in range(0, len(vectors), _BLOCK):
        cosines = queries @ vectors[start : start + _BLOCK].T  # [Q, block]
        for at, rows in enumerate(keep):
            low, high = np.searchsorted(rows, (start, start + _BLOCK))
            columns = rows[low:high]
            both = np.concatenate([best[at], cosines[:, columns - start]], 1)
            names = np.concatenate([found[at], np.tile(columns, (len(queries), 1))], 1)
            order = np.argpartition(-both, FOUND - 1, axis=1)[:, :FOUND]
            best[at] = np.take_along_axis(both, order, 1)
            found[at] = np.take_along_axis(names, order, 1)
    return found


def _yardstick(vectors: np.ndarray, queries: np.ndarray) -> float:
    """Median milliseconds of a plain comparison with all vectors, on one core."""
    faiss.omp_set_num_threads(1)
    times = []
    try:
        for query in queries:
            started = perf_counter()
            faiss.knn(query[None], vectors, FOUND, metric=faiss.METRIC_INNER_PRODUCT)
            times.append(1e3 * (perf_counter() - started))
    finally:
        faiss.omp_set_num_threads(psutil.cpu_count() or 1)
    return float(np.median(times))


def _filtered(
    space: faiss.Index,
    queries: np.ndarray,
    share: float,
    rows: np.ndarray | None,
    truth: np.ndarray,
) -> Filtered:
    times, right = [], 0
    spaces.nearest(space, queries[0], FOUND, rows)
    for query, true in zip(queries, truth, strict=True):
        started = perf_counter()
        found, _ = spaces.nearest(space, query, FOUND, rows)
        times.append(1e3 * (perf_counter() - started))
        right += len(np.intersect1d(found, true))
    p50, p95 = np.percentile(times, (50, 95))
    return Filtered(share, right / truth.size, float(p50), float(p95))


def _fits(count: int, dimension: int) -> bool:
    """Whether vectors, space and a copy that training makes fit in memory, and the file on the disk."""
    memory = psutil.virtual_memory().available
    disk = psutil.disk_usage("/tmp").free
    return (
        memory > 4.5 * dimension * count * 1.35 + _LEFT and disk > 1.5 * dimension * count + _LEFT
    )


def _rows(scaled: Scaled) -> list[str]:
    first = (
        f"{scaled.count:,} | {scaled.dimension} | {scaled.kind} | {scaled.build:.1f} s | "
        f"{scaled.bytes / scaled.count:.0f}"
    )
    rows = []
    for at, part in enumerate(scaled.filtered):
        head = first if at == 0 else " | | | | "
        last = f"{scaled.exact:.1f}" if at == 0 else ""
        rows.append(f"| {head} | {100 * part.share:g} % | {part.recall:.3f} | "
                    f"{part.p50:.1f} / {part.p95:.1f} | {last} |")  # fmt: skip
    return rows


def _grown(measured: Sequence[Scaled], dimension: int) -> str:
    """How the three grow with the number of vectors, and what they come to far beyond."""
    counts = np.log([m.count for m in measured])

    def fit(values: Sequence[float]) -> tuple[float, float]:
        slope, offset = np.polyfit(counts, np.log(values), 1)
        return float(slope), float(np.exp(offset + slope * np.log(FAR)))

    build, build_far = fit([m.build for m in measured])
    bytes_, bytes_far = fit([m.bytes for m in measured])
    time, time_far = fit([m.filtered[0].p50 for m in measured])
    return (
        f"At {dimension} dimensions building grows like n^{build:.2f}, bytes like n^{bytes_:.2f}, a "
        f"search like n^{time:.2f} (sizes with cells or codes). Carried on to {FAR:,}: building "
        f"{build_far / 3600:.1f} h, {bytes_far / 2**30:.0f} GiB, {time_far:.0f} ms."
    )
