"""The words of the page, in one place. Knows no product and no layout."""

from __future__ import annotations

from typing import Final

NAME: Final = "Otherwise"
PROMISE: Final = "Find one you almost like."
HOW: Final = "Then say what should be different: another colour, longer sleeves, a lower price."
SEARCH: Final = "Search: red summer dress under 60"
SEARCH_LABEL: Final = "Search the shop"
PHOTO: Final = "Use a photo"
SAY: Final = "Say what should be different"
ALMOST: Final = "Almost right?"
SEND: Final = "Send"
SIMILAR: Final = "Close to this"
ANSWER: Final = "What fits"
CLOSEST: Final = "What comes closest"
OWN_PHOTO: Final = "Your photo"
OWN_PHOTO_NOTE: Final = "The shop keeps what it saw in the picture, not the picture."
SHOW_MORE: Final = "Show more"
EVERYTHING: Final = "See everything"
UNDO: Final = "Undo"
REDO: Final = "Redo"
EDIT: Final = "Edit"
EDITING: Final = "Say it anew, or"
KEEP: Final = "keep it as it was"
WAYS: Final = "Steps back"
REMOVE: Final = "Remove"
START_OVER: Final = "Start over"
ABOUT: Final = "About this piece"
SO_FAR: Final = "Said so far"
COPY: Final = "Copy link"
ALL: Final = "All"
EVERYONE: Final = "Everyone"
BUY: Final = "View in the shop"
NOTHING: Final = "Nothing here fits."
WAITING: Final = "The shop is just opening. Your answer follows in a few seconds."
SORRY: Final = "Sorry, that did not work. Please try again; if it happens again, start over."
EMPTY_SEARCH: Final = "Type what you are looking for, for example “red summer dress under 60”."
PHOTO_GONE: Final = "The upload did not arrive. Please choose the picture once more."
WHY: Final = "Why this?"
LOOKED: Final = "Where your words looked"
AS_ASKED: Final = "As you asked"
NOT_AS_ASKED: Final = "Not as you asked"
STAYED: Final = "Stayed"
ALSO_CHANGED: Final = "Also different"
NOT_SAID: Final = "not said"
CLOSE: Final = "Close"
LOOKS: Final = "Complete the look"
LOOKS_AROUND: Final = "Three looks around this piece"
LOOK_AROUND: Final = "One look around this piece"
LOOKS_WITH: Final = "Complete the look with"
LOOK_PIECES: Final = "In this look"
OTHER_LOOKS: Final = "Other looks with this piece"
BACK_TO_TALK: Final = "Back to the conversation"
LIMITS: Final = "Keeps to what you said:"
EACH: Final = "a piece"
YOURS: Final = "Your piece"
LOCK: Final = "Keep"
SWAP: Final = "Swap"
LAST_OF_ITS_KIND: Final = "Nothing else fits here"
ADD: Final = "Add"
STEPS: Final = {
    "casual": "More casual", "formal": "More formal", "cheaper": "Cheaper",
}  # fmt: skip
STEPS_NOTE: Final = "What you keep stays."
ANOTHER: Final = "Another day, another budget"
ANY_OCCASION: Final = "Any day"
OCCASION_NAMES: Final = {
    "active": "Gym", "weekend": "Weekend", "city": "City", "office": "Office", "evening": "Evening",
    "wedding-guest": "Wedding", "holiday": "Holiday", "winter-outdoors": "Winter",
}  # fmt: skip
BUDGET: Final = "Whole look up to"
ANY_BUDGET: Final = "any price"
OVER_BUDGET: Final = "over your budget"
SAVE: Final = "Save the picture"
SLOT_NAMES: Final = {
    "top": "Top", "layer": "Layer", "bottom": "Bottom", "dress": "Dress", "shoes": "Shoes",
    "bag": "Bag", "hat": "Hat", "": "Piece",
}  # fmt: skip
ADD_NAMES: Final = {
    "top": "a top", "layer": "a layer", "bottom": "trousers or a skirt", "dress": "a dress",
    "shoes": "shoes", "bag": "a bag", "hat": "a hat",
}  # fmt: skip
SORT_NAMES: Final = {
    "likeness": "Best first", "price up": "Price, low to high", "price down": "Price, high to low",
}  # fmt: skip
OWN_ORDER: Final = "Our selection"
GENDER_NAMES: Final = {"women": "Women", "men": "Men", "unisex": "Unisex"}


def human(value: str) -> str:
    """A table's value as it is read: "polka-dot" -> "polka dot", "A|B" -> "A, B"."""
    return value.replace("-", " ").replace("|", ", ")


def why(changed: str) -> str:
    """What a hit has that was asked for: "sleeve: long" -> "long sleeves"."""
    attribute, _, value = changed.partition(": ")
    if attribute == "sleeve" and value != "sleeveless":
        return f"{value} sleeves"
    return f"{value} {attribute}" if attribute in ("fit", "length") else value


def pieces(count: int) -> str:
    return "1 piece" if count == 1 else f"{count:,} pieces"


_SIGNS: Final = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def money(amount: float, currency: str) -> str:
    """ "€49.90", "$52", "120 SEK"; whole amounts without cents."""
    figure = f"{amount:,.2f}".removesuffix(".00")
    if currency in _SIGNS:
        return _SIGNS[currency] + figure
    return f"{figure} {currency}".strip()
