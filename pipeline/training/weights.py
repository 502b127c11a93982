"""The net's weights as a file to go on training from; the model file that the package reads with has only 8 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from pipeline.training.net import LineNet

Weights = dict[str, torch.Tensor]


def save_weights(weights: Weights, path: Path) -> None:
    """Write them in 16 bits, compressed: half the size, and far finer than a step of training."""
    halved = {name: value.half() if value.is_floating_point() else value for name, value in weights.items()}
    np.savez_compressed(path, allow_pickle=False, **{name: value.numpy() for name, value in halved.items()})


def load_weights(path: Path) -> Weights:
    """Raises `ValueError` when the file holds another kind of net."""
    with np.load(path) as stored:
        weights = {name: torch.from_numpy(stored[name]) for name in stored.files}
    found = {name: value.float() if value.is_floating_point() else value for name, value in weights.items()}
    try:
        LineNet().load_state_dict(found)
    except RuntimeError as e:
        raise ValueError(f"{path} holds another kind of net than this program trains; start anew with --fresh.") from e
    return found
