"""Pieces of ink, few and very many."""

from __future__ import annotations

import numpy as np

from pipeline.pieces import find_pieces


def test_pieces_that_touch_at_a_corner_are_one() -> None:
    ink = np.zeros((6, 8), np.uint8)
    ink[1, 1] = ink[2, 2] = 1
    ink[4:6, 5:8] = 1
    stats, labels = find_pieces(ink)
    assert stats[1:].tolist() == [[1, 1, 2, 2, 2], [5, 4, 3, 2, 6]]
    assert labels[1, 1] == labels[2, 2] == 1
    assert labels[5, 7] == 2


def test_dirt_in_more_pieces_than_16_bits_can_number() -> None:
    ink = np.zeros((600, 600), np.uint8)
    ink[::2, ::2] = 1
    stats, labels = find_pieces(ink)
    assert len(stats) == 90_001
    assert labels.max() == 90_000
