"""Gradio's Blocks with the shop's own house rules for what comes in and what machines get back.

Knows gradio's inside as far as these rules need it; it does not know the shop.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import gradio as gr
from gradio.data_classes import FileData
from gradio.utils import get_upload_folder, is_in_or_equal
from gradio_client.utils import is_http_url_like
from pydantic import ValidationError

from demo.errors import CallError

if TYPE_CHECKING:
    from gradio.blocks import Block, BlockFunction
    from gradio.mcp import GradioMCPServer
    from gradio.state_holder import SessionState
    from mcp.types import ImageContent, TextContent

NO_ADDRESS: Final = "The shop fetches no addresses. Send the picture itself."
NO_UPLOAD: Final = "This file was not uploaded here. Send the picture itself."
DATA: Final = "data:"
DEEPEST: Final = 20
"""lists and objects within each other that a value may have"""


# After each event gradio would make a table of the last 10,000 of them, for a monitor that is not offered.
os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", str(10**9))


class ShopBlocks(gr.Blocks):
    """Fetches nothing that a caller names, keeps no call's values, and speaks JSON over MCP."""

    @property
    def mcp_server_obj(self) -> GradioMCPServer | None:
        """The MCP server that gradio makes at launch."""
        return self._tools

    @mcp_server_obj.setter
    def mcp_server_obj(self, server: GradioMCPServer | None) -> None:
        self._tools = server
        if server is not None:  # gradio's own prints dictionaries as Python does
            server.postprocess_output_data = told  # type: ignore[method-assign]

    def __exit__(self, exc_type: type[BaseException] | None = None, *args: object) -> None:
        """The page is complete: its own listeners lose their names, so that no call by name finds them."""
        super().__exit__(exc_type, *args)
        if exc_type is None:
            for block_fn in self.fns.values():
                if block_fn.api_visibility != "public":
                    block_fn.api_name = None
            self.config = self.get_config_file()

    async def preprocess_data(
        self, block_fn: BlockFunction, inputs: list[Any], state: SessionState | None,
        explicit_call: bool = False,
    ) -> list[Any]:  # fmt: skip
        """Raises gr.Error for values that name other files than uploads, and for too few of them."""
        try:
            _check(inputs)
            if len(inputs) < len(block_fn.inputs):
                name = block_fn.api_name or "This event"
                raise CallError(f"{name} takes {len(block_fn.inputs)} values, not {len(inputs)}.")
        except CallError as error:
            raise gr.Error(str(error), print_exception=False) from None
        if block_fn.api_visibility == "public":
            state = None  # gradio would keep the last values of each session
        return await super().preprocess_data(block_fn, inputs, state, explicit_call)

    async def postprocess_data(
        self, block_fn: BlockFunction, predictions: list[Any] | dict, state: SessionState | None
    ) -> list[Any]:
        """Lets go of what was shown: gradio would keep it for each visit, own photos too."""
        output = await super().postprocess_data(block_fn, predictions, state)
        if state is not None:
            state.config_values.clear()  # read by gradio's deep links only, which are not offered
            parts = state.blocks_config.blocks
            for part in block_fn.outputs:  # one that was left as it is has been copied all the same
                if part._id in parts and _same(parts[part._id], part):
                    parts[part._id] = part
        return output


def _same(part: Block, other: Block) -> bool:
    """Whether two parts differ in nothing but what they show."""
    mine, its = (
        {k: v for k, v in p.constructor_args.items() if k not in ("value", "render")}
        for p in (part, other)
    )
    return mine == its


def _check(value: Any, depth: int = DEEPEST) -> None:
    """Raises CallError for what names a file that was not uploaded here, and for endless nesting."""
    if depth == 0:
        raise CallError("These values are nested too deeply to be read.")
    if isinstance(value, dict):
        if "path" in value and "meta" in value:
            _check_file(value)
        for inner in value.values():
            _check(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _check(inner, depth - 1)


def _check_file(value: dict[str, Any]) -> None:
    """A file as gradio's clients describe it. Raises CallError unless it was uploaded here."""
    meta = value["meta"]
    if isinstance(meta, dict) and meta.get("_type") != "gradio.FileData":
        return
    try:
        path = FileData(**value).path
    except (ValidationError, TypeError):
        raise CallError(NO_UPLOAD) from None
    if is_http_url_like(path):
        raise CallError(NO_ADDRESS)
    if not is_in_or_equal(path, get_upload_folder()) or not Path(path).is_file():
        raise CallError(NO_UPLOAD)


def told(output: list[Any], _root_url: str) -> list[TextContent | ImageContent]:
    """A tool's answers for MCP: JSON, and beside it the picture that it has as a data: URI."""
    from mcp.types import ImageContent, TextContent

    content: list[TextContent | ImageContent] = []
    for answer in output:
        picture = answer.get("picture", "") if isinstance(answer, dict) else ""
        if picture.startswith(DATA):
            head, _, data = picture.partition(";base64,")
            answer = {name: value for name, value in answer.items() if name != "picture"}
            content.append(ImageContent(type="image", data=data, mimeType=head.removeprefix(DATA)))
        words = json.dumps(answer, ensure_ascii=False)
        content.insert(0, TextContent(type="text", text=words))
    return content
