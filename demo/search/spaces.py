"""Spaces of unit vectors that can be searched: which kind of FAISS index suits how many, and how it is asked.

Few are compared with every query. Many are sorted into cells, of which a query visits some; very many are
kept as short codes there, and what comes closest is compared once more, byte by byte. A space is never
changed after it is made, since all sessions share it: what a search needs is passed with the call. Knows
vectors and rows; it does not know products or networks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import faiss
import numpy as np

Kind = Literal["flat", "cells", "codes"]

FLAT_TO: Final = 50_000
"""up to this many vectors a query is compared with all: a few milliseconds, and nothing is missed"""
CELLS_TO: Final = 2_000_000
"""up to this many, every number of a vector is kept as a byte; beyond, short codes, and bytes on disk"""
FIRST: Final = 1 / 32
"""share of the cells that a query visits at first, raised until that finds ENOUGH"""
ENOUGH: Final = 0.995
"""share of the ten nearest of all cells that the visited ones must have"""
TRIED: Final = 100
"""queries that are tried for it when a space is made"""
EXACT_SHARE: Final = 0.05
"""a filter that keeps no more than this share is searched completely"""
CLOSEST: Final = 1000
"""short codes name at least so many vectors, which are then compared again"""
CLOSER: Final = 4
"""and at least so many times those that are asked for"""
ROUNDS: Final = 8
"""of k-means; the cells need not be perfect"""
PER_CELL: Final = 39
"""vectors that k-means sees for each cell: FAISS's own lower limit"""
MAPPED: Final = faiss.IO_FLAG_MMAP_IFC
_BYTE: Final = faiss.ScalarQuantizer.QT_8bit
_INNER: Final = faiss.METRIC_INNER_PRODUCT


def kind_for(count: int) -> Kind:
    """The kind of space that suits so many vectors."""
    return "flat" if count <= FLAT_TO else "cells" if count <= CELLS_TO else "codes"


def made(vectors: np.ndarray, kind: Kind | None = None) -> faiss.Index:
    """A space of float32 unit vectors [n, d]; of the kind that suits their number, unless named.

    flat: a byte a number, a cosine is off by a thousandth or so. cells: the same bytes, less the cell's
    centre, in inverted lists. codes: product quantisation (Jegou et al., PAMI 2011), a byte for every
    four numbers, in inverted lists, and the flat bytes beside them for the last comparison.
    """
    vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    count, size = vectors.shape
    kind = kind or kind_for(count)
    flat = faiss.IndexScalarQuantizer(size, _BYTE, _INNER)
    if kind == "flat":
        return _filled(flat, vectors, vectors)
    cells = cells_for(count)
    shown = _spread(vectors, cells * PER_CELL)
    centres = faiss.IndexFlatIP(size)
    if kind == "cells":
        lists = faiss.IndexIVFScalarQuantizer(centres, size, cells, _BYTE, _INNER, True)
    else:
        parts = next(p for p in range(max(1, size // 4), 0, -1) if size % p == 0)
        lists = faiss.IndexIVFPQ(centres, size, cells, parts, 8, _INNER)
    lists.own_fields = True
    centres.this.disown()
    lists.cp.niter, lists.cp.max_points_per_centroid = ROUNDS, PER_CELL
    if kind == "cells":
        lists = _filled(lists, shown, vectors)
        lists.nprobe = _visited(lists, vectors)
        lists.make_direct_map()
        return lists
    space = faiss.IndexRefine(lists, flat)
    space.own_fields = space.own_refine_index = True
    lists.this.disown()
    flat.this.disown()
    space = _filled(space, shown, vectors)
    lists.nprobe = _visited(lists, vectors)
    return space


def _visited(lists: faiss.IndexIVF, vectors: np.ndarray) -> int:
    """How many cells a query has to visit: it depends on how the vectors lie. Kept with the space.

    Tried with vectors halfway to another one: farther from all that is there than an item with a wish.
    """
    rng = np.random.default_rng(0)
    queries, others = vectors[rng.integers(0, len(vectors), (2, TRIED))]
    queries = np.ascontiguousarray((queries + others) / 2)
    truth = lists.search(queries, 10, params=faiss.SearchParametersIVF(nprobe=lists.nlist))[1]
    cells = max(1, round(lists.nlist * FIRST))
    while cells < lists.nlist:
        found = lists.search(queries, 10, params=faiss.SearchParametersIVF(nprobe=cells))[1]
        right = sum(len(np.intersect1d(a, b)) for a, b in zip(found, truth, strict=True))
        if right >= ENOUGH * truth.size:
            break
        cells = min(lists.nlist, round(1.4 * cells) + 1)
    return cells


def cells_for(count: int) -> int:
    """Four times the root of the number of vectors, as a power of two."""
    return 1 << max(1, round(np.log2(4 * np.sqrt(max(count, 1)))))


def nearest(
    space: faiss.Index, query: np.ndarray, k: int, rows: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The best `k` rows for a unit vector [d], among `rows` when given.

    Returns (rows [m], cosines [m]), best first, m <= k. `rows` are ascending.
    """
    count = space.ntotal
    if count == 0 or k < 1 or (rows is not None and len(rows) == 0):
        return np.empty(0, np.int64), np.empty(0, np.float32)
    selector = None
    if rows is not None and len(rows) < count:
        allowed = np.zeros(count, bool)
        allowed[rows] = True
        selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
    share = 1.0 if rows is None else len(rows) / count
    query = np.ascontiguousarray(query[None], dtype=np.float32)
    asked = _asked(space, selector, share, k)
    cosines, found = space.search(query, min(k, count), params=asked)
    kept = found[0] >= 0  # FAISS pads with -1 when fewer rows pass
    return found[0][kept], cosines[0][kept]


def _asked(
    space: faiss.Index, selector: faiss.IDSelector | None, share: float, k: int
) -> faiss.SearchParameters:
    """How far a search goes: the more a filter leaves out, the more cells are visited."""
    if isinstance(space, faiss.IndexRefine):
        lists = faiss.downcast_index(space.base_index)
        return faiss.IndexRefineSearchParameters(
            k_factor=max(CLOSER, CLOSEST / k),
            base_index_params=_asked(lists, selector, share, k),
        )
    if isinstance(space, faiss.IndexIVF):
        visited = space.nlist if share <= EXACT_SHARE else space.nprobe / np.sqrt(share)
        cells = min(space.nlist, max(1, round(visited)))
        return faiss.SearchParametersIVF(sel=selector, nprobe=cells)
    return faiss.SearchParameters(sel=selector)


def cosines(space: faiss.Index, query: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Of a unit vector [d] with some rows, [m]."""
    return space.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64)) @ query


def write(space: faiss.Index, path: Path) -> None:
    """Saves the space. Raises RuntimeError when the file cannot be written."""
    faiss.write_index(space, str(path))


def read(path: Path) -> faiss.Index:
    """Opens a space without reading all of it: the file is mapped into memory and shared by processes.

    Raises RuntimeError for a file that is not there or is not a space.
    """
    return faiss.read_index(str(path), MAPPED)


def _filled(space: faiss.Index, shown: np.ndarray, vectors: np.ndarray) -> faiss.Index:
    if len(vectors):
        space.train(shown)
        space.add(vectors)
    return space


def _spread(vectors: np.ndarray, most: int) -> np.ndarray:
    """At most so many of the vectors, evenly spread over the rows."""
    if len(vectors) <= most:
        return vectors
    return vectors[np.linspace(0, len(vectors) - 1, most).astype(np.int64)]
