"""Answers in Japanese, Korean and Chinese: the same facts as in English, by a table of phrases.

Values are named by the words of `eastern_words`, the rarer ones by `eastern_names`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from demo.dialogue.eastern_names import LANGUAGES, NAMES
from demo.dialogue.eastern_words import CHINESE, JAPANESE, KOREAN
from demo.dialogue.labels import label, money
from demo.dialogue.understand import understand
from demo.types import Chip, Intent, Way


@dataclass(frozen=True)
class Tongue:
    """One language's phrases; `{}` takes the value."""

    words: dict[str, str]
    """English phrase -> what people say, the first of them is printed"""
    more: dict[tuple[str, int], str]
    """comparatives"""
    a_bit: str
    much: str
    comma: str
    stop: str
    either: str
    unlike: str
    without: str
    patterned: str
    sleeved: str
    up_to: str
    at_least: str
    between: str
    kept: str
    count: str
    none_under: str
    nothing: str
    closest: str
    other_kinds: str
    unknown: str
    taken: str
    euros: str
    """a highest price as a shopper says it"""
    drop: str
    replies: dict[str, str]


_SHIFTS: Final = (
    "sleeve",
    "length",
    "fit",
    "style",
    "neckline",
    "price",
    "lightness",
    "colourfulness",
)


def _more(more: str, less: str) -> dict[tuple[str, int], str]:
    pairs = zip(_SHIFTS, more.split("|"), less.split("|"), strict=True)
    return {key: words for a, up, down in pairs for key, words in (((a, 1), up), ((a, -1), down))}


