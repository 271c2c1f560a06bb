"""`bench outfits`: what goes with what, asked about designs that nothing was trained on, and how fast.

The looks of the test split are the truth, and the styling rules that made them are the upper bound; the
networks were taught by them and answer without. Also measured: what the network
relies on, and the time of three looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Final

import numpy as np
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.errors import OutfitError
from demo.outfits import styling
from demo.outfits.beam import PRIOR, Beam
from demo.outfits.features import Part, joined
from demo.outfits.matcher import Matcher, Network
from demo.outfits.stylist import WEIGHTS, open_stylist
from demo.outfits.wardrobe import piece_of
from demo.search import index as indexes
from demo.settings import ROOT, from_environment
from demo.training.csa_net import OTHERS, YARDSTICK, features_of, matcher_of
from demo.training.data import Split
from demo.training.outfit_data import Outfits, read_outfits
from demo.training.outfit_measure import RECALLED, Answerer, Exam, examine, make_exam
from demo.types import LookWishes

CACHE: Final = ROOT / ".cache" / "outfits"
CHANCE: Final = {"fitb.same": 0.25, "fitb.random": 0.25, "auc.one": 0.5, "auc.all": 0.5}
SHOWN: Final = ("fitb.same", "fitb.random", "auc.one", "auc.all")
PAPER: Final = (
    "| *the paper's, on Polyvore Outfits: other data, not comparable* | *63.7 %* | | *0.91* | "
    "| *8.3 %* | *15.7 %* | *20.9 %* | |"
)


def report(part: Split = "test", items: int = 200, seed: int = 3) -> str:
    """The tables of the README, in Markdown."""
    settings = from_environment()
    catalogue = Catalogue.read(settings.catalog)
    index = indexes.load(settings.index_folder, catalogue)
    outfits = read_outfits(catalogue)
    exam = make_exam(outfits, part, seed)
    parts = features_of(catalogue, index, texts=True)
    answerers = _answerers(catalogue, outfits, parts, exam)
    results = {name: examine(answerer, exam) for name, answerer in answerers.items()}
    text = [
        f"{len(exam.blanks)} blanks in {len(outfits.rows[part])} looks of {part} designs, "
        f"encoder {index.card.encoder}; recall among all products of the category",
        "",
        "| | blank, 4 of its category | blank, 4 of anything | AUC, one item replaced | AUC, all replaced | "
        + " | ".join(f"recall@{k}" for k in RECALLED) + " | way from chance to the rules |",
        "|---" * (6 + len(RECALLED)) + "|",
    ]  # fmt: skip
    text += [_row(name, found, results["styling rules"]) for name, found in results.items()]
    text += [PAPER, "", *_reliance(catalogue, index, outfits, parts, exam, results)]
    return "\n".join([*text, "", _times(catalogue, index, items, seed)])


def _row(name: str, found: dict[str, float], rules: dict[str, float]) -> str:
    cells = [
        f"{100 * found[n]:.1f} %" if n.startswith("fitb") else f"{found[n]:.3f}" for n in SHOWN
    ]
    cells += [f"{100 * found[f'recall.{k}']:.1f} %" for k in RECALLED if f"recall.{k}" in found]
    ways = [f"{100 * (found[n] - CHANCE[n]) / (rules[n] - CHANCE[n]):.0f}" for n in SHOWN]
    return f"| {name} | " + " | ".join(cells) + f" | {' · '.join(ways)} % |"


def _answerers(
    catalogue: Catalogue, outfits: Outfits, parts: dict[Part, np.ndarray], exam: Exam
) -> dict[str, Answerer]:
    """The table's rows: yardsticks, networks, and the rules that made the looks."""
    pieces = [piece_of(p) for p in catalogue.products]
    colour = catalogue.column("colour")
    vectors = parts["pictures"]
    lots = np.random.default_rng(5)
    nets = {
        name: Network.read(WEIGHTS if name == "served" else OTHERS, name).matcher(
            joined(parts, name), outfits.categories
        )
        for name in ("pictures", "texts", "both", "table", "served")
    }
    served = Beam(pieces, catalogue.prices, nets["served"])

    def alike(rest: Sequence[int], rows: np.ndarray) -> np.ndarray:
        return (vectors[rows] @ vectors[list(rest)].T).mean(axis=1)

    def same(rest: Sequence[int], rows: np.ndarray) -> np.ndarray:
        return (colour[rows][:, None] == colour[list(rest)][None]).mean(axis=1)

    def judged(rows: Sequence[int]) -> float:
        return styling.judge([pieces[row] for row in rows]).score

    def whole_served(rows: Sequence[int]) -> float:
        return served.served(rows, "", served.matcher.score(rows))

    return {
        "random": Answerer(lambda rest, rows: lots.random(len(rows)), lambda rows: lots.random()),
        "same colour": _by_pairs(same),
        "encoder similarity": _by_pairs(alike),
        "type-aware embedding (pictures and table)": _asked(
            _yardstick(joined(parts, "served"), outfits)
        ),
        "CSA-Net, pictures": _asked(nets["pictures"]),
        "CSA-Net, texts": _asked(nets["texts"]),
        "CSA-Net, pictures and texts": _asked(nets["both"]),
        "CSA-Net, table": _asked(nets["table"]),
        "**CSA-Net, pictures and table: the shop's**": _asked(nets["served"]),
        f"the same with a prior of {PRIOR:g} × log rules, as looks are ordered": Answerer(
            lambda rest, rows: np.array([whole_served((*rest, row)) for row in rows]), whole_served
        ),
        "styling rules": Answerer(
            lambda rest, rows: np.array([judged((*rest, row)) for row in rows]), judged
        ),
    }


