"""The command line of training."""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
import torch

from pipeline.training.batches import Batch, sort_into_batches
from pipeline.training.card import write_card
from pipeline.training.evaluate import Figures, Scorer, evaluate
from pipeline.training.export import export
from pipeline.training.lines import make_samples
from pipeline.training.loop import Plan, train
from pipeline.training.thaw import Weights, thaw

MODEL = Path(__file__).parent.parent / "reading" / "thai.onnx"
_STRIPS_TO_THAW_WITH = 96
_LINES_TO_MEASURE = 2_000
"""Of every kind of scan: 60,000 characters each, so that a CER of 0.5 % is known to 0.06 %."""


def main() -> None:
    """Train, measure, and write the model where `--model` says."""
    parser = argparse.ArgumentParser(prog="make train", description=__doc__)
    parser.add_argument("--lines", type=int, default=600_000, help="lines to train on (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=math.inf, help="end after so long, lines or not")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other lines (default: %(default)s)")
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes that make lines (default: %(default)s)")
    parser.add_argument("--fresh", action="store_true", help="begin anew; without it the model file is trained further")
    parser.add_argument("--measure", action="store_true", help="only measure the model file")
    parser.add_argument("--model", type=Path, default=MODEL, help="the model file (default: that of the package)")
    parser.add_argument("--folder", type=Path, default=Path(".cache/training"), help="checkpoints and the log")
    chosen = parser.parse_args()
    if not chosen.measure:
        plan = Plan(
            lines=chosen.lines,
            seed=chosen.seed,
            folder=chosen.folder,
            minutes=chosen.minutes,
            rate=chosen.rate,
            workers=chosen.workers,
        )
        begin_anew = chosen.fresh or not chosen.model.exists()
        weights = train(plan, None if begin_anew else _thaw(chosen.model), lambda text: print(text, flush=True))
        difference = export(weights, chosen.model)
        print(f"{chosen.model}: scores differ by {difference:.1g} at most", file=sys.stderr)
    figures = evaluate(_reader(chosen.model), _LINES_TO_MEASURE)
    write_card(chosen.model.with_suffix(".md"), figures)
    for row in figures:
        print(say(row))


def say(row: Figures) -> str:
    """One line of figures."""
    tones = " ".join(f"{100 * share:.2f}" for share in row.tone_recall)
    return json.dumps(
        {
            "kind": row.kind,
            "characters": row.characters,
            "CER %": round(100 * row.cer, 3),
            "exact lines %": round(100 * row.exact_lines, 2),
            "Thai digits recall/precision %": f"{100 * row.digit_recall:.2f} {100 * row.digit_precision:.2f}",
            "่ ้ ์ recall %": tones,
        },
        ensure_ascii=False,
    )


def _thaw(path: Path) -> Weights:
    samples = list(itertools.islice(make_samples(7), _STRIPS_TO_THAW_WITH))
    widest = list(sort_into_batches(samples))[-1]
    return thaw(path, torch.from_numpy(widest.strips).unsqueeze(1).float() / 255)


def _reader(path: Path) -> Scorer:
    """The model file as a function of batches."""
    session = ort.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])

    def score(batch: Batch) -> npt.NDArray[np.float32]:
        (scores,) = session.run(None, {"strips": batch.strips[:, None].astype(np.float32) / 255})
        return np.asarray(scores, np.float32)

    return score