TONGUES: Final = {
    "ja": Tongue(
        words=JAPANESE,
        more=_more(
            "袖は長め|丈は長め|ゆったりめ|よりフォーマル|首元は高め|価格は高め|明るめ|よりカラフル",
            "袖は短め|丈は短め|細め|よりカジュアル|首元は低め|価格は安め|暗め|落ち着いた色",
        ),
        a_bit="少し", much="ずっと", comma="、", stop="。", either="または",
        unlike="{}以外", without="{}なし",
        patterned="柄あり", sleeved="袖あり",
        up_to="{}以下", at_least="{}以上", between="{}〜{}",
        kept="{}はそのまま", count="条件に合う商品は{}点", none_under="{}未満はありません",
        nothing="条件に合う商品がありません。次のいずれかをお試しください。",
        closest="すべてに合う商品はありません（{}）。近いものをお見せします。",
        other_kinds="{}には全部に合うものがないので、ほかの品をお見せします。",
        unknown="「{}」はこの店の言葉にないので、推測しています。",
        taken="「{}」はこの店の言葉にないので、{}と考えました。", euros="{}ユーロ以下", drop="{}の条件を外す",
        replies={
            "outfit": "合わせたい商品をお選びください。その一点を中心に三つのコーディネートをご提案します。",
            "try-on": "気になる商品の「試着する」を選ぶと、試着室で着た姿が見られます。",
            "order": "ご注文・サイズ・配送はここでは扱っていません。商品のページをご覧ください。",
            "hello": "こんにちは。どこを変えたいか教えてください。",
            "thanks": "どういたしまして。",
            "who": "この店の検索です。ご希望を読み取って棚から探します。",
            "help": "色、丈、値段、または避けたいものを言ってください。",
            "rude": "ご希望に沿えず申し訳ありません。どこを変えたいか教えてください。",
            "chat": "この店の商品のことしか分かりません。どんな品がよいか教えてください。",
            "nonsense": "うまく読み取れませんでした。「緑で」「袖を長く」のように言ってみてください。",
            "point": "指している商品が見つかりません。",
        },
    ),
    "ko": Tongue(
        words=KOREAN,
        more=_more(
            "소매는 더 길게|더 길게|더 넉넉하게|더 격식 있게|목은 더 높게|더 비싼 것|더 밝게|더 화려하게",
            "소매는 더 짧게|더 짧게|더 슬림하게|더 캐주얼하게|목은 더 낮게|더 저렴하게|더 어둡게|더 차분하게",
        ),
        a_bit="조금 ", much="훨씬 ", comma=", ", stop=".", either=" 또는 ",
        unlike="{} 제외", without="{} 없이",
        patterned="무늬 있음", sleeved="소매 있음",
        up_to="{} 이하", at_least="{} 이상", between="{}~{}",
        kept="{} 그대로", count="조건에 맞는 상품 {}개", none_under="{} 미만은 없습니다",
        nothing="조건에 맞는 상품이 없습니다. 아래에서 하나를 골라 보세요.",
        closest="모든 조건에 맞는 상품은 없습니다({}). 가장 가까운 것을 보여 드립니다.",
        other_kinds="{} 중에는 모두 맞는 것이 없어 다른 상품을 보여 드립니다.",
        unknown="“{}”은(는) 이 가게에 없는 말이라 짐작해서 찾았습니다.",
        taken="“{}”은(는) 이 가게에 없는 말이라 {}(으)로 생각했습니다.",
        euros="{}유로 이하", drop="{} 조건 빼기",
        replies={
            "outfit": "어떤 상품에 맞출지 골라 주세요. 그 상품으로 세 가지 코디를 보여 드립니다.",
            "try-on": "원하는 상품에서 “입어 보기”를 고르면 피팅룸에서 입은 모습을 보여 드립니다.",
            "order": "주문, 사이즈, 배송은 여기서 다루지 않습니다. 상품 페이지를 봐 주세요.",
            "hello": "안녕하세요. 무엇이 달라야 하는지 말씀해 주세요.",
            "thanks": "천만에요.",
            "who": "이 가게의 검색입니다. 원하시는 점을 읽고 진열대에서 찾아 드립니다.",
            "help": "색, 길이, 가격, 또는 원하지 않는 것을 말씀해 주세요.",
            "rude": "마음에 드시지 않아 죄송합니다. 무엇이 달라야 하는지 말씀해 주세요.",
            "chat": "이 가게의 상품만 알고 있습니다. 어떤 상품이면 좋을지 말씀해 주세요.",
            "nonsense": "이해하지 못했습니다. “초록색으로”, “소매를 더 길게”처럼 말씀해 주세요.",
            "point": "가리키신 상품을 찾을 수 없습니다.",
        },
    ),
    "zh": Tongue(
        words=CHINESE,
        more=_more(
            "袖子更长|更长|更宽松|更正式|领口更高|更贵|更浅|更鲜艳",
            "袖子更短|更短|更修身|更休闲|领口更低|更便宜|更深|更素",
        ),
        a_bit="稍", much="大幅", comma="，", stop="。", either="或",
        unlike="不要{}", without="不要{}",
        patterned="有图案", sleeved="有袖",
        up_to="{}以内", at_least="{}以上", between="{}到{}",
        kept="{}保持不变", count="符合条件的有{}件", none_under="没有低于{}的",
        nothing="没有符合条件的商品，可以试试下面的办法。",
        closest="没有全部符合的商品（{}），以下最接近。",
        other_kinds="{}里没有全部符合的，先看看其他的。",
        unknown="店里没有“{}”这个词，这部分是猜的。",
        taken="店里没有“{}”这个词，当作{}来找。", euros="{}欧元以内", drop="不限{}",
        replies={
            "outfit": "请选一件商品，我们会围绕它搭配三套造型。",
            "try-on": "在想试的商品上选“试穿”，试衣间会显示穿上的样子。",
            "order": "这里不处理订单、尺码和配送，请看商品页面。",
            "hello": "你好！请告诉我想改哪里。",
            "thanks": "不客气。",
            "who": "我是这家店的搜索：读懂您的要求，再到货架上找。",
            "help": "可以说颜色、长短、价格，或者不想要什么。",
            "rude": "抱歉还没找到合适的，请告诉我想改哪里。",
            "chat": "我只了解这家店的商品，请告诉我您想要什么样的。",
            "nonsense": "没看懂。可以说“绿色的”或“袖子长一点”。",
            "point": "找不到您指的商品。",
        },
    ),
}  # fmt: skip
"""language -> its phrases; English answers are made in `answer`"""
_NOT_HAD: Final = ("pattern", "neckline", "closure")
"""attributes of which one is without, not other than"""


