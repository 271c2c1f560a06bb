"""How well an encoder reads and finds held-out pictures, by words alone.

Knows an encoder's two calls and the data's splits; trains nothing. Used at the end of training and
by the benchmark.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, Final

import numpy as np
from PIL import Image

from demo.catalog.vocabulary import VALUES
from demo.search.describe import describe as shop_sentence
from demo.training.data import Picture
from demo.training.lexicon import LABELS
from demo.training.words import article, describe, plain_prompts

TEN: Final = ("T-Shirt", "Longsleeve", "Pants", "Shoes", "Shirt", "Dress", "Outwear", "Shorts", "Hat",
              "Skirt")  # fmt: skip
"""the home photos' ten plain labels, named among themselves"""
TEMPLATES: Final = ("{}", "a photo of {}", "a picture of {}", "this is {}")
"""a label is read by the mean of all its nouns in these, the plainest that training drew from"""
FAMILIES: Final = (
    ("black", "grey", "silver"), ("white", "beige", "silver"), ("navy", "blue", "light-blue", "teal"),
    ("green", "olive", "teal"), ("yellow", "mustard", "orange", "gold"), ("red", "burgundy", "pink"),
    ("purple", "lavender", "pink"), ("brown", "tan", "beige", "mustard"),
)  # fmt: skip
"""colours that a shopper would take for each other's kin"""
READ: Final = ("colour", "type", "pattern", "sleeve", "neckline", "length", "fit", "gender")
"""the attributes that are read from studio pictures by prompts"""


def measure(encoder: Any, pictures: Sequence[Picture]) -> dict[str, float | int]:
    """All numbers that the given (held-out) pictures allow, each between 0 and 1, and counts.

    `encoder` has `encode_images` and `encode_texts` as `demo.models.encoder.ClipEncoder`.
    """
    result: dict[str, float | int] = {}
    home = [p for p in pictures if p.source == "clothing"]
    luma = [p for p in pictures if p.source == "luma"]
    studio = [p for p in pictures if p.source == "studio"]
    if home:
        classes = {
            label: [template.format(article(n)) for n in nouns for template in TEMPLATES]
            for label, nouns in LABELS.items()
        }
        vectors = encode_pictures(encoder, home)
        result["home.photos"] = len(home)
        result["home.type"] = _top1(encoder, vectors, [p.label for p in home], classes)
        plain = [i for i, p in enumerate(home) if p.label in TEN]
        result["home.ten_photos"] = len(plain)
        result["home.ten"] = _top1(
            encoder, vectors[plain], [home[i].label for i in plain], {n: classes[n] for n in TEN}
        )
        rows = [i for i, p in enumerate(home) if p.facts.value("colour")]
        if rows:  # colours guessed from the photos' middles, see demo.training.colours
            truth = [home[i].facts.value("colour") for i in rows]
            classes = {c: list(plain_prompts("colour", c)) for c in VALUES["colour"]}
            result["home.colour_guessed"] = _top1(encoder, vectors[rows], truth, classes)
    if luma:
        vectors = encode_pictures(encoder, luma)
        names = sorted({p.label for p in luma} | {"blue", "black", "red", "green", "purple", "orange",
                        "grey", "yellow", "white", "brown", "lavender"})  # fmt: skip
        classes = {name: list(plain_prompts("colour", name)) for name in names}
        result["luma.photos"] = len(luma)
        result["luma.colour"] = _top1(encoder, vectors, [p.label for p in luma], classes)
        result |= _swap(encoder, vectors, luma, "luma")
        result["luma.text_to_photo_r10"] = _asked_for(encoder, vectors, luma)
    if studio:
        vectors = encode_pictures(encoder, studio)
        result["studio.pictures"] = len(studio)
        for axis in READ:
            rows = [i for i, p in enumerate(studio) if p.facts.value(axis)]
            truth = [studio[i].facts.value(axis) for i in rows]
            values = sorted(set(truth)) if axis not in ("colour", "type") else list(VALUES[axis])
            if len(set(truth)) > 1:
                classes = {v: list(plain_prompts(axis, v)) for v in values}
                result[f"studio.{axis}"] = _top1(encoder, vectors[rows], truth, classes)
        result |= _swap(encoder, vectors, studio, "studio")
        result["studio.text_to_picture_r10"] = _described(encoder, vectors, studio)
    return result


def photo_to_catalogue(
    encoder: Any, photos: Sequence[Picture], catalogue: Sequence[Picture]
) -> dict[str, float | int]:
    """A shopper's own photo among all products: is one of its type, and of its colour, in the top 10?

    The photos' colours are guessed from their middles (`demo.training.colours`), so only photos
    with a clear guess count for colour, by families of colours.
    """
    goods = encode_pictures(encoder, catalogue)
    top = np.argsort(-(encode_pictures(encoder, photos) @ goods.T), axis=1)[:, :10]
    same, kin = [], []
    for photo, rows in zip(photos, top, strict=True):
        types = photo.facts.sure.get("type", frozenset())
        alike = [catalogue[r] for r in rows if catalogue[r].facts.value("type") in types]
        same.append(bool(alike))
        if colour := photo.facts.value("colour"):
            near = {c for family in FAMILIES if colour in family for c in family} | {colour}
            kin.append(any(p.facts.value("colour") in near for p in alike))
    return {
        "own.photos": len(same), "own.type": float(np.mean(same)),
        "own.coloured": len(kin), "own.colour": float(np.mean(kin)) if kin else 0.0,
    }  # fmt: skip


