"""The log as one JSON object a line, for those who read logs by machine (SHOP_LOG=json).

Knows the logging module only. What a shopper said or sent never stands in it: an error gives its kind and
where it happened, not its message.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

OURS = "demo"
"""the project's loggers"""


class JsonLines(logging.Formatter):
    """A record as a line: time, level, where, event, and the fields that were given with it."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON without line breaks."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "where": record.name,
            "event": str(record.msg),  # without its arguments: they may come from a shopper
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            line["error"] = record.exc_info[0].__name__
            line["at"] = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def write_json_lines(to: TextIO | None = None) -> None:
    """From now on the project's log goes to `to`, by default standard output, an object a line."""
    handler = logging.StreamHandler(to or sys.stdout)
    handler.setFormatter(JsonLines())
    ours = logging.getLogger(OURS)
    ours.handlers = [handler]
    ours.setLevel(logging.INFO)
    ours.propagate = False
