"""Dresses a person with FLUX.2 klein on a GPU; knows no catalogue and no page, and parses nobody.

The network of 4 billion weights (Apache-2.0) and the pipeline are diffusers' own
(`Flux2KleinInpaintPipeline`); it was distilled to 4 steps. Person and garments are its references, and
only the region that the caller gives is painted: what lies outside stays as it was, pixel for pixel.
Importing this module is cheap and touches no device: torch and diffusers are imported on first use.
"""

from __future__ import annotations

import gc
import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from demo.bundle import CUT_OFF, NOT_THERE, ask_the_cache_alone_if_cut_off, causes
from demo.compat import prepare_torchvision
from demo.errors import BackendError
from demo.fitting.briefing import Piece, deal, on_white, prompt_for, sheet_of
from demo.fitting.window import MEGAPIXEL, Window, window_around
from demo.zero_gpu import lent, on_zero_gpu

KLEIN: Final = "black-forest-labs/FLUX.2-klein-4B"
STEPS: Final = 4
"""what klein was distilled to; the pipeline's default of 50 is for the base model"""
ROOM: Final = 3 * 2**30
"""bytes that painting a megapixel takes beside the weights: an estimate, on the careful side"""
_ELSE: Final = "or use the quick fitting room"

Progress = Callable[[float, str], None]
"""is told the share that is done, 0 to 1, and the stage's name"""


