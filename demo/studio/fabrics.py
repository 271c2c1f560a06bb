"""A colourway's words turned into cloth: dye, pattern, weave, material. Knows no garment's shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from demo.studio import light, patterns, prints, tiles, weaves
from demo.studio.canvas import linear_to_srgb, rgb
from demo.studio.design import Colourway
from demo.studio.dyes import dye, is_mixed, lightness, mixed_dyes, palette
from demo.studio.light import Material, Texture
from demo.studio.patterns import Dye, Pattern
from demo.studio.weaves import Weave


@dataclass(frozen=True)
class Cloth:
    """All that a garment needs to know of its fabric."""

    texture: Texture
    """main cloth, with a chest print or colour blocks where there are any"""
    ground: Texture
    """the same without print and blocks: sleeves, backs, collars, bags' sides"""
    accent: Texture
    """second colour, plain: contrast sleeves, piping, tipping"""
    solid: Texture
    """main colour, plain: bindings, waistbands under a busy print"""
    rib: Texture
    """ribbed knit in the main colour: cuffs, waistbands, neckbands"""
    lining: Texture
    material: Material
    colour: Dye
    """linear rgb [3] of the main dye"""
    second: Dye
    stitch: Dye
    button: Dye
    metal: Dye
    wrinkle: float
    """how much it creases at random; 1 is cotton"""
    fold: float
    """how deep its folds are; 1 is cotton"""
    opacity: float
    """below 1 what lies behind shows through"""


@dataclass(frozen=True)
class Make:
    """One material: how it reflects, how it is woven, how it falls."""

    material: Material
    weave: Weave
    wrinkle: float = 1.0
    fold: float = 1.0
    opacity: float = 1.0


MAKES: dict[str, Make] = {
    "cotton": Make(light.COTTON, weaves.plain_weave),
    "linen": Make(light.LINEN, weaves.slub_weave, 1.7, 1.15),
    "denim": Make(light.DENIM, weaves.twill_weave, 0.8, 0.85),
    "wool": Make(light.WOOL, weaves.felt, 0.5, 0.75),
    "knit": Make(light.KNIT, weaves.stockinette(), 0.7, 0.9),
    "leather": Make(light.LEATHER, weaves.grain, 0.8, 0.9),
    "satin": Make(light.SATIN, weaves.sheen, 0.7, 1.25),
    "lace": Make(light.LACE, weaves.lace, 0.4, 0.8),
    "chiffon": Make(light.CHIFFON, weaves.crepe, 0.8, 1.25, 0.93),
    "velvet": Make(light.VELVET, weaves.pile, 0.6, 1.0),
    "nylon": Make(light.NYLON, weaves.sheen, 1.2, 0.9),
    "fleece": Make(light.FLEECE, weaves.felt, 0.8, 1.0),
    "corduroy": Make(light.CORDUROY, weaves.corduroy(), 0.6, 0.8),
    "canvas": Make(light.CANVAS, weaves.basket(1.6, 0.25), 0.8, 0.8),
    "straw": Make(light.STRAW, weaves.basket(4.0, 0.8), 0.2, 0.4),
}
TWILLED = {"suit-trousers", "chinos", "chino-shorts", "blazer", "trench-coat", "sheath-dress"}
FINE_KNIT = {"leggings", "joggers", "polo-shirt", "pencil-skirt", "beanie"}


def woven(pattern: Pattern, weave: Weave) -> Texture:
    """A pattern's colours in a weave's relief."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        gain, relief = weave(u, v)
        return pattern(u, v) * gain[..., None], relief

    return texture


def denim(pattern: Pattern, wash: float, yarn: Dye) -> Texture:
    """Twill of a dyed and a pale yarn; `wash` (0..0.5) is how much of the pale one shows."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        twill = np.sin((u + 1.9 * v) * 2 * np.pi / 2.6)
        slub = patterns.noise(41, (0.7, 9), u, v, 2, 512)
        speck = patterns.noise(42, 0.8, u, v, 2, 512)
        cloud = patterns.noise(43, 20, u + seed % 97, v, 0.5)
        pale = wash + 0.030 * slub + 0.026 * speck + 0.06 * cloud + 0.06 * twill
        return patterns.mix(pattern(u, v), yarn, np.clip(pale, 0, 1)), 0.10 * twill + 0.05 * slub

    return texture


def with_print(ground: Texture, picture: np.ndarray, place: tuple[float, float, float]) -> Texture:
    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = ground(u, v, seed)
        return prints.lay_print(albedo, picture, u, v, place), relief

    return texture


def shifted(texture: Texture, du: float, dv: float) -> Texture:
    """The cloth laid differently: prints never sit alike on two pieces."""
    return lambda u, v, seed: texture(u + du, v + dv, seed)


