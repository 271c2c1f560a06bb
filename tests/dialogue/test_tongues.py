"""Answers come in the language of the turn, from the same facts."""

from __future__ import annotations

import pytest

from demo.dialogue.asides import REPLIES
from demo.dialogue.comparatives import MORE
from demo.dialogue.tongues import TONGUES, name, said_in
from demo.dialogue.understand import understand
from demo.shop import Shop


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (("赤い長袖",), "赤、長袖。条件に合う商品は2点、€30未満はありません。"),
        (("花柄なしで、60ユーロ以下",), "€60以下、花柄なし。"),
        (("빨간 긴팔",), "빨간색, 긴팔. 조건에 맞는 상품 2개, €30 미만은 없습니다."),
        (("검은색 말고", "더 길게 말고 긴팔"), "긴팔, 검은색 제외"),
        (("红色长袖",), "红色，长袖。符合条件的有2件，没有低于€30的。"),
        (("颜色深一点",), "更深。符合条件的有"),
        (("赤い", "長袖"), "長袖、赤"),
        (("in red", "長袖"), "长袖，红色"),
        (("長袖", "in red"), "Red, long sleeves"),
    ],
)  # fmt: skip
def test_answers(shop: Shop, turns: tuple[str, ...], answer: str) -> None:
    session = shop.start("F1-green")
    for turn in turns:
        session = shop.say(session, turn)
    assert answer in shop.results(session).answer


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("試着したい", "気になる商品の「試着する」を選ぶと、試着室で着た姿が見られます。"),
        ("こんにちは", "こんにちは。"),
        ("입어 볼래", "원하는 상품에서 “입어 보기”를"), ("감사합니다", "천만에요."),
        ("搭配什么", "搭配三套造型"), ("谢谢", "不客气。"),
        ("フワフワ", "「フワフワ」はこの店の言葉にない"), ("闪亮的", "店里没有“闪亮”这个词"),
        ("十番目のやつ", "「十番目」"),
    ],
)  # fmt: skip
def test_replies(shop: Shop, words: str, reply: str) -> None:
    assert reply in shop.results(shop.start("F1-green", words=words)).reply


@pytest.mark.parametrize(
    ("words", "message", "way"),
    [
        ("5ユーロ以下", "条件に合う商品がありません", "20ユーロ以下"),
        ("5유로 이하", "조건에 맞는 상품이 없습니다", "20유로 이하"),
        ("低于5欧元", "没有符合条件的商品", "20欧元以内"),
    ],
)
def test_nothing_fits(shop: Shop, words: str, message: str, way: str) -> None:
    session = shop.start("F1-green", words=words)
    results = shop.results(session)
    assert message in results.message
    assert results.ways[0].label == way
    assert shop.results(shop.take(session, results.ways[0].turn)).hits


@pytest.mark.parametrize(("words", "message"), [
    ("赤い花柄の長袖", "すべてに合う商品はありません（赤、花柄、長袖）"),
    ("빨간 꽃무늬 긴팔", "모든 조건에 맞는 상품은 없습니다(빨간색, 꽃무늬, 긴팔)"),
    ("红色花卉长袖", "没有全部符合的商品（红色，花卉，长袖）"),
])  # fmt: skip
def test_nothing_is_all_of_it(shop: Shop, words: str, message: str) -> None:
    assert message in shop.results(shop.start("F1-green", words=words)).message


@pytest.mark.parametrize("language", TONGUES)
def test_no_phrase_is_missing(language: str) -> None:
    tongue = TONGUES[language]
    assert set(tongue.replies) == {*REPLIES, "point"}
    assert set(tongue.more) == {(attribute, way) for attribute in MORE for way in (1, -1)}
    assert name(language, "colour", ("red", "blue")) != "red or blue"


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("idea", ["in red", "with long sleeves", "under €60", "plain", "with a v-neck"])
def test_suggestions_are_understood_in_the_language(language: str, idea: str) -> None:
    said = said_in(language, idea, "EUR")
    assert said != idea
    assert understand(said).language in (language, "ja", "zh")
    assert understand(said).wanted == understand(idea).wanted
    assert understand(said).price_max == understand(idea).price_max
