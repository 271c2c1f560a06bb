"""Serves the page: launch with the shop's theme, fonts and picture route. Knows no layout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import gradio as gr
from gradio.route_utils import FnIndexInferError
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from demo.errors import SettingsError
from demo.settings import ROOT
from demo.shop import Shop
from demo.ui.boards import Boards
from demo.ui.browser import HEAD
from demo.ui.fitting_pictures import pictures_of
from demo.ui.gate import VISITS, Gate
from demo.ui.logs import write_json_lines
from demo.ui.metrics import Meter
from demo.ui.page import WORDS, build_page
from demo.ui.pictures import Pictures
from demo.ui.preview import Preview
from demo.ui.tour import HEAD as TOURED

THEME: Final = ROOT / "assets" / "theme"
FOR_A_WEEK: Final = {"Cache-Control": "public, max-age=604800"}
NO_CALL: Final = (
    "There is no such call, or it does not take these values. /gradio_api/info lists all of them."
)
OWN: Final = {".woff2": "font/woff2", ".jpg": "image/jpeg"}
"""what of the theme is sent: its fonts and the link preview's picture"""
FILES: Final = frozenset(path.name for path in THEME.iterdir() if path.suffix in OWN)
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


def launch_options(shop: Shop, meter: Meter = Meter()) -> dict[str, object]:
    """What `launch` needs besides the address, for a server, a Space or a test.

    The styles go into the head, for `css` would rewrite every selector of theirs.
    """
    return {
        "theme": theme(),
        "head": f"{HEAD}{TOURED}<style>{_styles()}</style>",
        "i18n": WORDS,
        "favicon_path": THEME / "favicon.svg",
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "mcp_server": True,
        "max_file_size": shop.settings.picture_bytes,
        "state_session_capacity": VISITS,
        "app_kwargs": {
            "routes": [
                Pictures(shop.catalogue).route(),
                Boards(shop.catalogue).route(),
                pictures_of(shop.fittings).route(),
                _theme_route(),
                _ready_route(shop),
                *meter.routes(),
            ],
            "middleware": [Middleware(Pages), Middleware(Gate), Middleware(Preview)],
            "openapi_url": None,  # /gradio_api/info tells what may be called
            "exception_handlers": dict.fromkeys(
                (KeyError, TypeError, FnIndexInferError), _misnamed
            ),
        },
    }


def serve(shop: Shop, **launch: object) -> tuple:
    """Builds the page and launches it; what `launch` names wins over the shop's settings.

    Raises SettingsError when the port is taken.
    """
    if shop.settings.log == "json":
        write_json_lines()
    meter = Meter(counting=shop.settings.metrics, logging=shop.settings.log == "json")
    options = launch_options(shop, meter) | {
        "server_name": shop.settings.host, "server_port": shop.settings.port,
    }  # fmt: skip
    page = build_page(shop, meter)
    meter.watch(lambda: len(page.state_holder.session_data))
    shop.fittings.warm_up(after=shop.prepare)
    try:
        return page.launch(**(options | launch))
    except OSError as error:
        if "port" not in str(error):
            raise
        raise SettingsError(
            f"Port {shop.settings.port} is taken. Name another one with --port or SHOP_PORT."
        ) from None


def _styles() -> str:
    """The page's style sheet, after it the fitting room's and that of whoever presents."""
    names = ("theme.css", "fitting.css", "presenting.css")
    return "".join((THEME / name).read_text("utf-8") for name in names)


class Pages(GZipMiddleware):
    """Compresses the page and answers in JSON. Files are compressed by gradio, streams by nobody."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A path whose last part has a dot is a file."""
        if "." in scope.get("path", "").rpartition("/")[2]:
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _misnamed(request: Request, error: Exception) -> Response:
    """Calls by a name, or with named values, that gradio does not find: told, not a server's failure."""
    if "/call/" not in request.url.path:
        raise error
    return JSONResponse({"detail": NO_CALL}, 422)


def _theme_route() -> Route:
    """`/theme/<name>`: the fonts and the preview picture that ship with the project."""

    def file(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in FILES:
            return Response("There is no such file.", 404, media_type="text/plain")
        media = OWN[Path(name).suffix]
        return FileResponse(THEME / name, media_type=media, headers=FOR_A_WEEK)

    return Route("/theme/{name}", file, name="theme")


def _ready_route(shop: Shop) -> Route:
    """`/ready`: 200 once a turn can be answered at once, 503 before; for hosts that ask."""

    def ready(request: Request) -> Response:
        if not shop.bundle.ready:
            return Response("The shop is still opening.", 503, media_type="text/plain")
        shop.results(shop.start(words="red"), k=1)
        return Response("ready", media_type="text/plain")

    return Route("/ready", ready, name="ready")
