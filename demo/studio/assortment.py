"""Plans what the embedded shop sells: designs, their siblings and colourways. Draws and names nothing.

A shopper asks for "the same with long sleeves". Designs are therefore chosen one after another so
that each new one differs in a single attribute from designs already chosen, wherever it can.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

from demo.catalog.vocabulary import CATEGORY_OF, SWATCHES
from demo.studio.buying import choose
from demo.studio.design import CUT, Colourway
from demo.studio.palettes import MATERIAL_COLOURS, PALETTES, PATTERN_COLOURS, SECOND_COLOURS
from demo.studio.rules import COOL, NEVER, RULES, STYLE_OF, WARM, Rule

DEFAULT_COUNT = 1800
PLAIN_SIZES: Final = (3, 2)
PRINTED_SIZES: Final = (4, 3, 2)
"""how many colourways families get, in turn; more where they come in prints"""
MOSTLY_MULTICOLOUR: Final = {"floral": 0.15, "geometric": 0.2}

COLOUR_CODES: Final = {"light-blue": "LBL", "black": "BLK", "green": "GRN", "grey": "GRY"}
"""colour -> what it is called in a SKU; any other is called by its first three letters"""

Design = Mapping[str, str]


def plan(seed: int = 7, count: int = DEFAULT_COUNT) -> list[Colourway]:
    """All colourways of the catalogue, type by type.

    seed: another seed is another shop; the same seed and count give equal plans.
    count: about how many products; a larger plan contains the smaller one, family by family.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, not {count}")
    colourways: list[Colourway] = []
    for type_, quota in _quotas(count).items():
        made: list[Colourway] = []
        families = _families(seed, type_)
        while len(made) < quota:
            made += next(families)
        colourways += made[:quota]
    return colourways


def _quotas(count: int) -> dict[str, int]:
    """type -> products, by the rules' shares, summing to count (largest remainders)."""
    total = sum(rule.share for rule in RULES.values())
    exact = {t: count * RULES[t].share / total for t in CATEGORY_OF}
    quotas = {t: int(x) for t, x in exact.items()}
    by_remainder = sorted(exact, key=lambda t: quotas[t] - exact[t])
    for t in by_remainder[: count - sum(quotas.values())]:
        quotas[t] += 1
    return quotas


def _families(seed: int, type_: str) -> Iterator[list[Colourway]]:
    """Endless families of a type, each a list of its colourways."""
    rule = RULES[type_]
    rng = random.Random(f"{seed}/{type_}")
    used: Counter[str] = Counter()
    printed: list[str] = []
    for number, design in enumerate(_designs(rule, rng), start=1):
        family = f"{rule.code}-{number:03d}"
        shape_seed = _stable(f"{seed}/{family}")
        colourways = []
        for pattern, colour in _dyes(rule, design, number, rng, used, printed):
            sku = f"{family}-{COLOUR_CODES.get(colour, colour[:3].upper())}"
            colourways.append(
                Colourway(
                    sku=sku, family=family, category=CATEGORY_OF[type_], type=type_,
                    colour=colour, colour2=_second_colour(colour, pattern, rng), pattern=pattern,
                    style=_style(rule, design["material"], pattern),
                    season=_season(type_, design["material"], design["sleeve"]),
                    shape_seed=shape_seed, cloth_seed=_stable(f"{seed}/{sku}"), **design,
                )
            )  # fmt: skip
        yield colourways


def _dyes(
    rule: Rule, design: Design, number: int, rng: random.Random, used: Counter[str],
    printed: list[str],
) -> Iterator[tuple[str, str]]:
    """(pattern, colour) of a family's colourways: plain ones and two prints.

    `used` counts the type's colours so far, so that none is left out. `printed` lists its families'
    prints so far: families in a row share one, so that a printed item finds its siblings too.
    """
    patterns = [p for p in rule.pattern.split() if _goes_together({**design, "pattern": p}, rule)]
    prints = [p for p in patterns if p != "solid"]
    sizes = PRINTED_SIZES if prints else PLAIN_SIZES
    size = sizes[number % len(sizes)]
    slots = ["solid"] * size
    if prints:
        run = _usual_designs(rule) // max(1, len(rule.pattern.split()) - 1)
        main = min(prints, key=printed.count)
        if printed and printed[-1] in prints and printed.count(printed[-1]) < run:
            main = printed[-1]
        printed.append(main)
        slots = ["solid", main, main, "solid"][:size]
        if "solid" not in patterns:
            slots = [main] * size
    taken: set[str] = set()
    for pattern in slots:
        colours = [c for c in colours_for(rule, design["material"], pattern) if c not in taken]
        luck = {
            c: rng.random() * (rank + 12) * (1 + used[c]) for rank, c in enumerate(colours)
        }
        if rng.random() < MOSTLY_MULTICOLOUR.get(pattern, 0) and "multicolour" not in taken:
            luck["multicolour"] = -1.0
        if luck:
            taken.add(colour := min(luck, key=luck.__getitem__))  # common colours first, mostly
            used[colour] += 1
            yield pattern, colour