def _by_pairs(beside) -> Answerer:
    """An answerer whose outfit is as good as its items are beside the others, on average."""

    def whole(rows: Sequence[int]) -> float:
        each = [beside([r for r in rows if r != row], np.array([row]))[0] for row in rows]
        return float(np.mean(each))

    return Answerer(beside, whole)


def _asked(matcher: Matcher) -> Answerer:
    return Answerer(matcher.beside, matcher.score)


def _yardstick(features: np.ndarray, outfits: Outfits) -> Matcher:
    from safetensors.torch import load_file

    from demo.models.type_aware import TypeAware

    net = TypeAware(features.shape[1], len(outfits.names))
    net.load_state_dict(
        {n: t.float() for n, t in load_file(OTHERS / f"{YARDSTICK}.safetensors").items()}
    )
    return matcher_of(net.eval(), features, outfits)


# ---------------------------------------------------------------------------- what it relies on
def _reliance(
    catalogue: Catalogue, index: indexes.Index, outfits: Outfits, parts: dict[Part, np.ndarray],
    exam: Exam, results: dict[str, dict[str, float]],
) -> list[str]:  # fmt: skip
    """The same questions with something taken away."""
    rows = sorted({row for b in exam.blanks for row in (*b.rest, *b.same, *b.random)}
                  | {row for look in (*exam.outfits, *exam.one_replaced, *exam.all_replaced)
                     for row in look})  # fmt: skip
    grey = dict(parts)
    grey["pictures"] = parts["pictures"].copy()
    grey["pictures"][rows] = _grey_vectors(catalogue, index, rows)
    without_pictures = parts | {"pictures": np.zeros_like(parts["pictures"])}
    without_table = parts | {"table": np.zeros_like(parts["table"])}
    cases = {
        "CSA-Net, pictures": ("pictures", parts),
        "… all pictures grey": ("pictures", grey),
        "CSA-Net, pictures and table": ("served", parts),
        "… all pictures grey, the table as it is": ("served", grey),
        "… pictures only": ("served", without_table),
        "… pictures only, and grey": ("served", without_table | {"pictures": grey["pictures"]}),
        "… table only": ("served", without_pictures),
    }
    text = [
        "| what it relies on | blank, 4 of its category | blank, 4 of anything | AUC, one item replaced | "
        "AUC, all replaced | way from chance to the rules |",
        "|---" * 6 + "|",
    ]
    for name, (variant, given) in cases.items():
        network = Network.read(WEIGHTS, variant)
        matcher = network.matcher(joined(given, variant), outfits.categories)
        found = examine(_asked(matcher), exam, recall=False)
        text.append(_row(name, found, results["styling rules"]))
    return text


def _grey_vectors(catalogue: Catalogue, index: indexes.Index, rows: list[int]) -> np.ndarray:
    """[n, d] of the rows' pictures without colour; encoded once for an encoder and a catalogue."""
    path = CACHE / f"grey-{index.card.encoder}-{catalogue.hash}-{len(rows)}.npy"
    if not path.is_file():
        from demo.bundle import load_encoder

        pictures = [_greyed(catalogue.products[row].image) for row in rows]
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, load_encoder("lite").encode_images(pictures))
    return np.load(path)


def _greyed(path: Path) -> Image.Image:
    return on_white(open_picture(path)).convert("L").convert("RGB")


# ---------------------------------------------------------------------------------------- time
def _times(catalogue: Catalogue, index: indexes.Index, items: int, seed: int) -> str:
    """Opening the stylist, and three looks around items drawn by lot."""
    started = perf_counter()
    stylist = open_stylist(catalogue, index)
    opened = perf_counter() - started
    taken, worked, found, none = [], [], 0, 0
    for product in Random(seed).sample(catalogue.products, min(items, len(catalogue))):
        started, busy = perf_counter(), process_time()
        try:
            found += len(stylist.looks(LookWishes(product.sku)))
        except OutfitError:
            none += 1
        taken.append(1e3 * (perf_counter() - started))
        worked.append(1e3 * (process_time() - busy))
    p50, p95 = np.percentile(taken, (50, 95))
    busy50, busy95 = np.percentile(worked, (50, 95))
    return (
        f"Three looks around {len(taken)} items: p50 {p50:.0f} ms, p95 {p95:.0f} ms (of processor time "
        f"{busy50:.0f} and {busy95:.0f} ms); {found} looks, {none} items without any; the stylist opens "
        f"in {1e3 * opened:.0f} ms."
    )
