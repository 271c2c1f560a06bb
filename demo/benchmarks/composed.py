"""`bench composed`: reference and words, every network that composes them, one table.

Asked of designs never seen, in words never trained with. Networks see pictures and words alone; the last
rows show what the shop's table adds. Nothing is trained here: runs are read from a folder, and without
any the embedded network is measured.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

import numpy as np
import torch

from demo.benchmarks.composed_table import KINDS, NAMES, looking, table, two_turns
from demo.benchmarks.dialogue import CATEGORIES, TRIES, read_labels, satisfies
from demo.benchmarks.looking import Looked, where_words_look
from demo.benchmarks.plot import draw_bars
from demo.benchmarks.sportswear import shop_of_photos
from demo.models.composing import CONFIG, ComposingNetwork, Sizes, load
from demo.models.untrained import WAYS, Untrained
from demo.settings import ROOT, from_environment
from demo.shop import Shop
from demo.training.feature_maps import FeatureMaps, Sentences, cached_sentences
from demo.training.goods import Goods
from demo.training.held_out import HELD_OUT
from demo.training.material import bar, goods_of, maps_of
from demo.training.retrieval import Answers, answer, fulfilled, gallery_vectors, kept, query_vectors
from demo.training.taught import TRAINING
from demo.training.triples import Query, held_out_queries, swaps

SERVED: Final = ROOT / "assets" / "weights" / "val"
RUNS: Final = ROOT / ".cache" / "composed"
LABELS: Final = ROOT / "tests" / "dialogue" / "captions.jsonl"
PLOT: Final = ROOT / "assets" / "readme" / "composed.webp"
DEEP: Final = 50
TOP: Final = 5
ORDER: Final = ("concatenation", "relationship", "film", "tirg", "lbf", "val")
IN_SHOP: Final = "as served in the shop"
PLOTTED: Final = (IN_SHOP, "val", "lbf", "tirg")


@dataclass(frozen=True)
class Questions:
    """All that is asked, with the words as tokens."""

    goods: Goods
    maps: FeatureMaps
    asked: dict[str, list[Query]]
    """kind -> questions: one, two, relative, swap, captions"""
    sentences: dict[str, Sentences]
    studio: np.ndarray
    photos: np.ndarray
    captioned: list[np.ndarray]
    """rows of the studio that satisfy each caption"""
    shop: Shop

    def gallery(self, kind: str) -> np.ndarray:
        """Rows that are searched: all of the studio, or all of the sportswear."""
        return self.photos if kind == "swap" else self.studio


def questions(shop: Shop, data: Path, count: int, seed: int) -> Questions:
    """Everything asked of test designs, in held-out words."""
    encoder = shop.bundle.encoder
    goods = goods_of(shop.catalogue, data)
    maps = maps_of(encoder, goods, data)
    studio = goods.rows("studio")
    asked = {
        kind: held_out_queries(goods, kind, count, "test", studio, HELD_OUT, seed) for kind in KINDS
    }
    asked["swap"] = swaps(goods, "test", HELD_OUT, seed)
    asked["captions"], captioned = _captions(shop, goods, seed)
    sentences = {
        kind: cached_sentences(encoder, [q.words for q in queries], bar("words"))
        for kind, queries in asked.items()
        if queries
    }
    return Questions(
        goods, maps, {k: asked[k] for k in sentences}, sentences, studio, goods.rows("luma"), captioned, shop
    )  # fmt: skip


def _captions(shop: Shop, goods: Goods, seed: int) -> tuple[list[Query], list[np.ndarray]]:
    """Real people's sentences on suitable items of test designs, as `bench dialogue` chooses them."""
    random, queries, captioned = Random(seed), [], []
    rows = goods.rows("studio", "test")
    group = goods.columns["category"]
    for label in read_labels(LABELS) if LABELS.is_file() else []:
        kin = [int(r) for r in rows if group[r] == CATEGORIES.get(label.category, "")]
        if not label.predicates or not kin:
            continue
        for _ in range(TRIES):
            item = random.choice(kin)
            met = satisfies(shop, label.predicates, item)
            if met.any() and not met[item]:
                queries.append(Query(item, label.text, (), np.flatnonzero(met)))
                captioned.append(np.flatnonzero(met))
                break
    return queries, captioned


def measure(answers: Mapping[str, Answers], asked: Questions) -> dict[str, float]:
    """One row of the table, 0 to 1."""
    found: dict[str, float] = {}
    for kind, got in answers.items():
        if kind == "captions":
            best = [min(TOP, len(met)) / TOP for met in asked.captioned]
            ours = [np.isin(t, met).mean() for t, met in zip(got.top, asked.captioned, strict=True)]
            found["captions"] = float(np.sum(ours) / np.sum(best))
            continue
        found |= {f"{kind}.r{k}": got.recall(k) for k in (1, 10, 50)}
    if "one" in answers:
        some = [k for k in KINDS if k in answers]
        found["kept"] = float(np.mean([
            kept(asked.goods, asked.asked[k], answers[k].top, asked.studio) for k in some
        ]))  # fmt: skip
        found["met"] = float(
            np.mean([fulfilled(asked.goods, asked.asked[k], answers[k].top) for k in some])
        )
    return found


