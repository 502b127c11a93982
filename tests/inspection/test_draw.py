"""The drawn page: self-contained, everything on it, nothing of a document's text taken for HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.inspection import draw_document
from pipeline.inspection.values import list_values
from pipeline.model import (
    Cell,
    DocumentRecord,
    DocumentStatus,
    Field,
    Issue,
    Line,
    Memo,
    MemoKind,
    Page,
    Place,
    Severity,
    Source,
    Table,
)

TRUTH = Path(__file__).resolve().parents[2] / "samples" / "truth"
NASTY = "<script>alert('x')</script> & \"quoted\""


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def record() -> DocumentRecord:
    return DocumentRecord.model_validate_json((TRUTH / "fa-sai-2566-report.json").read_bytes())


@pytest.fixture(scope="module")
def html(record: DocumentRecord) -> str:
    return draw_document(record, lambda number: b"jpeg")


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    for tag, attributes in Elements(html).found:
        assert tag not in {"link", "iframe", "object", "embed", "base"}
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith(("#", "data:"))
    without_namespace = html.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|@import|url\(|fetch\(", without_namespace)


def test_every_value_is_there_with_its_places(record: DocumentRecord, html: str) -> None:
    page = Elements(html)
    rows = [attributes for _, attributes in page.found if "value" in (attributes.get("class") or "").split()]
    values = list_values(record)
    assert len(rows) == len(values) > 50
    for row, value in zip(rows, values, strict=True):
        places = (row["data-where"] or "").split()
        assert places == [",".join(map(str, (place.page, *place.bbox))) for place in value.where]
        assert value.text.split("\n")[0] in page.text


def test_every_line_and_cell_has_its_box(record: DocumentRecord, html: str) -> None:
    boxes = [attributes for tag, attributes in Elements(html).found if tag == "rect"]
    lines = [line for page in record.pages for line in page.lines]
    cells = [cell for page in record.pages for table in page.tables for cell in table.cells]
    assert len(boxes) == len(lines) + len(cells)
    drawn = {tuple(int(box[key] or 0) for key in ("x", "y", "width", "height")) for box in boxes}
    assert all((x0, y0, x1 - x0, y1 - y0) in drawn for x0, y0, x1, y1 in (line.bbox for line in lines))


def test_text_is_never_markup() -> None:
    box = (0, 0, 5, 5)
    field = Field(
        text=NASTY, raw=NASTY, confidence=0.5, review=True, reasons=(NASTY,), where=(Place(page=1, bbox=box),)
    )
    nasty = DocumentRecord(
        source=Source(name=NASTY, sha256="a"),
        status=DocumentStatus.REVIEW,
        pages=(
            Page(
                number=1, status="ok", source="scan", width=10, height=10, dpi=100, rotation=0, skew=0,
                lines=(Line(text=NASTY, raw=NASTY, confidence=1, bbox=box),),
                tables=(
                    Table(bbox=box, rows=1, cols=1, cells=(Cell(row=0, col=0, text=NASTY, confidence=1, bbox=box),)),
                ),
            ),
        ),
        memos=(Memo(pages=(1, 1), kind=MemoKind.OTHER, agency=field),),
        issues=(Issue(code="odd", severity=Severity.REVIEW, message=NASTY),),
    )  # fmt: skip
    html = draw_document(nasty, lambda number: None)
    assert "<script>alert" not in html
    assert html.count("<script>") == 1
    assert html.count("&lt;script&gt;") == 7


def test_a_page_that_failed_is_said_to_have() -> None:
    page = Page(number=3, status="failed", source="scan", width=0, height=0, dpi=0, rotation=0, skew=0)
    record = DocumentRecord(source=Source(name="a.pdf", sha256="a"), status=DocumentStatus.PARTIAL, pages=(page,))
    html = draw_document(record, lambda number: None)
    assert "หน้า 3: อ่านไม่ได้" in html
    assert "มีหน้าที่อ่านไม่ได้" in html
