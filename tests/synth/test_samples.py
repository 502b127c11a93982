"""The committed samples: every file has its truth, and the truth is about that file."""

import hashlib
from pathlib import Path

import pytest

from pipeline.model import DocumentRecord, Reconciliation
from pipeline.synth.content import library
from pipeline.synth.content.bank import IDEAS
from pipeline.synth.describe import describe_set
from pipeline.synth.spec import MeasureTable

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS, PAIRS = library.load_set("samples")


def read_truth(name):
    return DocumentRecord.model_validate_json((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_truth_is_about_the_committed_file(document):
    record = read_truth(document.name)
    file = SAMPLES / f"{document.name}{document.suffix}"
    assert record.source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert record.source.page_count == len(record.pages)
    assert len(record.memos) == len(document.memos)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_value_has_a_place_inside_its_page(document):
    record = read_truth(document.name)
    sizes = {page.number: (page.width, page.height) for page in record.pages}
    for memo in record.memos:
        rows = [row.measure for row in (*memo.plan, *memo.report)]
        fields = [memo.agency, memo.number, memo.date, memo.subject, *rows, *(one.name for one in memo.signatories)]
        for field in fields:
            assert field is not None and field.where, field
            for place in field.where:
                width, height = sizes[place.page]
                x0, y0, x1, y1 = place.bbox
                assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height
        assert all(row.status_where for row in memo.report)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_cells_hold_the_text_of_the_rows(document):
    record = read_truth(document.name)
    printed = "".join(
        cell.text.replace(" ", "") for page in record.pages for table in page.tables for cell in table.cells
    )
    for memo in record.memos:
        for row in (*memo.plan, *memo.report):
            if len(row.measure.where) == 1:
                assert row.measure.text.replace(" ", "") in printed


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_reconciliation_covers_every_row_once(pair):
    text = (SAMPLES / "truth" / f"{pair.name}.reconcile.json").read_text(encoding="utf-8")
    result = Reconciliation.model_validate_json(text)
    assert sorted(order for row in result.rows for order in row.plan) == list(range(1, result.summary.planned + 1))
    assert sorted(order for row in result.rows for order in row.report) == list(range(1, result.summary.reported + 1))
    assert result.plan_source.sha256 == read_truth(pair.plan.name).source.sha256
    assert all(change.before != change.after for row in result.rows for change in row.changes)


def test_readme_describes_exactly_what_is_there():
    assert (SAMPLES / "README.md").read_text(encoding="utf-8") == describe_set(DOCUMENTS, PAIRS)


def test_samples_stay_small():
    assert sum(file.stat().st_size for file in SAMPLES.iterdir() if file.is_file()) <= 12_000_000


def test_held_out_documents_share_no_measure_with_the_samples():
    held_out, pairs = library.load_set("held-out")
    assert len(held_out) >= 8
    assert len({document.name for document in (*DOCUMENTS, *held_out)}) == len(DOCUMENTS) + len(held_out)
    assert not {idea.measure for idea in IDEAS} & measures_of(DOCUMENTS)
    assert {pair.plan_year + 1 for pair in pairs} == {pair.report_year for pair in pairs}


def measures_of(documents):
    return {
        row.measure
        for document in documents
        for memo in document.memos
        for block in memo.blocks
        if isinstance(block, MeasureTable)
        for row in block.rows
    }
