"""Serves the page: launch with the shop's theme, fonts and picture route. Knows no layout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import gradio as gr
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from demo.errors import SettingsError
from demo.settings import ROOT
from demo.shop import Shop
from demo.ui.boards import Boards
from demo.ui.browser import HEAD
from demo.ui.page import build_page
from demo.ui.pictures import Pictures

THEME: Final = ROOT / "assets" / "theme"
FOR_A_WEEK: Final = {"Cache-Control": "public, max-age=604800"}
FONTS: Final = frozenset(path.name for path in THEME.glob("*.woff2"))
_SANS: Final = ["Instrument Sans", "system-ui", "Helvetica Neue", "Arial", "sans-serif"]


def theme() -> gr.themes.Base:
    """Gradio's plainest theme with the shop's fonts; its colours follow the style sheet's."""
    names = {
        "body_background_fill": "paper", "body_text_color": "ink",
        "background_fill_primary": "paper", "background_fill_secondary": "paper",
        "border_color_primary": "line", "input_background_fill": "field",
        "body_text_color_subdued": "quiet",
    }  # fmt: skip
    colours = {name: f"var(--{colour})" for name, colour in names.items()}
    colours |= {"block_background_fill": "transparent", "block_border_color": "transparent"}
    dark = {f"{name}_dark": value for name, value in colours.items()}
    sans = [gr.themes.Font(name) for name in _SANS]  # plain fonts: nothing is fetched from Google
    base = gr.themes.Base(font=sans, font_mono=["ui-monospace", "monospace"])
    return base.set(**colours, **dark)


def launch_options(shop: Shop) -> dict[str, object]:
    """What `launch` needs besides the address, for a server, a Space or a test.

    The styles go into the head, for `css` would rewrite every selector of theirs.
    """
    return {
        "theme": theme(),
        "head": f"{HEAD}<style>{(THEME / 'theme.css').read_text('utf-8')}</style>",
        "favicon_path": THEME / "favicon.svg",
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "max_file_size": shop.settings.picture_bytes,
        "app_kwargs": {
            "routes": [
                Pictures(shop.catalogue).route(),
                Boards(shop.catalogue).route(),
                _font_route(),
                _ready_route(shop),
            ]
        },
    }


def serve(shop: Shop, **launch: object) -> tuple:
    """Builds the page and launches it; what `launch` names wins over the shop's settings.

    Raises SettingsError when the port is taken.
    """
    options = launch_options(shop) | {
        "server_name": shop.settings.host, "server_port": shop.settings.port,
    }  # fmt: skip
    page = build_page(shop)
    try:
        return page.launch(**(options | launch))
    except OSError as error:
        if "port" not in str(error):
            raise
        raise SettingsError(
            f"Port {shop.settings.port} is taken. Name another one with --port or SHOP_PORT."
        ) from None


def _font_route() -> Route:
    """`/theme/<font>`: the fonts that ship with the project, by their names."""

    def font(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in FONTS:
            return Response("There is no such font.", 404, media_type="text/plain")
        return FileResponse(THEME / Path(name).name, media_type="font/woff2", headers=FOR_A_WEEK)

    return Route("/theme/{name}", font, name="font")


def _ready_route(shop: Shop) -> Route:
    """`/ready`: 200 once a turn can be answered at once, 503 before; for hosts that ask."""

    def ready(request: Request) -> Response:
        if not shop.bundle.ready:
            return Response("The shop is still opening.", 503, media_type="text/plain")
        shop.results(shop.start(words="red"), k=1)
        return Response("ready", media_type="text/plain")

    return Route("/ready", ready, name="ready")
