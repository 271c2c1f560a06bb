"""The prebuilt vectors of a catalogue: built once, saved, checked against what they belong to, searched.

Two a product where a composing network is there: one in the space of pictures and words, and one that the
network compares its queries with. Knows vectors and rows; it does not know words, products' attributes or
gradio.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from demo import checksums
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.durable import write_folder_aside
from demo.errors import CatalogError, IndexMismatchError, PictureError
from demo.search import spaces, tones

if TYPE_CHECKING:
    import faiss
    from PIL.Image import Image

    from demo.search.feedback import Feedback

FORMAT = 1
BATCH = 32
DECODERS = 2
VECTORS = "vectors.faiss"
TARGETS = "targets.faiss"
CARD = "index.json"
READ_AT_ONCE = 200_000_000
"""files up to this many bytes are read at the start and compared with what was written"""


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
    network: str = ""
    """id of the composing network whose target vectors are there; empty when there are none"""


class Index:
    """FAISS vectors, one row a product in the table's order; never mutated after it is made."""

    def __init__(
        self, vectors: faiss.Index, card: Card, tones: np.ndarray | None = None,
        targets: faiss.Index | None = None,
    ) -> None:  # fmt: skip
        """`tones` is [n, 2], each picture's lightness and chroma; None when never measured.

        `targets` are the composing network's vectors; None without one.
        """
        self.vectors = vectors
        self.card = card
        self.tones = tones
        self.targets = targets

    def search(
        self, query: np.ndarray, k: int, rows: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The best `k` rows for a unit vector [d], among `rows` when given.

        Returns (rows [m], cosines [m]), best first, m <= k.
        """
        return spaces.nearest(self.vectors, query, k, rows)

    def search_targets(
        self, query: np.ndarray, k: int, rows: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The same for a query [D] of the composing network, among its target vectors."""
        assert self.targets is not None
        return spaces.nearest(self.targets, query, k, rows)

    def cosines(self, query: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Of a unit vector [d] with some rows, [m]."""
        return spaces.cosines(self.vectors, query, rows)

    def target_cosines(self, query: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Of a query [D] of the composing network with the target vectors of some rows, [m]."""
        assert self.targets is not None
        return spaces.cosines(self.targets, query, rows)

    def vector(self, row: int) -> np.ndarray:
        """The stored unit vector of a row, [d]."""
        vector = self.vectors.reconstruct(int(row))
        return vector / max(float(np.linalg.norm(vector)), 1e-6)

    def save(self, folder: Path) -> None:
        """Writes the vectors and their card. Raises IndexMismatchError when FOLDER is read-only.

        All is written aside first and renamed in the end, the card last, so that an index which was
        there before is whole until then and half a new one is never opened. Raises SavingError.
        """
        prepare(folder)
        written = {VECTORS: self.vectors, TARGETS: self.targets}
        with write_folder_aside(folder, last=CARD) as aside:
            for name, space in written.items():
                if space is not None:
                    spaces.write(space, aside / name)
            text = json.dumps(asdict(self.card), indent=2) + "\n"
            (aside / CARD).write_text(text, encoding="utf-8")
            if self.tones is not None:
                tones.save(self.tones, self.card.catalog, aside)
            checksums.seal(aside)
        if self.targets is None:
            (folder / TARGETS).unlink(missing_ok=True)


def prepare(folder: Path) -> None:
    """Makes the folder of an index. Raises IndexMismatchError when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{CARD}.probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise IndexMismatchError(
            f"The index cannot be written to {folder} ({error.strerror}). Name another folder with --out."
        ) from None


def build(
    catalogue: Catalogue,
    encoder: Encoder,
    progress: Callable[[Iterable, int], Iterable] = lambda batches, total: batches,
    feedback: Feedback | None = None,
) -> Index:
    """Encodes every picture of the catalogue, with `feedback` for its network too, at one look.

    `progress` wraps the batches and is told their number. Raises CatalogError that counts the
    pictures that do not open and names the first of them.
    """
    size, count = encoder.dimension, len(catalogue)
    seen: list[np.ndarray] = []
    composed: list[np.ndarray] = []
    broken: list[str] = []
    measured: list[tuple[float, float]] = []
    pictures = _pictures(catalogue, broken, measured)
    batches = iter(lambda: list(islice(pictures, BATCH)), [])
    for batch in progress(batches, -(-count // BATCH)):
        if feedback is None:
            seen.append(encoder.encode_images(batch))
        else:
            vectors, targets = feedback.gallery(batch)
            seen.append(vectors)
            composed.append(targets)
    if broken:
        raise CatalogError(
            f"{broken[0]} {len(broken)} of {count} pictures do not open; "
            f"`python -m demo catalog check {catalogue.folder}` lists all problems.",
            tuple(broken),
        )
    network = feedback.id if feedback is not None else ""
    card = Card(FORMAT, encoder.id, size, catalogue.hash, count, network)
    light = np.array(measured, dtype=np.float32).reshape(-1, 2)
    vectors = np.concatenate(seen) if seen else np.empty((0, size), np.float32)
    targets = spaces.made(np.concatenate(composed)) if composed else None
    return Index(spaces.made(vectors), card, light, targets)


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


def _space(path: Path, catalogue: Catalogue) -> faiss.Index:
    """Opens a file of vectors that is whole: read completely unless it is very large."""
    mend = _mend(catalogue, path.parent)
    if path.stat().st_size <= READ_AT_ONCE:
        checksums.checked(path, mend)
    else:
        checksums.check_size(path, mend)
    return spaces.read(path)


def load(
    folder: Path, catalogue: Catalogue, encoder_id: str | None = None, network_id: str | None = None
) -> Index:
    """Opens an index and refuses one that belongs to other goods or other networks.

    `encoder_id` or `network_id` None leaves that one unchecked; "" stands for no composing network.
    Raises IndexMismatchError, or DamagedError for files that were altered, with the command that mends it.
    """
    try:
        card = Card(**json.loads((folder / CARD).read_text(encoding="utf-8")))
        vectors = _space(folder / VECTORS, catalogue)
        targets = _space(folder / TARGETS, catalogue) if card.network else None
    except FileNotFoundError:
        raise IndexMismatchError(
            f"There is no index in {folder}. {_mend(catalogue, folder)}"
        ) from None
    except (OSError, ValueError, TypeError, RuntimeError):
        raise IndexMismatchError(
            f"The index in {folder} cannot be read. {_mend(catalogue, folder)}"
        ) from None
    index = Index(vectors, card, tones.load(folder, card.catalog, card.count), targets)
    sound = vectors.ntotal == card.count and vectors.d == card.dimension
    sound = sound and (targets is None or targets.ntotal == card.count)
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
        require(index, encoder_id, catalogue, folder, network_id=network_id)
    return index


def require(
    index: Index, encoder_id: str, catalogue: Catalogue, folder: Path, dimension: int | None = None,
    network_id: str | None = None,
) -> None:  # fmt: skip
    """Raises IndexMismatchError when the index was made by other networks or for another size."""
    card = index.card
    if card.encoder != encoder_id or dimension not in (None, card.dimension):
        raise IndexMismatchError(
            f"The index in {folder} was built with the encoder {card.encoder} ({card.dimension}-d), "
            f"not {encoder_id}{f' ({dimension}-d)' if dimension else ''}. "
            f"{_mend(catalogue, folder, encoder_id)}"
        )
    if network_id is not None and card.network != network_id:
        has = f"vectors of the network {card.network}" if card.network else "no network's vectors"
        raise IndexMismatchError(
            f"The index in {folder} has {has}, and this shop composes with "
            f"{network_id or 'none'}. {_mend(catalogue, folder, encoder_id)}"
        )


def _mend(catalogue: Catalogue, folder: Path, encoder_id: str = "lite") -> str:
    """The command that builds this index anew, with the encoder that is wanted."""
    encoder = ""
    if encoder_id.startswith("hf-hub:"):
        encoder = f" --encoder {encoder_id}"
    elif not encoder_id.startswith("lite"):
        encoder = " --encoder local-dir:PATH"
    return f"Build it with: python -m demo index {catalogue.folder} --out {folder}{encoder}"
