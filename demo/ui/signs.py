"""The page's small drawings, as inline SVG in the colour of the text around them. Knows no layout."""

from __future__ import annotations

from typing import Final


def _sign(strokes: str, size: int = 20) -> str:
    """Strokes on a field of 24 × 24; those who hear the page are told by the control's own name."""
    return (
        f'<svg viewBox="0 0 24 24" width="{size}" height="{size}" fill="none" stroke="currentColor" '
        'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" '
        f'focusable="false">{strokes}</svg>'
    )


HANGER: Final = _sign(
    '<path d="M9.6 6.6a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.9-1.1 1.7v.6L3.4 16.6c-1 .7-.6 2.2.7 '
    '2.2h15.8c1.3 0 1.7-1.5.7-2.2L12 11"/>'
)
"""looks"""
BUBBLE: Final = _sign(
    '<path d="M20 11.2c0 3.7-3.6 6.7-8 6.7-1 0-2-.2-2.9-.5L4.7 19.3l1.2-3.6C4.7 14.5 4 '
    '12.9 4 11.2 4 7.5 7.6 4.5 12 4.5s8 3 8 6.7Z"/>'
)
"""saying what should be different"""
FIGURE: Final = _sign(
    '<circle cx="12" cy="5.3" r="2.3"/><path d="M8.3 21v-5.8L6.5 14l1-4.3c.2-.8.9-1.3 '
    '1.7-1.3h5.6c.8 0 1.5.5 1.7 1.3l1 4.3-1.8 1.2V21M12 15.5V21"/>'
)
"""the fitting room"""
REFUSED: Final = _sign('<circle cx="12" cy="12" r="7.7"/><path d="m6.7 17.3 10.6-10.6"/>')
"""not for me"""
HEART: Final = _sign(
    '<path d="M12 19.5C7.5 16.2 4 13.2 4 9.5 4 7 5.9 5.2 8.2 5.2c1.5 0 2.9.8 '
    '3.8 2.2.9-1.4 2.3-2.2 3.8-2.2C18.1 5.2 20 7 20 9.5c0 3.7-3.5 6.7-8 10Z"/>'
)
"""what is liked; filled by the style sheet"""
BAG: Final = _sign('<path d="M5.5 8.5h13l.9 11.2H4.6L5.5 8.5ZM8.8 11V7.2a3.2 3.2 0 0 1 6.4 0V11"/>')
DICE: Final = _sign(
    '<rect x="4.5" y="4.5" width="15" height="15" rx="3"/><path d="M8.8 8.8h.01M15.2 '
    '15.2h.01M12 12h.01" stroke-width="2.4"/>'
)
"""a surprise"""
