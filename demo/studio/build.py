"""Builds the embedded catalogue: plans, draws in processes, writes table and data card. Draws nothing itself.

A stopped build goes on where it was: beside the pictures, `.studio/<sku>` holds the key of what was
drawn (colourway, drawing code, encoding), and a picture whose key still holds is not drawn again.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from PIL import Image
from tqdm import tqdm

from demo.catalog.shapes import Shape, load_shapes, save_shapes
from demo.catalog.vocabulary import TYPES
from demo.durable import clear, write_aside, write_text
from demo.studio.assortment import DEFAULT_COUNT, plan
from demo.studio.buying import answered
from demo.studio.design import Colourway
from demo.studio.develop import finish
from demo.studio.knowledge import shape_of
from demo.studio.words import words_for

ENCODING = {"alpha_quality": 80, "method": 6, "exact": False}
QUALITIES = (80, 70, 60, 50, 42, 36)
ENOUGH = 12_600
"""bytes; a picture that takes more is encoded at the next lower quality (coarse knits, denim)"""
COLUMNS = (
    "sku", "family", "title", "description", "brand", "gender", "category", "type", "colour",
    "colour2", "pattern", "material", "sleeve", "neckline", "length", "fit", "closure", "style",
    "season", "price", "currency", "image",
)  # fmt: skip
NOT_DRAWING = (
    "assortment", "build", "buying", "captions", "command", "descriptions", "figures", "knowledge",
    "lexicon", "looks", "palettes", "rules", "sheet", "titles", "words", "worn",
)  # fmt: skip
"""modules and rooms of the studio that leave the pictures as they are"""


def build(out: Path, seed: int = 7, count: int | None = None, jobs: int = 2) -> None:
    """Draw all pictures into `out`/images and write products.csv, shapes.npz and README.md.

    count: about how many products; None for the usual catalogue. jobs: processes.
    The same seed and count give the same bytes, however often the build was stopped.
    """
    colourways = plan(seed, DEFAULT_COUNT if count is None else count)
    pictures, keys = out / "images", out / ".studio"
    pictures.mkdir(parents=True, exist_ok=True)
    keys.mkdir(parents=True, exist_ok=True)
    _remove_strangers(pictures, {f"{c.sku}.webp" for c in colourways})
    _remove_strangers(keys, {f"{c.sku}{end}" for c in colourways for end in ("", ".npz")})
    version = drawing_version()
    todo = [(c, key) for c in colourways if not _is_drawn(out, c, key := _key(c, version))]
    _draw_all(out, todo, jobs)
    _write_table(out / "products.csv", colourways)
    save_shapes(out / "shapes.npz", _shapes(keys, colourways))
    _write_card(out / "README.md", colourways, pictures, seed)


def drawing_version() -> str:
    """A hash of the studio's drawing code: pictures are drawn again when it changes.

    It reads the code's meaning, so that comments and line breaks don't count.
    """
    room = Path(__file__).parent
    digest = hashlib.sha256(repr((ENCODING, QUALITIES, ENOUGH)).encode())
    for source in sorted(room.rglob("*.py")):
        name = source.relative_to(room)
        if source.stem not in NOT_DRAWING and name.parts[0] not in NOT_DRAWING:
            meaning = ast.dump(ast.parse(source.read_text(encoding="utf-8")))
            digest.update(f"{name.as_posix()}{meaning}".encode())
    return digest.hexdigest()


def encode(picture: Image.Image) -> bytes:
    """The cut-out as WebP with alpha, at the best quality that is small enough."""
    data = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, **ENCODING)
        data = buffer.getvalue()
        if len(data) <= ENOUGH:
            break
    return data


def _key(colourway: Colourway, version: str) -> str:
    return hashlib.sha256(f"{version}{colourway!r}".encode()).hexdigest()


def _is_drawn(out: Path, colourway: Colourway, key: str) -> bool:
    note = out / ".studio" / colourway.sku
    picture = out / "images" / f"{colourway.sku}.webp"
    shape = note.with_name(f"{colourway.sku}.npz")
    drawn = picture.exists() and shape.exists() and note.exists()
    return drawn and note.read_text() == key


def _draw_all(out: Path, todo: Sequence[tuple[Colourway, str]], jobs: int) -> None:
    with ProcessPoolExecutor(jobs) as pool:
        waiting = [pool.submit(_draw_one, out, colourway, key) for colourway, key in todo]
        try:
            for done in tqdm(as_completed(waiting), total=len(waiting), desc="drawing", unit="pic"):
                done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _draw_one(out: Path, colourway: Colourway, key: str) -> None:
    """Picture and shape first, key last: a build that stops in between draws it again."""
    from demo.studio.garments import sketch  # here, so that only the workers load the drawing code

    canvas = sketch(colourway)
    save_shapes(out / ".studio" / f"{colourway.sku}.npz", {colourway.sku: shape_of(canvas)})
    data = encode(Image.fromarray(finish(canvas)))
    picture = out / "images" / f"{colourway.sku}.webp"
    with write_aside(picture) as aside:
        aside.write_bytes(data)
    write_text(out / ".studio" / colourway.sku, key)


def _shapes(keys: Path, colourways: Sequence[Colourway]) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for colourway in colourways:
        found |= load_shapes(keys / f"{colourway.sku}.npz")
    return found


def _remove_strangers(folder: Path, wanted: set[str]) -> None:
    clear(folder)
    for path in folder.iterdir():
        if path.is_file() and path.name not in wanted:
            path.unlink()


def _write_table(path: Path, colourways: Iterable[Colourway]) -> None:
    with write_aside(path) as aside, aside.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        for c in colourways:
            words = words_for(c)
            row = {name: getattr(c, name) for name in COLUMNS if hasattr(c, name)}
            row |= {
                "title": words.title, "description": words.description, "brand": words.brand,
                "price": f"{words.price:.2f}", "currency": "EUR", "image": f"images/{c.sku}.webp",
            }  # fmt: skip
            table.writerow(row)


CARD = """# The embedded catalogue

