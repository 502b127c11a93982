"""One value as both documents have it: in two cells beside each other, or in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Outcome, PlanRow, ReportRow
from pipeline.settings import WorkbookSettings
from pipeline.workbook.differences import is_same_wording, mark_differences
from pipeline.workbook.records import Cell, Mark, Run, Tone
from pipeline.workbook.rows import row_values
from pipeline.workbook.wording import NO_SUCH_FIELD, NOT_LEGIBLE, OUTCOMES

Rows = Sequence[PlanRow | ReportRow]

_BETWEEN = "\x1e"  # between the texts of several rows; a space to Python, so it never counts as a difference


@dataclass(frozen=True, slots=True)
class Said:
    """What the rows of one side say: their texts with a mark between them, and their numbers when there are more."""

    text: str
    orders: tuple[int, ...] = ()
    is_doubted: bool = False

    @property
    def tone(self) -> Tone:
        return Tone.DOUBT if self.is_doubted else Tone.PLAIN

    @property
    def plain(self) -> tuple[Run, ...]:
        """The text without differences."""
        return self.draw((Run(self.text),))

    def draw(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """Runs over the text with the number of each row before its part."""
        return tuple(self._draw(runs)) if self.orders else tuple(runs)

    def _draw(self, runs: Sequence[Run]) -> Iterator[Run]:
        orders = iter(self.orders)
        yield Run(f"[{next(orders)}] ", Mark.LABEL)
        for run in runs:
            first, *others = run.text.split(_BETWEEN)
            yield Run(first, run.mark)
            for part in others:
                yield Run(f"\n[{next(orders)}] ", Mark.LABEL)
                yield Run(part, run.mark)


def gather(rows: Rows, name: str) -> Said | None:
    """What rows say of a value (a name of `wording.FIELDS`); None when none of them has it."""
    found = [(row.order, value) for row in rows for key, value in row_values(row) if key == name]
    if not found:
        return None
    return Said(
        _BETWEEN.join((value.text or NOT_LEGIBLE).replace(_BETWEEN, " ") for _, value in found),
        tuple(order for order, _ in found) if len(rows) > 1 else (),
        any(value.review for _, value in found),
    )


def side_by_side(old: Said | None, new: Said | None, settings: WorkbookSettings) -> tuple[Cell, Cell]:
    """Plan and report in a cell each, their differences marked."""
    if old is None or new is None:
        return (
            Cell(_absent(Outcome.NOT_PLANNED), Tone.QUIET) if old is None else _cell(old.plain, old.tone),
            Cell(_absent(Outcome.NOT_REPORTED), Tone.QUIET) if new is None else _cell(new.plain, new.tone),
        )
    left, right = mark_differences(old.text, new.text, settings)
    return _cell(old.draw(left), old.tone), _cell(new.draw(right), new.tone)


def in_one_cell(old: Said | None, new: Said | None, settings: WorkbookSettings) -> Cell:
    """Once when both are the same, under the name of their document when not."""
    if old is None and new is None:
        return Cell(NO_SUCH_FIELD, Tone.QUIET)
    if old is None or new is None:
        only, name = (new, "รายงาน") if old is None else (old, "แผน")
        assert only is not None
        return _cell((Run(f"เฉพาะใน{name}: ", Mark.LABEL), *only.plain), only.tone)
    tone = Tone.DOUBT if old.is_doubted or new.is_doubted else Tone.PLAIN
    if is_same_wording(old.text, new.text):
        return _cell(old.plain, tone)
    left, right = mark_differences(old.text, new.text, settings)
    return _cell(
        (Run("แผน: ", Mark.LABEL), *old.draw(left), Run("\nรายงาน: ", Mark.LABEL), *new.draw(right)),
        tone,
    )


def _absent(outcome: Outcome) -> str:
    return f"({OUTCOMES[outcome]})"


def _cell(runs: tuple[Run, ...], tone: Tone) -> Cell:
    """Runs without any mark are a plain text."""
    marked = any(run.mark is not Mark.NONE for run in runs)
    return Cell(runs if marked else "".join(run.text for run in runs), tone)
