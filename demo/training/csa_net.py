"""`python -m demo train csa_net`: looks in, the outfit networks out. The order of the steps, and no more.

1. read the catalogue, its stored vectors and its outfits; 2. for the embedded shop, make many outfits of
few by swaps that the styling rules judge; 3. train the network that the shop serves; for the embedded
shop also its variants and the type-aware yardstick; 4. measure each on validation.
"""

from __future__ import annotations

import argparse
import json
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import numpy as np

from demo import checksums
from demo.catalog.catalogue import Catalogue
from demo.durable import write_folder_aside
from demo.errors import CatalogError
from demo.outfits.features import VARIANTS, Part, joined, table_features
from demo.outfits.matcher import CONFIG, Matcher
from demo.outfits.stylist import OWN, WEIGHTS
from demo.outfits.wardrobe import piece_of
from demo.search import index as indexes
from demo.settings import ROOT, index_folder_for
from demo.training.outfit_data import Outfits, read_outfits, said
from demo.training.outfit_measure import Answerer, examine, make_exam

QUESTIONS: Final = 60_000
STEPS: Final = 2_000
OWN_STEPS: Final = 800
YARDSTICK: Final = "type_aware"
OTHERS: Final = ROOT / ".cache" / "outfits" / "networks"
"""where the networks go that only `bench outfits` asks: the repository has the one that is served"""
ENOUGH: Final = 20
"""fewer outfits teach nothing"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train csa_net`."""
    parser.add_argument("--catalog", type=Path, default=ROOT / "catalog",
                        help="holds products.csv, and looks.jsonl or a column `related`")  # fmt: skip
    parser.add_argument("--index", type=Path, help="its prebuilt index (default: its usual place)")
    parser.add_argument("--out", type=Path, help="folder to write (default: where the shop looks)")
    parser.add_argument("--steps", type=int, help=f"default: {STEPS}, {OWN_STEPS} for own data")
    parser.add_argument("--questions", type=int,
                        help="outfits made by swaps that the styling rules judge; 0: the looks as they "
                             f"are (default: {QUESTIONS}, 0 for own data)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=7)


def run(args: argparse.Namespace) -> None:
    """Train and write the networks. Raises CatalogError, IndexMismatchError or EncoderError."""
    import torch

    from demo.models.csa_net import CsaNet
    from demo.models.type_aware import TypeAware
    from demo.training.outfit_ranking import LookLots, RankingSettings
    from demo.training.outfit_swaps import SwapLots, make_questions

    torch.set_num_threads(1)  # so that the same seed gives the same weights
    started = time.monotonic()
    embedded = args.catalog.resolve() == ROOT / "catalog"
    folder = args.index or index_folder_for(args.catalog)
    out = args.out or (WEIGHTS if embedded else folder / OWN)
    catalogue = Catalogue.read(args.catalog)
    index = indexes.load(folder, catalogue)
    outfits = read_outfits(catalogue)
    if len(outfits.rows["train"]) < ENOUGH:
        raise CatalogError(
            f"{args.catalog} has {len(outfits.rows['train'])} outfits to learn from; the network needs "
            f"{ENOUGH}. Without, the shop uses the embedded one."
        )
    out.mkdir(parents=True, exist_ok=True)
    card = {"categories": outfits.names, "encoder": index.card.encoder}
    config = json.dumps(card, indent=2) + "\n"
    with ExitStack() as open_files:
        aside = open_files.enter_context(write_folder_aside(out, last=CONFIG))
        (aside / CONFIG).write_text(config, encoding="utf-8")
        others = aside
        if embedded:
            others = open_files.enter_context(write_folder_aside(OTHERS, last=CONFIG))
            (others / CONFIG).write_text(config, encoding="utf-8")
        log_file = (out / "train.log").open("w", encoding="utf-8")
        file = open_files.enter_context(log_file)

        def log(line: str) -> None:
            line = f"{time.monotonic() - started:6.0f} s  {line}"
            print(line, flush=True)
            print(line, file=file, flush=True)

        log(f"outfits { {split: len(some) for split, some in outfits.rows.items()} }")
        settings = RankingSettings(
            steps=args.steps or (STEPS if embedded else OWN_STEPS), seed=args.seed
        )
        count = args.questions if args.questions is not None else QUESTIONS if embedded else 0
        if count:
            pieces = [piece_of(p) for p in catalogue.products]
            lots: Any = SwapLots(make_questions(outfits, pieces, count, args.seed), settings)
            log(f"questions {len(lots.asked)}")
        else:
            lots = LookLots(outfits, "train", settings)
        parts = features_of(catalogue, index, texts=embedded)
        result: dict[str, Any] = {}
        for variant in VARIANTS if embedded else ("served",):
            net = _train(CsaNet, variant, parts, outfits, lots, settings, log)
            result[variant] = _measured(net, joined(parts, variant), outfits)
            log(f"{variant} on validation {json.dumps(result[variant])}")
            _write(net, (aside if variant == "served" else others) / f"{variant}.safetensors")
        if embedded:
            net = _train(TypeAware, "served", parts, outfits, lots, settings, log)
            result[YARDSTICK] = _measured(net, joined(parts, "served"), outfits)
            log(f"{YARDSTICK} on validation {json.dumps(result[YARDSTICK])}")
            _write(net, others / f"{YARDSTICK}.safetensors")
            checksums.seal(others)
        checksums.seal(aside)
    made = {
        "seed": args.seed, "steps": settings.steps, "questions": count,
        "outfits": {split: len(some) for split, some in outfits.rows.items()},
        "validation": result, "seconds": round(time.monotonic() - started),
    }  # fmt: skip
    (out / "result.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    print(f"The networks of {len(catalogue)} products are in {out}")


def features_of(catalogue: Catalogue, index: indexes.Index, texts: bool) -> dict[Part, np.ndarray]:
    """Each part's [n, d] for all products; the texts need the encoder of the index."""
    parts: dict[Part, np.ndarray] = {
        "pictures": index.vectors.reconstruct_n(0, len(catalogue)),
        "table": table_features(catalogue.products),
    }
    if texts:
        from demo.bundle import load_encoder

        encoder = load_encoder("lite")
        indexes.require(index, encoder.id, catalogue, index_folder_for(catalogue.folder))
        parts["texts"] = encoder.encode_texts([said(p) for p in catalogue.products])
    return parts


def _train(
    kind: Any, variant: str, parts: dict[Part, np.ndarray], outfits: Outfits, lots: Any,
    settings: Any, log: Any,
) -> Any:  # fmt: skip
    from demo.training.outfit_ranking import Ranking, new_network

    used = [parts[name] for name in VARIANTS[variant]]
    net = new_network(kind, sum(part.shape[1] for part in used), outfits, settings)
    ranking = Ranking(net, used, outfits, lots, settings)
    losses = []
    for step in range(1, settings.steps + 1):
        losses.append(ranking.step())
        if step % 500 == 0 or step == settings.steps:
            log(f"{kind.__name__} {variant} {step}: loss {np.mean(losses[-200:]):.4f}")
    return net.eval()


def matcher_of(net: Any, features: np.ndarray, outfits: Outfits) -> Matcher:
    """A network of torch as the shop would ask it."""
    import torch

    number = {name: i for i, name in enumerate(outfits.names)}
    category = np.array([number[name] for name in outfits.categories])
    every = torch.arange(len(number))
    with torch.inference_mode():
        x = net.head(torch.from_numpy(features)).numpy()
        masks = net.weighted(
            every[:, None].expand(-1, len(every)), every.expand(len(every), -1)
        ).numpy()
    return Matcher(x, category, masks)


def _measured(net: Any, features: np.ndarray, outfits: Outfits) -> dict[str, float]:
    exam = make_exam(outfits, "validation")
    if not exam.blanks or not exam.outfits:
        return {}
    matcher = matcher_of(net, features, outfits)
    found = examine(Answerer(matcher.beside, matcher.score), exam, recall=False)
    return {name: round(value, 4) for name, value in found.items()}


def _write(net: Any, path: Path) -> None:
    """Half-precision weights."""
    from safetensors.torch import save_file

    tensors = {name: t.detach().half().contiguous() for name, t in net.state_dict().items()}
    save_file(tensors, path, metadata={"format": "pt"})
