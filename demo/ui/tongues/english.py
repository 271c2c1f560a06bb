"""The words of the page in English: the default, and what another language falls back to. Knows no layout."""

from __future__ import annotations

NAME = "Otherwise"
PROMISE = "Find one you almost like."
HOW = "Then say what should be different: another colour, longer sleeves, a lower price."
SEARCH = "Search: red summer dress under 60"
SEARCH_LABEL = "Search the shop"
PHOTO = "Use a photo"
SAY = "Say what should be different"
ALMOST = "Almost right?"
SEND = "Send"
SIMILAR = "Close to this"
ANSWER = "What fits"
CLOSEST = "What comes closest"
OWN_PHOTO = "Your photo"
OWN_PHOTO_NOTE = "A link carries what the shop saw in it, never the picture."
SHOW_MORE = "Show more"
EVERYTHING = "See everything"
UNDO = "Undo"
REDO = "Redo"
EDIT = "Edit"
EDITING = "Say it anew, or"
KEEP = "keep it as it was"
WAYS = "Steps back"
REMOVE = "Remove"
START_OVER = "Start over"
ABOUT = "About this piece"
SO_FAR = "Said so far"
COPY = "Copy link"
ALL = "All"
EVERYONE = "Everyone"
BUY = "View in the shop"
NOTHING = "Nothing here fits."
WAITING = "The shop is just opening. Your answer follows in a few seconds."
SORRY = "Sorry, that did not work. Please try again; if it happens again, start over."
FULL = "Many shoppers are here at this moment. Please try again in a few seconds."
TOO_FAST = "That was more at once than one visit may ask for. Please wait a few seconds."
TOO_LARGE = "That is too large to be sent. Please choose a smaller picture."
EMPTY_SEARCH = "Type what you are looking for, for example “red summer dress under 60”."
PHOTO_GONE = "The upload did not arrive. Please choose the picture once more."
WHY = "Why this?"
LOOKED = "Where your words looked"
AS_ASKED = "As you asked"
NOT_AS_ASKED = "Not as you asked"
STAYED = "Stayed"
ALSO_CHANGED = "Also different"
NOT_SAID = "not said"
CLOSE = "Close"
LOOKS = "Complete the look"
LOOKS_AROUND = "Three looks around this piece"
LOOK_AROUND = "One look around this piece"
LOOKS_WITH = "Complete the look with"
LOOK_PIECES = "In this look"
OTHER_LOOKS = "Other looks with this piece"
BACK_TO_TALK = "Back to the conversation"
LIMITS = "Keeps to what you said:"
EACH = "a piece"
YOURS = "Your piece"
LOCK = "Keep"
SWAP = "Swap"
LAST_OF_ITS_KIND = "Nothing else fits here"
ADD = "Add"
STEPS = {
    "casual": "More casual", "formal": "More formal", "cheaper": "Cheaper",
}  # fmt: skip
STEPS_NOTE = "What you keep stays."
ANOTHER = "Another day, another budget"
ANY_OCCASION = "Any day"
OCCASION_NAMES = {
    "active": "Gym", "weekend": "Weekend", "city": "City", "office": "Office", "evening": "Evening",
    "wedding-guest": "Wedding", "holiday": "Holiday", "winter-outdoors": "Winter",
}  # fmt: skip
BUDGET = "Whole look up to"
ANY_BUDGET = "any price"
OVER_BUDGET = "over your budget"
SAVE = "Save the picture"
SLOT_NAMES = {
    "top": "Top", "layer": "Layer", "bottom": "Bottom", "dress": "Dress", "shoes": "Shoes",
    "bag": "Bag", "hat": "Hat", "": "Piece",
}  # fmt: skip
ADD_NAMES = {
    "top": "a top", "layer": "a layer", "bottom": "trousers or a skirt", "dress": "a dress",
    "shoes": "shoes", "bag": "a bag", "hat": "a hat",
}  # fmt: skip
SORT_NAMES = {
    "likeness": "Best first", "price up": "Price, low to high", "price down": "Price, high to low",
}  # fmt: skip
OWN_ORDER = "Our selection"
GENDER_NAMES = {"women": "Women", "men": "Men", "unisex": "Unisex"}

# What names parts of the page for those who hear it.
SORT_BY = "Sort by"
UNDERSTOOD = "Understood"
SUGGESTIONS = "Suggestions"
CATEGORIES = "Categories"
FOR_WHOM = "For whom"
COLOUR = "Colour"
OCCASION = "Occasion"
WHOLE_LOOK = "The whole look"
LAID_OUT = "Laid out together: {}"
LOOKS_WITH_ITEM = "{} looks with {}."
COPIED = "Copied"
SHOWN = "{} shown."
THIS_ONE = "{}, shown"
IN_COLOUR = "{} in {}"
LOOKED_AT = "“{}” looked {}"
LOOKED_MOSTLY = "“{}” looked mostly {}"
INSTEAD_OF = "{} instead of {}"

