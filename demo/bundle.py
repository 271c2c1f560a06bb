"""Loads the networks once, on one device, and lends them to all sessions; knows no catalogue.

Importing this module is cheap: torch and open_clip are imported when something is loaded.
"""

from __future__ import annotations

import json
import logging
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from urllib.request import getproxies

from demo import checksums
from demo.compat import prepare_torchvision
from demo.errors import EncoderError, ShopError
from demo.zero_gpu import on_zero_gpu

if TYPE_CHECKING:
    from demo.models.composing import ComposingNetwork
    from demo.models.encoder import ClipEncoder

log = logging.getLogger(__name__)

LITE: Final = Path(__file__).resolve().parent.parent / "assets" / "weights" / "lite"
"""the embedded model's folder"""
_CONFIG: Final = "open_clip_config.json"
_WEIGHTS: Final = "open_clip_model.safetensors"
_HUB, _LOCAL = "hf-hub:", "local-dir:"
_NETWORK, _NETWORK_WEIGHTS = "config.json", "network.safetensors"


def encoder_id(name: str) -> str:
    """The id that the encoder will have, without loading it. Raises EncoderError."""
    if name == "lite":
        return f"lite-{_checked(LITE)[:8]}"
    if name.startswith(_LOCAL):
        folder = Path(name.removeprefix(_LOCAL)).expanduser().resolve()
        return f"{folder.name}-{_checked(folder)[:8]}"
    if name.startswith(_HUB) and name.removeprefix(_HUB).strip("/").count("/") == 1:
        return name
    raise EncoderError(
        f"There is no encoder called “{name}”: use “lite”, “local-dir:PATH” or “hf-hub:ORG/NAME”."
    )


@dataclass(frozen=True)
class NetworkFile:
    """A composing network that lies in a folder, not loaded yet."""

    folder: Path
    id: str
    """its name and the fingerprint of its weights: "val-1a2b3c4d\""""


def find_network(encoder: str, *places: Path, network: str = "") -> NetworkFile | None:
    """The composing network that was trained on the maps of the encoder with this id, or None.

    Looks in the folders of each of `places`, then among the embedded ones, for one of the kind that is
    called `network` ("lbf") or, without a name, for any. An encoder's folder may have been renamed since:
    what counts is the fingerprint of its weights. Raises DamagedError.
    """
    for place in (*places, LITE.parent):
        for config in sorted(place.glob(f"*/{_NETWORK}")):
            try:
                said = json.loads(config.read_text(encoding="utf-8"))
                name, trained_on = str(said["network"]), str(said["encoder"])
                weights = config.parent / _NETWORK_WEIGHTS
                if _fingerprint(trained_on) != _fingerprint(encoder) or not weights.is_file():
                    continue
                if network not in ("", name):
                    continue
            except (OSError, ValueError, KeyError, TypeError):
                continue  # another kind of network, or not a network at all
            found = checksums.checked(weights, checksums.mend_weights(name))
            return NetworkFile(config.parent, f"{name}-{found[:8]}")
    return None


def _fingerprint(encoder: str) -> str:
    """What tells an encoder's weights: the end of a local one's id, the whole name of a hub's."""
    return encoder if encoder.startswith(_HUB) else encoder.rpartition("-")[2]


def load_encoder(name: str, device: str = "auto") -> ClipEncoder:
    """The encoder called `name`: `lite`, `local-dir:PATH` or `hf-hub:ORG/NAME`.

    `device` is `auto` (CUDA when there is one), `cpu`, `cuda` or `cuda:N`. Loading never unpickles:
    weights are safetensors. Raises EncoderError, whose one sentence says what to do.
    """
    id = encoder_id(name)
    if name.startswith(_HUB):
        ask_the_cache_alone_if_cut_off()
        return _open(name, id, device)
    folder = LITE if name == "lite" else Path(name.removeprefix(_LOCAL)).expanduser().resolve()
    return _open(f"{_LOCAL}{folder}", id, device)


def _checked(folder: Path) -> str:
    """The sha256 of the folder's weights, once the folder is known to be a model, and whole."""
    for name in (_CONFIG, _WEIGHTS):
        if not (folder / name).is_file():
            raise EncoderError(
                f"The encoder folder {folder} has no {name}: give a folder that open_clip reads, or "
                "write one with “python -m demo train encoder --out FOLDER”."
            )
    return checksums.checked(folder / _WEIGHTS, checksums.mend_weights("encoder"))


def _open(open_clip_name: str, id: str, device: str) -> ClipEncoder:
    import torch

    if device == "auto":  # a lent GPU is there for single calls only
        device = "cuda" if torch.cuda.is_available() and not on_zero_gpu() else "cpu"
    if device.startswith("cuda") and not torch.cuda.is_available():
        raise EncoderError("This machine has no CUDA device: use “cpu” or “auto” as the device.")
    prepare_torchvision()
    import open_clip

    from demo.models.encoder import ClipEncoder

    try:
        model, preprocess = open_clip.create_model_from_pretrained(open_clip_name)
        tokenizer = open_clip.get_tokenizer(open_clip_name)
        return ClipEncoder(model, preprocess, tokenizer, id=id, device=device)
    except Exception as error:
        if open_clip_name.startswith(_HUB):
            raise EncoderError(_hub_message(open_clip_name, error)) from error
        raise EncoderError(
            f"The encoder in {open_clip_name.removeprefix(_LOCAL)} cannot be loaded: {error}"
        ) from error


