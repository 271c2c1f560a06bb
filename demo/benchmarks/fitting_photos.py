"""Real people in products: does the garment stay itself, and does the rest of the photo stay untouched?

Photos and products are of designs that nothing was trained on. Nobody knows the true picture here, so
only what can be told without it is measured. Knows no figure.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

import cv2
import numpy as np

from demo.benchmarks.ciede import ciede2000
from demo.benchmarks.likeness import alone, mean_lab
from demo.catalog.pictures import on_white, open_picture
from demo.errors import PersonError
from demo.fitting.dressing import dress
from demo.fitting.parsing import Parse, parse
from demo.fitting.people import SEEN, check_person
from demo.fitting.subject import Subject, of_photo
from demo.models.encoder import ClipEncoder
from demo.models.parser import ARMS, FACE, HAIR, LOWER, SHOES, UPPER, Parser
from demo.models.pose import Pose, PoseNetwork
from demo.outfits.wardrobe import piece_of
from demo.training.data import split_of
from demo.training.dressing import Shelf, Witness
from demo.training.wearers import read_rgb

CATEGORIES: Final = (
    "tops", "knitwear", "outerwear", "dresses", "skirts", "trousers", "shorts",
)  # fmt: skip
EACH: Final = 6
"""garments a photo"""
FACES: Final = 11
"""joints of the face, the first ones: nose, eyes, ears, mouth"""
FAR: Final = 26
"""pixels of the frame from old and new clothes beyond which nothing may change: no shadow falls so far"""


@dataclass(frozen=True)
class Guest:
    """One photo of a person, understood."""

    path: Path
    gender: str
    photo: np.ndarray
    """RGB uint8 [h, w, 3]"""
    parsed: Parse


@dataclass(frozen=True)
class Worn:
    """One product on one person."""

    category: str
    likeness: float
    """cosine of the encoder's vectors of the product's picture and of the worn region"""
    colour: float
    """CIEDE2000 between their mean colours"""
    untouched: bool
    """every pixel far from clothes is the photo's"""
    own: bool
    """every pixel of hair, face and hands is the photo's"""


def guests(data: Path, count: int) -> list[Guest]:
    """The first photos of `luma`'s test designs, in a fixed random order."""
    with (data / "luma" / "products.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if split_of(r["family"]) == "test"]
    Random(count).shuffle(rows)
    poses, parser = PoseNetwork(), Parser()
    found = []
    for row in rows[:count]:
        photo = read_rgb(data / "luma" / row["image"])
        found.append(Guest(Path(row["image"]), row["gender"], photo, parse(photo, poses, parser)))
    return found


def try_all(
    people: Sequence[Guest], shelf: Shelf, encoder: ClipEncoder, seed: int = 1
) -> list[Worn]:
    """Each person in up to `EACH` products of test designs, of the categories that the photo suits."""
    found = []
    for guest in people:
        lot = Random(f"{seed}/{guest.path.name}")
        for category in lot.sample(CATEGORIES, len(CATEGORIES))[:EACH]:
            suited = [
                sku for sku in shelf.of((category,), "test")
                if shelf.catalogue.product(sku).get("gender") in ("unisex", guest.gender, "")
            ]  # fmt: skip
            if not suited:
                continue
            sku = lot.choice(suited)
            try:
                found.append(_tried(guest, sku, shelf, encoder))
            except PersonError:  # the photo does not show what this garment needs
                continue
    return found


def _tried(guest: Guest, sku: str, shelf: Shelf, encoder: ClipEncoder) -> Worn:
    product = shelf.catalogue.product(sku)
    pose = check_person(guest.parsed, (piece_of(product).slot or "top",))
    subject = of_photo(
        guest.photo, guest.parsed.labels, pose and pose.points, pose and pose.visibility
    )
    seen = Witness()
    result = dress(subject, [shelf.garment(sku)], finish=seen).picture[..., :3]
    flat = open_picture(product.image, name=product.title)
    plain = np.asarray(on_white(flat))
    cloth = seen.places.cloth > 0.9
    if not cloth.any():
        raise PersonError("Nothing of the garment is in the photo.")
    vectors = encoder.encode_images([flat, alone(result, cloth)])
    solid = np.asarray(flat.convert("RGBA"))[..., 3] > 250
    colour = ciede2000(mean_lab(plain, solid), mean_lab(result, cloth))
    same = (result == guest.photo).all(2)
    far, own = _far(subject, seen), _own(subject, pose)
    own &= (subject.labels != ARMS) | (seen.places.cloth < 0.5)  # a hand in a pocket that is put on
    return Worn(
        product.get("category"), float(vectors[0] @ vectors[1]), colour, bool(same[far].all()),
        bool(same[own].all()),
    )  # fmt: skip


def _far(subject: Subject, seen: Witness) -> np.ndarray:
    """Far from what was worn and from what is worn now, bool [h, w]."""
    clothes = np.isin(subject.labels, (UPPER, LOWER, SHOES)) | (seen.places.cloth > 0)
    clothes |= seen.places.border > 0
    reach = 2 * round(FAR * subject.unit) + 1
    return cv2.dilate(clothes.astype(np.uint8), np.ones((reach, reach))) == 0


def _own(subject: Subject, pose: Pose | None) -> np.ndarray:
    """Inside hair, inside the face from ears to mouth, and inside the hands, bool [h, w]."""
    own = subject.labels == HAIR
    if pose is not None:
        face, hands = np.zeros(own.shape, np.uint8), np.zeros(own.shape, np.uint8)
        cv2.fillConvexPoly(face, cv2.convexHull(pose.points[:FACES].round().astype(np.int32)), 1)
        for side in ("left", "right"):
            if pose.seen(f"{side}_index") < SEEN:  # tucked under the other arm: a guess
                continue
            tips = [pose.point(f"{side}_{finger}") for finger in ("index", "pinky", "thumb")]
            x, y = np.mean(tips, 0)
            cv2.circle(hands, (round(float(x)), round(float(y))), round(14 * subject.unit), 1, -1)
        own |= (subject.labels == FACE) & (face > 0)
        own |= (subject.labels == ARMS) & (hands > 0)
    return cv2.erode(own.astype(np.uint8), np.ones((5, 5))) > 0


def table(found: Sequence[Worn]) -> list[str]:
    """Markdown lines: a row a category, and all."""
    of: dict[str, list[Worn]] = defaultdict(list)
    for worn in found:
        of[worn.category].append(worn)
        of["all"].append(worn)
    lines = [
        "| real people in designs never seen | results | encoder similarity | worst tenth | CIEDE2000 "
        "| worst tenth | rest untouched | hair, face, hands untouched |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in (*CATEGORIES, "all"):
        if some := of.get(name):
            likeness = np.sort([w.likeness for w in some])
            colour = np.sort([w.colour for w in some])[::-1]
            tenth = max(1, round(len(some) / 10))
            rest, kept = sum(w.untouched for w in some), sum(w.own for w in some)
            lines.append(
                f"| {name} | {len(some)} | {likeness.mean():.3f} | {likeness[:tenth].mean():.3f} "
                f"| {colour.mean():.1f} | {colour[:tenth].mean():.1f} "
                f"| {rest} of {len(some)} | {kept} of {len(some)} |"
            )
    return lines
