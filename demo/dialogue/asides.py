"""What a turn says besides what the goods should be like: pointing, going back, other rooms, small talk.

Knows English phrases only; it does not know what is on screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Elsewhere = Literal["", "outfit", "try-on", "order"]
Chat = Literal["", "hello", "thanks", "who", "help", "rude", "chat", "nonsense"]

REPLIES: Final[dict[str, str]] = {
    "outfit": "Choose the piece that you mean, and three looks are put together around it.",
    "try-on": "Choose “Try it on” at the piece that you mean, and the fitting room shows it worn.",
    "order": "Orders, sizes and deliveries are not handled here; the piece's own page says more.",
    "hello": "Hello! Say what should be different, and the shelves follow.",
    "thanks": "You are welcome.",
    "who": "I am this shop's search: I read what should be different and look through the shelves.",
    "help": "Say a colour, longer or shorter, a price, or what you do not want.",
    "rude": "I am sorry this is not it yet; tell me what should be different.",
    "chat": "I only know these shelves; tell me what the piece should be like.",
    "nonsense": "I could not make sense of that; say, for example, “in green” or “longer sleeves”.",
}
"""kind -> the one sentence that answers it"""

_OUTFIT: Final = re.compile(
    r"\b(?:(?:go|goes|going|wear|pair|match|combine)s? (?:well )?with (?:it|this|that|these|them)"
    r"|(?:to|that) (?:match|go) (?:it|this|that|with|together)|complete (?:the|this|my) (?:look|outfit)"
    r"|(?:what|which) (?:shoes|bag|trousers|pants|jacket|hat|skirt|top)s? (?:go|goes|fit|match|would go)\b"
    r"|(?:whole|full|complete|entire) (?:look|outfit)|outfits? (?:with|for|around|ideas?)|what (?:can|could|should|do) i wear (?:with|to) )"
)
_TRY_ON: Final = re.compile(
    r"\b(?:try (?:it|this|that|them|these|one) on|try on|virtual fitting|fitting room"
    r"|(?:how|what) (?:would|will|does|do) (?:it|this|that|they|i) look (?:like )?(?:on me|in (?:it|this|that))"
    r"|(?:see|show|put) (?:it|this|that|them) on me|wear it virtually)\b"
)
_ORDER: Final = re.compile(
    r"\b(?:add (?:it |this )?to (?:my |the )?(?:cart|basket|bag)|checkout|check out|place an order|buy it"
    r"|i(?:'ll| will) (?:take|buy) (?:it|this)|(?:when|how fast|how long) .{0,20}(?:arrive|deliver\w*|ship\w*)"
    r"|deliver\w* (?:time|cost|to)|shipping (?:cost|time|to)|return policy|refund|in stock|what sizes?\b"
    r"|(?:in|have|got) (?:my )?size (?:xs|s|m|l|xl|xxl|\d+)|size (?:xs|s|m|l|xl|xxl|\d+)\b)"
)
_BACK_START: Final = re.compile(
    r"\b(?:(?:go )?back to (?:the )?(?:first|original|beginning|start|1st)(?: (?:one|item|piece))?"
    r"|start (?:over|again|afresh)|from scratch|reset(?: (?:it|all|everything))?|forget (?:it all|everything|all that))\b"
)
_BACK_STEP: Final = re.compile(
    r"^(?:no,? )?(?:undo(?: (?:that|it|this))?|go back|back|take (?:that|it) back|one step back"
    r"|never ?mind(?: that)?|previous(?: one)?|scratch that|cancel that)[.! ]*$"
)
_ORDINALS: Final = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "eighth": 8, "last": -1,
}  # fmt: skip
_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
}
_NTH: Final = re.compile(
    rf"\b(?:(?:more |just |something )?(?:like|similar to) |i (?:like|love|want|prefer|take) |show me |take |as |with )?"
    rf"(?:the |that )(?P<nth>{'|'.join(_ORDINALS)})(?: (?:one|item|piece|product|picture|result|hit))?\b(?! (?:price|colou?r))"
)
_NUMBER: Final = re.compile(
    r"\b(?:(?:more )?like |i (?:like|want|prefer) )?(?:number|no\.?|nr\.?|item|result|#) ?"
    r"(?P<nth>\d{1,2}|one|two|three|four|five|six|seven|eight)\b(?! ?(?:euros?|dollars?|€|\$))"
)
_THAT_ONE: Final = re.compile(
    r"\b(?:(?:something |more |just )?(?:like|similar to) |i (?:like|love|prefer) |what about )"
    r"(?:the|that|those) (?P<what>(?:[\w/-]+ ){1,4}?)ones?\b|^the (?P<bare>(?:[\w/-]+ ){1,3})one[.! ]*$"
)
_CHATS: Final = (
    ("rude", r"\b(?:stupid|idiots?|dumb|sucks?|shit\w*|fuck\w*|crap|useless|moron|hate you|shut up|damn|wtf"
             r"|garbage|ugly as hell|asshole|bullshit|rubbish)\b"),
    ("who", r"\b(?:who are you|what are you|are you (?:a |an )?(?:bot|robot|human|ai|real|person)|your name)\b"),
    ("help", r"\b(?:help|what can (?:i|you) (?:say|do)|how does (?:this|it) work|how do i use)\b"),
    ("thanks", r"\b(?:thanks?(?: you)?(?: so much| a lot| very much)?|thx|cheers|ty)\b"),
    ("hello", r"^(?:hi|hello|hey|hiya|good (?:morning|evening|afternoon|day)|howdy|yo|greetings)\b(?!-)(?: there)?"),
    ("chat", r"\b(?:how are you(?: today)?|tell me a joke|what(?:'s| is) the (?:weather|time)|i love you|good ?bye|bye"
             r"|see you|lol|haha+|are you there|what do you think|nice weather|the weather"
             r"|(?:ignore|disregard|forget|override) [^.;,]{0,40}(?:instructions|prompts?|rules)\b[^.;]*"
             r"|[^.;,]*system prompt)\b"),
)  # fmt: skip
_CHAT: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _CHATS)


@dataclass(frozen=True)
class Aside:
    """What a message says besides the goods, and the message without it."""

    text: str
    elsewhere: Elsewhere = ""
    chat: Chat = ""
    back: Literal["", "step", "start"] = ""
    nth: int = 0
    """the n-th thing on screen, from 1; -1 the last; 0 none"""
    that_one: str = ""
    """words for one thing on screen: "blue" of "like the blue one" """


def asides(text: str) -> Aside:
    """Reads a normalised message. The text that is left speaks of the goods."""
    elsewhere: Elsewhere = ""
    for kind, pattern in (("outfit", _OUTFIT), ("try-on", _TRY_ON), ("order", _ORDER)):
        if pattern.search(text):
            elsewhere = kind  # type: ignore[assignment]
            text = _without_clause(text, pattern)
    back: Literal["", "step", "start"] = ""
    if _BACK_START.search(text):
        back, text = "start", _BACK_START.sub(" ", text)
    elif _BACK_STEP.search(text):
        back, text = "step", ""
    nth = 0
    if not back and (match := _NTH.search(text) or _NUMBER.search(text)):
        said = match["nth"]
        nth = _ORDINALS.get(said) or _NUMBERS.get(said) or int(said)
        text = text[: match.start()] + " , " + text[match.end() :]
    match = _THAT_ONE.search(text)
    chat: Chat = ""
    for kind, pattern in _CHAT:
        if pattern.search(text):
            chat = chat or kind  # type: ignore[assignment]
            text = pattern.sub(" , ", text)
    described = (match["what"] or match["bare"]) if match else ""
    return Aside(text, elsewhere, chat, back, nth, described.strip())


def _without_clause(text: str, pattern: re.Pattern[str]) -> str:
    """The message without the clause in which the pattern stands."""
    clauses = re.split(r"([,.;!?]| and then | but )", text)
    return "".join(clause for clause in clauses if not pattern.search(clause))


def gibberish(word: str) -> bool:
    """Whether a word cannot be English: no vowel, a letter four times in a row, keys struck at random."""
    if not word.isascii() or not word.isalpha():
        return False
    bare = not re.search(r"[aeiouy]", word) and len(word) > 3
    return bare or bool(re.search(r"(.)\1{3}|[bcdfghjklmnpqrstvwxz]{5}|asdf|qwer|hjkl", word))
