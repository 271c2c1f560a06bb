"""Japanese, Korean and Chinese turns say what their English would."""

from __future__ import annotations

import pytest

from demo.catalog.vocabulary import COLOURS, PATTERNS, SLEEVES
from demo.dialogue.eastern import language, spoken
from demo.dialogue.eastern_words import CHINESE, JAPANESE, KOREAN
from demo.dialogue.understand import understand


def test_language_by_turn() -> None:
    assert language("もっと長く") == "ja"
    assert language("더 길게") == "ko"
    assert language("长一点") == "zh"
    assert language("赤") == "ja"
    assert language("longer") == "en"
    assert understand("더 길게").language == "ko"
    assert spoken(["もっと長く", "長袖"]) == "ja"
    assert spoken(["longer", "長袖"]) == "zh"
    assert spoken(["もっと長く", "in red"]) == "en"


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("赤いワンピース", "a red dress"),
        ("長袖の白いシャツ", "a white shirt with long sleeves"),
        ("もっと長い", "longer"),
        ("袖をもっと短く", "shorter sleeves"),
        ("ストライプなしで", "no stripes,"),
        ("フードなし", "without a hood"),
        ("もう少し安く", "a bit cheaper"),
        ("ずっと暗く", "much darker"),
        ("50ユーロ以下", "under 50 euros"),
        ("5000円以下の革のバッグ", "leather bag under 5000 yen"),
        ("赤じゃなくて青", "not red, blue"),
        ("花柄の半袖", "floral short sleeves"),
        ("빨간 원피스 보여주세요", "a red dress"),
        ("더 길게 해주세요", "longer"),
        ("줄무늬 없이", "no stripes"),
        ("소매를 더 길게", "longer sleeves"),
        ("50유로 이하", "under 50 euros"),
        ("훨씬 더 싸게", "much cheaper"),
        ("조금 더 어둡게", "a bit darker"),
        ("면 티셔츠", "cotton t-shirt"),
        ("검은색 말고 흰색", "not black, white"),
        ("红色的连衣裙", "red dress"),
        ("紅色洋裝", "red dress"),
        ("不要条纹", "no stripes"),
        ("没有帽兜", "without a hood"),
        ("便宜一点", "cheaper"),
        ("颜色深一点", "darker"),
        ("袖子长一点", "longer sleeves"),
        ("低于60欧元", "under 60 euros"),
        ("40到80欧元之间", "between 40 and 80 euros"),
        ("ｖネックのTシャツ", "t-shirt with a v-neck"),
        ("v领长袖t恤", "long sleeves v-neck t-shirt"),
        ("長すぎる", "too long"),
        ("너무 비싸요", "too expensive"),
        ("太贵了", "too expensive"),
        ("5만원 이하", "under 50000 won"),
        ("1万円以下", "under 10000 yen"),
        ("300元以内", "under 300 yuan"),
        ("50ユーロから80ユーロまで", "between 50 and 80 euros"),
        ("长袖棉衬衫", "cotton shirt with long sleeves"),
        ("更正式", "more formal"),
        ("第二个", "like the second one"),
        ("試穿", "try it on"),
    ],
)  # fmt: skip
def test_says_the_same(words: str, english: str) -> None:
    said, meant = understand(words), understand(english)
    for name in ("wanted", "unwanted", "relative", "amount", "category", "gender", "price_min",
                 "price_max", "currency", "nth", "elsewhere", "rest"):  # fmt: skip
        assert getattr(said, name) == getattr(meant, name), (name, said)


@pytest.mark.parametrize("table", [JAPANESE, KOREAN, CHINESE])
def test_the_shops_words_are_there(table: dict[str, str]) -> None:
    named = [understand(english).wanted for english in table]
    assert {v for wish in named for v in wish.get("colour", ())} >= set(COLOURS)
    assert {v for wish in named for v in wish.get("sleeve", ())} >= set(SLEEVES)
    patterns = {v for wish in named for v in wish.get("pattern", ())}
    assert patterns >= set(PATTERNS) - {"colour-block", "melange"}


@pytest.mark.parametrize("table", [JAPANESE, KOREAN, CHINESE])
def test_every_english_side_is_understood(table: dict[str, str]) -> None:
    for english in table:
        if english not in ("-", ",", "or", "not", "only", "a bit", "much"):
            said = understand(english)
            assert said.rest == "", english
            assert said != understand(""), english
