"""The six calls as named HTTP endpoints and MCP tools; nothing else of the page is public.

Knows gradio's ways of calling and what an upload looks like; what a call does is the facade's.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Final

import gradio as gr
from gradio_client.utils import is_file_obj_with_meta

from demo.calling import Calls
from demo.errors import ShopError
from demo.ui.metrics import Meter

log = logging.getLogger(__name__)

AT_ONCE: Final = {
    "search": 4, "refine": 8, "similar": 8, "complete": 4, "try_on": 2, "product": 16,
}  # fmt: skip
"""calls of each kind that run at the same time; others wait in the queue"""
SORRY: Final = "Sorry, that did not work. Please try again."


def offer(calls: Calls, meter: Meter) -> None:
    """Adds the calls to the page that is being built."""
    for name, most in AT_ONCE.items():
        gr.api(endpoint(getattr(calls, name), meter), api_name=name, concurrency_limit=most)


def endpoint(call: Callable[..., dict[str, Any]], meter: Meter) -> Callable[..., dict[str, Any]]:
    """A call as gradio runs it: uploads become paths and are deleted after, errors one sentence."""
    name = call.__name__

    @wraps(call)
    def answer(*values: Any) -> dict[str, Any]:
        uploads = [Path(value["path"]) for value in values if is_file_obj_with_meta(value)]
        try:
            with meter.question(name) as asked:
                told = call(*(_received(value) for value in values))
                asked.products = len(told.get("hits", ()))
            return told
        except ShopError as error:
            raise gr.Error(str(error), print_exception=False) from None
        except Exception:
            log.exception("A call of %s failed", name)
            raise gr.Error(SORRY, print_exception=False) from None
        finally:
            for upload in uploads:
                upload.unlink(missing_ok=True)

    answer.__signature__ = inspect.signature(call, eval_str=True)  # type: ignore[attr-defined]
    return answer


def _received(value: Any) -> Any:
    """An upload as its path, which `ShopBlocks` has checked; all else as it came."""
    return Path(value["path"]) if is_file_obj_with_meta(value) else value
