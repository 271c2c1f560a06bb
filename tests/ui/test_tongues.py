"""The page's languages: every word in each of them, the same gaps, and nothing English left on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from demo.catalog.vocabulary import VALUES
from demo.dialogue.asides import REPLIES
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, looks_place, to_address
from demo.ui.screen import look
from demo.ui.tongues import english
from tests.ui.visitor import Visitor, served

OTHERS = [code for code in text.LANGUAGES if code != "en"]
WRITTEN = [name for name in vars(english) if name.isupper()]
SCRIPTS = {"ja": "[\u3040-\u30ff\u4e00-\u9fff]", "ko": "[\uac00-\ud7a3]", "zh": "[\u4e00-\u9fff]"}
SAME = {
    "FITTING_IN", "NAME", "STORY_STEP", "COLON", "STOP_AND", "COMMA", "IN_COLOUR", "SIGNS", "METHODS",
}  # fmt: skip
"""what need not differ from English"""


def leaves(value: object) -> list[str]:
    """All words in a value of a tongue."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    return [leaf for each in value for leaf in leaves(each)]  # type: ignore[attr-defined]


def gaps(words: str) -> list[str]:
    """The names of a template's gaps; a number only says where a gap's value goes."""
    return sorted("" if name.isdecimal() else name for name in re.findall(r"{(\w*)}", words))


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", WRITTEN)
def test_every_word_is_there_with_the_same_gaps(code: str, name: str) -> None:
    ours, theirs = getattr(english, name), getattr(text.LANGUAGES[code], name, None)
    assert theirs is not None, f"{name} is not translated"
    assert type(ours) is type(theirs)
    if name == "SENTENCES":
        return
    if isinstance(ours, dict):
        assert ours.keys() == theirs.keys()
    pairs = list(zip(leaves(ours), leaves(theirs), strict=True))
    for one, other in pairs:
        assert gaps(one) == gaps(other), one
    if name not in SAME:
        assert any(re.search(SCRIPTS[code], other) for _, other in pairs), theirs


def test_the_page_has_no_words_of_its_own() -> None:
    assert [name for name in vars(text) if name.isupper() and name in WRITTEN] == []
    with pytest.raises(AttributeError):
        text.NO_SUCH_WORD  # noqa: B018


@pytest.mark.parametrize("code", OTHERS)
def test_templates_have_as_many_gaps_as_what_they_translate(code: str) -> None:
    for said, translated in text.LANGUAGES[code].SENTENCES.items():
        if "take one {}" not in said:  # which part of the body is missing is left to the picture
            assert len(gaps(said)) == len(gaps(translated)), said


@pytest.mark.parametrize("code", OTHERS)
def test_the_tongues_know_the_same_sentences(code: str) -> None:
    assert text.LANGUAGES[code].SENTENCES.keys() == text.LANGUAGES["ja"].SENTENCES.keys()


@pytest.mark.parametrize("code", OTHERS)
def test_every_value_of_the_catalogue_and_every_reply_has_a_translation(code: str) -> None:
    with text.spoken_in(code):
        for attribute, values in VALUES.items():
            for value in values:
                said = text.human(value, attribute)
                assert re.search(SCRIPTS[code], said) or said == "Tシャツ", (attribute, value, said)
        for reply in REPLIES.values():
            assert re.search(SCRIPTS[code], text.said(reply)), reply


@pytest.mark.parametrize(
    ("english_words", "japanese"),
    [
        ("Lavender as the one accent on grey and navy; smart casual, for the office in most seasons.",
         "グレー、紺にラベンダーを一点だけ効かせて。きれいめカジュアル。オフィスに、ほぼ一年中向け。"),
        ("Nothing fits all of these limits. Without the limit to dresses there would be 12 products.",
         "すべての条件に合う商品はありません。「ワンピース」の条件を外すと12点あります。"),
        ("up to €60", "€60以下"),
        ("not red or blue", "赤または青以外"),
        ("at the left and right middle", "中ほどの左、右"),
        ("Fjord jacket", "Fjord jacket"),
    ],
)  # fmt: skip
def test_sentences_of_other_rooms(english_words: str, japanese: str) -> None:
    assert text.said(english_words) == english_words
    with text.spoken_in("ja"):
        assert text.said(english_words) == japanese


