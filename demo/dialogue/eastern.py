"""Japanese, Korean and Chinese shop talk -> the English that the rules read. Knows phrases only.

What is in no list stays as it is and counts as words that no rule knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from demo.dialogue.eastern_words import CHINESE, JAPANESE, KOREAN

_TABLES: Final = {"ja": JAPANESE, "ko": KOREAN, "zh": CHINESE}
_KANA: Final = re.compile(r"[\u3041-\u30ff]")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_AFTER: Final = re.compile(
    r"^(?:じゃない|じゃなく[てー]?|ではない|ではなく|でない|以外|なし|無し|抜き|はいや|は嫌|が嫌"
    r"|は避けて|のない|がない|は要らない|はいらない|はやめて|(?:은 |는 )?말고|없이|(?:이 |가 )?없는"
    r"|(?:이 |가 )?아닌|(?:은 |는 )?싫어|(?:은 |는 )?빼고|除外|之外)"
)
"""words that take back what stands before them"""
_MONEY: Final = (
    r"(?P<amount>\d+(?:[.,]\d+)?)\s*(?P<times>万|千|만|천|萬)?\s*"
    r"(?P<money>ユーロ|欧元|歐元|유로|円|圓|日元|日圆|엔|ドル|美元|美金|달러|ポンド|英镑|英鎊|파운드|원|ウォン|人民币|人民幣|元|块|€|\$|£|¥)?\s*"
)
_LIMITS: Final = (
    (re.compile(_MONEY + r"(?:から|부터|到|至|〜|~|-|에서)\s*(?P<high>\d+(?:[.,]\d+)?)\s*"
     r"(?P<money2>ユーロ|欧元|歐元|유로|円|日元|엔|ドル|美元|달러|ポンド|英镑|파운드)?"
     r"\s*(?:まで|の間|까지|사이|之间|之間)?"), "between"),
    (re.compile(_MONEY + r"(?:以下|以内|以內|未満|未满|まで|より安い|이하|미만|까지|아래|内|之内)"), "under"),
    (re.compile(_MONEY + r"(?:以上|より高い|이상|부터|から|起)"), "over"),
    (re.compile(r"(?:低于|低於|不超过|不超過|少于|少於|最多|最高)\s*" + _MONEY), "under"),
    (re.compile(r"(?:高于|高於|至少|不少于|不低于|超过|超過)\s*" + _MONEY), "over"),
)  # fmt: skip
_MONEY_NAMES: Final = {
    "ユーロ": "euros", "欧元": "euros", "歐元": "euros", "유로": "euros", "円": "yen", "圓": "yen",
    "日元": "yen", "日圆": "yen", "엔": "yen", "ドル": "dollars", "美元": "dollars",
    "美金": "dollars", "달러": "dollars", "ポンド": "pounds", "英镑": "pounds", "英鎊": "pounds",
    "파운드": "pounds", "원": "won", "ウォン": "won", "人民币": "yuan", "人民幣": "yuan", "元": "yuan",
    "块": "yuan",
}  # fmt: skip
_TIMES: Final = {"万": 10_000, "萬": 10_000, "만": 10_000, "千": 1_000, "천": 1_000}


def language(words: str) -> str:
    """ja, ko or zh by the script; en for everything else."""
    if _KANA.search(words):
        return "ja"
    if _HANGUL.search(words):
        return "ko"
    if not _HAN.search(words):
        return "en"
    known = {
        name: sum(len(p) for said in _TABLES[name].values() for p in said.split("|") if p in words)
        for name in ("zh", "ja")
    }
    return "ja" if known["ja"] > known["zh"] else "zh"


def spoken(turns: Sequence[str]) -> str:
    """The language of the last turn; one in Chinese characters alone may go on in Japanese."""
    last = language(turns[-1]) if turns else "en"
    if last == "zh":
        earlier = [language(words) for words in turns[:-1]]
        return next((tongue for tongue in reversed(earlier) if tongue in ("zh", "ja")), last)
    return last


def to_english(words: str) -> str:
    """The message with every known phrase in English, in the order that English would have."""
    tongue = language(words)
    if tongue == "en":
        return words
    text = unicodedata.normalize("NFKC", words).lower()
    for pattern, sense in _LIMITS:
        text = pattern.sub(lambda match, sense=sense: _limit(match, sense), text)
    return _translate(text, tongue)


def _limit(match: re.Match[str], sense: str) -> str:
    groups = match.groupdict()
    named = groups["money"] or groups.get("money2") or ""
    money = _MONEY_NAMES.get(named, named)
    times = _TIMES.get(groups["times"] or "", 1)
    amount = f"{float(groups['amount'].replace(',', '')) * times:g}"
    if sense == "between":
        high = groups["high"].replace(",", "")
        return f" between {amount} and {high} {money} , "
    if money in ("€", "$", "£", "¥"):
        return f" {sense} {money}{amount} , "
    return f" {sense} {amount} {money} , "


def _translate(text: str, tongue: str) -> str:
    table = _phrases(tongue)
    longest = max(map(len, table))
    parts: list[str] = []
    unknown = ""
    position = 0
    while position < len(text):
        rest = text[position:]
        after = _AFTER.match(rest)
        if after and parts and not unknown.strip():
            parts[-1:] = ["not", parts[-1], ","]
            position += after.end()
            continue
        for length in range(min(longest, len(rest)), 0, -1):
            if rest[:length] in table:
                parts += [unknown, table[rest[:length]]]
                unknown = ""
                position += length
                break
        else:
            character = text[position]
            if character in " 、。，！？・,!?":
                parts += [unknown] + ([","] if character in "、，," else [])
                unknown = ""
            else:
                unknown += character
            position += 1
        parts = [part for part in parts if part.strip()]
    return " ".join([*parts, unknown.strip()]).strip()


@cache
def _phrases(tongue: str) -> dict[str, str]:
    """Phrase -> English of one language; the other languages' phrases where it has none."""
    table: dict[str, str] = {}
    for name in (*(other for other in _TABLES if other != tongue), tongue):
        for english, said in _TABLES[name].items():
            meaning = "" if english == "-" else english
            table.update(dict.fromkeys(said.lower().split("|"), meaning))
    return table
