"""The foot of the page: the same place in another language. Knows places and languages, no gradio."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from demo.ui import text
from demo.ui.cards import link
from demo.ui.place import Place


def foot(place: Place) -> str:
    """A link a language, each named in itself; the one that is spoken is marked."""
    marks = []
    for code, words in text.LANGUAGES.items():
        current = ' aria-current="true"' if code == text.language() else ""
        there = link(replace(place, lang=code))
        marks.append(
            f'<a lang="{code}" hreflang="{code}" {there}{current}>{words.LANGUAGE_NAME}</a>'
        )
    return f'<nav class="languages" aria-label="{escape(text.LANGUAGE)}">{"".join(marks)}</nav>'
