"""Price limits in a message: amounts, bounds and currencies. Knows numbers and money, no goods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"(?P<{0}>\d+(?:[.,]\d{{3}})*(?:[.,]\d{{1,2}})?(?![\d/]))"
_CURRENCIES: Final = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "pounds": "GBP", "quid": "GBP", "¥": "JPY", "yen": "JPY", "jpy": "JPY",
    "won": "KRW", "krw": "KRW", "₩": "KRW", "yuan": "CNY", "rmb": "CNY", "cny": "CNY",
    "chf": "CHF", "franc": "CHF", "francs": "CHF", "sek": "SEK", "kronor": "SEK", "krona": "SEK",
    "nok": "NOK", "kroner": "NOK", "dkk": "DKK", "pln": "PLN", "zloty": "PLN", "czk": "CZK",
    "huf": "HUF", "forint": "HUF", "inr": "INR", "rupee": "INR", "rupees": "INR", "₹": "INR",
    "rub": "RUB", "rubles": "RUB", "roubles": "RUB", "₽": "RUB", "uah": "UAH", "hryvnia": "UAH",
    "lira": "TRY", "₺": "TRY", "brl": "BRL", "reais": "BRL", "pesos": "MXN",
    "peso": "MXN", "mxn": "MXN", "cad": "CAD", "aud": "AUD", "nzd": "NZD", "hkd": "HKD",
    "sgd": "SGD", "twd": "TWD", "thb": "THB", "baht": "THB", "ils": "ILS", "shekels": "ILS",
    "aed": "AED", "dirhams": "AED", "zar": "ZAR", "rand": "ZAR", "bitcoin": "BTC",
    "bitcoins": "BTC", "btc": "BTC",
}  # fmt: skip
_WORD_CURRENCY: Final = "|".join(sorted((c for c in _CURRENCIES if c.isalpha()), reverse=True))
_SIGN: Final = "[€$£¥₩₹₽₺]"
_BEFORE: Final = rf"(?P<{{0}}>{_SIGN}|\b(?:eur|usd|gbp|jpy|krw|cny|chf|pln|sek|nok|dkk|inr|cad|aud))?\s*"
_AFTER: Final = rf"\s*(?P<{{0}}>{_SIGN}|\b(?:{_WORD_CURRENCY})\b)?"
_UNDER: Final = (
    r"(?:\b(?:under|below|less than|cheaper than|up to|at most|no more than|not more than|not over"
    r"|max(?:imum)?(?: of)?|within|not above|beneath|lower than|for less than|upto|budget (?:is|of)"
    r"|my budget is|nothing (?:over|above|more than)|no higher than|not dearer than)|<=?)\s*"
)
_OVER: Final = (
    r"(?:\b(?:over|above|more than|at least|from|starting at|min(?:imum)?(?: of)?|not under"
    r"|not less than|no less than|dearer than|upwards of|nothing (?:under|below|less than))|>=?)\s*"
)


@dataclass(frozen=True)
class Limits:
    """Bounds that a message names, in the currency it names."""

    low: float | None
    high: float | None
    currency: str
    text: str
    """the message without its price words"""


def _price(lead: str) -> re.Pattern[str]:
    return re.compile(
        lead + _BEFORE.format("before") + _NUMBER.format("amount") + _AFTER.format("after")
    )


_BETWEEN: Final = re.compile(
    r"(?:\b(?:between|from)\s*)?" + _BEFORE.format("before") + _NUMBER.format("low")
    + rf"\s*(?:{_SIGN}|\b(?:{_WORD_CURRENCY})\b)?\s*(?:and|to|-)\s*{_SIGN}?\s*"
    + _NUMBER.format("high") + _AFTER.format("after")
)  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "a hundred": 100, "one hundred": 100, "two hundred": 200,
}  # fmt: skip
_ONES: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_SPELT: Final = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{'|'.join(_ONES)}))?\b"
)
_MOST: Final = _price(_UNDER)
_LEAST: Final = _price(_OVER)
_ABOUT: Final = _price(r"\b(?:around|about|roughly|circa|approximately)\s*")


def take_prices(text: str) -> Limits:
    """The limits that a normalised message names, and the message without them."""
    text = _SPELT.sub(_digits, text)
    low = high = None
    currency = ""
    for pattern in (_BETWEEN, _MOST, _LEAST, _ABOUT):
        match = pattern.search(text)
        if not match:
            continue
        groups = match.groupdict()
        named = groups["before"] or groups["after"] or ""
        if pattern is _BETWEEN:
            if not named and not match[0].startswith(("between", "from")):
                continue  # "3-4" alone is no price
            low, high = sorted((_amount(groups["low"]), _amount(groups["high"])))
        elif pattern is _MOST:
            high = _amount(groups["amount"])
        elif pattern is _LEAST:
            low = _amount(groups["amount"])
        else:
            low, high = 0.8 * _amount(groups["amount"]), 1.2 * _amount(groups["amount"])
        currency = _CURRENCIES.get(named, currency)
        text = text[: match.start()] + " " + text[match.end() :]
        if pattern is _BETWEEN:
            break
    return Limits(low, high, currency, text)


def _digits(match: re.Match[str]) -> str:
    """ "sixty-five" -> "65"."""
    tens, ones = _TENS[match["tens"]], _ONES.get(match["ones"] or "", 0)
    return str(tens + ones)


def _amount(text: str) -> float:
    """ "59,90", "1,200" and "1.200,50" as they are meant."""
    whole, _, cents = re.sub(r"[.,](?=\d{1,2}$)", "|", text).partition("|")
    return float(re.sub(r"[.,]", "", whole) + "." + (cents or "0"))
