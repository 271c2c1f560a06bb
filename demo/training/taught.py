"""How training words a change: many names of every value, many ways to ask. Knows words only.

Short and careless sentences follow what people wrote for Fashion IQ ("is blue and has longer sleeves").
Beside these names stand all synonyms that the shop knows, but for those that are held out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from demo.catalog import synonyms
from demo.studio.lexicon import NOUNS, PLURAL
from demo.training.held_out import CHECKED, HELD_OUT
from demo.training.wording import Wording, as_names, plain

_TAUGHT: Final = Wording(
    values={
        "colour": as_names({
            "black": "black|ebony|deep black|solid black|all black|inky black|blackish|soot black|"
                "licorice black|very dark",
            "white": "white|ivory|snow white|pure white|plain white|bright white|whitish|cotton white|"
                "cloud white|winter white|paper white",
            "grey": "grey|charcoal|slate grey|light grey|dark grey|mid grey|medium gray|greyish|"
                "concrete grey|iron grey|mouse grey|storm grey|pebble grey",
            "navy": "navy|navy blue|midnight blue|dark blue|very dark blue|sailor blue|deep blue|"
                "ink blue|blue so dark it is almost black|night blue",
            "blue": "blue|cobalt blue|royal blue|strong blue|bluish|electric blue|lapis blue|"
                "marine blue|deep sky blue|clear blue|classic blue|jeans blue|a real blue",
            "light-blue": "light blue|sky blue|baby blue|pastel blue|faded blue|washed-out blue|"
                "summer sky blue|soft sky blue|glacier blue|very light blue|bluish white",
            "teal": "teal|petrol|turquoise|greenish blue|bluish green|dark turquoise|dark cyan|"
                "ocean green|duck green",
            "green": "green|emerald|bottle green|strong green|deep green|greenish|dark green|"
                "vivid green|meadow green|lawn green|ivy green|spring green|a real green",
            "olive": "olive|olive green|khaki|olive grey-green|dark olive|brownish green|muddy green|"
                "combat green|hunter olive|dusty olive",
            "yellow": "yellow|lemon yellow|strong yellow|yellowish|light yellow|neon yellow|"
                "sunshine yellow|daffodil|banana yellow|corn yellow|vivid yellow",
            "mustard": "mustard|ochre|dark yellow|ochre yellow|brownish yellow|amber|honey yellow|"
                "golden mustard|deep yellow",
            "orange": "orange|burnt orange|strong orange|orangey|dark orange|light orange|neon orange|"
                "fiery orange|mandarin|papaya|vivid orange|reddish orange",
            "red": "red|scarlet|cherry red|strong red|reddish|vivid red|deep red|fire engine red|"
                "strawberry red|chilli red|coral red|signal red|classic red|a real red",
            "burgundy": "burgundy|wine red|maroon|wine|deep wine red|dark cherry|blackish red|port wine|"
                "red wine|beetroot red|dark maroon|brownish red",
            "pink": "pink|rose|blush pink|strong pink|pinkish|pale rose|bright pink|vivid pink|rosy|"
                "watermelon pink|peony pink|barbie pink|soft pink|rose pink",
            "purple": "purple|violet|strong purple|purplish|deep violet|royal violet|blackberry|"
                "vivid purple|dark violet|bluish purple",
            "lavender": "lavender|lilac|pale lilac|soft violet|light violet|soft purple|lavender blue|"
                "lilac grey|light lilac",
            "brown": "brown|chocolate brown|strong brown|brownish|deep brown|earth brown|wood brown|"
                "nut brown|bark brown|rusty brown|mid brown|a real brown",
            "tan": "tan|camel|camel brown|honey brown|sandy tan|saddle tan|fawn|tawny|golden brown|"
                "leather brown",
            "beige": "beige|sand|cream|light beige|warm beige|sandy beige|cream white|buff|"
                "linen coloured|off-cream|pale sand|khaki beige",
            "gold": "gold|golden|gold coloured|shiny gold|glittering gold|antique gold|rose gold",
            "silver": "silver|silvery|silver coloured|shiny silver|glittering silver|metal grey|"
                "antique silver|mirror silver",
            "multicolour": "multicoloured|many colours|in many colours|several colours|"
                "bright mixed colours|all colours|of every colour|multi-coloured",
        }),
        "pattern": as_names({
            "solid": "plain|solid|without a pattern|with no pattern|in plain colour|no print|"
                "in one solid colour|without stripes or prints|all one shade|simple and plain|uni",
            "striped": "striped|with stripes|in stripes|with thin stripes|with wide stripes|"
                "with horizontal stripes|with vertical stripes|stripe patterned|with a stripe pattern|"
                "sailor striped|candy striped|lined with stripes",
            "checked": "checked|plaid|with checks|in a check pattern|check patterned|"
                "with a plaid pattern|squared|with a grid of lines|madras checked|buffalo plaid|"
                "houndstooth check",
            "polka-dot": "polka-dot|with polka dots|with dots|with round dots|full of dots|"
                "with big dots|with tiny dots|in a dot pattern|dot printed|with white dots",
            "floral": "floral|with flowers|flower printed|with a flower print|with little flowers|"
                "with big blooms|with leaves and flowers|full of flowers|rose printed|"
                "with a floral pattern|tropical floral",
            "animal-print": "animal-print|leopard print|with leopard spots|in leopard|"
                "in an animal pattern|with zebra stripes|with a wild animal print|like a big cat|"
                "wild animal patterned|with tiger stripes",
            "camouflage": "camouflage|in camouflage colours|with a camouflage pattern|"
                "hunter's camouflage|soldier-like patterned|with jungle camouflage",
            "graphic": "graphic|with a graphic print|with a print on the chest|with a printed picture|"
                "with a drawing|with a motif|with a text print|with an illustration|with a band print|"
                "with something printed on the front",
            "colour-block": "colour-block|two-tone|in two colours|with contrasting panels|"
                "with contrast blocks|colour panelled|with a contrasting half|two-coloured|"
                "in big fields of colour|with contrast sleeves",
            "melange": "melange|heathered|with flecks|of mixed yarn|with a melange look|"
                "in a heather look|salt and pepper|of grained yarn",
            "geometric": "geometric|with a geometric print|with shapes|with a geometric pattern|"
                "with lines and shapes|with hexagons|with a pattern of angles|"
                "in a modern geometric pattern|with chevrons|with an ethnic pattern",
        }),
        "sleeve": as_names({
            "sleeveless": "no sleeves|sleeveless arms|no sleeves at all|without any sleeves|bare arms|"
                "open arms, no sleeves|cut-off sleeves|nothing covering the arms|zero sleeves",
            "short": "short sleeves|sleeves above the elbow|little sleeves|"
                "shorter-cut sleeves, short ones|tee sleeves|sleeves covering just the shoulders|"
                "summer sleeves|short arms",
            "three-quarter": "three-quarter sleeves|3/4 sleeves|sleeves past the elbow|"
                "sleeves ending on the forearm|three quarter length sleeves|"
                "sleeves between elbow and wrist|medium-length sleeves|3/4 length sleeves|"
                "sleeves that stop mid-forearm",
            "long": "long sleeves|sleeves to the hands|sleeves covering the whole arm|long arms|"
                "sleeves to the wrists|winter sleeves, long ones|arms fully covered|"
                "sleeves of full arm length",
        }),
        "neckline": as_names({
            "strapless": "a strapless neckline|no straps|no shoulder straps|a top without straps|"
                "a straight strapless edge|nothing over the shoulders|a bustier neckline",
            "strappy": "thin straps|spaghetti straps|slim straps|fine straps|shoulder straps|"
                "spaghetti shoulder straps|cami straps|thin shoulder straps",
            "off-shoulder": "an off-shoulder neckline|bare shoulders|off the shoulders|"
                "uncovered shoulders|a carmen neckline|open shoulders|"
                "a neckline that leaves the shoulders bare",
            "v-neck": "a v-neck|a low v|a v-cut neck|a v neckline|a vee neck|a v-cut collar|"
                "a neck shaped like a v|a deep v-neck",
            "scoop": "a scoop neck|a scooped neckline|a round low neck|a rounded low neckline|"
                "a scoop neckline|a wide scoop|a big round neck opening|a curved neckline",
            "square": "a square neck|a square neckline|a square-shaped neck|a squared neckline|"
                "a neckline with corners|a rectangular neckline|a straight square neck",
            "halter": "a halter neck|a halter neckline|a halter top neck|halter straps|"
                "a neckline fastened behind the neck|a neck loop|a halter style neck",
            "lapel": "lapels|a lapel collar|a suit collar|jacket lapels|a tailored collar with lapels|"
                "a coat collar|wide lapels|a reverse collar",
            "crew": "a crew neck|a round neck|a round collar|a simple round neck|a high round neck|"
                "a normal round neckline|a basic round neck|a ribbed round neck",
            "shirt-collar": "a shirt collar|a collar with buttons|a collar|a shirt-style collar|"
                "a turn-down collar|a stiff collar|a proper collar with a button|a business shirt collar",
            "polo-collar": "a polo collar|a collar like a polo|a knitted polo collar|"
                "a ribbed fold-down collar with buttons|a golf shirt collar|a piqué collar",
            "hooded": "a hood|a hood at the neck|a hood attached|a built-in hood|a hood behind|"
                "a drawstring hood|a big hood|a hood over the head",
            "turtleneck": "a turtleneck|a turtleneck collar|a high neck|a tall rolled collar|"
                "a rolled collar|a polo-neck roll|a neck that covers the throat|a warm high collar|"
                "a stand-up knit collar",
        }),
        "length": as_names({
            "cropped": "cropped|a cropped length|cropped short|short in the body|shortened|"
                "belly-showing|of cropped cut",
            "mini": "mini|mini length|mini short|a short mini|of a mini cut|showing the thighs",
            "knee": "knee length|down to the knee|to the knee|reaching the knee|with a knee-length hem|"
                "just to the knees",
            "long": "long|a long length|longer-cut, long|long in the body|of long cut|reaching far down|"
                "a long cut|elongated",
            "midi": "midi|midi length|between knee and ankle|mid-length, to the calf|of a midi cut|"
                "halfway down the calf",
            "maxi": "maxi|floor length|maxi-length|floor-sweeping|reaching the floor|to the feet|"
                "full maxi|down to the ground",
            "regular": "regular length|regular in length|of medium length|of usual length|"
                "standard length|to the hips|not cropped and not long",
        }),
        "fit": as_names({
            "slim": "slim|slim fit|fitted|slim-cut|close to the body|tailored|body-hugging|tightly cut|"
                "snug|slender|form-fitting",
            "regular": "regular fit|classic fit|of regular cut|normally cut|regular in fit|"
                "neither tight nor loose|of average fit|standard cut",
            "relaxed": "relaxed|loose|oversized|loosely cut|with a lot of room|relaxed in fit|"
                "comfortably loose|easy fitting|big and loose|flowing and loose|generously cut",
        }),
        "material": as_names({
            "cotton": "cotton|cotton fabric|100% cotton|soft cotton|cotton cloth|light cotton",
            "linen": "linen|linen fabric|soft linen|washed linen|summer linen|natural linen",
            "denim": "denim|denim fabric|jeans material|washed denim|blue denim|sturdy denim",
            "wool": "wool|woollen cloth|wool fabric|warm wool|woolly cloth|sheep's wool|thick wool|"
                "boiled wool",
            "knit": "knit|knitted yarn|knitwear yarn|knit yarn|knit fabric|knitting|thick knit|"
                "fine knit|ribbed knit",
            "leather": "leather|leather hide|smooth leather|leatherette|real leather|soft leather",
            "satin": "satin|satin fabric|glossy satin|satin weave|a silky fabric|shimmering satin",
            "lace": "lace|lace fabric|fine lace|floral lace|lace trim all over|crocheted lace",
            "chiffon": "chiffon|chiffon fabric|thin chiffon|a light see-through fabric|airy chiffon|"
                "floaty chiffon",
            "velvet": "velvet|velvet fabric|soft velvet|a velvety pile|panne velvet|rich velvet",
            "nylon": "nylon|nylon fabric|shiny nylon|padded nylon|sporty nylon|waterproof fabric",
            "fleece": "fleece|fleece fabric|warm fleece|brushed fleece|a fuzzy pile|soft warm fleece",
            "corduroy": "corduroy|corduroy fabric|fine corduroy|corded velvet|wide corduroy",
            "canvas": "canvas|canvas fabric|heavy canvas|strong canvas|sturdy canvas|waxed canvas",
            "straw": "straw|straw weave|plaited straw|natural straw|basket weave|braided straw",
        }),
        "closure": as_names({
            "none": "no closure|no fastening|no buttons and no zip|to pull over, without closure|"
                "nothing that closes it|a pullover cut, no fastenings|without fastening",
            "buttons": "buttons|a button front|a buttoned opening|button closing|buttons all the way|"
                "buttons along the front|big buttons|a full button placket",
            "half-buttons": "a button placket|buttons at the neck only|a short row of buttons|"
                "half a button placket|some buttons under the neck|a grandad placket",
            "zip": "a zip|a zipper|zip closing|a front zip|a zip-up front|a metal zip|a long zip|"
                "zipper closing",
            "half-zip": "a half zip|a half-length zip|a short zip|a zip at the top only|"
                "a zip halfway down|a zipped neck",
            "laces": "laces|lace closing|shoe laces|crossed laces|laces in front",
            "buckle": "a buckle|a buckle fastening|a strap with a buckle|buckle closing|a side buckle",
            "tie": "a tie|a tie at the waist|a tied belt|a ribbon to tie|a tie belt|a knot at the waist|"
                "tied strings",
        }),
        "style": as_names({
            "casual": "casual|everyday|for every day|relaxed and everyday|informal|simple everyday|"
                "streetwear|for leisure",
            "sporty": "sporty|athletic|sporting|for a workout|athletic looking|active|made for moving",
            "business": "businesslike|smart|office-ready|for work|for a job interview|workwear",
            "party": "festive|right for a party|for parties|flashy|sparkling, for the evening|"
                "for clubbing|for a cocktail party",
            "formal": "formal|elegant|very elegant|formal and fine|for a wedding|black-tie|refined|"
                "for the opera",
        }),
        "type": {
            kind: tuple(n if kind in PLURAL else f"a {n}" for n in dict.fromkeys(names))
            for kind, names in NOUNS.items()
        },
    },
    frames={
        "colour": ("is {}", "in {}", "is {} in colour", "comes in {}", "the same in {}", "{}",
            "{} instead of this colour", "in {} please", "{} coloured", "colour: {}", "the colour is {}",
            "the {} one", "in a {} shade", "has a {} colour", "a {} version", "all in {}"),
        "pattern": ("is {}", "{}", "the one that is {}", "pattern: {}", "the fabric is {}",
            "has a look that is {}", "in a version {}"),
        "sleeve": ("has {}", "with {}", "{}", "sleeves: {}", "that has {}", "featuring {}", "got {}"),
        "neckline": ("has {}", "with {}", "{}", "neck: {}", "that has {}", "featuring {}",
            "the neck has {}", "got {}"),
        "length": ("is {}", "{}", "comes {}", "length: {}", "that is {}", "the hem is {}", "cut {}"),
        "fit": ("is {}", "{}", "fits {}", "fit: {}", "that is {}", "the cut is {}", "sits {}"),
        "material": ("is made of {}", "in {}", "{} material", "material: {}", "out of {}",
            "the cloth is {}", "sewn from {}", "{} as material"),
        "closure": ("has {}", "with {}", "closes with {}", "that has {}", "featuring {}", "{} on it"),
        "style": ("is {}", "{}", "looks {}", "style: {}", "that is {}", "dressed {}", "more or less {}"),
        "type": ("is {}", "{} instead", "{}"),
        "any": ("is {}", "{}", "the {} one"),
    },
    more={
        "length": (("is longer", "has a longer hem", "more length", "longer", "go longer",
              "a bit longer", "longer please", "with more length", "reaching lower",
              "extends further down"),
            ("is shorter", "has a shorter hem", "shorter in length", "shorter", "go shorter",
              "a bit shorter", "shorter please", "with less length", "ending higher",
              "does not hang so far down")),
        "sleeve": (("has longer sleeves", "the sleeves are longer", "more sleeve", "longer on the arms",
              "sleeves that are longer", "with more sleeve", "covers more of the arms"),
            ("has shorter sleeves", "the sleeves are shorter", "less sleeve", "shorter on the arms",
              "sleeves that are shorter", "with less sleeve", "shows more of the arms")),
        "fit": (("is looser", "has a looser fit", "is more relaxed", "a looser cut", "wider", "roomier",
              "less tight", "less fitted", "more oversized"),
            ("is tighter", "has a tighter fit", "is more fitted", "a tighter cut", "narrower", "slimmer",
              "less loose", "closer to the body", "more tailored")),
        "neckline": (("has a higher neckline", "more covered at the neck", "a higher neck",
              "neck closed further up", "shows less chest", "covers more of the neck"),
            ("has a lower neckline", "is more revealing", "a lower neck", "neck open further down",
              "shows more chest", "has a deeper neck")),
        "lightness": (("is lighter", "is lighter in colour", "brighter", "in a lighter colour",
              "lighter please", "a bit lighter", "less dark", "a lighter tone"),
            ("is darker", "is darker in colour", "less bright", "in a darker colour", "darker please",
              "a bit darker", "less light", "a darker tone")),
        "style": (("is more formal", "is more elegant", "less casual", "fancier", "more dressed up",
              "more refined", "more for an evening out", "less everyday"),
            ("is more casual", "is less formal", "less elegant", "simpler", "more relaxed in style",
              "more everyday", "more laid back in style, less fancy", "less dressed up")),
    },
    around=("{}",) * 40 + (
        "something {}", "I like this, only {}", "looking for one that {}", "can you find it, {}",
        "show me one, {}", "need it to be {}", "any other, {}?", "please, {}", "what about {}?",
        "would love {}", "similar, {}", "have you got {}?", "rather {}", "{} would be better",
        "{}, thanks", "hi, {}", "hello, {}", "hey there, {}", "good evening, {}", "oh and {}",
        "actually {}", "well, {}", "ok but {}", "thanks, now {}", "nice, {} though",
        "looks good, {} though", "love it, but {}", "almost, but {}", "not bad, only {}",
        "great shape, {}", "my sister wants one, {}", "for my mother, {}", "it's a gift, {}",
        "do you sell any, {}", "is there one, {}", "is there anything {}?", "are there others, {}",
        "show something else, {}", "I'm looking for this, {}", "I want the same thing, {}",
        "I'd like to see it, {}", "let me see one, {}", "can I get that, {}", "might there be one, {}",
        "if possible {}", "{} if you have it", "{} if possible", "{} instead", "{}, if there is one",
        "{} I think", "{}, please", "{} would be nice", "{} would be great", "maybe {}", "perhaps {}",
        "ideally {}", "I was thinking {}", "I was hoping for {}", "I need {}", "I want {}",
        "I prefer {}", "give me {}", "get me {}", "find me {}", "search for {}", "change it to {}",
        "change to {}", "turn it into {}", "it should be {}", "it must be {}", "should be {}",
        "wish it was {}", "wish it were {}", "but {}", "but this time {}", "only {}", "just {}",
        "this but {}", "that one but {}", "same item, {}", "same style, {}", "same design but {}",
        "the one I saw was {}", "more like {}", "one that's {}", "is {} rather than this",
        "is {} not this", "now {}", "then {}", "next {}", "what if {}?", "any with {}",
        "anything like {}", "would you have {}", "does it come {}?", "does it also exist {}?",
    ),
    openings=("", "", "", "", "the same but ", "like this, but ", "the other one "),
    joints=(" and ", " and ", ", ", " but "),
    usual=0.25,
)  # fmt: skip


def _widened(side: Wording, *others: Wording) -> Wording:
    """The side's names and all synonyms that the shop knows, but for names that the others have."""
    tables = {
        "colour": synonyms.COLOURS, "pattern": synonyms.PATTERNS, "sleeve": synonyms.SLEEVES,
        "neckline": synonyms.NECKLINES, "length": synonyms.LENGTHS, "fit": synonyms.FITS,
        "material": synonyms.MATERIALS, "style": synonyms.STYLES, "closure": synonyms.CLOSURES,
    }  # fmt: skip
    values = dict(side.values)
    for attribute, table in tables.items():
        taken = {
            plain(n)
            for wording in (side, *others)
            for names in wording.values[attribute].values()
            for n in names
        }
        values[attribute] = {
            value: names
            + tuple(n for n in table.get(value, "").split("|") if n and plain(n) not in taken)
            for value, names in side.values[attribute].items()
        }
    return replace(side, values=values)


TRAINING: Final = _widened(_TAUGHT, CHECKED, HELD_OUT)
"""what networks are trained with"""
