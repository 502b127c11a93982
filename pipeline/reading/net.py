"""The net that comes with the package: strips → scores, on one core."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from pipeline.errors import CannotStart
from pipeline.reading.strips import HEIGHT, Strip

STRIDE = 4
PER_PLACE = 2
"""The net prints so many outputs for so many columns."""

_MODEL = "thai.onnx"
_COLUMNS = 1_500
"""Columns of one batch, padding included: bounds the memory, keeps activations in the processor's cache, and lines in
a batch so alike in width that padding is a tenth; with 6,000 it was a third."""

Scores = npt.NDArray[np.float32]
"""(outputs, classes), not normalised."""


@cache
def _session() -> ort.InferenceSession:
    """One a process; a batch of documents runs one process a core, so each takes one thread."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # an arena keeps the memory of the widest line ever read
    options.log_severity_level = 3
    try:
        model = (resources.files("pipeline.reading") / _MODEL).read_bytes()
        return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except (FileNotFoundError, ort.capi.onnxruntime_pybind11_state.InvalidProtobuf) as e:
        raise CannotStart(
            "model-missing",
            f"The reader's model pipeline/reading/{_MODEL} is missing or damaged; reinstall the package.",
        ) from e


def load_net() -> None:
    """Load the net now rather than with the first page. Raises `CannotStart` (model-missing)."""
    _session()


def score_strips(strips: Sequence[Strip]) -> list[Scores]:
    """Scores of every strip, in order; lines of like width share a batch."""
    order = sorted(range(len(strips)), key=lambda index: strips[index].shape[1])
    scores: dict[int, Scores] = {}
    group: list[int] = []
    for index in order:
        if group and strips[index].shape[1] * (len(group) + 1) > _COLUMNS:
            scores |= _score_group(group, strips)
            group = []
        group.append(index)
    if group:
        scores |= _score_group(group, strips)
    return [scores[index] for index in range(len(strips))]


def _score_group(group: Sequence[int], strips: Sequence[Strip]) -> dict[int, Scores]:
    places = [-(-strips[index].shape[1] // STRIDE) for index in group]
    batch = np.zeros((len(group), 1, HEIGHT, max(places) * STRIDE), np.float32)
    for row, index in enumerate(group):
        batch[row, 0, :, : strips[index].shape[1]] = strips[index]
    batch *= 1 / 255
    (made,) = _session().run(None, {"strips": batch})
    return {index: made[row, : places[row] * PER_PLACE] for row, index in enumerate(group)}
