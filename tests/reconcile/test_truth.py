"""The samples' exact records against the samples' exact comparisons, as they are and damaged."""

import json
from pathlib import Path
from random import Random

import pytest

from pipeline.model import DocumentRecord, Reconciliation
from pipeline.reconcile import pair_documents, reconcile

from .noise import damage

TRUTH = Path(__file__).parents[2] / "samples" / "truth"
COMPARISONS = sorted(TRUTH.glob("*.reconcile.json"))


def load_records() -> dict[str, DocumentRecord]:
    paths = set(TRUTH.glob("*.json")) - set(COMPARISONS)
    records = [DocumentRecord.model_validate_json(path.read_text("utf-8")) for path in paths]
    return {record.source.sha256: record for record in records}


def damage_record(record: DocumentRecord, rate: float, random: Random) -> DocumentRecord:
    """Measures and procedures misread; the rest as it is."""
    data = json.loads(record.model_dump_json())
    for memo in data["memos"]:
        for row in (*memo["plan"], *memo["report"]):
            for name in ("measure", "procedure"):
                if row[name]:
                    row[name]["text"] = damage(row[name]["text"], rate, random)
    return DocumentRecord.model_validate(data)


def test_there_is_truth_to_compare_with():
    assert COMPARISONS


@pytest.mark.parametrize("path", COMPARISONS, ids=lambda path: path.name)
@pytest.mark.parametrize("rate", [0.0, 0.03, 0.08])
def test_pairs_and_outcomes_are_those_of_the_truth(path, rate):
    true = Reconciliation.model_validate_json(path.read_text("utf-8"))
    records = load_records()
    random = Random(7)
    plan, report = (records[source.sha256] for source in (true.plan_source, true.report_source))
    damaged = damage_record(plan, rate, random), damage_record(report, rate, random)
    plan, report = (damaged[0], damaged[0]) if plan is report else damaged
    found = reconcile(plan, report)
    assert [(row.plan, row.report, row.outcome) for row in found.rows] == [
        (row.plan, row.report, row.outcome) for row in true.rows
    ]
    assert (found.agency, found.plan_year, found.report_year) == (true.agency, true.plan_year, true.report_year)
    assert found.summary == true.summary
    # What is wrong with a status is told by the memo's own issues, which exact records do not have.
    expected = {finding.code for finding in true.findings} - {"status-missing", "status-ambiguous"}
    assert expected <= {finding.code for finding in found.findings}
    if rate == 0.0:
        claimed = [(row.match.level, row.changes) for row in found.rows]
        assert claimed == [(row.match.level, row.changes) for row in true.rows]


def test_the_samples_documents_find_each_other():
    pairs = {
        (pair.plan.source.sha256, pair.report.source.sha256)
        for pair in pair_documents(list(load_records().values())).pairs
    }
    for path in COMPARISONS:
        true = Reconciliation.model_validate_json(path.read_text("utf-8"))
        assert (true.plan_source.sha256, true.report_source.sha256) in pairs