# Counts and lists.
ONE_PIECE = "1 piece"
PIECES = "{} pieces"
COMMA = ", "
EITHER = " or "
MORE_VALUES = "{} or {} more"
WITHOUT = "without “{}”"

# Languages and the way to them.
LANGUAGE = "Language"
LANGUAGE_NAME = "English"

# The tour on a first visit.
TOUR_TITLE = "New here?"
TOUR = (
    "Pick a piece that is almost right: the shelves are open.",
    "Say what should be different, in your own words: “darker, with long sleeves”.",
    "Each word that was understood stands below what you said; take it away with ×.",
    "Complete the look around a piece, and try it on.",
)
TOUR_DONE = "Don’t show again"

# Stories for the person who presents.
STORY = "Story"
STORY_STEP = "{} of {}"
STORY_NEXT = "Next"
STORY_KEYS = "Next: → or n"
STORY_LEAVE = "Leave the story"
STORY_BACK = "Back"
STORY_END = "The end."
STORY_LINES = {
    "mara": (
        "Mara needs a jacket for the office.",
        "She starts at the outerwear.",
        "A navy blazer is almost right.",
        "She would rather have it in burgundy.",
        "More casual, and under 150 euros.",
        "This one it is.",
        "What goes with it at the office? Three looks, made now.",
        "One look, piece by piece; each can be swapped.",
        "And how does it look on somebody?",
    ),
    "jonas": (
        "Jonas runs, and wants a hoodie.",
        "He says what he wants and what for.",
        "The first one is almost right.",
        "Darker, and it should have a zip.",
        "Not this one: the shop leaves it out and moves away from it.",
        "Not black, and at most 60 euros.",
        "What goes with it at the gym?",
        "One look, open.",
        "The whole of it, tried on.",
    ),
    "yuki": (
        "Yuki speaks Japanese and needs a dress.",
        "“A red dress”, she says.",
        "The first one, but …",
        "… longer.",
        "And with flowers.",
        "150 euros at most: that is a limit, nothing above it is shown.",
        "The rest of the look.",
    ),
    "minjun": (
        "Minjun speaks Korean and likes plain things.",
        "A plain white T-shirt, but …",
        "… with long sleeves.",
        "In navy: the sleeves stay long.",
        "Striped.",
        "The best of these.",
        "How it looks on somebody.",
    ),
    "amira": (
        "Amira looks for a long dress.",
        "She says it in her own words.",
        "No animal print, in black: limits and wishes add up.",
        "This one.",
        "Plain, and a bit cheaper.",
        "Looks around the dress in hand.",
        "One of them, open.",
    ),
    "lea": (
        "Lea has little money and changes her mind.",
        "She starts at the shorts.",
        "Blue denim shorts.",
        "Or rather a skirt? The denim comes along.",
        "Pleated, in navy.",
        "At most 60 euros.",
        "Not this one: what else is there?",
    ),
}
"""story -> who it is about, then a line a step"""

# The panel for the person who presents.
PANEL = "Behind the page"
PANEL_CLOSE = "Hide the panel"
PANEL_RESET = "Reset the page"
PANEL_TIMES = "Where the time went"
PANEL_TOTAL = "in all"
PANEL_NETWORKS = "Networks and index"
INDEX = "Index"
ENCODER = "Encoder"
NETWORK = "Composing network"
PARAMETERS = "{} M parameters"
PANEL_METHOD = "Method"
PANEL_SCORES = "What each result’s score is made of"
PANEL_NO_SCORES = "Say something about a piece, and the parts of each score stand here."
PANEL_HEAT = "Where your words looked stands behind “Why this?” below each card."
METHODS = {
    "": "As served", "val": "VAL", "lbf": "LBF", "tirg": "TIRG", "shift": "Shift",
    "text": "Words only",
}  # fmt: skip
METHOD_NOTES = {
    "": "The network and the shift together, and the table.",
    "val": "VAL alone, without the table.",
    "lbf": "LBF alone, without the table.",
    "tirg": "TIRG alone, without the table.",
    "shift": "Word differences added to the picture’s vector: nothing trained on triples, no table.",
    "text": "The words alone, whatever the piece in hand looks like.",
}  # fmt: skip
METHOD_MISSING = "{} is not there; train it with: {}"
METHOD_WAITING = "{} looks at the catalogue: {} of {} pictures. Until then the answer is as served."
STAGES = {
    "check": "check", "understand": "understand", "encode": "encode", "compose": "compose",
    "filter": "filter", "search": "search", "rank": "rank", "explain": "explain",
    "render": "render", "browse": "browse",
}  # fmt: skip
SCORE_PARTS = {
    "likeness": "likeness", "network": "network", "shift": "shift", "asked": "asked for",
    "together": "all at once", "kept": "stayed", "grades": "more or less", "guessed": "guessed",
    "named": "in the title", "refused": "not for me",
}  # fmt: skip

