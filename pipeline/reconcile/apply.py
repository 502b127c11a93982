"""Analysts' decisions on entries: what they change, and those that no longer fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Decision, Finding, Outcome, Severity, Verdict
from pipeline.reconcile.match import Entry, Matcher, add_single_rows
from pipeline.reconcile.wording import name_orders


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry, whether an analyst has spoken on it, the outcome given by them, and their comments.

    lost: the partner of these rows was given to others, which nobody has said anything about yet.
    """

    entry: Entry
    is_decided: bool = False
    outcome: Outcome | None = None
    comments: tuple[str, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """Entries after all decisions, every row still exactly once, and a finding for each decision that did not fit."""

    entries: tuple[Judged, ...]
    findings: tuple[Finding, ...]


def apply_decisions(
    entries: Sequence[Entry],
    decisions: Sequence[Decision],
    matcher: Matcher,
    sources: tuple[str, str],
) -> Applied:
    """Apply decisions one after the other: each is about the entries as the ones before it left them.

    sources: content hashes of plan and report; a decision about other documents does not fit. A decision whose result
    is there already (the rows it parts are apart) is done, not outdated.
    """
    current = [Judged(entry) for entry in entries]
    findings = []
    for decision in decisions:
        if (decision.plan_sha256, decision.report_sha256) != sources:
            findings.append(_reject(decision, "it was made for other documents"))
            continue
        result = _apply(decision, current, matcher)
        if isinstance(result, str):
            findings.append(_reject(decision, result))
        else:
            current = result
    return Applied(tuple(current), tuple(findings))


def _apply(decision: Decision, current: list[Judged], matcher: Matcher) -> list[Judged] | str:
    """The entries after one decision, or why it does not fit."""
    plan = _find_positions(decision.plan, matcher.plan_orders)
    report = _find_positions(decision.report, matcher.report_orders)
    if plan is None or report is None or not (plan or report):
        return "the documents have no such rows"
    at = _find(current, plan, report)
    if decision.verdict is Verdict.CONFIRM:
        if at is None:
            return "these rows no longer stand together in one entry"
        if problem := _check_outcome(decision.outcome, plan, report):
            return problem
        current = list(current)
        current[at] = _decide(current[at].entry, decision, current[at])
        return current
    if decision.verdict is Verdict.SPLIT:
        if problem := _check_outcome(decision.outcome, plan, ()):
            return problem
        return _split(decision, current, at, plan, report, matcher)
    return _pair(decision, current, at, plan, matcher)


def _split(
    decision: Decision,
    current: list[Judged],
    at: int | None,
    plan: tuple[int, ...],
    report: tuple[int, ...],
    matcher: Matcher,
) -> list[Judged] | str:
    """Each row of the entry on its own; the given outcome is that of its plan rows."""
    apart = [*(((row,), ()) for row in plan), *(((), (row,)) for row in report)]
    found = [_find(current, *rows) for rows in apart]
    if at is None and None in found:
        return "these rows no longer stand together in one entry"
    kept = [one for position, one in enumerate(current) if position != at and position not in found]
    singles = [_decide(matcher.judge(*rows), decision) for rows in apart]
    return [*kept, *(single if single.entry.plan else replace(single, outcome=None) for single in singles)]


def _pair(
    decision: Decision, current: list[Judged], at: int | None, plan: tuple[int, ...], matcher: Matcher
) -> list[Judged] | str:
    """The plan rows with the target rows; rows that lose their partner stand on their own, for review."""
    target = _find_positions(decision.target, matcher.report_orders)
    if not plan or not target:
        return "a pair needs plan rows and report rows that exist"
    if problem := _check_outcome(decision.outcome, plan, target):
        return problem
    if at is None and _find(current, plan, target) is None:
        return "these rows no longer stand together in one entry"
    kept: list[Judged] = []
    for judged in current:
        entry = judged.entry
        if set(plan).isdisjoint(entry.plan) and set(target).isdisjoint(entry.report):
            kept.append(judged)
            continue
        rest = set(entry.plan) - set(plan), set(entry.report) - set(target)
        if all(rest):
            kept.append(Judged(matcher.judge(*map(tuple, rest)), lost=True))
    pair = _decide(matcher.judge(plan, target, is_decided=True), decision)
    singles = add_single_rows(matcher, [*(judged.entry for judged in kept), pair.entry])
    # Report rows of the entry that the decision is about were put aside by it; all others lost something unasked.
    put_aside = set() if at is None else set(current[at].entry.report)
    return [*kept, pair, *(Judged(one, lost=not one.report or one.report[0] not in put_aside) for one in singles)]


def _decide(entry: Entry, decision: Decision, before: Judged | None = None) -> Judged:
    comments = before.comments if before is not None else ()
    outcome = decision.outcome or (before.outcome if before is not None else None)
    return Judged(entry, True, outcome, (*comments, decision.comment) if decision.comment else comments)


def _check_outcome(outcome: Outcome | None, plan: tuple[int, ...], report: tuple[int, ...]) -> str:
    """Why an outcome cannot be given to these rows, "" when it can: reported or planned is a fact of the pairing."""
    if outcome is Outcome.NOT_PLANNED and plan:
        return "planned measures cannot be 'not planned'"
    if outcome is Outcome.NOT_REPORTED and report:
        return "reported measures cannot be 'not reported'"
    return ""


def _find(current: Sequence[Judged], plan: tuple[int, ...], report: tuple[int, ...]) -> int | None:
    wanted = plan, report
    return next((at for at, one in enumerate(current) if (one.entry.plan, one.entry.report) == wanted), None)


def _find_positions(orders: Sequence[int], known: Sequence[int]) -> tuple[int, ...] | None:
    """0-based positions of rows named by their `order`; None when one of them does not exist."""
    if not set(orders) <= set(known):
        return None
    return tuple(sorted({known.index(order) for order in orders}))


def _reject(decision: Decision, why: str) -> Finding:
    rows = name_orders(decision.plan, decision.report)
    aim = f" with report {', '.join(map(str, decision.target))}" if decision.target else ""
    return Finding(
        code="decision-outdated",
        severity=Severity.REVIEW,
        message=f"The decision to {decision.verdict.value} {rows}{aim} was not applied: {why}."
        + (f" Its comment: “{decision.comment}”." if decision.comment else ""),
    )
