"""Builds the page: its parts and where they stand. Does not know what happens in them."""

from __future__ import annotations

import gradio as gr

from demo.shop import Shop
from demo.ui import text
from demo.ui.browser import ADDRESS, LINKS
from demo.ui.events import Parts, listen
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look
from demo.ui.shelves import wordmark

KEEP_UPLOADS = 3600
"""seconds after which gradio deletes an upload that no event took"""


def build_page(shop: Shop) -> gr.Blocks:
    """The page of one shop. The shelves are laid out already; all else is a visit away."""
    pictures = Pictures(shop.catalogue)
    entrance = look(shop, pictures, Place())
    page = gr.Blocks(
        title=text.NAME, analytics_enabled=False, delete_cache=(KEEP_UPLOADS, KEEP_UPLOADS),
        fill_width=True,
    )  # fmt: skip
    with page:
        with gr.Row(elem_id="header"):
            header = _part("mast", wordmark())
            search = gr.Textbox(
                placeholder=text.SEARCH, label=text.SEARCH_LABEL, show_label=False,
                container=False, elem_id="search", max_lines=1,
            )  # fmt: skip
            upload = gr.UploadButton(
                text.PHOTO, file_types=["image"], elem_id="upload", size="sm",
                variant="secondary",
            )  # fmt: skip
        shelf = _part("shelf", entrance.shelf)
        with gr.Column(elem_id="floor"):
            with gr.Column(elem_id="rail"):
                picture = _part("picture")
                photo = gr.HTML("", elem_id="photo", apply_default_css=False)
                facts = _part("facts")
                talk = _part("talk")
                with gr.Column(elem_id="say"):
                    ideas = _part("ideas")
                    with gr.Row(elem_id="composer"):
                        words = gr.Textbox(
                            placeholder=text.SAY, label=text.SAY, show_label=False,
                            container=False, elem_id="words", max_lines=1, scale=1,
                        )  # fmt: skip
                        send = gr.Button(text.SEND, elem_id="send", variant="primary", scale=0)
            results = _part("results", entrance.results)
        address = gr.HTML(
            entrance.address, js_on_load=ADDRESS, elem_id="address", apply_default_css=False
        )
        parts = Parts(
            address=address, results=results, shelf=shelf, picture=picture, facts=facts,
            talk=talk, ideas=ideas, header=header, search=search, words=words, send=send,
            upload=upload, photo=photo, own=gr.State(""), place=gr.State(Place()),
        )  # fmt: skip
        listen(page, shop, pictures, parts)
    return page


def _part(name: str, html: str | None = "") -> gr.HTML:
    """A part of the page whose links are events. Its HTML is a value, never a template."""
    return gr.HTML(html or "", js_on_load=LINKS, elem_id=name, apply_default_css=False)
