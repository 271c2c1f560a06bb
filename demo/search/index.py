"""The prebuilt vectors of a catalogue: built once, saved, checked against what they belong to, searched.

Knows vectors and rows; it does not know words, products' attributes or gradio.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import faiss
import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.errors import CatalogError, IndexMismatchError, PictureError
from demo.search import tones

if TYPE_CHECKING:
    from PIL.Image import Image

FORMAT = 1
BATCH = 32
DECODERS = 2
VECTORS = "vectors.faiss"
CARD = "index.json"


class Encoder(Protocol):
    """Pictures and words in one space; all vectors are float32 of unit length."""

    id: str
    dimension: int

    def encode_images(self, images: Sequence[Image]) -> np.ndarray:
        """Returns [n, dimension]."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """Returns [n, dimension]."""
        ...


@dataclass(frozen=True)
class Card:
    """What an index belongs to."""

    format: int
    encoder: str
    dimension: int
    catalog: str
    count: int


class Index:
    """FAISS vectors, one row a product in the table's order; never mutated after it is made."""

    def __init__(
        self, vectors: faiss.Index, card: Card, tones: np.ndarray | None = None
    ) -> None:
        """`tones` is [n, 2], each picture's lightness and chroma; None when never measured."""
        self.vectors = vectors
        self.card = card
        self.tones = tones

    def search(
        self, query: np.ndarray, k: int, rows: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The best `k` rows for a unit vector [d], among `rows` when given.

        Returns (rows [m], cosines [m]), best first, m <= k.
        """
        if (rows is not None and len(rows) == 0) or k < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = None
        if rows is not None:
            selector = faiss.IDSelectorBatch(np.ascontiguousarray(rows, dtype=np.int64))
            parameters = faiss.SearchParameters(sel=selector)
        query = np.ascontiguousarray(query[None], dtype=np.float32)
        cosines, found = self.vectors.search(
            query, min(k, self.vectors.ntotal), params=parameters
        )
        kept = found[0] >= 0  # FAISS pads with -1 when fewer rows pass
        return found[0][kept], cosines[0][kept]

    def vector(self, row: int) -> np.ndarray:
        """The stored unit vector of a row, [d]."""
        return self.vectors.reconstruct(int(row))

    def save(self, folder: Path) -> None:
        """Writes the vectors and their card. Raises IndexMismatchError when FOLDER is read-only."""
        prepare(folder)
        faiss.write_index(self.vectors, str(folder / VECTORS))
        text = json.dumps(asdict(self.card), indent=2) + "\n"
        (folder / CARD).write_text(text, encoding="utf-8")
        if self.tones is not None:
            tones.save(self.tones, self.card.catalog, folder)


def prepare(folder: Path) -> None:
    """Makes the folder of an index. Raises IndexMismatchError when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CARD).touch()
    except OSError as error:
        raise IndexMismatchError(
            f"The index cannot be written to {folder} ({error.strerror}). Name another folder with --out."
        ) from None


def build(
    catalogue: Catalogue,
    encoder: Encoder,
    progress: Callable[[Iterable, int], Iterable] = lambda batches, total: batches,
) -> Index:
    """Encodes every picture of the catalogue.

    `progress` wraps the batches and is told their number. Raises CatalogError that counts the
    pictures that do not open and names the first of them.
    """
    size, count = encoder.dimension, len(catalogue)
    vectors = faiss.IndexFlatIP(size)
    broken: list[str] = []
    measured: list[tuple[float, float]] = []
    pictures = _pictures(catalogue, broken, measured)
    batches = iter(lambda: list(islice(pictures, BATCH)), [])
    for batch in progress(batches, -(-count // BATCH)):
        vectors.add(np.ascontiguousarray(encoder.encode_images(batch), dtype=np.float32))
    if broken:
        raise CatalogError(
            f"{broken[0]} {len(broken)} of {count} pictures do not open; "
            f"`python -m demo catalog check {catalogue.folder}` lists all problems.",
            tuple(broken),
        )
    card = Card(FORMAT, encoder.id, size, catalogue.hash, count)
    return Index(vectors, card, np.array(measured, dtype=np.float32).reshape(-1, 2))


def _pictures(
    catalogue: Catalogue, broken: list[str], measured: list[tuple[float, float]]
) -> Iterator[Image]:
    """Decodes ahead of the network, in order, a bounded number at a time; measures tones by the way."""

    def read(path: Path) -> tuple[Image, tuple[float, float]]:
        picture = open_picture(path)
        return on_white(picture), tones.tone(picture)

    paths = iter([product.image for product in catalogue.products])
    with ThreadPoolExecutor(DECODERS) as pool:
        waiting = [pool.submit(read, path) for path in islice(paths, 2 * BATCH)]
        while waiting:
            first = waiting.pop(0)
            waiting += [pool.submit(read, path) for path in islice(paths, 1)]
            try:
                picture, tone = first.result()
                measured.append(tone)
                yield picture
            except PictureError as error:
                broken.append(str(error))


def load(folder: Path, catalogue: Catalogue, encoder_id: str | None = None) -> Index:
    """Opens an index and refuses one that belongs to other goods or another encoder.

    `encoder_id` None leaves the encoder unchecked.
    Raises IndexMismatchError with the command that mends it.
    """
    try:
        card = Card(**json.loads((folder / CARD).read_text(encoding="utf-8")))
        vectors = faiss.read_index(str(folder / VECTORS))
    except FileNotFoundError:
        raise IndexMismatchError(
            f"There is no index in {folder}. {_mend(catalogue, folder)}"
        ) from None
    except (OSError, ValueError, TypeError, RuntimeError):
        raise IndexMismatchError(
            f"The index in {folder} cannot be read. {_mend(catalogue, folder)}"
        ) from None
    index = Index(vectors, card, tones.load(folder, card.catalog, card.count))
    sound = vectors.ntotal == card.count and vectors.d == card.dimension
    if card.format != FORMAT or not sound:
        raise IndexMismatchError(
            f"The index in {folder} has a form this version does not read. "
            f"{_mend(catalogue, folder)}"
        )
    if card.catalog != catalogue.hash or card.count != len(catalogue):
        raise IndexMismatchError(
            f"The index in {folder} was built for another state of the catalogue. "
            f"{_mend(catalogue, folder)}"
        )
    if encoder_id is not None:
        require(index, encoder_id, catalogue, folder)
    return index


def require(
    index: Index, encoder_id: str, catalogue: Catalogue, folder: Path, dimension: int | None = None
) -> None:
    """Raises IndexMismatchError when the index was made by another encoder or for another size."""
    card = index.card
    if card.encoder != encoder_id or dimension not in (None, card.dimension):
        raise IndexMismatchError(
            f"The index in {folder} was built with the encoder {card.encoder} ({card.dimension}-d), "
            f"not {encoder_id}{f' ({dimension}-d)' if dimension else ''}. "
            f"{_mend(catalogue, folder, encoder_id)}"
        )


def _mend(catalogue: Catalogue, folder: Path, encoder_id: str = "lite") -> str:
    """The command that builds this index anew, with the encoder that is wanted."""
    encoder = ""
    if encoder_id.startswith("hf-hub:"):
        encoder = f" --encoder {encoder_id}"
    elif not encoder_id.startswith("lite"):
        encoder = " --encoder local-dir:PATH"
    return f"Build it with: python -m demo index {catalogue.folder} --out {folder}{encoder}"
