"""The README of a set of samples: what each file is for and what is odd about it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.synth.spec import Document, Pair

_HEAD = """# Sample scans

Invented memos, rendered and degraded by `make samples` (`python -m pipeline.synth.samples`), each with its exact
truth. Agencies, people and sentences are invented; only the measures of `seed-2565` come from a real memo, whose
people are replaced by placeholder names. The same specification gives the same bytes.
"""
_TRUTH = """## Truth

`truth/<name>.json` is the record that a perfect reader would write: the shape of `memo extract`, confidence 1.0,
nothing to review, no issues.

- Boxes are pixels of the upright, deskewed page at the scan's resolution; `skew` and `rotation` are what was undone.
  Pages with a text layer are stated at the `dpi` given there: scale boxes by the page widths before comparing.
- Stamps, signatures, ticks by hand and dot leaders are no text. A hand-ticked cell has an empty text.
- The day of a date may be written by hand: its `reasons` say so, and a reader that shows it and does not spell it is
  right.
- A cell cut by a page break stands on both pages with the part printed there; the row's values are whole.
- `fiscal_year` is the year that the memo plans for or reports on; `order` counts over the whole plan or report.
- Units are kept as printed. A due date that names no year is completed by the memo's year; where no
  column has one, the date of the follow-up note is it. `be_year` is null when a
  range names two years. A date that cannot be one (25678) has its text and no days.
- `raw` equals `text`. Spaces at line ends are those of the source; compare without spaces.

`truth/<pair>.reconcile.json` is the true reconciliation: `plan`, `report`, `outcome`, and `field` of `changes` are
exact. `match` is only indicative, and an entry of several rows states no changes. `findings` name the contradictions
that were planted.
"""


def describe_set(documents: Sequence[Document], pairs: Sequence[Pair]) -> str:
    """Markdown with a table of the documents, one of the pairs, and the conventions of truth."""
    files = [f"| `{one.name}{one.suffix}` | {one.purpose} | {one.odd} |" for one in documents]
    couples = [f"| `{one.name}` | `{one.plan.name}` | `{one.report.name}` | {_summary(one)} |" for one in pairs]
    return "\n".join(
        [
            _HEAD,
            "| File | Purpose | What is odd about it |",
            "|---|---|---|",
            *files,
            "",
            "| Pair | Plan | Report | What happened |",
            "|---|---|---|---|",
            *couples,
            "",
            _TRUTH,
        ]
    )


def _summary(pair: Pair) -> str:
    """Counts of what differs between plan and report."""
    counts = {
        "dropped": sum(row.outcome == "not_reported" for row in pair.rows),
        "new": sum(row.outcome == "not_planned" for row in pair.rows),
        "split": sum(len(row.report) > 1 for row in pair.rows),
        "merged": sum(len(row.plan) > 1 for row in pair.rows),
        "reworded": sum("measure" in row.changed for row in pair.rows),
        "other procedure": sum("procedure" in row.changed for row in pair.rows),
        "other unit": sum("responsible" in row.changed for row in pair.rows),
        "other date": sum("due" in row.changed for row in pair.rows),
        "unclear": sum(row.outcome == "unknown" for row in pair.rows),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing differs"