def test_money_as_each_language_writes_it() -> None:
    assert text.money(1234.5, "EUR") == "€1,234.50"
    with text.spoken_in("ko"):
        assert text.money(5000, "JPY") == "JP¥5,000"
        assert text.money(49.9, "EUR") == "€49.90"


@pytest.mark.parametrize(
    ("header", "language"),
    [("ja-JP,ja;q=0.9,en;q=0.8", "ja"), ("fr,ko;q=0.5", "ko"), ("de-DE", "en"), ("", "en"),
     ("en;q=0.4,zh-CN;q=0.9", "zh"), ("x;q=y,,;q=", "en"), ("zh-TW", "zh")],
)  # fmt: skip
def test_what_a_browser_asks_for(header: str, language: str) -> None:
    assert text.accepted(header) == language


def test_steps_are_said_in_their_language_whoever_takes_them() -> None:
    steps = text.spoken_through("ja", (text.UNDO for _ in range(2)))
    assert [next(steps), text.UNDO, next(steps)] == ["元に戻す", "Undo", "元に戻す"]
    assert list(steps) == []


def words_of(html: str) -> str:
    """What a visitor reads or hears: text between tags, labels and titles."""
    named = re.findall(r'(?:aria-label|title|placeholder)="([^"]*)"', html)
    return " ".join([re.sub("<[^>]*>", " ", html), *named])


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_english_is_left(code: str, shop: Shop, dressed: Shop) -> None:
    """On the shelves, about an item, in an answer, where nothing fits, and for looks."""
    talk = (Turn("green please, with long sleeves, under 60 euros"),)
    places = [
        (shop, Place()), (shop, Place(category="dresses", colour="red")),
        (shop, Place(session=Session(item="F1-red"))),
        (shop, Place(session=Session(item="F1-red", turns=talk))),
        (shop, Place(session=Session(item="F1-red", turns=talk), why="F2-green", panel=True)),
        (shop, Place(session=Session(item="F1-red", turns=(Turn("under 1 euro"),)))),
        (shop, Place(room="looks")), (dressed, looks_place("TE-navy")),
    ]  # fmt: skip
    for where, place in places:
        spoken = from_address(
            to_address(place) + ("&" if to_address(place) else "?") + f"lang={code}"
        )
        screen = look(where, Pictures(where.catalogue), spoken)
        shown = " ".join(part for part in vars(screen).values() if isinstance(part, str))
        kept = [*(p.title for p in where.catalogue.products), *(p.brand for p in where.catalogue.products),
                *(turn.words for turn in place.session.turns)]  # fmt: skip
        heard = words_of(shown)
        for own in sorted({*kept, "Otherwise", "English"}, key=len, reverse=True):
            heard = heard.replace(own, "")
        left = re.findall(r"(?<![\w-])[a-z]{3,}(?: [a-z]{2,})+", heard)
        assert left == [], (to_address(place), left)


Enter = Callable[..., Visitor]


@pytest.mark.browser
class TestInABrowser:
    @pytest.fixture(scope="class")
    def address(self, shop: Shop) -> Iterator[str]:
        with served(shop) as address:
            yield address

    @pytest.mark.parametrize("code", OTHERS)
    def test_the_page_speaks_it(self, address: str, visitor_at: Enter, code: str) -> None:
        visitor = visitor_at(address)
        visitor.open(f"?item=F1-red&lang={code}")
        page, words = visitor.page, text.LANGUAGES[code]
        assert page.evaluate("document.documentElement.lang") == code
        assert page.get_attribute("#search input", "placeholder") == words.SEARCH
        assert page.inner_text("#send") == words.SEND
        visitor.say("in green")
        assert f"lang={code}" in page.url
        assert words.UNDO in page.inner_text("#talk")
        assert words.ANSWER in page.inner_text("#results")
        page.click("#foot a[lang=en]")
        visitor.settle()
        assert english.UNDO in page.inner_text("#talk")
        assert page.inner_text("#send") == english.SEND
        assert visitor.sideways() <= 0
