"""Walks over the words of one message, phrase by phrase, and notes what each says.

Knows phrases and what kind of thing is spoken of; it does not know turns or products.
"""

from __future__ import annotations

from typing import Final

from demo.dialogue.belonging import (
    CLAUSE_ENDS,
    SLEEVES,
    TONES,
    before,
    goes_on,
    had,
    in_hand,
    noun_of,
    pictured,
    says_for_whom,
    spoken_of,
    subject,
)
from demo.dialogue.comparatives import A_BIT, MUCH
from demo.dialogue.fillers import FILLERS
from demo.dialogue.lexicon import (
    NEGATIONS,
    NEGATORS,
    NONE,
    Phrase,
    match,
    one_of,
    shades,
    word_speller,
)
from demo.dialogue.necks import HIGH
from demo.dialogue.parts import CUTS, PATTERNS, PRINTS, SIZED, SIZES, STRAPPED, TRIM, WITH_GRAPHICS
from demo.dialogue.sayings import COLLARS, PICTURES, SOME

NEGATION_REACH: Final = 3
PART_REACH: Final = 3
"""words over which "the logo is …" speaks of the logo"""
_MAY_END: Final = {"with", "has", "is", "and"}
"""words that begin another thought, unless the negator stands right before them"""
_OTHER: Final = {"different", "another", "same", "similar", "new", "in", "of", "by"}
"""words after which a print or sleeves are compared or only a place"""
_NO_SLEEVES_OF: Final = _OTHER | set(
    "the on its at down to from under along over into that is are for one".split()
)
_PLAIN: Final = {"pattern": "solid", "sleeve": "sleeveless", "closure": "none"}
"""attribute -> the value of what has none"""
_GRAPHIC: Final = ("graphic",)
_MANY: Final = ("multicolour",)


