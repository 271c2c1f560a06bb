"""A colourway's words turned into cloth: dye, pattern, weave, material. Knows no garment's shape."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio import materials, patterns, prints, weaves
from demo.studio.canvas import rgb
from demo.studio.design import Colourway
from demo.studio.dyes import dye, lightness, palette
from demo.studio.light import Texture
from demo.studio.materials import Material
from demo.studio.motifs import REPEATING, blocked, print_inks
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
    "cotton": Make(materials.COTTON, weaves.plain_weave),
    "linen": Make(materials.LINEN, weaves.slub_weave, 1.7, 1.15),
    "denim": Make(materials.DENIM, weaves.twill_weave, 0.8, 0.85),
    "wool": Make(materials.WOOL, weaves.flannel, 0.5, 0.75),
    "knit": Make(materials.KNIT, weaves.stockinette(), 0.7, 0.9),
    "leather": Make(materials.LEATHER, weaves.grain, 0.8, 0.9),
    "satin": Make(materials.SATIN, weaves.sheen, 0.7, 1.25),
    "lace": Make(replace(materials.LACE, mesh=weaves.lace_cover), weaves.lace, 0.4, 0.8),
    "chiffon": Make(materials.CHIFFON, weaves.crepe, 0.8, 1.25, 0.93),
    "velvet": Make(materials.VELVET, weaves.pile, 0.6, 1.0),
    "nylon": Make(materials.NYLON, weaves.crinkle, 1.2, 0.9),
    "fleece": Make(materials.FLEECE, weaves.felt, 0.8, 1.0),
    "corduroy": Make(materials.CORDUROY, weaves.corduroy(), 0.6, 0.8),
    "canvas": Make(materials.CANVAS, weaves.basket(2.1, 0.32), 0.8, 0.8),
    "straw": Make(materials.STRAW, weaves.basket(4.0, 0.8), 0.2, 0.4),
}
TWILLED = {"suit-trousers", "chinos", "chino-shorts", "blazer", "trench-coat", "sheath-dress"}
FOIL = {"gloss": 0.48, "sharpness": 9, "tint": 0.8, "broad": 0.7, "contrast": 1.35}
"""how a metallic finish reflects"""
COATS = {"overcoat", "blazer", "cap", "pencil-skirt", "a-line-skirt"}
FINE_KNIT = {"leggings", "joggers", "polo-shirt", "pencil-skirt", "beanie"}


def woven(pattern: Pattern, weave: Weave, glint: float = 0.0) -> Texture:
    """A pattern's colours in a weave's relief; `glint` is the light on the loops of dark yarn."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        gain, relief = weave(u, v)
        colour = pattern(u, v)
        if not glint:
            return colour * gain[..., None], relief
        dark = np.clip(1 - colour.mean(-1) / 0.12, 0, 1)
        return colour * gain[..., None] + (glint * dark * (gain - 0.9).clip(0))[..., None], relief

    return texture


def denim(pattern: Pattern, wash: float, yarn: Dye) -> Texture:
    """Twill of a dyed and a pale yarn; `wash` (0..0.5) is how much of the pale one shows."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        twill = np.sin((u + 1.9 * v) * 2 * np.pi / 2.6)
        slub = patterns.noise(41, (0.7, 9), u, v, 2, 512)
        speck = patterns.noise(42, 0.8, u, v, 2, 512)
        cloud = patterns.noise(43, 20, u + seed % 97, v, 0.5)
        uneven = 0.32 * slub + 0.28 * speck + 0.45 * cloud + 0.60 * twill
        pale = np.clip(wash * (1 + uneven), 0, 1)
        colour = pattern(u, v)
        # The dyed yarn is the deeper, so that both together are the colour that was asked for.
        dyed = np.maximum((colour - 0.4 * wash * yarn) / (1 - wash), 0.3 * colour)
        return patterns.mix(dyed, yarn, pale), 0.10 * twill + 0.05 * slub

    return texture


def with_print(ground: Texture, picture: np.ndarray, place: tuple[float, float, float]) -> Texture:
    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = ground(u, v, seed)
        return prints.lay_print(albedo, picture, u, v, place), relief

    return texture


def shifted(texture: Texture, du: float, dv: float) -> Texture:
    """The cloth laid differently: prints never sit alike on two pieces."""
    return lambda u, v, seed: texture(u + du, v + dv, seed)


def fabric(colourway: Colourway) -> Cloth:
    """The cloth of a colourway; the same words and seeds give the same cloth."""
    seed = colourway.shape_seed % 1_000_003
    rng = np.random.default_rng([seed, 3])
    own = np.random.default_rng([colourway.cloth_seed % 1_000_003, 4])
    main, second, accent = palette(colourway)
    pale = lightness(main) > 0.55
    groove = 0.16 if pale else 0.0  # pale yarn lights its own grooves
    make = MAKES.get(colourway.material, MAKES["cotton"])
    if colourway.colour in ("gold", "silver"):  # foil on whatever lies below
        make = replace(make, material=replace(make.material, **FOIL))
    weave = make.weave
    if colourway.material == "knit" and colourway.type in FINE_KNIT:
        weave = weaves.stockinette(2.6, 0.35)
    if colourway.material == "knit" and colourway.category == "knitwear":
        weave = (
            weaves.stockinette(3.4, 0.5),
            weaves.stockinette(7.0, 1.0),
            weaves.cable(),
            weaves.ribbed(5.2, 0.8, 0.72 + 0.6 * groove),
        )[int(rng.choice(4, p=(0.4, 0.25, 0.2, 0.15)))]
        if colourway.pattern not in ("solid", "melange"):
            weave = weaves.stockinette(3.4, 0.5)
    if colourway.material == "nylon" and colourway.category == "bags":
        weave = weaves.ripstop
        make = replace(make, material=replace(make.material, gloss=0.09, broad=0.5, tint=0.8))
    if colourway.material == "wool" and colourway.type in COATS and colourway.pattern == "solid":
        weave = (weaves.felt, weaves.herringbone, weaves.flannel)[int(rng.integers(3))]
    elif colourway.type in TWILLED and colourway.material in ("cotton", "wool"):
        weave = weaves.twill_weave
    pattern = patterns.solid(main)
    if colourway.pattern in REPEATING:
        pattern = REPEATING[colourway.pattern](colourway, rng, main, second, accent)
    wash = float(rng.uniform(0.06, 0.10)) if colourway.colour == "blue" else 0.08
    if lightness(main) < 0.4:
        wash = 0.03  # overdyed: only the odd fleck of weft shows

    def cloth_of(colours: Pattern, of_weave: Weave = weave) -> Texture:
        if colourway.material == "denim":
            return denim(colours, wash, 0.25 * main + 0.75 * dye("white"))
        return woven(colours, of_weave, 0.07 if colourway.material == "knit" else 0.0)

    unprinted = pattern if colourway.pattern == "melange" else patterns.solid(main)
    plain = weaves.sheen if colourway.material == "lace" else weave
    ground = texture = cloth_of(pattern)
    if colourway.pattern in ("floral", "animal-print", "camouflage"):
        ground = texture = shifted(ground, *own.uniform(0, 200, 2))
    if colourway.pattern == "colour-block":
        texture = cloth_of(blocked(colourway, rng, main, second))
    if colourway.pattern == "graphic":
        width = float(rng.uniform(138, 182))
        picture = prints.chest_print(int(rng.integers(143)), print_inks(main, second, colourway))
        place = (-width / 2, float(rng.uniform(38, 58)), width)
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
