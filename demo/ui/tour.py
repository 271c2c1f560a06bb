"""A short tour on a first visit: one slim strip above the shelves, gone for good when dismissed.

Its steps are radio buttons, so it needs no script to be read; whether it was dismissed only the browser
knows. Knows words; it does not know products, places or gradio.
"""

from __future__ import annotations

from html import escape
from typing import Final

from demo.ui import text

KEY: Final = "otherwise-toured"
"""what the browser keeps once the tour was dismissed"""

HEAD: Final = f"""
<script>
  try {{
    if (localStorage.getItem('{KEY}')) document.documentElement.classList.add('toured');
  }} catch {{ document.documentElement.classList.add('toured'); }}
</script>
"""
"""before the first paint, so that nothing jumps: who has dismissed it never sees it"""

DISMISS: Final = f"""
element.addEventListener('click', event => {{
  if (!event.target.closest('[data-toured]')) return;
  document.documentElement.classList.add('toured');
  try {{ localStorage.setItem('{KEY}', '1'); }} catch {{ /* a private window: gone for this visit */ }}
}});
"""


def tour() -> str:
    """The strip; the style sheet shows it at the entrance alone."""
    lines = text.TOUR
    steps = []
    for at, line in enumerate(lines):
        chosen = " checked" if at == 0 else ""
        name = escape(text.STORY_STEP.format(at + 1, len(lines)))
        steps.append(
            f'<label><input type="radio" name="tour" value="{at + 1}" aria-label="{name}"{chosen}>'
            f"<span>{escape(line)}</span></label>"
        )
    return (
        f'<aside class="tour" aria-label="{escape(text.TOUR_TITLE)}"><b>{escape(text.TOUR_TITLE)}</b>'
        f'<div role="radiogroup" aria-label="{escape(text.TOUR_TITLE)}">{"".join(steps)}</div>'
        f'<button type="button" class="quiet" data-toured>{escape(text.TOUR_DONE)}</button></aside>'
    )
