"""Two or three sentences on a product's page: what it is, how it feels, what to wear it with.

Says only what is true of the picture or of the cloth by its nature. Knows no price and no brand.
"""

from __future__ import annotations

from random import Random
from typing import Final

from demo.studio.design import Colourway
from demo.studio.lexicon import NOUNS, PLURAL
from demo.studio.shades import plain_shade, shade_of
from demo.studio.titles import MARL, SAID_BY_TYPE, TWO_COLOURED

CLOTH: Final = {
    "cotton": ("soft cotton", "pure cotton", "midweight cotton"),
    "linen": ("washed linen", "airy linen", "pure linen"),
    "denim": ("cotton denim", "sturdy denim"),
    "wool": ("pure wool", "soft wool", "fine wool"), "knit": ("a soft knit", "a cosy knit"),
    "leather": ("smooth leather", "supple leather"), "satin": ("fluid satin", "lustrous satin"),
    "lace": ("fine lace", "openwork lace"), "chiffon": ("floaty chiffon", "sheer chiffon"),
    "velvet": ("plush velvet", "soft velvet"), "nylon": ("light nylon", "crisp nylon"),
    "fleece": ("warm fleece", "brushed fleece"), "corduroy": ("soft corduroy", "ribbed corduroy"),
    "canvas": ("sturdy canvas", "cotton canvas"), "straw": ("woven straw", "braided straw"),
}  # fmt: skip

FEEL: Final = {
    "cotton": ("{It} wash{es} well and get{s} better with every wear.",
               "Cotton breathes, so {it} stay{s} comfortable all day.",
               "Nothing to learn: wash, wear, repeat."),
    "linen": ("Linen creases, and that is the charm of it.",
              "The cloth keeps you cool when the pavement does not.",
              "{It} soften{s} a little with every wash."),
    "denim": ("The colour will fade the way you live.", "{It} start{s} firm and give{s} with wear.",
              "Made to be worn hard and washed rarely."),
    "wool": ("Wool keeps its shape and shrugs off a drizzle.",
             "Air {it} overnight and {it} {is} fresh again.",
             "The cloth is warm without being heavy."),
    "knit": ("The stitches have give, so {it} move{s} with you.", "Fold {it}, never hang {it}.",
             "{It} feel{s} like the first cool evening of the year."),
    "leather": ("Leather takes on a shine where you touch it most.", "{It} will look better in five years.",
                "A little wax once a season is all the care {it} need{s}."),
    "satin": ("The cloth catches the light when you move.",
              "{It} feel{s} cool on the skin and drape{s} softly."),
    "lace": ("The pattern is open, the effect is not loud.", "Delicate to look at, easy to wear."),
    "chiffon": ("{It} float{s} rather than hang{s}.", "The cloth is light enough to move with a breeze."),
    "velvet": ("The pile turns light and dark as you move.", "Nothing else looks this good by candlelight."),
    "nylon": ("{It} dr{ies} quickly and pack{s} small.", "Light to carry and quick to wipe clean."),
    "fleece": ("Brushed on the inside, where it counts.", "{It} hold{s} the warmth of a slow morning."),
    "corduroy": ("The wales soften with wear.", "A texture that makes plain colours interesting."),
    "canvas": ("Tough enough for daily use.", "The weave is dense and made for years of carrying on."),
    "straw": ("{It} weigh{s} next to nothing.", "Woven closely, so it keeps its shape."),
}  # fmt: skip
"""material -> what its cloth is like"""

CUTS: Final = {
    "slim": ("The cut stays close to the body.", "Slim all the way, without pinching.",
             "{It} sit{s} close and neat."),
    "regular": ("A straight, easy cut, true to size.", "Neither tight nor wide: it simply fits.",
                "The cut leaves room where you need it."),
    "relaxed": ("Cut wide, for room to move.", "The shape is loose and unhurried.",
                "Roomy by design; take your usual size."),
}  # fmt: skip

