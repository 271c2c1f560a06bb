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
