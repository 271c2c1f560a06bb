"""The garments of an own photo, as HTML: which one is meant, and the others once one is chosen.

Knows pieces of a photo as the page keeps them; it does not know how they were found, nor gradio.
"""

from __future__ import annotations

from html import escape

from demo.ui import text
from demo.ui.cards import visit
from demo.ui.memory import OwnPiece, Visit
from demo.ui.place import Place


def question(pieces: tuple[OwnPiece, ...]) -> str:
    """What was found in the photo, each piece a button that takes it in hand."""
    garments_first = sorted(pieces, key=lambda piece: not piece.name)
    choices = "".join(
        _choice(Place(session=piece.session), piece, "meant") for piece in garments_first
    )
    return (
        f'<section class="asked" aria-label="{escape(text.WHICH_PIECE)}">'
        f'<header class="room"><h1 tabindex="-1">{escape(text.WHICH_PIECE)}</h1>'
        f"<p>{escape(text.WHICH_NOTE)}</p></header>"
        f'<ul class="pieces" role="list">{choices}</ul></section>'
    )


def others(place: Place, seen: Visit) -> str:
    """The other pieces of the photo whose one piece is in hand; nothing for one without."""
    rest = [piece for piece in seen.pieces if piece.photo != place.session.photo]
    if not rest or seen.piece(place.session) is None:
        return ""
    choices = "".join(_choice(Place(session=piece.session), piece, "other") for piece in rest)
    return (
        f'<p class="also">{escape(text.ALSO_IN_PHOTO)}</p>'
        f'<ul class="pieces small" role="list">{choices}</ul>'
    )


def _choice(there: Place, piece: OwnPiece, kind: str) -> str:
    name = escape(text.REGIONS[piece.name])
    return (
        f'<li><button type="button" class="{kind}" {visit(there)}>'
        f'<span class="frame"><img class="piece-photo" src="{escape(piece.source)}" alt=""></span>'
        f"<span>{name}</span></button></li>"
    )