WEAR: Final = {
    "tops": ("Tuck {it} into high-waisted jeans.", "Good alone in summer, good under a jacket later.",
             "Wear {it} with chinos on Friday and shorts on Saturday.",
             "{It} layer{s} well under a cardigan.", "Easy with denim, easy with tailoring.",
             "Let it hang loose or knot it at the waist."),
    "knitwear": ("Layer {it} over a shirt and let the collar show.",
                 "Good with jeans, better with wool trousers.",
                 "For desks by the window and walks by the sea.",
                 "Throw {it} over your shoulders until dusk.",
                 "The one you will reach for on Sundays."),
    "outerwear": ("Leave {it} open over a plain tee.", "Wear {it} over knitwear when it turns cold.",
                  "It goes from the first train to the last.", "A layer that makes the rest look considered.",
                  "Button up in the wind, open indoors."),
    "dresses": ("Flat sandals by day, heels at night.", "One piece and you are dressed.",
                "Add a denim jacket when the sun goes.", "A belt changes it, boots change it again.",
                "Made for long tables and late dinners."),
    "skirts": ("Tuck in a plain tee and you are done.", "With boots in winter, with flats in spring.",
               "A fine knit on top keeps {it} simple.", "It moves well, so walk."),
    "trousers": ("Roll the hem, add white trainers.", "A plain tee on top is enough.",
                 "Wear {them} with loafers, or with nothing on your feet at home.",
                 "{They} go with most of what you own.", "A tucked shirt makes {them} smart."),
    "shorts": ("A linen shirt on top, sandals below.", "For ferries, gardens and long lunches.",
               "Wear {them} with a loose tee.", "{They} look right with trainers and a polo."),
    "shoes": ("Good with bare ankles and rolled hems.", "They finish what a plain outfit starts.",
              "Wear them in gently; they will repay it.", "They go from pavement to parquet.",
              "Pair them with straight jeans."),
    "bags": ("Room for the day, and the handles age well.", "It keeps its shape when you put it down.",
             "Phone, keys, book: everything has its place.", "Carry it by day, keep it for the evening."),
    "hats": ("It finishes an outfit in a second.", "Good against sun, wind and bad hair days.",
             "Push it back a little.", "Made to be packed and worn without fuss."),
}  # fmt: skip
"""category -> what to wear the item with, or when"""

OCCASIONS: Final = {
    "sporty": ("For training, travel and the day after.", "Sporty without trying."),
    "casual": ("An easy choice for every day.", "No occasion needed."),
    "business": ("At home in the office, at ease after it.", "Smart enough for a meeting."),
    "party": ("For evenings with a guest list.", "Dress up and stay late."),
    "formal": ("Right for weddings and dinners.", "For occasions that ask for a little more."),
}
SEASONS: Final = {
    "spring": "For the first mild days.", "summer": "Light enough for the hottest week.",
    "autumn": "For cooler days and early dusk.", "winter": "Warm enough for a proper winter.",
    "all-year": "Useful in every month of the year.",
}  # fmt: skip


DETAILS: Final = ("neckline", "sleeve", "length", "closure")


def description(c: Colourway, motto: str) -> str:
    """One to three sentences; the same for the same colourway, always. `motto` is the brand's."""
    rng = Random(f"description/{c.sku}/{c.cloth_seed}")
    plural = c.type in PLURAL
    sentences = [_opening(c, rng, plural)]
    more = [rng.choice(FEEL[c.material]), rng.choice(WEAR[c.category])]
    if c.fit:
        more.append(rng.choice(CUTS[c.fit]))
    more.append(rng.choice((rng.choice(OCCASIONS[c.style]), SEASONS[c.season], motto)))
    chosen = sorted(rng.sample(range(len(more)), rng.choice((1, 2, 2))))
    return " ".join([*sentences, *(_agree(more[i], plural) for i in chosen)])


def _agree(line: str, plural: bool) -> str:
    """The line with pronouns and verbs for one thing or for a pair."""
    words = (
        {"It": "They", "it": "them", "is": "are", "s": "", "es": "", "ies": "y"}
        if plural
        else {"It": "It", "it": "it", "is": "is", "s": "s", "es": "es", "ies": "ies"}
    )
    line = line.replace("Air {it} overnight and {it} ", "Air {it} overnight and {they} ")
    line = line.replace("so {it} ", "so {they} ").replace("care {it} ", "care {they} ")
    both = {"They": "They", "them": "them", "they": "they" if plural else "it"}
    return line.format(**words, **both)


