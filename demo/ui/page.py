"""Builds the page: its parts and where they stand. Does not know what happens in them."""

from __future__ import annotations

import gradio as gr

from demo.calling import Calls
from demo.shop import Shop
from demo.ui import text
from demo.ui.blocks import ShopBlocks
from demo.ui.boards import Boards
from demo.ui.browser import ADDRESS, KEYS, LINKS
from demo.ui.endpoints import offer
from demo.ui.events import Parts, listen
from demo.ui.fitting_pictures import pictures_of
from demo.ui.fitting_room import DressingRoom
from demo.ui.gate import WAITING
from demo.ui.memory import KEY, SECRET, Kept, Visit
from demo.ui.metrics import Meter
from demo.ui.mirror import Mirror
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look
from demo.ui.shelves import wordmark
from demo.ui.tour import DISMISS, tour

WORDS = gr.I18n(**{code: words.COMPONENTS for code, words in text.LANGUAGES.items()})
"""what fields and buttons say before the server knows the language: the browser chooses"""
KEEP_UPLOADS = 3600
"""seconds after which gradio deletes an upload that no event took"""
GRIP = 4
"""where the slider between before and after stands at first, percent: nearly all is after"""


def build_page(shop: Shop, meter: Meter = Meter()) -> gr.Blocks:
    """The page of one shop. The shelves are laid out already; all else is a visit away."""
    pictures = Pictures(shop.catalogue)
    entrance = look(shop, pictures, Place())
    page = ShopBlocks(
        title=text.NAME, analytics_enabled=False, delete_cache=(KEEP_UPLOADS, KEEP_UPLOADS),
        fill_width=True,
    )  # fmt: skip
    with page:
        with gr.Row(elem_id="header"):
            header = _part("mast", wordmark())
            search = gr.Textbox(
                placeholder=WORDS("search"), label=WORDS("label"), show_label=False,
                container=False, elem_id="search", max_lines=1,
            )  # fmt: skip
            upload = gr.UploadButton(
                WORDS("photo"), file_types=["image"], elem_id="upload", size="sm",
                variant="secondary",
            )  # fmt: skip
            privacy = gr.HTML(
                f"<p>{text.PHOTO_NOTE}</p>", elem_id="privacy", apply_default_css=False
            )
            bag = _part("bag", entrance.bag)
            ways = _part("ways", entrance.ways)
        strip = gr.HTML(tour(), js_on_load=DISMISS, elem_id="tour", apply_default_css=False)
        beside = _part("beside", entrance.beside, LINKS + KEYS)
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
                            placeholder=WORDS("say"), label=WORDS("say"), show_label=False,
                            container=False, elem_id="words", max_lines=1, scale=1,
                        )  # fmt: skip
                        send = gr.Button(WORDS("send"), elem_id="send", variant="primary", scale=0)
            results = _part("results", entrance.results)
        with gr.Row(elem_id="fitting"):
            with gr.Column(elem_id="wearers"):
                people = _part("people")
                self_photo = gr.UploadButton(
                    WORDS("self"), file_types=["image"], elem_id="self-photo", size="sm",
                    variant="secondary",
                )  # fmt: skip
                camera_box = gr.Accordion(WORDS("camera"), open=False, elem_id="camera-box")
                with camera_box:
                    camera = gr.Image(
                        sources=["webcam"], type="filepath", image_mode=None, elem_id="camera",
                        show_label=False, label=WORDS("camera"), container=False,
                    )  # fmt: skip
            with gr.Column(elem_id="glass"):
                mirror = Mirror(
                    show_label=False, label=WORDS("fitting"), container=False, interactive=False,
                    slider_position=GRIP, buttons=["fullscreen"], elem_id="mirror",
                )  # fmt: skip
                below = _part("below")
            rack = _part("rack")
        bottom = _part("foot", entrance.foot)
        address = gr.HTML(
            entrance.address, js_on_load=ADDRESS, elem_id="address", apply_default_css=False
        )
        parts = Parts(
            address=address, results=results, shelf=shelf, picture=picture, facts=facts,
            talk=talk, ideas=ideas, header=header, search=search, words=words, send=send,
            upload=upload, photo=photo, ways=ways, bag=bag, place=gr.State(Place()),
            visit=gr.State(Visit()),
            kept=gr.BrowserState(Kept().content(), storage_key=KEY, secret=SECRET),
            people=people, mirror=mirror, below=below, rack=rack, self_photo=self_photo,
            camera=camera, camera_box=camera_box, beside=beside, foot=bottom, tour=strip, privacy=privacy,
        )  # fmt: skip
        calls = Calls(
            shop, lambda product: pictures.address(product, "card"),
            lambda products: Boards(shop.catalogue).address(products, "keep"),
        )  # fmt: skip
        offer(calls, meter)  # first, for it gets the names it wants
        dressing = DressingRoom(shop, pictures, pictures_of(shop.fittings))
        listen(page, shop, pictures, parts, dressing, meter)
    # Not open without the queue: who called that way would pass its limits.
    page.queue(max_size=WAITING, api_open=False)
    return page


def _part(name: str, html: str | None = "", script: str = LINKS) -> gr.HTML:
    """A part of the page whose links are events. Its HTML is a value, never a template."""
    return gr.HTML(html or "", js_on_load=script, elem_id=name, apply_default_css=False)
