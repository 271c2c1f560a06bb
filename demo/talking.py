"""What may be said in a session, and what becomes of its turns: one more, one back, one said anew.

The facade's part about turns. Knows words, limits and the table; it does not know the encoder or the index,
so what words mean is known before anything is found. A session is never changed: each call gives another.
"""

from __future__ import annotations

from dataclasses import replace

from demo.catalog.catalogue import Catalogue
from demo.dialogue.replay import replay
from demo.dialogue.understand import understand
from demo.errors import SessionError, WordsError
from demo.search.filters import both
from demo.settings import Settings
from demo.types import Chip, Filters, Intent, Session, Turn


class Talking:
    """The turns of all sessions of one shop."""

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self.catalogue = catalogue
        self.settings = settings

    def said(self, session: Session, words: str, item: str = "") -> Session:
        """The session with one more turn; `item` is the SKU that its words point at. Raises WordsError."""
        words = normalise_space(words)
        if not words:
            raise WordsError("Say what should be different, for example “in green”.")
        if len(words) > self.settings.message_limit:
            raise WordsError(
                f"That message has {len(words)} characters; please say it in at most "
                f"{self.settings.message_limit}."
            )
        if len(session.turns) >= self.settings.turn_limit:
            raise WordsError("This conversation is very long. Undo a turn or start over.")
        longer = replace(session, turns=(*session.turns, Turn(words, item=item)), undone=())
        self.understood(longer)  # refuses a turn that cannot be followed before it is kept
        return longer

    def undo(self, session: Session) -> Session:
        """The session without its last turn, which `redo` can bring back."""
        undone = (*session.undone, *session.turns[-1:])
        return replace(session, turns=session.turns[:-1], undone=undone)

    def redo(self, session: Session) -> Session:
        """The session with the turn that was undone last."""
        back = session.undone[-1:]
        return replace(session, turns=(*session.turns, *back), undone=session.undone[:-1])

    def edit(self, session: Session, number: int, words: str) -> Session:
        """The session with the words of one of its turns changed. Raises WordsError."""
        if not 0 <= number < len(session.turns):
            raise WordsError("That turn is not there any more. Say it anew, please.")
        changed = self.said(replace(session, turns=session.turns[:number]), words)
        later = session.turns[number + 1 :]
        longer = replace(changed, turns=(*changed.turns, *later))
        self.understood(longer)
        return longer

    def remove(self, session: Session, chip: Chip) -> Session:
        """The session with one more turn, which takes a chip away. Raises WordsError."""
        return self.take(session, Turn(f"without “{chip.label}”", chip.key))

    def take(self, session: Session, turn: Turn) -> Session:
        """The session with a turn that the shop itself offered. Raises WordsError."""
        if not (turn.drops or turn.passes):
            return self.said(session, turn.words)
        if len(session.turns) >= self.settings.turn_limit:
            raise WordsError("This conversation is very long. Undo a turn or start over.")
        return replace(session, turns=(*session.turns, turn), undone=())

    def understood(self, session: Session) -> Intent:
        """What the turns add up to, by the table and the rules. Raises WordsError.

        Turns that point at the screen are followed only when the encoder is there.
        """
        reference = self.catalogue.product(session.item) if session.item else None
        return replay(session, reference, self.catalogue.currency, rates=self.settings.exchange)

    def limits(self, session: Session) -> Filters:
        """What the conversation rules out, for looks as for results. Raises WordsError."""
        return both(self.understood(session).filters, session.filters)

    def asks_for_look(self, session: Session) -> bool:
        """Whether the last thing said is what goes with it."""
        last = session.turns[-1] if session.turns else Turn("")
        said = "" if last.passes else last.words
        return understand(said).elsewhere == "outfit"

    def check_length(self, session: Session) -> None:
        """A session may come from a link. Raises SessionError for one that `said` would not make."""
        turns = (*session.turns, *session.undone)
        longest = max((len(turn.words) for turn in turns), default=0)
        if (
            max(len(session.turns), len(session.undone)) > self.settings.turn_limit
            or longest > self.settings.message_limit
        ):
            raise SessionError("This conversation is too long to be read. Start a new one.")


def normalise_space(words: str) -> str:
    """Single spaces and no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