@cache
def _names(language: str) -> dict[tuple[str, tuple[str, ...]], str]:
    """(attribute, values) -> the language's first word for it."""
    names: dict[tuple[str, tuple[str, ...]], str] = {}
    for english, said in TONGUES[language].words.items():
        meant = understand(english)
        for attribute, values in meant.wanted.items():
            names.setdefault((attribute, values), said.split("|")[0])
        if meant.category and not meant.wanted:
            names.setdefault(("category", (meant.category,)), said.split("|")[0])
        if meant.gender:
            names.setdefault(("gender", (meant.gender,)), said.split("|")[0])
    for key, printed in NAMES.items():
        attribute, value = key.split(":")
        names.setdefault((attribute, (value,)), printed[LANGUAGES.index(language)])
    return names


def name(language: str, attribute: str, values: tuple[str, ...]) -> str:
    """Values in the language: "赤または青"; an English name where the language has none."""
    names, tongue = _names(language), TONGUES[language]
    if values == ("shirt-collar", "polo-collar"):
        values = ("shirt-collar",)  # the same word
    attribute = "colour" if attribute == "colour2" else attribute
    if found := names.get((attribute, values)):
        return found
    each = [names.get((attribute, (value,))) or label(attribute, (value,)) for value in values]
    return tongue.either.join(each)


def chip_words(language: str, chip: Chip, intent: Intent, currency: str) -> str:
    """What a chip says, in the language; empty for what is said elsewhere."""
    tongue = TONGUES[language]
    if chip.attribute == "price":
        return _limits(tongue, intent, currency)
    if chip.attribute in intent.shifts:
        shift = intent.shifts[chip.attribute]
        degree = tongue.a_bit if shift.amount < 0 else tongue.much if shift.amount > 0 else ""
        return degree + tongue.more[chip.attribute, shift.direction]
    values = tuple(chip.value.split("|"))
    if chip.kind == "unwanted":
        if (chip.attribute, values) == ("pattern", ("solid",)):
            return tongue.patterned
        if (chip.attribute, values) == ("sleeve", ("sleeveless",)):
            return tongue.sleeved
        refused = tongue.without if chip.attribute in _NOT_HAD else tongue.unlike
        return refused.format(name(language, chip.attribute, values))
    return name(language, chip.attribute, values) if chip.kind in ("wanted", "limit") else ""


def _limits(tongue: Tongue, intent: Intent, currency: str) -> str:
    low, high = intent.filters.price_min, intent.filters.price_max
    if low is not None and high is not None:
        return tongue.between.format(money(low, currency), money(high, currency))
    if high is not None:
        return tongue.up_to.format(money(high, currency))
    return tongue.at_least.format(money(low, currency)) if low is not None else ""


def sentence(language: str, claims: Sequence[str], kept: str, count: int, floor: str) -> str:
    """The answer: what changed, what stayed, how many there are and from which price on."""
    tongue = TONGUES[language]
    said = [*claims, *([tongue.kept.format(kept)] if kept else [])]
    facts = [tongue.count.format(f"{count:,}")] if count else []
    facts += [tongue.none_under.format(floor)] if floor else []
    parts = [tongue.comma.join(part) + tongue.stop for part in (said, facts) if part]
    return (" " if tongue.stop == "." else "").join(parts)


def said_in(language: str, english: str, currency: str) -> str:
    """A suggestion as a shopper of that language would say it, or as it is where it has no words."""
    meant, tongue = understand(english), TONGUES[language]
    if meant.relative and not meant.wanted:
        said = [*(tongue.more[shift] for shift in meant.relative.items() if shift in tongue.more),
                *tongue.words.get(english, "").split("|")]  # fmt: skip
        return next((w for w in said if w and understand(w).relative == meant.relative), english)
    words = [name(language, attribute, values) for attribute, values in meant.wanted.items()]
    if meant.price_max is not None and currency == "EUR":
        words.append(tongue.euros.format(f"{meant.price_max:g}"))
    said = tongue.comma.join(words)
    again = understand(said)
    same = (again.wanted, again.price_max) == (meant.wanted, meant.price_max)
    return said if said and same else english


def way_in(language: str, way: Way, intent: Intent, currency: str) -> Way:
    """A way out in the language: the same turn, or the same limit said in it."""
    if not way.turn.drops:
        words = said_in(language, way.turn.words, currency)
        return replace(way, label=words, turn=replace(way.turn, words=words))
    dropped = [chip for chip in intent.chips if chip.key in way.turn.drops.split()]
    named = " + ".join(
        chip_words(language, chip, intent, currency) or chip.label for chip in dropped
    )
    return replace(way, label=TONGUES[language].drop.format(named))