# The fitting room.
FITTING = "Fitting room"
FITTING_ON = "Try it on"
FITTING_WHO = "Who wears it"
FITTING_FIGURE = "{name}: {body} build, {skin} skin, {pose}"
FITTING_BODIES = {"slim": "slim", "regular": "regular", "full": "full"}
FITTING_SKINS = {
    "fair": "fair", "light": "light", "tan": "tan", "brown": "brown", "deep": "deep",
}  # fmt: skip
FITTING_POSES = {
    "arms at the side": "arms at the side", "hand on hip": "hand on hip", "walking": "walking",
    "arm across the body": "arm across the body",
}  # fmt: skip
FITTING_SELF = "You, in your photo"
FITTING_UPLOAD = "Use a photo of yourself"
FITTING_CAMERA = "Use the camera"
FITTING_PRIVACY = (
    "Your photo stays in memory for this visit, for 20 minutes after you used it last, and is "
    "never stored."
)
FITTING_EXAMPLE = (
    "A good photo: one person from the front, head to feet, arms a little away from the body"
)
FITTING_GONE = "Your photo was forgotten. Choose it once more to wear this yourself."
FITTING_SHARED = (
    "No link carries a photo, so a figure wears this. Choose your own photo to wear it."
)
FITTING_WORN = "Worn now"
FITTING_NOTHING = "Nothing yet. Choose a piece below or on the shelves."
FITTING_BEYOND = "Not in this photo"
FITTING_BEYOND_NOTE = (
    "What this photo does not show is left out. Take one from head to feet to see it all."
)
FITTING_OFF = "One of a kind is worn at a time. Left off: {pieces}."
FITTING_IN = "{title} in {colour}"
FITTING_SHOWN = "{colour}, worn now"
FITTING_TUCKED = "Tucked in"
FITTING_RECOLOUR = "Only the fabric, on what I wear"
FITTING_FROM_BAG = "From your bag"
FITTING_GOES_WITH = "Goes with it"
FITTING_BEFORE = "Before"
FITTING_PARSE = "What is where"
FITTING_CLASSES = (
    "hair", "face and neck", "arms", "legs", "upper garment", "lower garment", "shoes", "other",
)  # fmt: skip
FITTING_BACKEND = "How it is drawn"
FITTING_BACKENDS = {"warp": "Quick", "diffusion": "Photographic"}
FITTING_FREE = "Give the GPU’s memory back"
FITTING_STAGES = {
    "parse": "Finding you in the picture", "warp": "Fitting the pieces",
    "undress": "Making room for them", "lay on": "Putting them on",
    "photograph": "Painting the photograph",
}  # fmt: skip
FITTING_ALT = "{person} wearing {pieces}."
FITTING_ALT_BARE = "{person}, not dressed yet."

# What components of the page say by themselves.
COMPONENTS = {
    "search": SEARCH, "label": SEARCH_LABEL, "say": SAY, "send": SEND, "photo": PHOTO,
    "self": FITTING_UPLOAD, "camera": FITTING_CAMERA, "fitting": FITTING,
}  # fmt: skip
SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
SENTENCES: dict[str, str] = {}
"""what other rooms say is English already; other languages have their translations here"""
COLON = ": "
STOP_AND = ". "

# The four places, the bag, surprises, and what a photo offers.
PLACES = "Places"
BROWSE = "Browse"
REFINE = "Refine"
LOOKS_ROOM = "Looks"
FITTING_ROOM = "Fitting room"
HELD = "Held before"
LIKE = "Like"
REFINE_FROM = "Refine from here"
NOT_FOR_ME = "Not for me"
NOT_THIS = "not: {}"
BAG = "Bag"
YOUR_BAG = "Your bag"
EMPTY_BAG = "Nothing yet. Tap the heart on a picture, and the piece waits here."
BAG_NOTE = "Your bag stays in this browser."
TOGETHER = "Together"
SURPRISE = "Surprise me"
ANOTHER_SURPRISE = "Another surprise"
PRICES = "Price"
PRICE_FROM = "from"
PRICE_TO = "to"
PHOTO_NOTE = "Your photo stays in memory for this visit and is never stored."
FORGET = "Forget my photo"
WHICH_PIECE = "Which piece do you mean?"
WHICH_NOTE = "There are several in your photo. Choose the one to start from."
ALSO_IN_PHOTO = "Also in your photo"
REGIONS = {"": "The whole photo", "upper": "On top", "lower": "Below", "shoes": "Shoes"}
ROOM_HEADS = {
    "refine": "Pick one that is almost right.", "looks": "Pick a piece to build on.",
}  # fmt: skip
ROOM_NOTES = {
    "refine": "Then say what should be different, in your own words.",
    "looks": "Three outfits are put together around it.",
}  # fmt: skip
