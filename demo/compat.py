"""Lets torchvision import beside a torch build that it was not compiled for; knows no model.

torchvision's pure Python half (transforms) is all that open_clip and timm need from it, but its
import fails when its C++ operators cannot be loaded, because it registers fake kernels for operators
that nobody declared. Declaring the two operators, without an implementation, is enough. Nothing here
runs when the operators are there.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

_OPERATORS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
_kept: list[object] = []
"""the declaring library; torch withdraws the operators when it is collected"""


def torchvision_operators_load() -> bool:
    """True when torchvision's compiled operators load beside this torch (loads them as a side effect).

    False as well when torchvision is not installed or has no compiled half.
    """
    import torch

    if hasattr(torch.ops.torchvision, "nms"):
        return True
    spec = importlib.util.find_spec("torchvision")  # finds, does not import
    if spec is None or spec.origin is None:
        return False
    for library in sorted(Path(spec.origin).parent.glob("_C.*")):
        try:
            torch.ops.load_library(str(library))
        except (ImportError, OSError):
            continue
        return hasattr(torch.ops.torchvision, "nms")
    return False


def prepare_torchvision() -> bool:
    """Declare torchvision's operators if, and only if, they are missing. True when it had to.

    Call it before the first import of open_clip, timm, transformers or diffusers; calling it again is free.
    """
    if _kept or torchvision_operators_load():
        return False
    import torch

    library = torch.library.Library("torchvision", "DEF")
    for operator in _OPERATORS:
        library.define(operator)
    _kept.append(library)
    return True