def of_network(network: ComposingNetwork, asked: Questions) -> dict[str, Answers]:
    """What a network answers to everything."""
    network.eval()
    goods = {
        kind: gallery_vectors(network, asked.maps, rows)
        for kind, rows in (("swap", asked.photos), ("studio", asked.studio))
        if len(rows)
    }
    answers = {}
    for kind, queries in asked.asked.items():
        vectors = query_vectors(network, asked.maps, asked.sentences[kind], queries)
        scores = vectors @ goods["swap" if kind == "swap" else "studio"].T
        answers[kind] = answer(scores, asked.gallery(kind), queries)
    return answers


def of_shop(shop: Shop, asked: Questions, kinds: Sequence[str]) -> dict[str, Answers]:
    """What a shop that sells the gallery of these kinds of questions shows."""
    row_of = {key: row for row, key in enumerate(asked.goods.keys)}
    answers = {}
    for kind in kinds:
        queries, ranks, top = asked.asked[kind], [], []
        for query in queries:
            session = shop.start(asked.goods.keys[query.row], words=query.words)
            hits = [row_of[hit.product.sku] for hit in shop.results(session, DEEP).hits]
            right = np.flatnonzero(np.isin(hits, query.answers))
            ranks.append(int(right[0]) if len(right) else DEEP)
            top.append(np.array(hits[:TOP], dtype=np.int64))
        answers[kind] = Answers(np.array(ranks), tuple(top))
    return answers


def by_attribute(answers: Answers, queries: Sequence[Query]) -> dict[str, float]:
    """Recall@10 of single wishes, attribute by attribute."""
    found = defaultdict(list)
    for rank, query in zip(answers.ranks, queries, strict=True):
        found[query.wishes[0].attribute].append(rank < 10)
    return {attribute: float(np.mean(hits)) for attribute, hits in found.items()}


def several_turns(network: ComposingNetwork, asked: Questions, seed: int) -> dict[str, float]:
    """Two wishes in two turns: composed maps passed on, or all words on the original; recall@10.

    The first pair of numbers is of two attributes, the second of a colour that is taken back for
    another (later words win).
    """
    encoder, random = asked.shop.bundle.encoder, Random(seed)
    both = [
        (q, [HELD_OUT.value(w.attribute, w.value, random) for w in q.wishes])
        for q in asked.asked["two"]
    ]
    again = []
    for query in asked.asked.get("swap", []):
        kin = asked.photos[asked.goods.family[asked.photos] == asked.goods.family[query.row]]
        others = set(asked.goods.columns["colour"][kin]) - {query.wishes[0].value, ""}
        first = HELD_OUT.value("colour", random.choice(sorted(others)), random)
        again.append((query, [first, query.words]))
    found = {}
    for name, pairs in (("two", both), ("again", again)):
        if not pairs:
            continue
        queries = [q for q, _ in pairs]
        gallery = asked.gallery("swap" if name == "again" else "two")
        goods = gallery_vectors(network, asked.maps, gallery)
        at_once = cached_sentences(
            encoder, ["; then ".join(said) for _, said in pairs], bar("words")
        )
        vectors = query_vectors(network, asked.maps, at_once, queries)
        found[f"{name}.words"] = answer(vectors @ goods.T, gallery, queries).recall(10)
        turns = [
            cached_sentences(encoder, [said[i] for _, said in pairs], bar("words")) for i in (0, 1)
        ]
        with torch.inference_mode():
            rows = np.array([q.row for q in queries])
            passed = network.compose(
                asked.maps.seen(rows), turns[0].read(np.arange(len(rows)))
            ).passed_on
            if passed is None:
                continue
            vectors = network.compose(passed, turns[1].read(np.arange(len(rows)))).vector.numpy()
        found[f"{name}.maps"] = answer(vectors @ goods.T, gallery, queries).recall(10)
    return found


def timing(network: ComposingNetwork, asked: Questions, turns: int = 100) -> float:
    """Median milliseconds from words to ranked rows, maps of the reference at hand, two threads."""
    encoder, before = asked.shop.bundle.encoder, torch.get_num_threads()
    goods = torch.from_numpy(gallery_vectors(network, asked.maps, asked.studio))
    torch.set_num_threads(2)
    spent = []
    for query in asked.asked["one"][:turns]:
        seen = asked.maps.seen([query.row])
        started = perf_counter()
        with torch.inference_mode():
            vector = network.compose(seen, encoder.read([query.words])).vector
            torch.topk(goods @ vector[0], min(DEEP, len(goods)))
        spent.append(1e3 * (perf_counter() - started))
    torch.set_num_threads(before)
    return float(np.median(spent))


