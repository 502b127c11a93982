"""The exact record of a synthetic document, in the contract's shape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline import model
from pipeline.model import BBox, DateField, Field, Place
from pipeline.synth.boxes import PageBoxes
from pipeline.synth.html import cell_text
from pipeline.synth.spec import BY_HAND, MeasureTable, Memo, Row, Scan, When, unmark
from pipeline.thai.dates import find_dates

INK_BELOW = 170
"""Gray level under which a pixel of the clean page is print."""


@dataclass(frozen=True, slots=True)
class TruePage:
    """A laid-out page with its clean image (height, width) uint8 and the scan it went through."""

    boxes: PageBoxes
    clean: npt.NDArray[np.uint8]
    scan: Scan
    number: int

    @property
    def is_born_digital(self) -> bool:
        return self.number in self.scan.born_digital


class Places:
    """Where each key's text stands: one box per page, tight around its ink."""

    def __init__(self, pages: list[TruePage]) -> None:
        self._texts: dict[str, dict[int, BBox]] = {}
        self._cells: dict[str, dict[int, BBox]] = {}
        for page in pages:
            for line in page.boxes.lines:
                for key, window in line.runs:
                    self._add(self._texts, key, page.number, tighten(window, page))
            for table in page.boxes.tables:
                for cell in table.cells:
                    for key in cell.keys:
                        self._add(self._cells, key, page.number, cell.bbox)

    @staticmethod
    def _add(store: dict[str, dict[int, BBox]], key: str, page: int, box: BBox) -> None:
        old = store.setdefault(key, {}).get(page)
        store[key][page] = (
            box if old is None else (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
        )

    def of(self, key: str) -> tuple[Place, ...]:
        return tuple(Place(page=page, bbox=box) for page, box in sorted(self._texts.get(key, {}).items()))

    def of_cell(self, key: str) -> tuple[Place, ...]:
        return tuple(Place(page=page, bbox=box) for page, box in sorted(self._cells.get(key, {}).items()))


def tighten(window: BBox, page: TruePage) -> BBox:
    """The window shrunk to the ink in it; as it was when it holds none. Rules of the cell around are no ink."""
    x0, y0, x1, y1 = window
    for table in page.boxes.tables:
        for cell in table.cells:
            a, b, c, d = cell.bbox
            if a <= (x0 + x1) / 2 <= c and b <= (y0 + y1) / 2 <= d:
                x0, y0, x1, y1 = max(x0, a + 1), max(y0, b + 1), min(x1, c - 1), min(y1, d - 1)
    x0, y0 = max(0, x0), max(0, y0)
    ink = page.clean[y0:y1, x0:x1] < INK_BELOW
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return window
    return x0 + int(columns[0]), y0 + int(rows[0]), x0 + int(columns[-1]) + 1, y0 + int(rows[-1]) + 1


def true_page(page: TruePage) -> model.Page:
    """The page as a perfect reader reports it: upright, without skew; lines below the glass are not there."""
    lines = sorted(page.boxes.lines, key=lambda line: line.window[3] > page.boxes.height * 0.07)
    lost = page.boxes.height - round(page.scan.cut_bottom_mm / 25.4 * page.scan.dpi)
    return model.Page(
        number=page.number,
        status="ok",
        source="text_layer" if page.is_born_digital else "scan",
        width=page.boxes.width,
        height=page.boxes.height,
        dpi=page.scan.dpi,
        rotation=0 if page.is_born_digital else _undone(page.scan.turns.get(page.number, 0)),
        skew=0.0 if page.is_born_digital else page.scan.skew,
        lines=tuple(
            model.Line(text=line.text, raw=line.text, confidence=1.0, bbox=tighten(line.window, page))
            for line in lines
            if line.window[3] <= lost
        ),
        tables=tuple(
            model.Table(
                bbox=table.bbox,
                rows=table.rows,
                cols=table.cols,
                cells=tuple(
                    model.Cell(
                        row=cell.row,
                        col=cell.col,
                        rowspan=cell.rowspan,
                        colspan=cell.colspan,
                        text=cell.text,
                        confidence=1.0,
                        bbox=cell.bbox,
                    )
                    for cell in table.cells
                ),
            )
            for table in page.boxes.tables
        ),
    )


def _undone(turned: int) -> int:
    return (360 - turned) % 360


def true_memo(memo: Memo, prefix: str, pages: tuple[int, int], places: Places) -> model.Memo:
    """The memo as a perfect reader reports it; `pages` are its first and last."""

    def text(key: str, value: str | None) -> Field | None:
        return _field(value, places.of(f"{prefix}.{key}"))

    return model.Memo(
        pages=pages,
        kind=model.MemoKind(memo.kind),
        agency=text("agency", memo.agency),
        department=text("department", memo.department),
        number=text("number", memo.number),
        date=_date(memo.date, places.of(f"{prefix}.date")),
        subject=text("subject", memo.subject),
        recipient=text("recipient", memo.recipient),
        fiscal_year=memo.fiscal_year,
        ita=tuple(
            model.ItaScore(
                fiscal_year=year, score=score, grade=grade, confidence=1.0, where=places.of(f"{prefix}.ita.{index}")
            )
            for index, (year, score, grade) in enumerate(memo.ita)
        ),
        plan=tuple(
            _plan_row(table, index, order, f"{prefix}.plan.{order}", places)
            for table, index, order in _rows(memo, "plan")
        ),
        report=tuple(
            _report_row(table, index, order, f"{prefix}.report.{order}", places)
            for table, index, order in _rows(memo, "report")
        ),
        signatories=tuple(
            model.Signatory(
                name=_present(signature.name, places.of(f"{prefix}.sign.{index}.name")),
                position=_present(signature.position, places.of(f"{prefix}.sign.{index}.position")),
            )
            for index, signature in enumerate(memo.signatures)
        ),
    )


def _rows(memo: Memo, role: str) -> list[tuple[MeasureTable, int, int]]:
    """(table, index in it, order over all tables of the role)."""
    tables = [block for block in memo.blocks if isinstance(block, MeasureTable) and block.role == role]
    flat = [(table, index) for table in tables for index in range(len(table.rows))]
    return [(table, index, order) for order, (table, index) in enumerate(flat, start=1)]


def printed_row(table: MeasureTable, index: int, key: str) -> Row | None:
    """The row whose text stands in the cell beside row `index`: the first of its merge; None without such a column."""
    if all(column.key != key for column in table.columns):
        return None
    for merged, start, count in table.merges:
        if merged == key and start <= index < start + count:
            return table.rows[start]
    return table.rows[index]


def _value(table: MeasureTable, index: int, key: str) -> str | None:
    row = printed_row(table, index, key)
    value = getattr(row, key) if row is not None else None
    return value if isinstance(value, str) else None


def _when(table: MeasureTable, index: int, key: str) -> When | None:
    row = printed_row(table, index, key)
    value = getattr(row, key) if row is not None else None
    return value if isinstance(value, When) else None


def _plan_row(table: MeasureTable, index: int, order: int, key: str, places: Places) -> model.PlanRow:
    def text(name: str) -> Field | None:
        return _field(_value(table, index, name), places.of(f"{key}.{name}"))

    return model.PlanRow(
        order=order,
        number=text("number"),
        section=_section(table, index, key, places),
        measure=_present(table.rows[index].measure, places.of(f"{key}.measure")),
        procedure=text("procedure"),
        responsible=text("responsible"),
        units=_units(table, index),
        monitoring=text("monitoring"),
        due=_date(_when(table, index, "due"), places.of(f"{key}.due")) or due_of_follow_up(text("monitoring")),
        others=_others(table, index, key, places),
    )


def due_of_follow_up(monitoring: Field | None) -> DateField | None:
    """The date that a follow-up note names: what is due then, where no column says when it is."""
    found = find_dates(monitoring.text) if monitoring is not None else ()
    if monitoring is None or len(found) != 1:
        return None
    text, date = monitoring.text[found[0].start : found[0].end], found[0].date
    return DateField(
        text=text,
        raw=text,
        confidence=1.0,
        where=monitoring.where,
        start=date.start,
        end=date.end,
        precision=model.Precision(date.precision),
        be_year=date.be_year,
    )


def _report_row(table: MeasureTable, index: int, order: int, key: str, places: Places) -> model.ReportRow:
    def text(name: str) -> Field | None:
        return _field(_value(table, index, name), places.of(f"{key}.{name}"))

    row = table.rows[index]
    has_note = any(column.key == "note" for column in table.columns)
    return model.ReportRow(
        order=order,
        number=text("number"),
        section=_section(table, index, key, places),
        measure=_present(row.measure, places.of(f"{key}.measure")),
        procedure=text("procedure"),
        responsible=text("responsible"),
        units=_units(table, index),
        due=_date(_when(table, index, "due"), places.of(f"{key}.due")),
        status=model.Status(row.status),
        status_confidence=1.0,
        status_where=places.of_cell(f"{key}.status") or places.of_cell(f"{key}.status_text"),
        note=text("note") if has_note else _field(row.note, places.of(f"{key}.note")),
        date=_date(_completed(table, index), places.of(f"{key}.date")),
        others=_others(table, index, key, places),
    )


def _completed(table: MeasureTable, index: int) -> When | None:
    """The date in the column of completion, or the one marked in the text of the result."""
    row = table.rows[index]
    return row.date if "[[date|" in (row.note or "") else _when(table, index, "date")


def _section(table: MeasureTable, index: int, key: str, places: Places) -> Field | None:
    above = [(row, text) for row, text in table.sections if row <= index]
    return _field(above[-1][1], places.of(f"{key}.section")) if above else None


def _units(table: MeasureTable, index: int) -> tuple[str, ...]:
    row = printed_row(table, index, "responsible")
    if row is None or not row.responsible:
        return ()
    if row.units is not None:
        return row.units
    return tuple(dict.fromkeys(" ".join(unit.split()) for unit in row.responsible.split("/") if unit.strip()))


def _others(table: MeasureTable, index: int, key: str, places: Places) -> dict[str, Field]:
    found = {}
    for column in table.columns:
        if column.key.startswith("other:"):
            value = _field(
                cell_text(table.rows[index], column, table), places.of(f"{key}.{column.key.replace(' ', '_')}")
            )
            if value is not None:
                found[column.heading.replace("\n", "")] = value
    return found


def _field(value: str | None, where: tuple[Place, ...]) -> Field | None:
    return _present(value, where) if value else None


def _present(value: str, where: tuple[Place, ...]) -> Field:
    plain = " ".join(unmark(value).split())
    return Field(text=plain, raw=plain, confidence=1.0, where=where)


def _date(when: When | None, where: tuple[Place, ...]) -> DateField | None:
    if when is None:
        return None
    plain = " ".join(when.text.split())
    return DateField(
        text=plain,
        raw=plain,
        confidence=1.0,
        reasons=(BY_HAND,) if when.hand else (),
        where=where,
        start=when.start,
        end=when.end,
        precision=model.Precision(when.precision) if when.precision else None,
        be_year=when.be_year,
    )