def encode_pictures(encoder: Any, pictures: Sequence[Picture]) -> np.ndarray:
    """[n, dimension] of the pictures' main photos."""
    parts = []
    for start in range(0, len(pictures), 32):
        images = []
        for picture in pictures[start : start + 32]:
            with Image.open(picture.path) as image:
                image.load()
                images.append(image)
        parts.append(encoder.encode_images(images))
    return np.concatenate(parts)


def _class_vectors(encoder: Any, classes: dict[str, list[str]]) -> np.ndarray:
    """[classes, dimension]: the mean of each class's prompts, unit length."""
    means = np.stack([encoder.encode_texts(texts).mean(0) for texts in classes.values()])
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def _top1(
    encoder: Any, vectors: np.ndarray, truth: Sequence[str], classes: dict[str, list[str]]
) -> float:
    names = list(classes)
    read = (vectors @ _class_vectors(encoder, classes).T).argmax(1)
    return float(np.mean([names[r] == t for r, t in zip(read, truth, strict=True)]))


def _swap(
    encoder: Any, vectors: np.ndarray, pictures: Sequence[Picture], name: str
) -> dict[str, float | int]:
    """Colour swap by a plain shift: picture − text(it in its colour) + text(it in the wanted one).

    Queries are all pairs of one design in two colours (and one pattern), asked in the words of
    `demo.search`; the gallery is all pictures but the reference; a hit is the wanted colourway.
    """
    ranks = []
    for i, reference in enumerate(pictures):
        siblings: dict[str, list[int]] = {}
        for j, other in enumerate(pictures):
            if _recoloured(reference, other):
                siblings.setdefault(other.facts.value("colour"), []).append(j)
        for wanted, hits in siblings.items():
            before, after = encoder.encode_texts(
                [_asked(reference, reference.facts.value("colour")), _asked(reference, wanted)]
            )
            scores = vectors @ (vectors[i] - before + after)
            scores[i] = -np.inf
            ranks.append(int((scores > max(scores[hits])).sum()))
    if not ranks:
        return {}
    found = np.array(ranks)
    return {
        f"{name}.swap_queries": len(found),
        f"{name}.swap_r1": float((found < 1).mean()),
        f"{name}.swap_r10": float((found < 10).mean()),
    }


def _recoloured(one: Picture, other: Picture) -> bool:
    """Whether the two are one design and pattern in two colours."""
    colours = one.facts.value("colour"), other.facts.value("colour")
    same = one.group == other.group and one.facts.value("pattern") == other.facts.value("pattern")
    return same and all(colours) and colours[0] != colours[1]


def _asked(picture: Picture, colour: str) -> str:
    kind = {"type": picture.facts.value("type")} if picture.facts.value("type") else {}
    return shop_sentence({**kind, "colour": colour})


def _asked_for(encoder: Any, vectors: np.ndarray, photos: Sequence[Picture]) -> float:
    """Text to photo, recall@10: "a red t-shirt for women" finds a photo of which all of it is true."""
    found = []
    for photo in photos:
        colour, gender = photo.facts.value("colour"), photo.facts.value("gender")
        kind = sorted(photo.facts.sure.get("type", frozenset()))
        if not (colour and gender and kind):
            continue
        noun = kind[0].replace("-", " ")
        scores = vectors @ encoder.encode_texts([f"{article(f'{colour} {noun}')} for {gender}"])[0]
        top = [photos[j].facts for j in np.argsort(-scores)[:10]]
        found.append(any(
            f.value("colour") == colour and f.value("gender") == gender
            and f.sure.get("type") == photo.facts.sure["type"] for f in top
        ))  # fmt: skip
    return float(np.mean(found))


def _described(encoder: Any, vectors: np.ndarray, pictures: Sequence[Picture]) -> float:
    """Text to picture, recall@10: a caption naming type, colour and more finds its own product.

    Any picture of the same type, colour and stated values counts, since the caption fits it too.
    """
    rng = Random(0)
    found = []
    for picture in pictures:
        caption = None
        for _ in range(200):
            caption = describe(picture.facts, rng)
            if caption and len(caption.states.get("type", ())) == 1 and "colour" in caption.states:
                break
        if caption is None:
            continue
        scores = vectors @ encoder.encode_texts([caption.text])[0]
        top = np.argsort(-scores)[:10]
        found.append(any(_fits(pictures[j], caption.states) for j in top))
    return float(np.mean(found))


def _fits(picture: Picture, states: Any) -> bool:
    return all(picture.facts.sure.get(a, frozenset()) <= v for a, v in states.items())