def _designs(rule: Rule, rng: random.Random) -> Iterator[Design]:
    """Designs in the order in which a buyer would take them; starts again when all are taken.

    First those that a shop of the usual size has, each beside the one it differs least from.
    """
    lattice = [
        dict(zip(CUT, values, strict=True))
        for values in product(*(getattr(rule, a).split() or [""] for a in CUT))
    ]
    lattice = [design for design in lattice if _goes_together(design, rule)]
    taken = choose(lattice, _usual_designs(rule), rng)
    while True:
        for group in (taken, [design for design in lattice if design not in taken]):
            left, last = list(group), lattice[0]
            while left:
                last = min(left, key=lambda d: sum(d[a] != last[a] for a in CUT))
                left.remove(last)
                yield last


def _usual_designs(rule: Rule) -> int:
    """How many designs of a type a shop of the usual size has."""
    sizes = PRINTED_SIZES if rule.pattern != "solid" else PLAIN_SIZES
    products = DEFAULT_COUNT * rule.share / sum(r.share for r in RULES.values())
    return math.ceil(products * len(sizes) / sum(sizes))


def _goes_together(design: Design, rule: Rule) -> bool:
    """Whether no forbidden pair is in the design. "length=long" names one attribute's value."""
    words = set(design.values()) | {f"{a}={v}" for a, v in design.items()}
    return not any(set(pair.split()) <= words for pair in (*NEVER, *rule.never))


def colours_for(rule: Rule, material: str, pattern: str) -> list[str]:
    """Colours in which a type of this material and pattern may be dyed, without repeats."""
    named = [c for word in rule.colours.split() for c in PALETTES.get(word, word).split()]
    allowed = [c for c in dict.fromkeys(named) if (c, pattern) != ("multicolour", "solid")]
    for table, key in ((MATERIAL_COLOURS, material), (PATTERN_COLOURS, pattern)):
        if key in table:
            kept = [c for c in allowed if c in table[key].split()]
            allowed = kept if len(kept) > 1 else table[key].split()
    return allowed


def lightness(colour: str) -> float:
    """CIELAB L* of a named colour's swatch, 0 to 100."""
    channels = [int(SWATCHES[colour][i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def _second_colour(colour: str, pattern: str, rng: random.Random) -> str:
    """What the pattern is printed with: the most readable of three tries that suit it.

    Empty where there is none, and where the cloth has many colours anyway.
    """
    options = [c for c in SECOND_COLOURS.get(pattern, "").split() if c != colour]
    if not options or colour == "multicolour":
        return ""
    tries = rng.sample(options, min(3, len(options)))
    if pattern in ("striped", "checked", "polka-dot", "graphic", "geometric", "colour-block"):
        return max(tries, key=lambda c: min(abs(lightness(c) - lightness(colour)), 45.0))
    return max(tries, key=lambda c: min(abs(lightness(c) - lightness(colour)), 25.0))


def _style(rule: Rule, material: str, pattern: str) -> str:
    for value in (pattern, material):
        if value in STYLE_OF and rule.style in ("casual", "business"):
            return STYLE_OF[value]
    return rule.style


def _season(type_: str, material: str, sleeve: str) -> str:
    if type_ in ("puffer-jacket", "parka", "overcoat", "beanie", "turtleneck"):
        return "winter"
    if type_ in ("denim-shorts", "chino-shorts", "sandal", "straw-hat", "summer-dress", "tank-top"):
        return "summer"
    if material in COOL or sleeve == "sleeveless":
        return "autumn" if material in WARM else "summer"
    if material in WARM:
        return "winter" if material in ("wool", "knit") else "autumn"
    if type_ in ("trench-coat", "denim-jacket", "bomber-jacket", "blazer", "ballet-flat"):
        return "spring"
    if type_ in ("leather-jacket", "ankle-boot", "tall-boot", "flannel-shirt"):
        return "autumn"
    return "all-year"


def _stable(text: str) -> int:
    """A seed below 2**31 that is the same on every machine (`hash` is not)."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") & 0x7FFFFFFF


def plainest(type_: str, seed: int = 7, **changes: str) -> Colourway:
    """One colourway outside of any plan: the type's plainest design with these attributes changed.

    For looking at drawings and for tests; no rule is checked.
    """
    rule = RULES[type_]
    rng = random.Random(seed)
    values = {a: (getattr(rule, a).split() or [""])[0] for a in (*CUT, "pattern")} | changes
    colour = values.pop("colour", "") or colours_for(rule, values["material"], values["pattern"])[0]
    second = values.pop("colour2", "") or _second_colour(colour, values["pattern"], rng)
    style = values.pop("style", "") or _style(rule, values["material"], values["pattern"])
    season = values.pop("season", "") or _season(type_, values["material"], values["sleeve"])
    return Colourway(
        sku=f"{rule.code}-000", family=f"{rule.code}-000", category=CATEGORY_OF[type_], type=type_,
        colour=colour, colour2=second, style=style, season=season,
        shape_seed=_stable(f"shape/{seed}"), cloth_seed=_stable(f"cloth/{seed}"), **values,
    )  # fmt: skip