def striped(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    vertical = c.type in ("shirt", "suit-trousers", "blazer", "shirt-dress") or rng.random() < 0.08
    if vertical:
        wide = rng.uniform(7, 13)
        return patterns.stripes([main, second], [wide, wide * rng.uniform(0.2, 0.5)], True)
    wide = rng.uniform(11, 26)
    if is_mixed(c):
        dyes = mixed_dyes(c, 3)
        return patterns.stripes(
            [main, dyes[0], main, dyes[1], main, dyes[2]], [wide, wide * 0.7] * 3
        )
    if rng.random() < 0.2:
        return patterns.stripes([main, second, main, second], [wide * 2, 3, wide * 0.35, 3])
    return patterns.stripes([main, second], [wide, wide * rng.uniform(0.3, 0.75)])


def checked(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    third = mixed_dyes(c, 1)[0] if is_mixed(c) else accent
    dark = main * 0.25
    style = int(rng.integers(4)) if c.type != "flannel-shirt" else int(rng.integers(1, 3))
    if c.type in ("blazer", "suit-trousers", "overcoat"):
        style = 3
    repeat = rng.uniform(46, 74)
    if style == 0:  # gingham
        half = rng.uniform(9, 15)
        return patterns.checks(main, [(half, half * 0.8, second, 0.85)], half * 2)
    if style == 1:  # buffalo
        return patterns.checks(main, [(repeat / 2, repeat * 0.44, second, 0.8)], repeat)
    if style == 2:  # tartan
        bands = [
            (repeat * 0.25, repeat * 0.34, dark, 0.8),
            (repeat * 0.25, repeat * 0.05, second, 1.0),
            (repeat * 0.72, repeat * 0.07, second, 1.0),
            (repeat * 0.86, repeat * 0.03, third, 1.0),
        ]
        return patterns.checks(main, bands, repeat)
    bands = [(repeat * (0.2 + 0.05 * i), 1.1, second, 0.8) for i in range(4)]
    return patterns.checks(main, [*bands, (repeat * 0.75, 1.4, third, 0.8)], repeat)


def dotted(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    repeat = rng.uniform(15, 36)
    return patterns.dots(main, second, repeat, repeat * rng.uniform(0.17, 0.26))


def floral(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    if is_mixed(c):
        petals = mixed_dyes(c, 2)
    else:
        petals = [second, 0.55 * second + 0.45 * dye("white")]
    leaf = dye("green") * 0.8 if lightness(main) > 0.45 else dye("olive") * 1.2
    if c.colour in ("green", "olive", "teal"):
        leaf = main * 0.5 if lightness(main) > 0.45 else main * 2.0
    inks = [leaf, petals[0], petals[1], petals[0] * 0.55, dye("mustard")]
    tile = tiles.flower_tile(int(rng.integers(6)))
    return patterns.printed_inks(main, inks, tile, rng.uniform(2.0, 3.2))


def animal(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    dark = second if c.colour2 and lightness(second) < lightness(main) else dye("black") * 0.8
    if lightness(main) < 0.38:
        dark = second if c.colour2 else dye("beige")
    if rng.random() < 0.25:
        tile = tiles.zebra_tile(int(rng.integers(3)))
        return patterns.printed_inks(main, [dark], tile, rng.uniform(1.9, 2.6))
    heart = 0.55 * main + 0.45 * dark
    tile = tiles.leopard_tile(int(rng.integers(4)))
    return patterns.printed_inks(main, [heart, dark], tile, rng.uniform(2.0, 3.0))


def camouflaged(
    c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye
) -> Pattern:
    other = second if c.colour2 else 0.5 * main + 0.5 * dye("beige")
    return patterns.camouflage(
        [main, other, main * 0.35, main * 0.12 + 0.004], rng.uniform(0.8, 1.25)
    )


def geometric(
    c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye
) -> Pattern:
    dyes = [main, *mixed_dyes(c, 2)] if is_mixed(c) else [main, second, accent]
    return patterns.geometric(dyes, int(rng.integers(4)), rng.uniform(24, 48))


def melange(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    other = second if c.colour2 else (dye("white") if lightness(main) < 0.6 else main * 0.45)
    return patterns.melange(main, other, 0.30 if lightness(main) > 0.6 else 0.17)


REPEATING: dict[str, Callable[..., Pattern]] = {
    "striped": striped, "checked": checked, "polka-dot": dotted, "floral": floral,
    "animal-print": animal, "camouflage": camouflaged, "geometric": geometric, "melange": melange,
}  # fmt: skip


def print_inks(main: Dye, second: Dye, colourway: Colourway) -> tuple[prints.Ink, ...]:
    """Four inks that are seen on the main dye."""
    pale, deep = dye("white"), dye("black")
    line = (
        second
        if abs(lightness(second) - lightness(main)) > 0.2
        else (pale if lightness(main) < 0.55 else deep)
    )
    others = mixed_dyes(colourway, 2) if is_mixed(colourway) else [line * 0.6 + main * 0.4, line]
    tones = [line, others[0], others[1], pale if lightness(main) < 0.7 else deep]
    return tuple(tuple(int(v * 255) for v in linear_to_srgb(t)) for t in tones)


def blocked(rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Horizontal blocks, or left and right."""
    style = int(rng.integers(4))
    first = rng.uniform(70, 130)
    if style == 0:
        return patterns.halves(main, second)
    if style == 1:
        return patterns.blocks([second, main], [first])
    if style == 2:
        return patterns.blocks([main, second], [first + 90])
    return patterns.blocks([main, second, main], [first, first + rng.uniform(50, 90)])


def fabric(colourway: Colourway) -> Cloth:
    """The cloth of a colourway; the same words and seeds give the same cloth."""
    seed = colourway.shape_seed % 1_000_003
    rng = np.random.default_rng([seed, 3])
    own = np.random.default_rng([colourway.cloth_seed % 1_000_003, 4])
    main, second, accent = palette(colourway)
    pale = lightness(main) > 0.55
    groove = 0.16 if pale else 0.0  # pale yarn lights its own grooves
    make = MAKES.get(colourway.material, MAKES["cotton"])
    weave = make.weave
    if colourway.material == "knit" and colourway.type in FINE_KNIT:
        weave = weaves.stockinette(2.6, 0.35)
    if colourway.material == "knit" and colourway.category == "knitwear":
        weave = (
            weaves.stockinette(4.2),
            weaves.stockinette(5.6),
            weaves.cable(),
            weaves.ribbed(6, dark=0.5 + groove),
        )[int(rng.choice(4, p=(0.4, 0.25, 0.2, 0.15)))]
        if colourway.pattern not in ("solid", "melange"):
            weave = weaves.stockinette(4.2)
    if colourway.type in TWILLED and colourway.material in ("cotton", "wool"):
        weave = weaves.twill_weave
    pattern = patterns.solid(main)
    if colourway.material == "denim" and colourway.colour == "blue":
        indigo = 0.82 * main + 0.18 * dye("navy")
        pattern = patterns.solid(0.80 * indigo + 0.20 * indigo.mean())
    if colourway.pattern in REPEATING:
        pattern = REPEATING[colourway.pattern](colourway, rng, main, second, accent)
    wash = float(rng.uniform(0.07, 0.14) if colourway.colour == "blue" else rng.uniform(0.06, 0.2))

    def cloth_of(colours: Pattern, of_weave: Weave = weave) -> Texture:
        if colourway.material == "denim":
            yarn = 0.25 * main + 0.75 * dye("white")
            return denim(colours, wash if lightness(main) < 0.6 else 0.1, yarn)
        return woven(colours, of_weave)

    unprinted = pattern if colourway.pattern == "melange" else patterns.solid(main)
    plain = weaves.sheen if colourway.material == "lace" else weave
    ground = texture = cloth_of(pattern)
    if colourway.pattern in ("floral", "animal-print", "camouflage"):
        ground = texture = shifted(ground, *own.uniform(0, 200, 2))
    if colourway.pattern == "colour-block":
        texture = cloth_of(blocked(rng, main, second, accent))
    if colourway.pattern == "graphic":
        width = float(rng.uniform(112, 158))
        picture = prints.chest_print(int(rng.integers(60)), print_inks(main, second, colourway))
        place = (-width / 2, float(rng.uniform(44, 66)), width)
        texture = with_print(ground, picture, place)
    trim = second if colourway.pattern == "colour-block" and rng.random() < 0.5 else main
    if colourway.pattern in ("striped", "geometric") and rng.random() < 0.3:
        trim = second
    thread = main * 0.55 if pale else main * 1.7 + 0.02
    if colourway.material == "denim":
        thread = dye("mustard") if rng.random() < 0.7 else dye("white") * 0.8
    horn, pearl = rgb("#3a2a20"), rgb("#ece7db")
    buttons = (pearl, horn, main * 0.6 + 0.01)[int(rng.integers(3))] if pale else (
        horn * 0.6, pearl, main * 0.7 + 0.02)[int(rng.integers(3))]  # fmt: skip
    knitted = colourway.material in ("knit", "wool")
    ribs = weaves.ribbed(
        float(rng.choice([3.2, 4.4, 5.6])), 1.0 if knitted else 0.6,
        (0.55 if knitted else 0.72) + groove * 0.8,
    )  # fmt: skip
    lining = (main * 0.5 + 0.01, dye("burgundy"), dye("navy"), dye("grey") * 0.7, dye("beige"))
    return Cloth(
        texture=texture,
        ground=ground,
        accent=cloth_of(patterns.solid(second), plain),
        solid=cloth_of(unprinted, plain),
        rib=woven(unprinted if trim is main else patterns.solid(trim), ribs),
        lining=woven(patterns.solid(lining[int(rng.integers(5))]), weaves.sheen),
        material=make.material,
        colour=main,
        second=second,
        stitch=np.clip(thread, 0, 1),
        button=buttons,
        metal=rgb(("#b9bcc0", "#c7a24c", "#54565a")[int(rng.integers(3))]),
        wrinkle=make.wrinkle,
        fold=make.fold,
        opacity=make.opacity,
    )
