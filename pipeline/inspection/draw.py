"""Record + page pictures → HTML."""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

from pipeline.inspection.values import Value, list_values
from pipeline.model import BBox, DocumentRecord, DocumentStatus, Issue, Page, Place

_TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))


_STATUS = {
    DocumentStatus.OK: "ไม่มีข้อสงสัย",
    DocumentStatus.REVIEW: "มีค่าที่ต้องตรวจ",
    DocumentStatus.PARTIAL: "มีหน้าที่อ่านไม่ได้",
    DocumentStatus.FAILED: "อ่านไม่ได้",
}
_SOURCE = {"scan": "ภาพสแกน", "text_layer": "ข้อความในไฟล์"}
_LOW = 0.8
"""Boxes are drawn as doubtful below this confidence: one in five such lines is wrong somewhere."""


def draw_document(record: DocumentRecord, picture: Callable[[int], bytes | None]) -> str:
    """A self-contained HTML page: every page's picture with its lines and cells, the values beside it.

    picture: page number (from 1) → JPEG of the upright page, or None.
    """
    values, issues = list_values(record), _all_issues(record)
    return _TEMPLATE.substitute(
        name=escape(record.source.name),
        status=_STATUS[record.status],
        reviews=sum(value.review for value in values),
        count=len(issues),
        pages="\n".join(_draw_page(page, picture(page.number)) for page in record.pages),
        values=_draw_values(values),
        issues=_draw_issues(issues) or "<li>ไม่มี</li>",
    )


def _draw_page(page: Page, jpeg: bytes | None) -> str:
    if page.status == "failed" or page.width == 0:
        return f'<section class="page failed" id="page-{page.number}"><h2>หน้า {page.number}: อ่านไม่ได้</h2></section>'
    cells = [_draw_box(cell.bbox, "cell", cell.text, cell.confidence) for table in page.tables for cell in table.cells]
    lines = [_draw_box(line.bbox, "line", line.text, line.confidence) for line in page.lines]
    image = ""
    if jpeg is not None:
        data = base64.b64encode(jpeg).decode()
        image = f'<image href="data:image/jpeg;base64,{data}" width="{page.width}" height="{page.height}"/>'
    turned = f", หมุน {page.rotation}°" if page.rotation else ""
    facts = f"{page.width}×{page.height} px, {page.dpi} dpi{turned}, เอียง {page.skew:.2f}°, {_SOURCE[page.source]}"
    return (
        f'<section class="page" id="page-{page.number}"><h2>หน้า {page.number} <small>{facts}</small></h2>'
        f'<svg viewBox="0 0 {page.width} {page.height}">{image}{"".join(cells)}{"".join(lines)}'
        '<g class="spots"></g></svg></section>'
    )


def _draw_box(bbox: BBox, kind: str, text: str, confidence: float) -> str:
    x0, y0, x1, y1 = bbox
    doubt = " low" if confidence < _LOW and (text or kind == "line") else ""
    return (
        f'<rect class="{kind}{doubt}" x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}">'
        f"<title>{escape(text)} ({confidence:.2f})</title></rect>"
    )


def _draw_values(values: tuple[Value, ...]) -> str:
    rows: list[str] = []
    group = ""
    for value in values:
        if value.group != group:
            group = value.group
            rows.append(f'<tr class="group"><th colspan="3">{escape(group)}</th></tr>')
        reasons = "".join(f"<small>{escape(reason)}</small>" for reason in value.reasons)
        rows.append(
            f'<tr class="value{" review" if value.review else ""}" tabindex="0" data-where="{_places(value.where)}">'
            f"<th>{escape(value.name)}</th><td>{escape(value.text) or '<i>ว่าง</i>'}{reasons}</td>"
            f"<td>{value.confidence:.2f}</td></tr>"
        )
    return "\n".join(rows)


def _draw_issues(issues: tuple[Issue, ...]) -> str:
    return "\n".join(
        f'<li class="{issue.severity.value}" tabindex="0" data-where="{_places(_issue_places(issue))}">'
        f"<b>{escape(issue.code)}</b>{f' หน้า {issue.page}' if issue.page else ''}: {escape(issue.message)}</li>"
        for issue in issues
    )


def _places(where: tuple[Place, ...]) -> str:
    return " ".join(",".join(map(str, (place.page, *place.bbox))) for place in where)


def _issue_places(issue: Issue) -> tuple[Place, ...]:
    return (Place(page=issue.page, bbox=issue.bbox),) if issue.page and issue.bbox else ()


def _all_issues(record: DocumentRecord) -> tuple[Issue, ...]:
    return (*record.issues, *(issue for memo in record.memos for issue in memo.issues))
