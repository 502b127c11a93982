"""The net: convolutions that fold a strip's height, a two-way LSTM along the line, characters by CTC.

Shi, Bai and Yao, "An end-to-end trainable neural network for image-based sequence recognition" (2015), made small.
Width is divided by four and each place then prints two outputs: a squeezed cluster such as "ผู้" is three places wide
at most and has three characters.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pipeline.reading.alphabet import CLASSES

STRIDE = 4
"""Columns of the strip to one place of the net."""
PER_PLACE = 2
"""Outputs to one place."""


class Fold(nn.Sequential):
    """Convolution, batch norm, ReLU."""

    def __init__(self, taken: int, given: int, kernel: tuple[int, int], stride: tuple[int, int], pad: bool = True):
        padding = (kernel[0] // 2, kernel[1] // 2) if pad else (0, kernel[1] // 2)
        super().__init__(
            nn.Conv2d(taken, given, kernel, stride, padding, bias=False),
            nn.BatchNorm2d(given),
            nn.ReLU(inplace=True),
        )


class LineNet(nn.Module):
    """(lines, 1, 48, width) ink 0–1 → (lines, width / 4 * 2, CLASSES) scores, not normalised; width in fours."""

    def __init__(self, features: int = 192, hidden: int = 128) -> None:
        super().__init__()
        self.fold = nn.Sequential(
            Fold(1, 24, (3, 3), (2, 2)),  # 24 rows
            Fold(24, 48, (3, 3), (2, 1)),  # 12
            Fold(48, 64, (3, 3), (1, 2)),
            Fold(64, 96, (3, 3), (2, 1)),  # 6
            Fold(96, 128, (3, 3), (2, 1)),  # 3
            Fold(128, features, (3, 1), (1, 1), pad=False),  # 1
        )
        self.along = nn.LSTM(features, hidden, 2, bidirectional=True, batch_first=True)
        self.print = nn.Linear(2 * hidden, PER_PLACE * CLASSES)

    def forward(self, strips: Tensor) -> Tensor:
        """Scores of every class at every output."""
        places = self.fold(strips).squeeze(2).transpose(1, 2)
        along, _ = self.along(places)
        scores = self.print(along)
        return scores.reshape(scores.shape[0], -1, CLASSES)


def count_parameters(net: nn.Module) -> int:
    """Trained numbers."""
    return sum(parameter.numel() for parameter in net.parameters())


def default_device() -> torch.device:
    """CUDA where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
