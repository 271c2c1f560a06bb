"""What strangers write: text in all scripts, JSON of any shape, files that are nearly right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from time import process_time
from typing import Any, Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

LONGEST: Final = 2.0
"""seconds of this process that one input may take; not by the wall, for the machine may be busy"""
HANGS: Final = timedelta(seconds=40)
"""and by the wall, for what waits without working"""
SCRIPTS: Final = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x590, 0x6FF), (0x900, 0x97F),
    (0xE00, 0xE7F), (0x2000, 0x206F), (0x2190, 0x21FF), (0x3040, 0x30FF), (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3), (0xFF00, 0xFFEF), (0x1F300, 0x1F9FF),
)  # fmt: skip
"""Latin, Greek, Cyrillic, Hebrew and Arabic, Devanagari, Thai, invisible marks, arrows, kana, Chinese,
Korean, full width, emoji"""
WORDS: Final = (
    "red", "in green", "not", "no", "but", "without", "under", "over", "between", "and", "or", "cheaper",
    "much", "a bit", "more", "less", "longer", "darker", "like the", "second one", "last", "go back",
    "undo", "forget", "stripes", "dress", "v-neck", "sleeves", "€", "60", "1e999", "-5", "0", "99999999999",
    "50 euros", "½", "٣", "in", "the same", "for a wedding", "outfit", "try on", "赤い", "ワンピース",
    "60ユーロ以下", "もっと", "じゃない", "빨간", "원피스", "더", "不要", "红色", "裙子",
    "60欧元以内", "<b>", "&amp;", "'", '"', "\\", "%s", "{}",
    "\0", "\ud7ff", "\u202e", "\n", "\t", "?", "!", ",", ".", ";", "--", "/*", "${x}", "null",
)  # fmt: skip
"""what the rules look for, and what breaks careless code"""


def fuzzing(count: int) -> settings:
    """So many inputs, the same ones at every run; none may hang."""
    return settings(
        max_examples=count, deadline=HANGS, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def letters() -> st.SearchStrategy[str]:
    """Characters of all scripts, and any other that UTF-8 knows."""
    ranges = [st.integers(low, high).map(chr) for low, high in SCRIPTS]
    return st.one_of(*ranges, st.characters(exclude_categories=("Cs",)))


TEXT: Final = st.one_of(
    st.text(letters(), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=9).map("".join),
    st.builds(str.__mul__, st.sampled_from(WORDS), st.integers(1, 300)),
)
JSON: Final = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.integers(10**300, 10**320), st.floats(), TEXT,
        st.sampled_from(["tops", "women", "F1-red", "colour", "red"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)
    ),
    max_leaves=8,
)  # fmt: skip
LIMITS: Final = st.one_of(
    JSON,
    st.dictionaries(
        st.sampled_from(["category", "gender", "price_min", "price_max", "not", "x"]), JSON, max_size=5
    ),
    st.fixed_dictionaries({}, optional={
        "category": st.lists(TEXT, max_size=3), "gender": st.lists(TEXT, max_size=3),
        "price_min": st.floats() | st.integers(), "price_max": st.floats() | st.integers(),
        "not": st.dictionaries(TEXT, st.lists(TEXT, max_size=3), max_size=3),
    }),
)  # fmt: skip
"""filters: of any shape, with the right fields, and of the right types"""


@contextmanager
def refused_or_answered(*kinds: type[Exception]) -> Iterator[None]:
    """Lets errors of these kinds pass and no others, and nothing that takes longer than LONGEST."""
    started = process_time()
    with suppress(*kinds):
        yield
    took = process_time() - started
    assert took < LONGEST, f"{took:.1f} s"


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Some bytes of a good file changed, taken out or put in."""
    data: Any = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        kind = draw(st.sampled_from(["change", "cut", "insert", "end"]))
        if kind == "change" and data:
            data[at] = draw(st.integers(0, 255))
        elif kind == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif kind == "insert":
            data[at:at] = draw(st.binary(max_size=20))
        else:
            del data[at:]
    return bytes(data)