class Reading:
    """What the words of one message say; `kind` is the category of the thing in hand, or empty."""

    def __init__(self, written: list[str], kind: str = "") -> None:
        self.written = written
        self.words = [word_speller()(word) for word in written]
        self.held, self.kind = kind, spoken_of(self.words, kind)
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.unwanted: dict[str, tuple[str, ...]] = {}
        self.relative: dict[str, int] = {}
        self.amount: dict[str, int] = {}
        self.patterned = False
        self.collared = False
        self.anything: list[str] = []
        self.heads: list[tuple[str, tuple[str, ...]]] = []  # type and category words in order
        self.gender = ""
        self.rest: list[str] = []
        self.negated = 0
        self.degree = 0
        self.part = 0
        self.last = NONE  # the phrase that ends right before the place that is read
        self.printed: tuple[str, ...] = ()  # colours of a print

    def read(self) -> Reading:
        """Reads all of it, once."""
        place = 0
        while place < len(self.words):
            place += self._step(place)
        if self.printed and "colour" not in self.wanted:
            self.wanted["colour"] = self.printed
        if "pattern" in self.wanted:  # "a floral pattern" says more than "a pattern"
            self.patterned = False
        for attribute, plain in set(SOME.values()):  # "long sleeves" say more than "sleeves"
            named = attribute in self.wanted or attribute in self.relative
            if self.unwanted.get(attribute) == plain and named:
                del self.unwanted[attribute]
        for attribute, values in list(self.unwanted.items()):  # "no, not red, in red" ends wanted
            left = tuple(v for v in values if v not in self.wanted.get(attribute, ()))
            if left:
                self.unwanted[attribute] = left
            else:
                del self.unwanted[attribute]
        return self

    def _step(self, place: int) -> int:
        """Reads what starts at this word; returns how many words it used."""
        found = match(self.words, place)
        if not found.kind:
            for phrases, note in ((NEGATIONS, 0), (A_BIT, -1), (MUCH, 1)):
                if used := one_of(phrases, self.words, place):
                    self.negated = self.negated if note else NEGATION_REACH
                    self.degree = note or self.degree
                    return used
        last, self.last = self.last, found
        after = place + found.length
        if found.kind and self._of_part(found, place, after):
            return found.length  # a "no" before it reaches on: "no blue logo"
        if found.kind and not self._repeats(found, last, place):
            self._note(found, place, after)
        elif not found.kind:
            self._word(place, last)
        self._settle(found, place, after)
        return found.length

    def _note(self, found: Phrase, place: int, after: int) -> None:
        """Notes what a phrase says of the thing."""
        kind, values, word = found.kind, found.values, self.words[place]
        refused = self.negated > 0 or before(self.words, place) == "less"
        self.collared |= " ".join(self.words[place:after]) in COLLARS
        if not had(self.kind, found.attribute):  # straps of shoes, a longer bag
            self.rest += [w for w in self.written[place:after] if w not in FILLERS]
        elif kind == "relative":
            if not self.negated:
                self._compare(values[0], int(values[1]))
        elif kind == "any":
            if plain := _PLAIN.get(values[0], "") if refused else "":
                self._add(self.wanted, values[0], (plain,))  # "without any pattern"
            elif not refused:
                self.anything.append(values[0])
        elif kind == "some":  # some sleeves: all but the value that means none
            if before(self.words, place) not in _OTHER:
                self._add(self.wanted if refused else self.unwanted, *SOME[values[0]])
        elif kind == "pattern" and word in PRINTS | PATTERNS and found.length == 1:
            self._print(word, place, refused)
        elif kind in ("type", "category") and found.length == 1 and word in CUTS and (
            self.held not in ("", "skirts")
        ):  # fmt: skip
            self.rest.append(self.written[place])
        elif refused:
            self._add(self.unwanted, kind, values)
        elif kind == "gender":
            if says_for_whom(self.words, place, after):
                self.gender = values[0]
            else:
                self.rest.append(self.written[place])
        elif kind in ("type", "category"):
            if not in_hand(self.words, place, found, self.held):
                self.heads.append((kind, values))
        elif " ".join(self.words[place:after]) in HIGH and self.kind not in ("", "knitwear"):
            self._compare("neckline", 1)
        elif kind == "colour" and kind in self.wanted and before(self.words, place) == "with":
            self._add(self.wanted, "colour2", values)  # "green with black stripes"
        else:
            self._add(self.wanted, kind, values)

    def _word(self, place: int, last: Phrase) -> None:
        """Notes a word that begins no phrase."""
        word = self.words[place]
        unknown = bool(self.rest and not last.kind) and self.rest[-1].endswith(
            before(self.written, place) or " "
        )
        if word in SLEEVES and self._sleeves(place):
            return
        if word in NEGATORS:
            self.negated = NEGATION_REACH + 1
        elif word in CLAUSE_ENDS or (word in _MAY_END and self.negated < NEGATION_REACH):
            self.negated = self.negated + 1 if self.negated and goes_on(self.words, place) else 0
            self.degree = 0
        elif unknown and pictured(self.words, place, self.kind):
            self._add(self.unwanted if self.negated else self.wanted, "pattern", _GRAPHIC)
        elif word in SIZES and noun_of(self.words, place) in PICTURES | PRINTS | PATTERNS:
            pass  # "a bigger logo" is a logo
        elif word not in FILLERS and not shades(self.words, place):
            self.rest.append(("not " if self.negated else "") + self.written[place])

    def _settle(self, found: Phrase, place: int, after: int) -> None:
        """How far a "not", a degree or a part reaches once the phrase has been read."""
        word = self.words[place]
        following = self.words[after] if after < len(self.words) else ""
        if found.kind and following not in ("or", "nor") and not goes_on(self.words, after):
            self.negated = self.degree = 0
        elif found.kind and word in NEGATORS:  # "no sleeves or buttons"
            self.negated = NEGATION_REACH + 1
        elif not found.kind and word not in ("or", "nor", "any"):
            self.negated = max(0, self.negated - 1)
        if (found.kind, found.values) == ("pattern", _GRAPHIC) and following in ("is", "are", "in"):
            self.part = PART_REACH  # "the logo is white", "letters in red"
        elif found.kind or word in CLAUSE_ENDS or word in ("and", "with", "has"):
            self.part = 0
        else:
            self.part = max(0, self.part - 1)

    def _repeats(self, found: Phrase, last: Phrase, place: int) -> bool:
        """Whether a phrase only says again what the one right before it says."""
        word = self.words[place]
        if found.kind == "pattern" and last.kind == "pattern":  # "a striped print", "a graphic image"
            if word in PRINTS | PATTERNS:
                return found.length == 1
            return found.values == last.values and self.words[place - 1] not in PRINTS
        if found.kind == "neckline" and last.kind == "neckline":  # "a v-neck collar"
            return word in ("collar", "collars", "strap", "straps")
        return found.kind == "fit" and (last.kind, last.attribute) == ("relative", "fit")

    def _of_part(self, found: Phrase, place: int, after: int) -> bool:
        """Whether a phrase speaks of a part only; a size goes to what no rule knows."""
        word, attribute = self.words[place], found.attribute
        noun = noun_of(self.words, after)
        if attribute in ("colour", *TONES) and (self.part or noun in TRIM or noun in PICTURES):
            return True
        if found.kind == "colour":
            return self._printed(found, noun) or self._pictured(place, after)
        if found.kind == "pattern":
            return word not in PRINTS and noun in TRIM  # plaid cuffs
        if attribute == "neckline" and word in ("strap", "straps"):
            return self._unknown(place, after) if before(self.words, place) in STRAPPED else False
        if found.kind == "relative" and word.startswith("bold"):
            return bool(noun)  # bolder stripes
        if attribute in ("length", "fit") and (found.kind == "relative" or found.length == 1):
            if noun in SIZED or noun in PICTURES | PRINTS | PATTERNS:
                return self._unknown(place, after)
            return noun in SLEEVES
        return False

    def _printed(self, found: Phrase, noun: str) -> bool:
        """Whether a colour is that of a print, which counts when no other colour is named."""
        if noun not in PRINTS | PATTERNS or found.values == _MANY:
            return False
        if noun in PRINTS and self.kind in WITH_GRAPHICS:
            return True
        if self.negated:
            return False
        self.printed = (*self.printed, *found.values)
        return True

    def _pictured(self, place: int, after: int) -> bool:
        """Whether a colour is that of a picture, or of stripes that are refused."""
        if self.negated:
            return match(self.words, after).kind == "pattern"  # "no black stripes"
        if "colour" in self.wanted and subject(self.words, place, after, self.kind):
            self._add(self.wanted, "pattern", _GRAPHIC)  # "grey with a red car"
            return True
        return False

    def _unknown(self, place: int, after: int) -> bool:
        self.rest += self.written[place:after]
        return True

    def _print(self, word: str, place: int, refused: bool) -> None:
        """A print or a pattern that is not named: a picture on a shirt, elsewhere just not plain."""
        if before(self.words, place) in _OTHER:
            return  # "a different print"
        known = self.kind in WITH_GRAPHICS
        if word in PRINTS and (known or (not self.kind and not word.startswith("design"))):
            self._add(self.unwanted if refused else self.wanted, "pattern", _GRAPHIC)
        elif refused:
            self._add(self.wanted, "pattern", ("solid",))
        else:
            self.patterned = True

    def _sleeves(self, place: int) -> bool:
        """Sleeves of whatever kind are sleeves: "ruffled sleeves"; none after "no"."""
        ahead = before(self.words, place)
        earlier = self.words[max(0, place - 3) : place]
        if not had(self.kind, "sleeve"):
            return False
        if self.negated or (ahead in ("and", "or", "nor") and NEGATORS & set(earlier)):
            self._add(self.wanted, "sleeve", ("sleeveless",))
        elif ahead in _NO_SLEEVES_OF or (ahead == "and" and "on" in earlier):
            return False
        elif self.words[place] == "sleeves":
            self._add(self.unwanted, "sleeve", ("sleeveless",))
        return True

    def _compare(self, attribute: str, direction: int) -> None:
        self.relative[attribute] = direction
        if self.degree:
            self.amount[attribute] = self.degree

    @staticmethod
    def _add(side: dict[str, tuple[str, ...]], kind: str, values: tuple[str, ...]) -> None:
        side[kind] = tuple(dict.fromkeys((*side.get(kind, ()), *values)))
