"""The stages in order: a failed page stays a page, and nothing doubtful is `ok`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.errors import CannotRead
from pipeline.model import DocumentStatus, Field, Issue, Memo, MemoKind, ReportRow, Severity, Source, Status
from pipeline.page import LineBox, PageImage, PageReading, ReadLine
from pipeline.recipe import fail_document, fail_page, has_review, judge_status, read_document, understand

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SOURCE = Source(name="a.pdf", sha256="a", page_count=2)
GOOD = PageReading(number=1, width=100, height=100, dpi=100)
BAD = fail_page(2, "page-unreadable", "a.pdf: page 2 cannot be read.")


class NoEngine:
    """A text layer needs no reader of pictures."""

    name = "none"

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        raise AssertionError("a page with a text layer was recognised")


def field(text: str, *, review: bool = False) -> Field:
    return Field(text=text, raw=text, confidence=0.9, review=review)


def row(**more: object) -> ReportRow:
    values = {"order": 1, "measure": field("มาตรการ"), "status": Status.DONE, "status_confidence": 0.9, **more}
    return ReportRow.model_validate(values)


def memo(*rows: ReportRow, **more: object) -> Memo:
    return Memo.model_validate({"pages": (1, 1), "kind": MemoKind.REPORT, "report": rows, **more})


def test_a_text_layer_is_read_without_an_engine() -> None:
    record = read_document(SAMPLES / "than-nathi-2567-plan.pdf", NoEngine())
    assert [page.source for page in record.pages] == ["text_layer", "text_layer"]
    assert [page.number for page in record.pages] == [1, 2]
    assert len(record.memos[0].plan) == 6
    assert record.source.page_count == 2


def test_a_file_that_cannot_be_opened_raises(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(CannotRead, match=r"empty\.pdf"):
        read_document(tmp_path / "empty.pdf", NoEngine())


def test_a_failed_page_stays_in_the_record_with_its_reason() -> None:
    record = understand(SOURCE, [GOOD, BAD])
    assert [page.status for page in record.pages] == ["ok", "failed"]
    assert record.status is DocumentStatus.PARTIAL
    assert ("page-unreadable", 2) in {(issue.code, issue.page) for issue in record.issues}


def test_a_document_without_a_good_page_has_failed() -> None:
    assert understand(SOURCE, [BAD]).status is DocumentStatus.FAILED
    assert fail_document(SOURCE, "pdf-damaged", "a.pdf: damaged.").status is DocumentStatus.FAILED


@pytest.mark.parametrize(
    "doubtful",
    [
        memo(agency=field("อบต.", review=True)),
        memo(row(measure=field("มาตรการ", review=True))),
        memo(row(status_review=True)),
        memo(row(others={"งบประมาณ": field("๑๐๐", review=True)})),
        memo(issues=(Issue(code="odd", severity=Severity.REVIEW, message="Odd."),)),
    ],
)
def test_no_doubt_is_so_deep_that_the_document_is_ok(doubtful: Memo) -> None:
    assert judge_status([GOOD], [doubtful], []) is DocumentStatus.REVIEW
    assert has_review(doubtful) or doubtful.issues


def test_information_is_no_doubt() -> None:
    told = [Issue(code="told", severity=Severity.INFO, message="Told.")]
    assert judge_status([GOOD], [memo(row())], told) is DocumentStatus.OK
    assert judge_status([GOOD], [memo(row())], [Issue(code="x", severity=Severity.ERROR, message="X.")]) == "review"