{products} invented products of {families} designs, drawn by `python -m demo studio build --seed {seed}`.
No photograph, no person and no real brand is in it.

- **Made by** `demo/studio`: a plan of designs and colourways, one drawing routine a type (outlines, height
  fields, light), invented brands, titles and prices. The same seed gives the same bytes.
- **Files**: `products.csv` (one row a product) and `images/` ({pictures} WebP cut-outs with alpha, 480 x 600
  pixels, {average:.1f} KB on average, {total:.1f} MiB in all).
- **Shapes**: `shapes.npz` knows each garment's landmarks (collar, shoulders, armpits, cuffs, waist, hem,
  crotch, toe, brim …; by kind of garment) and its part map (body, sleeves, collar, hood, waistband, skirt,
  legs …) on a grid of 60 x 75, as the drawing code has them, not guessed from the picture.
  `demo/catalog/shapes.py` reads it and lists the names; left and right are the wearer's.
- **Labels** are true by construction: a picture is drawn from its row. An attribute that makes no sense for a
  type is empty.
- **Siblings**: designs are planned so that most have another one that differs in a single attribute.
- **Licence**: CC0 1.0. Do with it what you like.
- **Counterparts**: of sleeve, neckline, length, fit, pattern, material and closure, where they vary within
  its type, {answered:.0%} are answered on average by another product that differs in that one alone, or in
  it and the colour.

## Known weaknesses

- Drawn, not photographed: cloth hangs more regularly than in life; a type has three to eight silhouettes, a
  shop has more. The hardest to believe are shoes and closely pleated skirts.
- One view a product, front or three-quarter; no people wear it.
- Prints come from a handful of generators, so two florals look more alike than in a real shop.
- Season and style follow from type and material by rule; for whom a hat or a bag is made cannot be seen.
- European sizes, tastes and prices of one imagined shop; women's wear outweighs men's, since only women have
  dresses and skirts here.

## What is in it

{genders}.

| category | products | types |
|---|---|---|
{rows}
"""


def _write_card(path: Path, colourways: Sequence[Colourway], pictures: Path, seed: int) -> None:
    sizes = [p.stat().st_size for p in pictures.glob("*.webp")]
    of_type = Counter(c.type for c in colourways)
    of_gender = Counter(c.gender for c in colourways)
    rows = [
        f"| {category} | {sum(of_type[t] for t in types)} | "
        + ", ".join(f"{t} {of_type[t]}" for t in types if of_type[t])
        + " |"
        for category, types in TYPES.items()
    ]
    write_text(
        path,
        CARD.format(
            products=len(colourways),
            families=len({c.family for c in colourways}),
            pictures=len(sizes),
            seed=seed,
            average=sum(sizes) / max(1, len(sizes)) / 1000,
            total=sum(sizes) / 2**20,
            rows="\n".join(rows),
            genders=", ".join(
                f"{of_gender[g]} {whom}"
                for g, whom in (("women", "for women"), ("men", "for men"), ("unisex", "for both"))
            ),
            answered=answered(colourways),
        ),
    )
