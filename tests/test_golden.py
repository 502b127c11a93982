"""Stored readings against the records that were made of them when someone last looked.

A change of tables, memo or thai shows here as a difference to judge: `pytest tests/test_golden.py
--regenerate-goldens` accepts it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stored import NAMES, READINGS, load_stored

from pipeline.model import DocumentRecord
from pipeline.recipe import understand

GOLDEN = Path(__file__).parent / "golden"
LARGEST = 1_500_000


def describe(name: str) -> str:
    """The record as text; the lines of its pages are the reading's own and left out."""
    stored = load_stored(name)
    record = json.loads(understand(stored.source, stored.readings).model_dump_json(by_alias=True))
    for page in record["pages"]:
        del page["lines"]
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_record_is_the_golden_one(name: str, is_regenerating: bool) -> None:
    golden = GOLDEN / f"{name}.json"
    made = describe(name)
    if is_regenerating:
        golden.write_text(made, encoding="utf-8")
    assert golden.exists(), f"{golden.name} is missing; --regenerate-goldens writes it"
    assert json.loads(made) == json.loads(golden.read_text(encoding="utf-8"))


def test_goldens_are_not_regenerated_unless_asked(pytestconfig: pytest.Config) -> None:
    option = pytestconfig.getoption("--regenerate-goldens")
    assert option is False or "--regenerate-goldens" in pytestconfig.invocation_params.args


def test_every_golden_has_its_reading_and_is_a_record(is_regenerating: bool) -> None:
    assert is_regenerating or {path.stem for path in GOLDEN.glob("*.json")} == set(NAMES)
    assert {path.stem for path in READINGS.glob("*.jsonl")} == set(NAMES)
    for path in GOLDEN.glob("*.json"):
        assert DocumentRecord.model_validate_json(path.read_bytes()).memos


def test_stored_readings_stay_small() -> None:
    assert sum(path.stat().st_size for path in READINGS.glob("*.jsonl")) < LARGEST
