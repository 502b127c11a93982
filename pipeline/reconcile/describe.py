"""An entry as the analyst sees it: outcome, match, changes, and every reason to look at it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Match, MatchLevel, PairRow, PlanRow, ReportRow
from pipeline.reconcile.apply import Judged
from pipeline.reconcile.changes import find_changes
from pipeline.reconcile.classify import classify
from pipeline.reconcile.doubts import collect_doubts
from pipeline.reconcile.match import Entry, Matcher
from pipeline.reconcile.similarity import alikeness
from pipeline.reconcile.wording import name_orders


def describe_entry(
    judged: Judged,
    plan: Sequence[PlanRow],
    report: Sequence[ReportRow],
    matcher: Matcher,
    sure: frozenset[tuple[str, int]],
    incomplete: tuple[bool, bool],
) -> PairRow:
    """The entry as a contract row. What an analyst decided is no longer for review.

    plan, report: all rows of both documents. sure: rows in entries of level `exact` or decided ("plan" or "report",
    position), which are no candidates for others. incomplete: could pages of plan, of report not be read?
    """
    entry = judged.entry
    planned, told = [plan[at] for at in entry.plan], [report[at] for at in entry.report]
    classified = classify(planned, told)
    changes = find_changes(planned, told, settings=matcher.settings)
    if judged.is_decided:
        reasons: tuple[str, ...] = tuple(f"analyst-comment: {comment}" for comment in judged.comments)
    else:
        reasons = (
            *(("partner-taken: an analyst gave rows of this entry to another",) if judged.lost else ()),
            *_doubt_match(entry, matcher),
            *_doubt_lack(entry, matcher, sure, incomplete),
            *classified.reasons,
            *changes.reasons,
            *collect_doubts(planned, told),
        )
    return PairRow(
        plan=tuple(row.order for row in planned),
        report=tuple(row.order for row in told),
        outcome=judged.outcome or classified.outcome,
        match=Match(level=entry.level, score=round(entry.score, 4), runner_up=round(entry.runner_up, 4)),
        changes=changes.claimed,
        review=bool(reasons) and not judged.is_decided,
        reasons=reasons,
    )


def _doubt_match(entry: Entry, matcher: Matcher) -> list[str]:
    """Why rows may not belong together."""
    reasons = []
    if len(entry.plan) + len(entry.report) > 2 and entry.plan and entry.report:
        many = f"{len(entry.report)} report rows" if len(entry.report) > 1 else f"{len(entry.plan)} plan rows"
        reasons.append(f"several-rows: one measure seems to stand in {many}, together alike by {entry.score:.2f}")
    elif entry.level in (MatchLevel.PARTIAL, MatchLevel.NUMBER):
        by = " and the row number" if entry.level is MatchLevel.NUMBER else ""
        reasons.append(f"alike-in-part: paired on texts alike by {entry.score:.2f}{by}")
    elif entry.level is MatchLevel.TEXT:
        measures = alikeness(matcher.plan[entry.plan[0]].measure, matcher.report[entry.report[0]].measure)
        if min(entry.score, measures) < matcher.settings.sure_floor:
            reasons.append(
                f"reworded: measures alike by {measures:.2f} only, with their procedures by {entry.score:.2f}"
            )
    if entry.rival_report or entry.rival_plan:
        rivals = name_orders(
            [matcher.plan_orders[at] for at in entry.rival_plan],
            [matcher.report_orders[at] for at in entry.rival_report],
        )
        reasons.append(
            f"other-candidate: {rivals} fits as well, alike by {entry.runner_up:.2f} against {entry.score:.2f}"
        )
    return reasons


def _doubt_lack(
    entry: Entry, matcher: Matcher, sure: frozenset[tuple[str, int]], incomplete: tuple[bool, bool]
) -> list[str]:
    """Why a row without partner may have one after all."""
    if entry.plan and entry.report:
        return []
    side, rows, scores, orders, texts = (
        ("report", entry.plan, matcher.scores, matcher.report_orders, matcher.plan)
        if entry.plan
        else ("plan", entry.report, matcher.scores.T, matcher.plan_orders, matcher.report)
    )
    reasons = []
    if not all(texts[at].measure for at in rows):
        reasons.append("measure-not-legible: nothing to look for")
    if incomplete[1] if side == "report" else incomplete[0]:
        reasons.append(f"pages-not-read: it may stand on a page of the {side} that could not be read")
    candidates = [(float(scores[at, other]), other) for at in rows for other in range(scores.shape[1])]
    open_ones = [one for one in candidates if (side, one[1]) not in sure]
    if open_ones and (best := max(open_ones))[0] >= matcher.settings.near_floor:
        reasons.append(f"maybe-same: {side} row {orders[best[1]]} is somewhat alike, by {best[0]:.2f}")
    return reasons