def _opening(c: Colourway, rng: Random, plural: bool) -> str:
    noun = NOUNS[c.type][0]
    shade = shade_of(c).name
    ground = "in many colours" if c.colour == "multicolour" else f"on {shade}"
    cloth = rng.choice(CLOTH[c.material])
    made_in = "pattern" if c.material in ("knit", "wool") else "print"
    what = {
        "solid": f"{shade} {noun}", "melange": f"{shade} {MARL[c.shape_seed % 2]} {noun}",
        "striped": f"striped {noun}", "checked": f"checked {noun}", "polka-dot": f"polka-dot {noun}",
        "floral": f"{noun} with a floral {made_in} {ground}",
        "animal-print": f"{shade} {noun} with an animal print",
        "camouflage": f"{noun} in {shade} camouflage",
        "graphic": f"{shade} {noun} with a printed graphic",
        "colour-block": f"colour-block {noun}",
        "geometric": f"{noun} with a geometric {made_in} {ground}",
    }[c.pattern]  # fmt: skip
    if c.pattern in TWO_COLOURED and not what.endswith(ground):
        other = "many colours" if c.colour2 in ("", "multicolour") else plain_shade(c.colour2).name
        what += f" in {shade} and {other}"
    made = "" if c.material in what or c.material == "straw" else rng.choice(
        (f", made of {cloth}",) if c.material == "knit" or c.category in ("shoes", "bags", "hats")
        else (f", made from {cloth}", f", cut from {cloth}")
    )  # fmt: skip
    named = SAID_BY_TYPE.get(c.type, "").split()
    details = [d for d in (_detail(a, c) for a in DETAILS if a not in named) if d]
    rng.shuffle(details)
    details = details[: rng.choice((1, 2, 2))]
    comma = ", with " if made or " with " in what else " with "
    clause = comma + " and ".join(details) if details else ""
    article = "" if plural else ("An " if what[0].lower() in "aeiou" else "A ")
    phrase = f"{article}{what}{made}{clause}"
    return phrase[0].upper() + phrase[1:] + "."


def _detail(attribute: str, c: Colourway) -> str:
    """One of its attributes as something that it comes with, or an empty string."""
    value = getattr(c, attribute)
    if not value or value in ("none", "sleeveless") or (attribute, value) == ("length", "regular"):
        return ""
    leg = c.category in ("trousers", "shorts")
    if attribute == "length":
        return {
            "cropped": "a cropped leg" if leg else "a cropped hem",
            "mini": "a short leg" if leg else "a mini hem",
            "knee": "a leg that ends at the knee" if leg else "a hem at the knee",
            "midi": "a midi hem", "maxi": "a floor-length hem",
            "long": "a full-length leg" if leg else "a long cut",
        }[value]  # fmt: skip
    if attribute == "sleeve":
        return f"{value} sleeves"
    if attribute == "neckline":
        return {
            "v-neck": "a V-neck", "crew": "a round neck", "scoop": "a scoop neck",
            "square": "a square neckline", "halter": "a halter neck", "hooded": "a hood",
            "lapel": "lapels", "shirt-collar": "a collar", "polo-collar": "a ribbed collar",
            "turtleneck": "a high roll neck", "strappy": "thin straps",
            "strapless": "a strapless top edge", "off-shoulder": "bare shoulders",
        }[value]  # fmt: skip
    ties = c.category in ("dresses", "skirts", "outerwear")
    return {
        "buttons": "a button front" if c.category not in ("trousers", "skirts", "shorts") else "buttons",
        "half-buttons": "a short button placket", "zip": "a zip", "half-zip": "a half zip",
        "laces": "laces", "buckle": "a buckle",
        "tie": "a tie at the waist" if ties else "a drawstring" if leg else "a tie",
    }[value]  # fmt: skip
