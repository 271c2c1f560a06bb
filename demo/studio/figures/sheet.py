"""All figures side by side on the page's tone, for looking at. Knows files, not how they are drawn."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from demo.fitting.figures import SIZE, load_figures
from demo.studio.sheet import PAGE, on_page

COLUMNS = 5


def figure_sheet(folder: Path, zoom: float = 0.75) -> Image.Image:
    """The figures of a folder, five a row. Raises PictureError when one is missing."""
    figures = list(load_figures(folder).values())
    width, height = round(SIZE[0] * zoom), round(SIZE[1] * zoom)
    rows = -(-len(figures) // COLUMNS)
    page = Image.new("RGB", (COLUMNS * width, rows * height), PAGE)
    for i, figure in enumerate(figures):
        picture = on_page(figure.picture()).resize((width, height), Image.Resampling.LANCZOS)
        page.paste(picture, (i % COLUMNS * width, i // COLUMNS * height))
    return page
