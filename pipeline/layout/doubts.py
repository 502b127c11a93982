"""What the geometry of a page leaves open, as issues."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.layout.anchors import is_frame
from pipeline.layout.binarize import Ink, Shade
from pipeline.layout.boxes import Boxes
from pipeline.layout.grid import Lattice
from pipeline.layout.rules import Rule, Rules
from pipeline.model import BBox, Issue, Severity
from pipeline.page import Grid
from pipeline.settings import LayoutSettings


def doubt_lattices(lattices: Sequence[Lattice], grids: Sequence[Grid], page: int) -> list[Issue]:
    """One issue for each table whose cells are no rectangles."""
    message = "The rules of this table do not close; its cells were cut where rules end, check rows and columns."
    return [
        _issue("cell-shape-unclear", Severity.REVIEW, message, page, grid.bbox)
        for lattice, grid in zip(lattices, grids, strict=True)
        if lattice.is_unclear
    ]


def tell_aligned(grids: Sequence[Grid], page: int) -> list[Issue]:
    """One issue for each table whose rows or columns were found without rules between them."""
    message = "Rules are missing in this table; its rows or columns follow the alignment of the text, check them."
    return [_issue("table-by-alignment", Severity.REVIEW, message, page, grid.bbox) for grid in grids]


def tell_parted(grids: Sequence[Grid], page: int) -> list[Issue]:
    """One issue for each table with cells that were parted where no rule is seen between them."""
    message = "A rule between columns is missing in some rows of this table; cells were parted where their text is."
    return [_issue("cells-parted", Severity.REVIEW, message, page, grid.bbox) for grid in grids]


def tell_ghosts(page: int, width: int, height: int) -> list[Issue]:
    """One issue for a page of which pale ink was left out."""
    message = "Pale print that seems to show through from the other side of the sheet was left out; check the page."
    return [_issue("bleed-through", Severity.REVIEW, message, page, (0, 0, width, height))]


def tell_mended(grids: Sequence[Grid], page: int) -> list[Issue]:
    """One issue for each table of a page whose broken rules were drawn from side to side."""
    message = (
        "The rules of this table are worn to pieces; they were drawn from side to side, so cells that run over several "
        "rows or columns may be parted."
    )
    return [_issue("rules-mended", Severity.REVIEW, message, page, grid.bbox) for grid in grids]


def drop_answered(issues: Sequence[Issue], grids: Sequence[Grid]) -> list[Issue]:
    """Without the issues about rules that have made one of these tables after all."""
    return [
        issue
        for issue in issues
        if issue.code != "rules-without-table"
        or issue.bbox is None
        or not any(grid.bbox[1] <= (issue.bbox[1] + issue.bbox[3]) / 2 <= grid.bbox[3] for grid in grids)
    ]


def doubt_rules(
    rules: Rules, rejected: Sequence[Rules], grids: Sequence[Grid], page: int, dpi: int, settings: LayoutSettings
) -> list[Issue]:
    """Long rules that cross, or that lie under each other at the same width, and made no table."""
    message = "Ruling lines like those of a table stand here, but no table could be made of them; check the page."
    least, level = settings.strong_rule * dpi, settings.open_side * dpi
    strong = [
        _around(group)
        for group in rejected
        if sum(rule.length >= least and not rule.is_dotted for rule in group.horizontal) >= 2
        and sum(rule.length >= settings.least_cell * 2 * dpi for rule in group.vertical) >= 2
        and not is_frame(group, settings.same_line * dpi)
    ]
    wide = [
        rule
        for rule in rules.horizontal
        if rule.length >= settings.wide_rule * dpi
        and not rule.is_dotted
        and not any(grid.bbox[1] - level <= rule.at_start <= grid.bbox[3] + level for grid in grids)
    ]
    for rule in wide:
        same = [r for r in wide if abs(r.start - rule.start) <= level and abs(r.end - rule.end) <= level]
        if len(same) >= settings.least_rules and rule is same[0]:
            strong.append(_around(Rules(tuple(same), ())))
    return [_issue("rules-without-table", Severity.REVIEW, message, page, box) for box in strong]


_STEP = 3
"""Every so many pixels are looked at: a page has a million of ink."""


def doubt_fading(ink: Ink, shade: Shade, page: int, settings: LayoutSettings) -> list[Issue]:
    """An issue when a good part of a page's print is far paler than print is: what is paler still was not seen."""
    some = ink[::_STEP, ::_STEP] > 0
    pale = int(np.count_nonzero(shade[::_STEP, ::_STEP][some] >= settings.lightest_threshold))
    if pale < settings.pale_share * int(np.count_nonzero(some)) or not pale:
        return []
    message = "The print of this page has faded in places; what is fainter still may be missing, compare with the page."
    height, width = ink.shape
    return [_issue("print-faded", Severity.REVIEW, message, page, (0, 0, width, height))]


def doubt_ink(boxes: Boxes, streaks: Sequence[Rule], page: int, dpi: int, settings: LayoutSettings) -> list[Issue]:
    """Ink that no line box holds: pictures and shadows are named, what may be writing goes to review."""
    picture = "Large ink that is no print (emblem, stamp, seal or signature); it was not read."
    wide = "Ink that is too large for print and too wide for a stamp or a signature was not read; look at it."
    faint = "Faint or broken ink that belongs to no line was not read; look whether it is writing."
    edge = "Shadows along the edge of the sheet were left out."
    streak = "A long upright line that belongs to no table (scanner streak or fold); letters under it may be misread."
    widest = settings.widest_picture * dpi
    issues = [
        _issue("ink-outside-lines", Severity.REVIEW, wide, page, box)
        if box[2] - box[0] > widest
        else _issue("non-text-region", Severity.INFO, picture, page, box)
        for box in boxes.pictures
    ]
    issues += [_issue("ink-outside-lines", Severity.REVIEW, faint, page, box) for box in boxes.faint]
    if boxes.edges:
        issues.append(_issue("page-edge", Severity.INFO, edge, page, _unite(boxes.edges)))
    issues += [
        _issue("scanner-streak", Severity.INFO, streak, page, _around(Rules((), (rule,))))
        for rule in streaks
        if rule.length >= settings.long_streak * dpi
    ]
    return issues


def _around(rules: Rules) -> BBox:
    boxes = [(r.start, min(r.at_start, r.at_end), r.end, max(r.at_start, r.at_end)) for r in rules.horizontal]
    boxes += [(min(r.at_start, r.at_end), r.start, max(r.at_start, r.at_end), r.end) for r in rules.vertical]
    x0, y0, x1, y1 = _unite(boxes)
    return (x0, y0, x1 + 1, y1 + 1)


def _unite(boxes: Sequence[tuple[float, float, float, float]]) -> BBox:
    return (
        max(0, int(min(box[0] for box in boxes))),
        max(0, int(min(box[1] for box in boxes))),
        max(1, int(max(box[2] for box in boxes))),
        max(1, int(max(box[3] for box in boxes))),
    )


def _issue(code: str, severity: Severity, message: str, page: int, bbox: BBox) -> Issue:
    return Issue(code=code, severity=severity, message=message, page=page, bbox=bbox)
