"""How shoppers ask for a change: one table to train with and one that only tests use. Knows words only.

The two share no template and no word for a value, so that a network that has learnt its sentences by
heart fails. Short and careless sentences follow what people wrote for Fashion IQ ("is blue and has
longer sleeves"). Values that neither table knows are said by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from demo.catalog import synonyms
from demo.search.describe import phrase
from demo.studio.lexicon import NOUNS, PLURAL


def plain(text: str) -> str:
    """Words without spelling, plurals and articles: what makes two names the same."""
    words = text.lower().replace("-", " ").replace("gray", "grey").split()
    return " ".join(w.rstrip("s") for w in words if w not in ("a", "an", "the"))


def _words(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {value: tuple(words.split("|")) for value, words in table.items()}


@dataclass(frozen=True)
class Wording:
    """Words and templates of one side."""

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    """attribute -> value -> ways to name it; sleeves, necklines, closures and materials are nouns"""
    frames: Mapping[str, tuple[str, ...]]
    """attribute -> templates around a name; `any` for attributes that neither side knows"""
    around: tuple[str, ...]
    """templates around a whole wish; "{}" where none is needed"""
    more: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """attribute -> ways to ask for more of it, for less of it"""
    openings: tuple[str, ...]
    joints: tuple[str, ...]
    """what stands between two wishes"""

    def value(self, attribute: str, value: str, random: Random) -> str:
        """One wish: another value."""
        frames = self.frames.get(attribute, self.frames["any"])
        names = self.values.get(attribute, {}).get(value)
        said = random.choice(frames).format(
            random.choice(names) if names else phrase(attribute, value)
        )
        return random.choice(self.around).format(said)

    def relative(self, attribute: str, direction: int, random: Random) -> str:
        """One wish: more (+1) or less (-1) of an attribute."""
        return random.choice(self.more[attribute][0 if direction > 0 else 1])

    def sentence(self, wishes: list[str], random: Random) -> str:
        """All wishes in one message."""
        said = wishes[0]
        for wish in wishes[1:]:
            said += random.choice(self.joints) + wish
        opening = random.choice(self.openings)
        if opening:
            said = said.removeprefix("is ").removeprefix("has ")
        return (opening + said).replace(" a a", " an a").replace(" a o", " an o")


_TAUGHT: Final = Wording(
    values={
        "colour": _words({
            "black": "black|black|ebony", "white": "white|white|ivory|snow white",
            "grey": "grey|gray|charcoal|slate grey", "navy": "navy|navy blue|midnight blue",
            "blue": "blue|blue|cobalt blue|royal blue", "light-blue": "light blue|sky blue|baby blue",
            "teal": "teal|petrol|turquoise", "green": "green|green|emerald|bottle green",
            "olive": "olive|olive green|khaki", "yellow": "yellow|yellow|lemon yellow",
            "mustard": "mustard|ochre", "orange": "orange|orange|burnt orange",
            "red": "red|red|scarlet|cherry red", "burgundy": "burgundy|wine red|maroon",
            "pink": "pink|pink|rose|blush pink", "purple": "purple|purple|violet",
            "lavender": "lavender|lilac", "brown": "brown|brown|chocolate brown",
            "tan": "tan|camel", "beige": "beige|sand|cream", "gold": "gold|golden",
            "silver": "silver|silvery", "multicolour": "multicoloured|many colours",
        }),
        "pattern": _words({
            "solid": "plain|solid|without a pattern", "striped": "striped|with stripes",
            "checked": "checked|plaid", "polka-dot": "polka-dot|with polka dots",
            "floral": "floral|with flowers", "animal-print": "animal-print|leopard print",
            "camouflage": "camouflage", "graphic": "graphic|with a graphic print",
            "colour-block": "colour-block|two-tone", "melange": "melange|heathered",
            "geometric": "geometric|with a geometric print",
        }),
        "sleeve": _words({
            "sleeveless": "no sleeves|sleeveless arms", "short": "short sleeves|short sleeve",
            "three-quarter": "three-quarter sleeves|3/4 sleeves", "long": "long sleeves|long sleeve",
        }),
        "neckline": _words({
            "strapless": "a strapless neckline|no straps", "strappy": "thin straps|spaghetti straps",
            "off-shoulder": "an off-shoulder neckline|bare shoulders", "v-neck": "a v-neck|a v neck",
            "scoop": "a scoop neck|a scooped neckline", "square": "a square neck|a square neckline",
            "halter": "a halter neck|a halter neckline", "lapel": "lapels|a lapel collar",
            "crew": "a crew neck|a round neck", "shirt-collar": "a shirt collar|a collar with buttons",
            "polo-collar": "a polo collar", "hooded": "a hood|a hood at the neck",
            "turtleneck": "a turtleneck|a turtleneck collar",
        }),
        "length": _words({
            "cropped": "cropped|a cropped length", "mini": "mini|mini length",
            "knee": "knee length|down to the knee", "long": "long|a long length",
            "midi": "midi|midi length", "maxi": "maxi|floor length", "regular": "regular length",
        }),
        "fit": _words({
            "slim": "slim|slim fit|fitted", "regular": "regular fit|classic fit",
            "relaxed": "relaxed|loose|oversized",
        }),
        "material": _words({
            "cotton": "cotton", "linen": "linen", "denim": "denim", "wool": "wool|woollen cloth",
            "knit": "knit|knitted yarn", "leather": "leather", "satin": "satin", "lace": "lace",
            "chiffon": "chiffon", "velvet": "velvet", "nylon": "nylon", "fleece": "fleece",
            "corduroy": "corduroy", "canvas": "canvas", "straw": "straw",
        }),
        "closure": _words({
            "none": "no closure|no fastening", "buttons": "buttons|a button front",
            "half-buttons": "a button placket", "zip": "a zip|a zipper", "half-zip": "a half zip",
            "laces": "laces", "buckle": "a buckle", "tie": "a tie|a tie at the waist",
        }),
        "style": _words({
            "casual": "casual|everyday", "sporty": "sporty|athletic", "business": "businesslike|smart",
            "party": "festive|right for a party", "formal": "formal|elegant",
        }),
        "type": {
            kind: tuple(n if kind in PLURAL else f"a {n}" for n in dict.fromkeys(names))
            for kind, names in NOUNS.items()
        },
    },
    frames={
        "colour": ("is {}", "in {}", "is {} in colour", "comes in {}", "the same in {}", "{}"),
        "pattern": ("is {}", "{}", "the one that is {}"), "sleeve": ("has {}", "with {}", "{}"),
        "neckline": ("has {}", "with {}", "{}"), "length": ("is {}", "{}", "comes {}"),
        "fit": ("is {}", "{}", "fits {}"), "material": ("is made of {}", "in {}", "{} material"),
        "closure": ("has {}", "with {}"), "style": ("is {}", "{}", "looks {}"),
        "type": ("is {}", "{} instead", "{}"), "any": ("is {}", "{}", "the {} one"),
    },
    more={
        "length": (("is longer", "has a longer hem", "more length", "longer"),
                   ("is shorter", "has a shorter hem", "shorter in length", "shorter")),
        "sleeve": (("has longer sleeves", "the sleeves are longer", "more sleeve"),
                   ("has shorter sleeves", "the sleeves are shorter", "less sleeve")),
        "fit": (("is looser", "has a looser fit", "is more relaxed"),
                ("is tighter", "has a tighter fit", "is more fitted")),
        "neckline": (("has a higher neckline", "more covered at the neck"),
                     ("has a lower neckline", "is more revealing")),
        "lightness": (("is lighter", "is lighter in colour", "brighter"),
                      ("is darker", "is darker in colour", "less bright")),
        "style": (("is more formal", "is more elegant", "less casual"),
                  ("is more casual", "is less formal", "less elegant")),
    },
    around=("{}",) * 12 + (
        "something {}", "I like this, only {}", "looking for one that {}", "can you find it, {}",
        "show me one, {}", "need it to be {}", "any other, {}?", "please, {}", "what about {}?",
        "would love {}", "similar, {}", "have you got {}?", "rather {}", "{} would be better",
        "{}, thanks", "hi, {}",
    ),
    openings=("", "", "", "", "the same but ", "like this, but ", "the other one "),
    joints=(" and ", " and ", ", ", " but "),
)  # fmt: skip
HELD_OUT: Final = Wording(
    values={
        "colour": _words({
            "black": "jet black|pitch black|noir", "white": "off-white|pearl white|optic white",
            "grey": "ash grey|heather grey|dove grey", "navy": "dark navy|french navy|ink navy",
            "blue": "bright blue|sapphire|mid blue", "light-blue": "pale blue|powder blue|ice blue",
            "teal": "aqua|peacock|sea green", "green": "forest green|grass green|fern green",
            "olive": "army green|moss green|military green", "yellow": "sunny yellow|canary|bright yellow",
            "mustard": "mustard yellow|saffron|turmeric", "orange": "tangerine|bright orange|terracotta",
            "red": "crimson|ruby red|bright red", "burgundy": "oxblood|bordeaux|dark red",
            "pink": "candy pink|hot pink|fuchsia|light pink", "purple": "plum|aubergine|dark purple",
            "lavender": "mauve|light purple|pale violet", "brown": "coffee|dark brown|chestnut",
            "tan": "cognac|caramel|light brown", "beige": "stone|oatmeal|nude",
            "gold": "metallic gold|pale gold", "silver": "metallic silver|platinum",
            "multicolour": "rainbow|colourful",
        }),
        "pattern": _words({
            "solid": "unpatterned|one colour", "striped": "stripy|pinstriped",
            "checked": "chequered|tartan|gingham", "polka-dot": "dotted|spotted",
            "floral": "flowery|botanical", "animal-print": "zebra-like|snakeskin",
            "camouflage": "camo", "graphic": "with a logo|with a slogan",
            "colour-block": "colour-blocked|in blocks of colour", "melange": "marled|speckled",
            "geometric": "zigzag|abstract",
        }),
        "sleeve": _words({
            "sleeveless": "arms left bare, sleeveless|a sleeveless cut",
            "short": "cap sleeves|half sleeves", "three-quarter": "elbow sleeves|mid-length sleeves",
            "long": "full sleeves|full-length sleeves",
        }),
        "neckline": _words({
            "strapless": "a bandeau top edge|a neckline without straps",
            "strappy": "narrow straps|skinny straps",
            "off-shoulder": "a bardot neckline|an off-the-shoulder cut",
            "v-neck": "a plunging neckline|a v-shaped neckline", "scoop": "a u-neck|a low round neckline",
            "square": "a square-cut neckline", "halter": "a halterneck",
            "lapel": "a notch lapel|notched lapels",
            "crew": "a crewneck|a round collarless neckline",
            "shirt-collar": "a classic collar|a button-down collar",
            "polo-collar": "a polo neckline|a polo shirt's collar",
            "hooded": "a hoodie's hood|a hooded neckline",
            "turtleneck": "a roll neck|a mock neck",
        }),
        "length": _words({
            "cropped": "waist-length|crop length", "mini": "above the knee|very short",
            "knee": "knee-high in the hem|ending at the knee", "long": "full-length|longline",
            "midi": "mid-calf|calf-length", "maxi": "down to the floor|ankle-grazing maxi",
            "regular": "of normal length|hip-length",
        }),
        "fit": _words({
            "slim": "close-fitting|tight|skinny", "regular": "of standard fit|of normal fit",
            "relaxed": "baggy|roomy|loose-fitting",
        }),
        "material": _words({
            "cotton": "soft jersey|organic cotton", "linen": "pure linen|flax",
            "denim": "jean fabric|blue-jean denim", "wool": "merino|tweed",
            "knit": "cable knit|a knitted fabric",
            "leather": "faux leather|suede", "satin": "silk|silky satin", "lace": "lacy fabric",
            "chiffon": "sheer chiffon|georgette", "velvet": "velour", "nylon": "polyester|a technical shell",
            "fleece": "sherpa|fluffy fleece", "corduroy": "cord|ribbed corduroy",
            "canvas": "cotton canvas|twill", "straw": "raffia|woven straw",
        }),
        "closure": _words({
            "none": "nothing to fasten", "buttons": "a buttoned front|buttons down the front",
            "half-buttons": "a henley placket|buttons half-way down", "zip": "a full zip|a zip fastener",
            "half-zip": "a quarter zip", "laces": "lacing|laces to tie up",
            "buckle": "a buckled strap", "tie": "a self-tie belt|a wrap tie",
        }),
        "style": _words({
            "casual": "laid-back|for the weekend", "sporty": "for the gym|for running",
            "business": "for the office|professional", "party": "glamorous|for a night out",
            "formal": "dressy|for a gala",
        }),
    },
    frames={
        "colour": ("I would prefer it in {}", "could I see this in {}?", "do you have it in {}?",
                   "make it {}"),
        "pattern": ("make it {}", "I want something {}", "could I have one {}?"),
        "sleeve": ("I would like it with {}", "could it have {}?", "give it {}"),
        "neckline": ("I would like it with {}", "could it have {}?", "give it {}"),
        "length": ("make it {}", "I want it {}", "could it be {}?"),
        "fit": ("make it {}", "I want it {}", "could it be {}?"),
        "material": ("I would rather have {}", "could it be made from {}?", "do you have it in {} fabric?"),
        "closure": ("I would like it with {}", "could it have {}?"),
        "style": ("make it {}", "I want something {}"),
        "any": ("make it {}", "I want it {}"),
    },
    more={
        "length": (("I want it a longer cut", "this is too short for me", "could the hem be lower?"),
                   ("this is too long for me", "I want a higher hem", "could it be a shorter cut?")),
        "sleeve": (("the arms should be longer", "I want my arms more covered by the sleeves"),
                   ("the arms should be shorter", "I want the sleeves cut shorter")),
        "fit": (("I need something baggier", "this is too tight for me", "give me more room in it"),
                ("I need something slimmer", "this is too baggy for me", "I want it closer fitting")),
        "neckline": (("I want a more modest neck", "this is too low cut at the neck for me"),
                     ("I want a deeper neckline", "could the neck be cut lower?")),
        "lightness": (("a paler shade please", "I want a lighter shade of it", "this is too dark for me"),
                      ("a deeper shade please", "I want a darker shade of it", "this is too light for me")),
        "style": (("I need something dressier", "this is too casual for me", "something smarter please"),
                  ("I need something more laid-back", "this is too formal for me",
                   "something less dressy please")),
    },
    around=("{}",),
    openings=("",),
    joints=("; also, ", ", plus ", "; then "),
)  # fmt: skip
"""what tests ask with, and nothing else"""


def _widened(side: Wording, other: Wording) -> Wording:
    """The side's names and all synonyms that the shop knows, but for names that the other side has."""
    tables = {
        "colour": synonyms.COLOURS, "pattern": synonyms.PATTERNS, "sleeve": synonyms.SLEEVES,
        "neckline": synonyms.NECKLINES, "length": synonyms.LENGTHS, "fit": synonyms.FITS,
        "material": synonyms.MATERIALS, "style": synonyms.STYLES, "closure": synonyms.CLOSURES,
    }  # fmt: skip
    values = dict(side.values)
    for attribute, table in tables.items():
        taken = {plain(n) for names in other.values[attribute].values() for n in names}
        for own in side.values[attribute].values():
            taken |= {plain(n) for n in own}
        values[attribute] = {
            value: names
            + tuple(n for n in table.get(value, "").split("|") if n and plain(n) not in taken)
            for value, names in side.values[attribute].items()
        }
    return replace(side, values=values)


TRAINING: Final = _widened(_TAUGHT, HELD_OUT)
"""what networks are trained with"""
