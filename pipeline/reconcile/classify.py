"""What became of a measure: the outcome of an entry from the statuses of its report rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Outcome, PlanRow, ReportRow, Status

# From the one that promises least. Of parts with different statuses the entry has the first: a measure is not done
# while a part of it is not, and not known while a part of it is not known.
_WORST_FIRST = (Status.UNKNOWN, Status.NOT_STARTED, Status.CANCELLED, Status.IN_PROGRESS, Status.DONE)


@dataclass(frozen=True, slots=True)
class Classified:
    """An outcome, and why a person must look at it."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()


def classify(plan: Sequence[PlanRow], report: Sequence[ReportRow]) -> Classified:
    """The outcome of an entry's rows; at least one side has some."""
    if not report:
        return Classified(Outcome.NOT_REPORTED)
    if not plan:
        return Classified(Outcome.NOT_PLANNED)
    statuses = {row.status for row in report}
    worst = next(status for status in _WORST_FIRST if status in statuses)
    reasons = []
    if worst is Status.UNKNOWN:
        reasons.append("status-unknown: the report does not say clearly what became of it")
    if len(statuses) > 1:
        told = ", ".join(f"{row.status.value} in report row {row.order}" for row in report)
        reasons.append(f"statuses-differ: {told}; the least advanced was taken")
    return Classified(Outcome(worst.value), tuple(reasons))
