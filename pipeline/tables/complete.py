"""Completeness: running numbers without gap, no grid row lost, no text of a table lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.model import Issue, Severity
from pipeline.tables.cells import GridText
from pipeline.tables.records import CellText, Column, Meaning, Row
from pipeline.thai.numbers import parse_row_number

Number = tuple[int, ...]

# What Tesseract's Thai models print for the digits they do not have.
_MISREAD = {"4": "5", "6": "20", "7": "35", "8": "5", "9": "5"}
_LEAST_NUMBERS = 2  # a column with fewer readable numbers says nothing about the others


def check_numbers(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Issue, ...]:
    """Gaps and repeats in the running numbers, as far as the digits can be trusted."""
    column = next((column for column in columns if column.meaning is Meaning.NUMBER), None)
    if column is None:
        return ()
    cells = _distinct(row.cells[column.index] for row in rows)
    if sum(_parse(cell) is not None for cell in cells) < _LEAST_NUMBERS:
        return ()
    issues: list[Issue] = []
    misread: list[CellText] = []
    misfits: list[CellText] = []
    before: Number = (0,)
    skipped, repeated = 0, False  # cells without a readable number since the last; was the last number used twice?
    for cell in cells:
        number = _parse(cell)
        if number is None:
            skipped += 1
            continue
        # A cell that cannot be read may hold a number; a number used twice stands for one left out.
        expected = _successors(before, skipped + repeated)
        skipped = 0
        if number in expected:
            before, repeated = number, False
            continue
        meant = next((right for right in expected if _may_be_misread(right, number)), None)
        if _is_doubted(cell) and meant is not None:
            misread.append(cell)
            before = meant
        elif _is_doubted(cell):
            misfits.append(cell)
            before = expected[0]
        else:
            issues.append(_report(cell, before, number))
            before, repeated = number, number == before
    if misfits:
        issues.append(_report_misfits(misfits))
    if misread:
        message = f"{len(misread)} row numbers hold digits this engine cannot read; they fit a count without gaps."
        issues.append(Issue(code="row-numbers-unsure", severity=Severity.INFO, message=message, page=_page(misread[0])))
    return tuple(issues)


def check_rows(seen: int, used: int, page: int) -> tuple[Issue, ...]:
    """An error when the grids have more body rows than came out as rows, joined rows or section headings."""
    if seen == used:
        return ()
    message = f"The table beginning on this page has {seen} rows, but {used} were taken over."
    return (Issue(code="rows-lost", severity=Severity.ERROR, message=message, page=page),)


def check_loose_lines(text: GridText) -> tuple[Issue, ...]:
    """Text inside the table's frame that belongs to none of its cells."""
    return tuple(
        Issue(
            code="text-outside-cells",
            severity=Severity.REVIEW,
            message=f"“{line.text}” stands in the table, but in none of its cells.",
            page=text.page,
            bbox=line.bbox,
        )
        for line in text.loose
        if line.text
    )


def _distinct(cells: Iterable[CellText]) -> list[CellText]:
    """A number merged over several rows counts once."""
    out: list[CellText] = []
    for cell in cells:
        if out and cell.shared and cell.places == out[-1].places:
            continue
        out.append(cell)
    return out


def _parse(cell: CellText) -> Number | None:
    try:
        return parse_row_number(cell.passage.text)
    except ValueError:
        return None


def _successors(number: Number, skipped: int = 0) -> list[Number]:
    """What may follow: the next number, the ones after it when some were skipped, one level deeper or shallower.

    >>> _successors((2, 1)), _successors((2,), skipped=1)
    ([(2, 2), (3,), (3, 1), (2, 1, 1)], [(3,), (4,), (2, 1)])
    """
    level = [(*number[:-1], number[-1] + step) for step in range(1, skipped + 2)]
    shallower = [(*number[:depth], number[depth] + 1) for depth in range(len(number) - 2, -1, -1)]
    sections = [(*up, *[1] * (len(number) - len(up))) for up in shallower]  # the count begins again in the next section
    return [*level, *shallower, *sections, (*number, 1) if number != (0,) else (1, 1)]


def _may_be_misread(right: Number, read: Number) -> bool:
    """Whether `read` is what Tesseract prints for `right`.

    >>> _may_be_misread((14,), (15,)), _may_be_misread((3,), (5,))
    (True, False)
    """
    one, other = ".".join(map(str, right)), ".".join(map(str, read))
    return len(one) == len(other) and all(a == b or b in _MISREAD.get(a, "") for a, b in zip(one, other, strict=True))


def _is_doubted(cell: CellText) -> bool:
    return bool(cell.passage.doubts)


def _report(cell: CellText, before: Number, number: Number) -> Issue:
    read, last = cell.passage.text, ".".join(map(str, before))
    if number == before or (len(number) == len(before) and number < before):
        code, message = (
            "row-number-repeated",
            f"The row number “{read}” follows {last}: a number is used twice, or the count begins again.",
        )
    elif before == (0,):
        code, message = "row-number-gap", f"The first row number of the table is “{read}”."
    else:
        code, message = "row-number-gap", f"The row number “{read}” follows {last}: a row may be missing."
    bbox = cell.places[-1].bbox if cell.places else None
    return Issue(code=code, severity=Severity.REVIEW, message=message, page=_page(cell), bbox=bbox)


def _report_misfits(cells: Sequence[CellText]) -> Issue:
    read = ", ".join(f"“{cell.passage.text}”" for cell in cells)
    message = f"The row numbers {read} do not fit the count; their doubted digits may be misread, or rows be missing."
    bbox = cells[0].places[-1].bbox if cells[0].places else None
    return Issue(code="row-number-gap", severity=Severity.REVIEW, message=message, page=_page(cells[0]), bbox=bbox)


def _page(cell: CellText) -> int | None:
    return cell.places[-1].page if cell.places else None
