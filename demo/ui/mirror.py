"""Gradio's ImageSlider for pictures that have an address already. Knows no person and no product.

Gradio's own would write each picture to a file first; here nothing of a photo ever lies on a disk.
"""

from __future__ import annotations

import gradio as gr
from gradio.components.imageslider import SliderData
from gradio.data_classes import ImageData


class Mirror(gr.ImageSlider):
    """Before and after, given as two addresses: of a route of the shop's, or data: ones."""

    is_template = True  # the browser's side is ImageSlider's own

    def postprocess(self, value: tuple[str, str] | None) -> SliderData | None:
        """The pair as the browser's side reads it."""
        if value is None:
            return None
        before, after = value
        return SliderData(root=(ImageData(url=before), ImageData(url=after)))
