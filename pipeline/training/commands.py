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

from pipeline.training.batches import Batch, sort_into_batches
from pipeline.training.card import write_card
from pipeline.training.evaluate import HELD_BACK_SEED, Figures, Scorer, evaluate
from pipeline.training.export import as_input, export
from pipeline.training.lines import make_samples
from pipeline.training.loop import Plan, train
from pipeline.training.weights import load_weights, save_weights

MODEL = Path(__file__).parent.parent / "reading" / "thai.onnx"
WEIGHTS = Path(__file__).parent / "weights.npz"
_LINES_TO_EXPORT_WITH = 2_500
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
    parser.add_argument("--fresh", action="store_true", help="begin anew, not from the stored weights")
    parser.add_argument("--measure", action="store_true", help="only measure the model file")
    parser.add_argument("--model", type=Path, default=MODEL, help="the model file (default: that of the package)")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="weights to go on from, and their new place")
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
        start = None if chosen.fresh or not chosen.weights.exists() else load_weights(chosen.weights)
        weights = train(plan, start, lambda text: print(text, flush=True))
        save_weights(weights, chosen.weights)
        samples = itertools.islice(make_samples(HELD_BACK_SEED + 2), _LINES_TO_EXPORT_WITH)
        changed = export(weights, chosen.model, list(sort_into_batches(list(samples))))
        print(f"{chosen.model}: integers change {100 * changed:.2f} % of the outputs", file=sys.stderr)
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


def _reader(path: Path) -> Scorer:
    """The model file as a function of batches."""
    session = ort.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])

    def score(batch: Batch) -> npt.NDArray[np.float32]:
        (scores,) = session.run(None, {"strips": as_input(batch)})
        return np.asarray(scores, np.float32)

    return score
