"""What cannot start, faults of ours, and interruptions: one sentence and the right exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.batch import commands as batch_commands
from pipeline.batch import work

from .conftest import Memo, read_json
from .engines import FaultyEngine
from .papers import ROOT, SAMPLES, TRUTH, write_scan

PLAN, REPORT = TRUTH / "wiang-pha-2563-plan.json", TRUTH / "wiang-pha-2564-report.json"


def test_a_missing_path(memo: Memo, tmp_path: Path) -> None:
    for command in (["run"], ["inspect"], ["extract"], ["review"], ["reconcile", "--plan"], ["reconcile", "--report"]):
        out = [] if command == ["extract"] else ["--out", tmp_path / "out"]
        result = memo(*command, tmp_path / "nowhere.pdf", *out)
        assert result.exit_code == 2, command
        assert result.stdout == ""
        (sentence,) = result.stderr.splitlines()
        assert "nowhere.pdf" in sentence


def test_a_file_in_the_place_of_the_output_folder(memo: Memo, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    for command in (["run", SAMPLES / "meeting-memo.pdf"], ["reconcile", "--plan", PLAN, "--report", REPORT]):
        result = memo(*command, "--out", tmp_path / "out")
        assert result.exit_code == 2
        (sentence,) = result.stderr.splitlines()
        assert str(tmp_path / "out") in sentence
        assert "--out" in sentence
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("command", ["run", "reconcile", "inspect"])
def test_a_damaged_store(memo: Memo, tmp_path: Path, command: str) -> None:
    (tmp_path / "memo.sqlite").write_bytes(b"SQLite format 3\0" + b"garbage" * 1000)
    files = [] if command == "reconcile" else [write_scan(tmp_path / "a.png")]
    result = memo(command, *files, "--out", tmp_path)
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert str(tmp_path / "memo.sqlite") in sentence
    assert "move it away" in sentence


def test_other_executors_and_engines_are_refused_clearly(memo: Memo, tmp_path: Path) -> None:
    scan = write_scan(tmp_path / "a.png")
    for command in (["run", scan, "--out", tmp_path / "out"], ["extract", scan]):
        result = memo(*command, "--executor", "dask://10.0.0.1:8786")
        assert result.exit_code == 2
        (sentence,) = result.stderr.splitlines()
        assert "dask://10.0.0.1:8786" in sentence
    result = memo("reconcile", "--plan", PLAN, "--report", REPORT, "--out", tmp_path, "--executor", "dask://x:1")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "arguments", [["run"], ["run", "x", "--jobs", "0"], ["fly"], ["extract", "x", "--engine", "no"]]
)
def test_bad_arguments(memo: Memo, arguments: list[str]) -> None:
    result = memo(*arguments)
    assert result.exit_code == 2
    assert "memo" in result.stderr


def test_without_tesseract_scans_are_read_and_only_its_own_engine_is_refused(
    memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    scan = write_scan(tmp_path / "a.png")
    for command in (["run", scan, "--out", tmp_path / "out"], ["extract", scan]):
        assert memo(*command).exit_code in {0, 1}
        assert memo(*command, "--engine", "thai").exit_code in {0, 1}
        result = memo(*command, "--engine", "tesseract")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "Tesseract is not installed" in result.stderr
        assert "tesseract-ocr-tha" in result.stderr
    result = memo("reconcile", "--plan", PLAN, "--report", REPORT, "--out", tmp_path / "out")
    assert result.exit_code in {0, 1}
    assert (tmp_path / "out" / "reconcile" / "summary.xlsx").is_file()


def test_a_fault_on_a_page_costs_that_page_and_is_logged(
    memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_engine", lambda name: FaultyEngine())
    scan = write_scan(tmp_path / "a.pdf", pages=3)
    result = memo("run", scan, "--out", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 3
    (sentence,) = result.stderr.splitlines()
    log = tmp_path / "out" / "memo.log"
    assert "a.pdf, page 2" in sentence
    assert str(log) in sentence
    assert "IndexError: a fault in the reader" in log.read_text(encoding="utf-8")
    (document,) = read_json(tmp_path / "out" / "run.json")["documents"]
    assert (document["status"], document["issues"]["internal-error"]) == ("partial", 1)
    record = read_json(tmp_path / "out" / document["record"])
    assert [page["status"] for page in record["pages"]] == ["ok", "failed", "ok"]


@pytest.mark.usefixtures("silent")
def test_a_failed_page_is_tried_again_by_the_next_run(
    memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = write_scan(tmp_path / "a.pdf", pages=3)
    with monkeypatch.context() as faulty:
        faulty.setattr(work, "_engine", lambda name: FaultyEngine())
        memo("run", scan, "--out", tmp_path / "out", "--jobs", 1)
    memo("run", scan, "--out", tmp_path / "out", "--jobs", 1)
    (document,) = read_json(tmp_path / "out" / "run.json")["documents"]
    assert document["pages_read_now"] == 1
    assert "internal-error" not in document["issues"]


def test_a_worker_that_dies_costs_one_page(tmp_path: Path) -> None:
    scan = write_scan(tmp_path / "a.pdf", pages=3)
    with start_fake("DyingEngine", "run", scan, "--out", tmp_path / "out", "--jobs", "2") as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "a.pdf, page 2" in told
    record = read_json(tmp_path / "out" / "documents" / "a.json")
    assert [page["status"] for page in record["pages"]] == ["ok", "failed", "ok"]
    assert "worker-crashed" in {issue["code"] for issue in record["issues"]}


def test_a_fault_outside_of_any_document_names_the_log(
    memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault in a command")

    monkeypatch.setattr(batch_commands, "run_inbox", fail)
    result = memo("run", tmp_path, "--out", tmp_path)
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert str(tmp_path / "memo.log") in sentence
    assert "ZeroDivisionError" in (tmp_path / "memo.log").read_text(encoding="utf-8")


@pytest.mark.usefixtures("silent")
def test_a_full_disk_is_told_as_such(memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = write_scan(tmp_path / "a.png")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = memo("run", scan, "--out", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert "No space left on device" in sentence


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    scan = write_scan(tmp_path / "a.pdf", pages=12)
    out = tmp_path / "out"
    arguments = ["run", scan, "--out", out, "--jobs", 2]
    with start_fake("SlowEngine", *arguments) as process:
        wait_until(lambda: count_readings(out) >= 2)
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C in a terminal, which reaches all workers
        printed, told = process.communicate(timeout=30)
    assert (process.returncode, printed) == (130, "")
    (sentence,) = told.splitlines()
    assert "run the same command again" in sentence
    kept = count_readings(out)
    assert 2 <= kept < 12
    with start_fake("SilentEngine", *arguments) as process:
        process.communicate(timeout=60)
    assert process.returncode in {0, 1}
    (document,) = read_json(out / "run.json")["documents"]
    assert document["pages_read_now"] == 12 - kept


def test_a_terminated_run_ends_like_an_interrupted_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    scan = write_scan(tmp_path / "a.pdf", pages=12)
    with start_fake("SlowEngine", "run", scan, "--out", out, "--jobs", 1) as process:
        wait_until(lambda: count_readings(out) >= 1)
        process.send_signal(signal.SIGTERM)
        printed, told = process.communicate(timeout=30)
    assert (process.returncode, printed) == (130, "")
    assert len(told.splitlines()) == 1


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """The console script, and the module in a terminal that knows no Thai."""
    missing = tmp_path / "ไม่มี.pdf"
    script = start(ROOT / ".venv" / "bin" / "memo", "run", missing)
    module = start(sys.executable, "-m", "pipeline", "run", missing, PYTHONIOENCODING="ascii")
    with script, module:
        told = [process.communicate(timeout=60) for process in (script, module)]
    assert [process.returncode for process in (script, module)] == [2, 2]
    assert "ไม่มี.pdf" in told[0][1]
    assert ascii("ไม่มี.pdf")[1:-1] in told[1][1]


def start(*command: object, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def start_fake(engine: str, *arguments: object) -> subprocess.Popen[str]:
    """`memo` as a process group of its own, with a reader of `engines`."""
    return start(sys.executable, "-m", "tests.cli.fake_memo", *arguments, FAKE_ENGINE=engine)


def count_readings(out: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{out / 'memo.sqlite'}?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_until(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not is_true():
        assert time.monotonic() < end, "the run never began"
        time.sleep(0.05)
