"""Entries of analysts → decisions, or the sentences that say which cells contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model import Decision, Outcome, Verdict
from pipeline.workbook.entries import Entry, parse_orders
from pipeline.workbook.identity import Identity
from pipeline.workbook.keys import parse_key
from pipeline.workbook.wording import (
    CHOSEN_OUTCOMES,
    COMMENT_HEADING,
    KEY_HEADING,
    OUTCOME_HEADING,
    OUTCOMES,
    TARGET_HEADING,
    VERDICT_HEADING,
    VERDICTS,
)

_VERDICTS = {text: verdict for verdict, text in VERDICTS.items()}
_OUTCOMES = {OUTCOMES[outcome]: outcome for outcome in CHOSEN_OUTCOMES}
_PAIR_ENDS = "….· "
"""What people drop or retype at the end of “จับคู่กับลำดับ…”."""


class _Inconsistent(Exception):
    """One entry that is no decision: the cell and why."""

    def __init__(self, cell: str, why: str) -> None:
        super().__init__(cell, why)
        self.cell = cell
        self.why = why


def judge_entries(entries: Sequence[Entry], identity: Identity) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The decisions, and one sentence for each problem; decisions count only when there is none."""
    decisions: dict[str, Decision] = {}
    problems: list[str] = []
    for entry in entries:
        key = entry.texts[KEY_HEADING]
        try:
            decision = _judge(entry, identity)
            if decisions.setdefault(key, decision) != decision:
                raise _Inconsistent(entry.cells[VERDICT_HEADING], "another copy of this row says something else.")
        except _Inconsistent as problem:
            problems.append(f"Cell {problem.cell}: {problem.why}")
    problems += _claimed_twice(tuple(decisions.values()))
    return tuple(decisions.values()), tuple(problems)


def _judge(entry: Entry, identity: Identity) -> Decision:
    plan, report = _rows_of(entry, identity)
    target = _target_of(entry, identity)
    outcome = _outcome_of(entry)
    verdict = _verdict_of(entry, target, outcome)
    _check(entry, verdict, (plan, report), target, outcome)
    return Decision(
        plan_sha256=identity.plan_sha256,
        report_sha256=identity.report_sha256,
        plan=plan,
        report=report,
        verdict=verdict,
        target=target if verdict is Verdict.PAIR else (),
        outcome=outcome,
        comment=entry.texts[COMMENT_HEADING],
    )


def _rows_of(entry: Entry, identity: Identity) -> tuple[tuple[int, ...], tuple[int, ...]]:
    key = entry.texts[KEY_HEADING]
    if key not in identity.keys:
        raise _Inconsistent(
            entry.cells[KEY_HEADING], "the hidden key of this row was lost; decide in the original row."
        )
    return parse_key(key)


def _target_of(entry: Entry, identity: Identity) -> tuple[int, ...]:
    text, cell = entry.texts[TARGET_HEADING], entry.cells[TARGET_HEADING]
    if not text:
        return ()
    try:
        target = parse_orders(text)
    except ValueError as error:
        raise _Inconsistent(cell, f"“{text}” is no row number; write for example ๕ or 5, 7.") from error
    unknown = [order for order in target if order not in identity.report_orders]
    if unknown:
        raise _Inconsistent(cell, f"the report has no row {', '.join(map(str, unknown))}.")
    return target


def _outcome_of(entry: Entry) -> Outcome | None:
    text = entry.texts[OUTCOME_HEADING]
    if text and text not in _OUTCOMES:
        raise _Inconsistent(entry.cells[OUTCOME_HEADING], f"“{text}” is none of the choices.")
    return _OUTCOMES.get(text)


def _verdict_of(entry: Entry, target: tuple[int, ...], outcome: Outcome | None) -> Verdict:
    """The verdict as chosen. Without one, a row number can only mean PAIR, and an outcome alone CONFIRM."""
    text, cell = entry.texts[VERDICT_HEADING], entry.cells[VERDICT_HEADING]
    chosen = {known.rstrip(_PAIR_ENDS): verdict for known, verdict in _VERDICTS.items()}.get(text.rstrip(_PAIR_ENDS))
    if text and chosen is None:
        raise _Inconsistent(cell, f"“{text}” is none of the choices.")
    if chosen is not None:
        return chosen
    if target:
        return Verdict.PAIR
    if outcome is not None:
        return Verdict.CONFIRM
    raise _Inconsistent(
        cell, f"there is a comment but no decision; choose one, or clear {entry.cells[COMMENT_HEADING]}."
    )


def _check(
    entry: Entry,
    verdict: Verdict,
    rows: tuple[tuple[int, ...], tuple[int, ...]],
    target: tuple[int, ...],
    outcome: Outcome | None,
) -> None:
    plan, report = rows
    cell = entry.cells[VERDICT_HEADING]
    if verdict is Verdict.PAIR and not target:
        raise _Inconsistent(entry.cells[TARGET_HEADING], "the row of the report to pair with is missing.")
    if verdict is Verdict.PAIR and not plan:
        raise _Inconsistent(cell, "this row has no planned measure; pair from the row that has it.")
    if verdict is not Verdict.PAIR and target and set(target) != set(report):
        raise _Inconsistent(entry.cells[TARGET_HEADING], f"a row number contradicts “{VERDICTS[verdict]}”.")
    if verdict is Verdict.SPLIT and not (plan and report):
        raise _Inconsistent(cell, "this row is no pair, so there is nothing to split.")
    if verdict is Verdict.SPLIT and target:
        raise _Inconsistent(entry.cells[TARGET_HEADING], f"a row number contradicts “{VERDICTS[verdict]}”.")
    if verdict is Verdict.SPLIT and outcome is not None:
        raise _Inconsistent(
            entry.cells[OUTCOME_HEADING],
            "a split pair becomes two rows; decide their outcome after the next comparison.",
        )


def _claimed_twice(decisions: Sequence[Decision]) -> Iterator[str]:
    """A report row may be given to one entry only."""
    claims = Counter(order for one in decisions if one.verdict is Verdict.PAIR for order in one.target)
    kept = Counter(order for one in decisions if one.verdict is Verdict.CONFIRM for order in one.report)
    for order in sorted(claims):
        if claims[order] + kept[order] > 1:
            yield f"Row {order} of the report is given to more than one row in column “{TARGET_HEADING}”."