def ask_the_cache_alone_if_cut_off() -> None:
    """Without a route to the hub, what was downloaded before is used at once, or refused at once.

    The hub's client would try for half a minute and log every attempt. Behind a proxy it is left to it.
    """
    from huggingface_hub import constants

    hub = urlsplit(constants.ENDPOINT)
    if constants.HF_HUB_OFFLINE or getproxies():
        return
    try:
        port = hub.port or (443 if hub.scheme == "https" else 80)
        socket.create_connection((hub.hostname or "", port), timeout=5).close()
    except OSError:
        constants.HF_HUB_OFFLINE = True


NOT_THERE: Final = frozenset(
    {"RepositoryNotFoundError", "GatedRepoError", "EntryNotFoundError"}
)
"""errors of a hub that has nothing of that name, or may not show it"""
CUT_OFF: Final = frozenset({
    "OfflineModeIsEnabled", "LocalEntryNotFoundError", "ConnectError", "ConnectTimeout",
    "ConnectionError", "ReadTimeout", "MaxRetryError",
})  # fmt: skip
"""errors of a hub that cannot be reached"""


def causes(error: BaseException) -> list[BaseException]:
    """The error and the whole chain of what caused it, the root last."""
    chain = [error]
    while cause := chain[-1].__cause__ or chain[-1].__context__:
        chain.append(cause)
    return chain


def _hub_message(name: str, error: BaseException) -> str:
    """One sentence for what went wrong on the hub, looking through the whole chain of causes."""
    chain = causes(error)
    kinds = {type(e).__name__ for e in chain}
    if kinds & NOT_THERE:
        return f"The hub has no open_clip model that may be read as “{name}”: check the name."
    if kinds & CUT_OFF:
        return (
            f"“{name}” is not on this machine and the hub cannot be reached: connect to the network "
            "once to download it, or use “lite”."
        )
    return f"The hub model “{name}” cannot be loaded: {chain[-1]}"


class Bundle:
    """The networks behind the shop. All sessions share it; nothing in it is ever changed."""

    def __init__(
        self, encoder: ClipEncoder | None = None, network: ComposingNetwork | None = None,
        network_id: str = "",
    ) -> None:  # fmt: skip
        """A bundle around loaded networks (fake ones in tests); see `start` for the usual way."""
        self._done = threading.Event()
        self._encoder = encoder
        self._network = network
        self._network_id = network_id
        self._error = ""
        if encoder is not None:
            self._done.set()

    @classmethod
    def start(cls, name: str = "lite", device: str = "auto", *places: Path) -> Bundle:
        """A bundle that loads `name` once, in a background thread; returns at once.

        With it comes the composing network that was trained on it, from a folder in `places` or
        among the embedded ones; most hub models have none.
        """
        bundle = cls()
        threading.Thread(
            target=bundle._load, args=(name, device, places), name="bundle", daemon=True
        ).start()
        return bundle

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for loading to end, at most `timeout` seconds; True when it has ended."""
        return self._done.wait(timeout)

    @property
    def ready(self) -> bool:
        """True once everything can be used without waiting."""
        return self._done.is_set() and self._encoder is not None

    @property
    def encoder(self) -> ClipEncoder:
        """The encoder, once it is loaded. Raises the EncoderError that loading ended with."""
        self._done.wait()
        if self._encoder is None:
            raise EncoderError(self._error or "No encoder was given to this bundle.")
        return self._encoder

    @property
    def network(self) -> ComposingNetwork | None:
        """The network that composes pictures and words, once loading has ended; None without one."""
        self._done.wait()
        return self._network

    @property
    def network_id(self) -> str:
        """The network's name and fingerprint; empty without one."""
        self._done.wait()
        return self._network_id

    def _load(self, name: str, device: str, places: tuple[Path, ...]) -> None:
        try:
            encoder = _opened(name, device)
            if found := find_network(encoder.id, *places):
                self._network = load_network(found, encoder)
                self._network_id = found.id
            self._encoder = encoder
        except ShopError as error:
            self._error = str(error)
        except Exception as error:
            self._error = f"The encoder “{name}” cannot be loaded: {error}"
        finally:
            self._done.set()


def load_network(found: NetworkFile, encoder: ClipEncoder) -> ComposingNetwork:
    """A composing network on its encoder's device. Raises EncoderError."""
    from demo.models import composing

    return composing.load(found.folder).to(encoder.device)


def _opened(name: str, device: str) -> ClipEncoder:
    """The encoder, warm; on the CPU when the GPU that was to be used has no memory left."""
    import torch

    try:
        encoder = load_encoder(name, device)
        _warm_up(encoder)
    except (EncoderError, torch.OutOfMemoryError) as error:
        if device == "cpu" or not any(isinstance(e, torch.OutOfMemoryError) for e in causes(error)):
            raise
        log.warning("The GPU has no memory left. The shop opens on the CPU.")
        encoder = load_encoder(name, "cpu")
        _warm_up(encoder)
    return encoder


def _warm_up(encoder: ClipEncoder) -> None:
    """One picture and one text, so that the first shopper does not pay for lazy allocations."""
    from PIL import Image

    encoder.encode_images([Image.new("RGB", (48, 60), "white")])
    encoder.encode_texts(["the same in red"])