def find_runs(folder: Path, encoder_id: str) -> dict[str, list[Path]]:
    """name without seed -> folders of the runs that were trained on this encoder."""
    runs = defaultdict(list)
    for config in sorted(folder.glob(f"**/{CONFIG}")):
        card = json.loads(config.read_text(encoding="utf-8"))
        if card.get("encoder") == encoder_id and "card" in card:
            runs[config.parent.name.rpartition("-")[0]].append(config.parent)
    return dict(runs)


def untrained(asked: Questions) -> dict[str, ComposingNetwork]:
    """The three answers without a network."""
    sizes = asdict(Sizes.of(asked.maps.seen([0])))
    made = {way: Untrained({"network": "untrained", "way": way, "sizes": sizes}) for way in WAYS}
    encoder, random = asked.shop.bundle.encoder, Random(0)
    wishes = [
        TRAINING.value(a, v, random)
        for a in asked.goods.wished for v in np.unique(asked.goods.columns[a]) if v
    ]  # fmt: skip
    made[WAYS[2]].common.copy_(torch.from_numpy(encoder.encode_texts(wishes).mean(0)))
    return made


def report(data: Path, runs: Path, count: int, seed: int, out: Path | None = None) -> str:
    """The table of the README, in Markdown; draws its plot. Raises ShopError."""
    shop = Shop.open(from_environment())
    asked = questions(shop, data, count, seed)
    found = find_runs(runs, shop.bundle.encoder.id)
    note = ""
    if not any(name in found for name in ORDER):
        found = {"val": [SERVED]}
        note = ("Only the embedded network is here. Train the others with `python -m demo train NAME "
                "--seed N` (NAME: " + ", ".join(ORDER) + "), then run this again.")  # fmt: skip
    rows: dict[str, list[dict[str, float]]] = {}
    bars: dict[str, dict[str, float]] = {}
    looked: dict[str, list[Looked]] = {}
    turns: list[dict[str, float]] = []
    for name, network in untrained(asked).items():
        rows[name] = [measure(of_network(network, asked), asked) | {"parameters": 0}]
    for name in [*(n for n in ORDER if n in found), *sorted(set(found) - set(ORDER))]:
        rows[name] = []
        for folder in found[name]:
            network = load(folder)
            answers = of_network(network, asked)
            parameters = sum(p.numel() for p in network.parameters())
            row = measure(answers, asked) | {"parameters": parameters, "ms": timing(network, asked)}
            rows[name].append(row)
            if name in ORDER:
                bars.setdefault(name, by_attribute(answers["one"], asked.asked["one"]))
            if name in ("val", "lbf"):
                one = where_words_look(network, asked.goods, asked.maps, shop, seed)
                looked.setdefault(name, []).append(one)
            if name == "val":
                turns.append(several_turns(network, asked, seed))
    alone = Shop(shop.catalogue, shop.index, shop.bundle, shop.settings, use_table=False)
    for name, one in (("served, without the table", alone), (IN_SHOP, shop)):
        answers = of_shop(one, asked, [kind for kind in asked.asked if kind != "swap"])
        if one is alone and "swap" in asked.asked:
            with TemporaryDirectory() as folder:
                keys = [asked.goods.keys[row] for row in asked.photos]
                paths = [asked.goods.pictures[row].path for row in asked.photos]
                photos = shop_of_photos(shop, keys, paths, Path(folder))
                answers |= of_shop(photos, asked, ["swap"])
        rows[name] = [measure(answers, asked)]
        bars[name] = by_attribute(answers["one"], asked.asked["one"])
    if out is not None:
        _write(out, rows, looked, turns, asked, shop)
    with suppress(OSError):
        draw_bars({NAMES.get(name, name): bars[name] for name in PLOTTED if name in bars}, PLOT)
    sizes = (len(asked.studio), len(asked.photos))
    counts = {kind: len(queries) for kind, queries in asked.asked.items()}
    text = table(rows, counts, sizes, shop.bundle.encoder.id)
    return "\n".join([*text, "", *looking(looked), *two_turns(turns), *([note] if note else [])])


def _write(
    out: Path, rows: Mapping[str, Any], looked: Mapping[str, list[Looked]], turns: list[dict[str, float]],
    asked: Questions, shop: Shop,
) -> None:  # fmt: skip
    """All numbers as JSON, beside what the file already says."""
    said = json.loads(out.read_text(encoding="utf-8")) if out.is_file() else {}
    said["measured"] = {
        "encoder": shop.bundle.encoder.id, "catalog": shop.catalogue.hash,
        "queries": {kind: len(queries) for kind, queries in asked.asked.items()},
        "rows": rows, "turns": turns,
        "looking": {name: [asdict(x) for x in each] for name, each in looked.items()},
    }  # fmt: skip
    out.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
