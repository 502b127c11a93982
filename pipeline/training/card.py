"""The figures in the model card, kept true by the program that measures them."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Sequence
from pathlib import Path

from pipeline.training.evaluate import Figures

_BEGIN, _END = "<!-- figures: written by `make train` -->", "<!-- end of figures -->"


def write_card(path: Path, figures: Sequence[Figures]) -> None:
    """Replace the part of the card between its marks; a card without them is left alone."""
    if not path.exists():
        return
    text = path.read_text(encoding="utf-8")
    before, mark, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if mark and end:
        path.write_text(f"{before}{_BEGIN}\n{_describe(figures)}\n{_END}{after}", encoding="utf-8")


def _describe(figures: Sequence[Figures]) -> str:
    rows = [
        "| held-back synthetic lines, greedy | characters | CER | lines exact "
        "| Thai digits recall / precision | ่ ้ ์ recall |",
        "|---|---|---|---|---|---|",
    ]
    for row in figures:
        tones = " / ".join(f"{100 * share:.2f}" for share in row.tone_recall)
        rows.append(
            f"| {row.kind} | {row.characters:,} | {100 * row.cer:.2f} % | {100 * row.exact_lines:.1f} % "
            f"| {100 * row.digit_recall:.2f} / {100 * row.digit_precision:.2f} % | {tones} % |"
        )
    day, machine = datetime.date.today().isoformat(), f"{platform.machine()} {platform.system()}"
    return "\n".join(["", *rows, "", f"`python -m pipeline.training --measure`, {day}, {machine}.", ""])