class DiffusionTryOn:
    """The photographic fitting room. Shoppers share it, and take turns."""

    def __init__(
        self,
        weights: str | Path = KLEIN,
        *,
        device: str = "cuda",
        seed: int = 0,
        steps: int = STEPS,
        pixels: int = MEGAPIXEL,
        opener: Callable[[str | Path], Any] | None = None,
    ) -> None:
        """Loads nothing yet.

        `weights` is a folder as diffusers writes it, or a repository of the hub. `device` is `cuda`,
        `cuda:N` or `cpu` (for tests: minutes a picture otherwise). `pixels` is the most that is painted
        at once, up to `MEGAPIXEL`. `opener` stands in for `open_pipeline`.
        """
        self.weights, self.device, self.seed, self.steps = weights, device, seed, steps
        self.pixels = min(pixels, MEGAPIXEL)
        self._open = opener or open_pipeline
        self._paint_lent = lent(self._paint)  # a Space wants to know before its page opens
        self._pipeline: Any = None
        self._turn = threading.Lock()

    @property
    def loaded(self) -> bool:
        """True while the networks are in memory."""
        return self._pipeline is not None

    def load(self) -> None:
        """Load the networks now instead of with the first picture. Raises BackendError."""
        with self._turn:
            self._guarded(self._load)

    def free(self) -> None:
        """Give the memory back; the next picture loads the networks again."""
        with self._turn:
            self._drop()

    def dress(
        self,
        person: Image.Image,
        garments: Sequence[Piece],
        region: np.ndarray,
        progress: Progress = lambda share, stage: None,
    ) -> Image.Image:
        """The person in all the garments, RGB, of the same size; the same call gives the same picture.

        `person` is upright; what is transparent is seen on white. `garments` go on in their order, the
        innermost first. `region` is what may change, bool [height, width]; outside of it every pixel
        stays, and inside the new picture fades in over a narrow edge.

        Raises BackendError with a sentence for the shopper when weights, network, device or memory are
        missing (the memory that was taken is given back), ValueError for arguments that do not fit.
        """
        if region.shape != person.size[::-1] or region.dtype != bool:
            raise ValueError(
                f"The region is {region.dtype} {region.shape} for {person.size[::-1]}."
            )
        if not region.any() or not garments:
            raise ValueError("There is nothing to dress: no garment, or an empty region.")
        before = on_white(person)
        window = window_around(region, self.pixels)
        with self._turn:
            progress(0.0, "Opening the networks")
            self._guarded(self._load)
            told = () if on_zero_gpu() else (progress,)  # where a GPU is lent, nobody listens
            paint = self._paint_lent if on_zero_gpu() else self._paint
            painted = self._guarded(lambda: paint(before, garments, region, window, *told))
        progress(1.0, "Done")
        return window.blend(before, painted, region)

    def _load(self) -> None:
        if self._pipeline is not None:
            return
        import torch

        if self.device.startswith("cuda") and not torch.cuda.is_available():
            raise BackendError(
                f"The photographic fitting room needs a CUDA device: use a machine that has one, {_ELSE}."
            )
        pipeline = self._open(self.weights)
        pipeline.set_progress_bar_config(disable=True)
        place(pipeline, self.device)
        self._pipeline = pipeline

    def _paint(
        self,
        person: Image.Image,
        garments: Sequence[Piece],
        region: np.ndarray,
        window: Window,
        progress: Progress = lambda share, stage: None,
    ) -> Image.Image:
        """The window's picture, padded, as the network paints it."""
        import torch

        def tell(_: Any, step: int, __: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            done = step + 1
            progress(0.1 + 0.85 * done / self.steps, f"Painted {done} of {self.steps} steps")
            return tensors

        progress(0.1, "Reading the words and pictures")
        sheets = deal(garments)
        return self._pipeline(
            prompt=prompt_for(sheets),
            image=window.cut(person),
            image_reference=[sheet_of(sheet) for sheet in sheets],
            mask_image=window.mask(region),
            strength=1.0,
            num_inference_steps=self.steps,
            guidance_scale=1.0,
            generator=torch.Generator("cpu").manual_seed(self.seed),
            callback_on_step_end=tell,
        ).images[0]

    def _guarded(self, act: Callable[[], Any]) -> Any:
        """What `act` returns; lack of memory and failures of the device become a BackendError."""
        try:
            return act()
        except BackendError:
            raise
        except (RuntimeError, MemoryError) as error:
            problem = _sentence(error)
        # Outside of the handler: the error's frames hold tensors, and are let go of only here.
        self._drop()
        raise BackendError(problem)

    def _drop(self) -> None:
        self._pipeline = None
        gc.collect()
        if self.device.startswith("cuda"):
            import torch

            torch.cuda.empty_cache()


def at_hand(weights: str | Path) -> bool:
    """Whether there is a GPU, and the weights are on this machine already. Loads and asks nothing."""
    import torch
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    if not torch.cuda.is_available():
        return False
    if (Path(weights).expanduser() / "model_index.json").is_file():
        return True
    try:
        return isinstance(try_to_load_from_cache(str(weights), "model_index.json"), str)
    except HFValidationError:  # a folder's name, of a folder that is not there
        return False


def open_pipeline(weights: str | Path) -> Any:
    """The inpainting pipeline in bfloat16, on the CPU. Never unpickles: weights are safetensors.

    Raises BackendError when the folder, the hub or the memory to load it is missing.
    """
    prepare_torchvision()
    try:
        import torch
        from diffusers import Flux2KleinInpaintPipeline
    except (ImportError, RuntimeError) as error:  # diffusers tells failed imports as RuntimeError
        raise BackendError(
            f"The photographic fitting room needs diffusers ({_first_line(error)}): install "
            f"requirements.txt, {_ELSE}."
        ) from error

    folder = _folder(weights, Flux2KleinInpaintPipeline)
    _check_host_memory(folder)
    try:
        return Flux2KleinInpaintPipeline.from_pretrained(
            folder, dtype=torch.bfloat16, use_safetensors=True, local_files_only=True
        )
    except MemoryError:
        raise
    except Exception as error:
        raise BackendError(
            f"The folder {folder} cannot be loaded ({_first_line(error)}): download it anew, {_ELSE}."
        ) from error


def place(pipeline: Any, device: str) -> None:
    """Move the pipeline to the device: whole, or one network at a time when memory is short.

    Raises BackendError when not even the largest network fits, or accelerate is missing.
    """
    import torch

    if not device.startswith("cuda"):
        pipeline.to(device)
        return
    sizes = [
        sum(p.numel() * p.element_size() for p in part.parameters() if p.device.type != "cuda")
        for part in pipeline.components.values()
        if isinstance(part, torch.nn.Module)
    ]
    free, _ = torch.cuda.mem_get_info(device)
    if free >= sum(sizes) + ROOM:
        pipeline.to(device)
    elif free >= max(sizes) + ROOM:
        try:
            pipeline.enable_model_cpu_offload(device=device)
        except ImportError as error:
            raise BackendError(
                f"The networks fit this device only one after the other: install accelerate, {_ELSE}."
            ) from error
    else:
        raise BackendError(_short("The device", max(sizes) + ROOM, free))


def _folder(weights: str | Path, pipeline: Any) -> Path:
    """Where the weights lie on this machine, downloaded first when they are on the hub."""
    folder = Path(weights).expanduser()
    if (folder / "model_index.json").is_file():
        return folder
    name = str(weights)
    if folder.is_dir() or isinstance(weights, Path) or not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        raise BackendError(
            f"The folder {folder} holds no pipeline (model_index.json is missing): download “{KLEIN}” "
            f"into it, {_ELSE}."
        )
    ask_the_cache_alone_if_cut_off()
    try:
        return Path(pipeline.download(name, use_safetensors=True))
    except Exception as error:
        raise BackendError(_hub_problem(name, error)) from error


def _hub_problem(name: str, error: BaseException) -> str:
    """One sentence for what went wrong on the hub, looking through the whole chain of causes."""
    chain = causes(error)
    kinds = {type(e).__name__ for e in chain}
    if kinds & NOT_THERE:
        return f"The hub has no pipeline that may be read as “{name}”: use “{KLEIN}”, {_ELSE}."
    if kinds & CUT_OFF:
        return (
            f"“{name}” is not on this machine and the hub cannot be reached: connect to the network "
            f"once to download it, {_ELSE}."
        )
    return f"“{name}” cannot be downloaded ({_first_line(chain[-1])}): try again, {_ELSE}."


def _check_host_memory(folder: Path) -> None:
    """Loading more than the machine can hold would end the whole shop, not only this."""
    import psutil

    needed = sum(file.stat().st_size for file in folder.glob("*/*.safetensors"))
    free = psutil.virtual_memory().available
    if free < needed:
        raise BackendError(_short("This machine", needed, free))


def _sentence(error: BaseException) -> str:
    """What a shopper reads when the device failed or its memory ran out."""
    told = re.search("(?i)out of memory|alloc_failed|t allocate memory", str(error))
    if told or isinstance(error, MemoryError):
        return (
            "The photographic fitting room ran out of memory: close what else uses the device, or ask "
            f"for fewer pixels, {_ELSE}."
        )
    return f"The photographic fitting room failed ({_first_line(error)}): try again, {_ELSE}."


def _short(whose: str, needed: int, free: int) -> str:
    return (
        f"{whose} has {free / 2**30:.1f} GiB of memory free and the photographic fitting room takes "
        f"{needed / 2**30:.1f}: close what else uses it, {_ELSE}."
    )


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__).rstrip(".")
