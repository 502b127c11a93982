"""Samples → batches of like width, made by processes of their own while the net learns."""

from __future__ import annotations

import multiprocessing as mp
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from queue import Queue
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.reading.alphabet import encode
from pipeline.reading.strips import HEIGHT
from pipeline.training.lines import Sample, make_samples
from pipeline.training.net import PER_PLACE, STRIDE

_POOL = 640
"""Samples that are sorted by width at a time."""
_COLUMNS = 13_000
"""Strip columns of a batch, padding included: 20 to 30 lines of usual length."""
_MOST_LINES = 96


@dataclass(frozen=True, slots=True)
class Batch:
    """strips: (lines, 48, width) uint8; outputs: how many outputs of each line count; classes: all texts end to end."""

    strips: npt.NDArray[np.uint8]
    outputs: npt.NDArray[np.int64]
    classes: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    texts: tuple[str, ...]


def pack(samples: Sequence[Sample]) -> Batch:
    """Samples on white, as wide as the widest."""
    places = [-(-sample.strip.shape[1] // STRIDE) for sample in samples]
    strips = np.zeros((len(samples), HEIGHT, max(places) * STRIDE), np.uint8)
    for strip, sample in zip(strips, samples, strict=True):
        strip[:, : sample.strip.shape[1]] = sample.strip
    return Batch(
        strips,
        np.array([count * PER_PLACE for count in places]),
        np.array([index for sample in samples for index in encode(sample.text)], np.int64),
        np.array([len(sample.text) for sample in samples]),
        tuple(sample.text for sample in samples),
    )


def sort_into_batches(samples: Sequence[Sample]) -> Iterator[Batch]:
    """Batches of lines of like width, the narrow ones first."""
    group: list[Sample] = []
    for sample in sorted(samples, key=lambda sample: sample.strip.shape[1]):
        widest = max(sample.strip.shape[1], 40)
        if group and (widest * (len(group) + 1) > _COLUMNS or len(group) == _MOST_LINES):
            yield pack(group)
            group = []
        group.append(sample)
    if group:
        yield pack(group)


def _produce(seed: int, longest: int, out: Queue[Any]) -> None:
    import cv2

    cv2.setNumThreads(1)
    rng = random.Random(seed)
    stream = make_samples(seed, longest)
    while True:
        batches = list(sort_into_batches([next(stream) for _ in range(_POOL)]))
        rng.shuffle(batches)
        for batch in batches:
            out.put(batch)


class BatchSource:
    """Batches without end from `workers` processes; each stream has a seed of its own."""

    def __init__(self, seed: int, longest: int, workers: int) -> None:
        context = mp.get_context("spawn")
        self._queue: Any = context.Queue(maxsize=48)
        self._processes = [
            context.Process(target=_produce, args=(seed + 1000 * index, longest, self._queue), daemon=True)
            for index in range(workers)
        ]
        for process in self._processes:
            process.start()

    def take(self) -> Batch:
        """The next batch. Raises `RuntimeError` when a worker has died."""
        while True:
            try:
                batch: Batch = self._queue.get(timeout=30)
                return batch
            except Exception as e:
                if any(not process.is_alive() for process in self._processes):
                    raise RuntimeError("A process that makes lines has died; see its error above.") from e

    def close(self) -> None:
        """Stop the processes."""
        for process in self._processes:
            process.terminate()
