"""The JSON contract: frozen records that `memo` writes and reads back.

Every bounding box is ``(x0, y0, x1, y1)`` in pixels of the upright page, origin top left,
``x1`` and ``y1`` exclusive. Pages count from 1, rows and columns of tables from 0, `order` from 1.
Confidence runs from 0 to 1. `raw` is what was read, `text` its normalised form; raw is never overwritten.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Default

SCHEMA_VERSION: Literal["1"] = "1"

BBox = tuple[int, int, int, int]


class Record(BaseModel):
    """Base of all contract records: immutable, and unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Severity(StrEnum):
    INFO = "info"
    REVIEW = "review"
    ERROR = "error"


class Issue(Record):
    """Something doubted, dropped, repaired or unreadable. `code` is kebab-case and stable."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    bbox: BBox | None = None


class Place(Record):
    """Where a value stands: one piece per page that it touches."""

    page: int
    bbox: BBox


class Field(Record):
    """One value as read. `text == ""` with `review` means: present, but not legible."""

    text: str
    raw: str
    confidence: float
    review: bool = False
    reasons: tuple[str, ...] = ()
    where: tuple[Place, ...] = ()


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    RANGE = "range"


class DateField(Field):
    """A Field with its value as Gregorian dates, both inclusive; all None when the text is no date.

    `be_year` is the Buddhist-Era year as written (for a fiscal year, its number).
    """

    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    be_year: int | None = None


class ItaScore(Record):
    """One ITA result: the fiscal year assessed (BE), score 0–100, and the grade as printed."""

    fiscal_year: int | None
    score: float | None
    grade: str | None
    confidence: float
    review: bool = False
    reasons: tuple[str, ...] = ()
    where: tuple[Place, ...] = ()


class Status(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class PlanRow(Record):
    order: int
    number: Field | None = None
    section: Field | None = None
    """The heading over this row and others, in a cell across the whole table."""
    measure: Field
    procedure: Field | None = None
    responsible: Field | None = None
    units: tuple[str, ...] = ()
    monitoring: Field | None = None
    due: DateField | None = None
    others: dict[str, Field] = Default(default_factory=dict)
    """Cells of columns whose heading is not in the vocabulary, by heading text."""


class ReportRow(Record):
    order: int
    number: Field | None = None
    section: Field | None = None
    measure: Field
    procedure: Field | None = None
    responsible: Field | None = None
    units: tuple[str, ...] = ()
    due: DateField | None = None
    status: Status
    status_confidence: float
    status_review: bool = False
    status_reasons: tuple[str, ...] = ()
    status_where: tuple[Place, ...] = ()
    note: Field | None = None
    date: DateField | None = None
    others: dict[str, Field] = Default(default_factory=dict)


class Signatory(Record):
    name: Field
    position: Field | None = None


class MemoKind(StrEnum):
    PLAN = "plan"
    REPORT = "report"
    PLAN_AND_REPORT = "plan_and_report"
    OTHER = "other"


class Memo(Record):
    """One memo of a file: `pages` are its first and last page."""

    pages: tuple[int, int]
    kind: MemoKind
    agency: Field | None = None
    department: Field | None = None
    number: Field | None = None
    date: DateField | None = None
    subject: Field | None = None
    recipient: Field | None = None
    fiscal_year: int | None = None
    ita: tuple[ItaScore, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    report: tuple[ReportRow, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    issues: tuple[Issue, ...] = ()


class Line(Record):
    text: str
    raw: str
    confidence: float
    bbox: BBox


class Cell(Record):
    row: int
    col: int
    rowspan: int = 1
    colspan: int = 1
    text: str
    confidence: float
    bbox: BBox


class Table(Record):
    """One table on one page, as ruled there (stitching over pages happens in the memo)."""

    bbox: BBox
    rows: int
    cols: int
    cells: tuple[Cell, ...]


class Page(Record):
    """`width` and `height` in pixels, upright; `rotation` and `skew` are the degrees undone."""

    number: int
    status: Literal["ok", "failed"]
    source: Literal["scan", "text_layer"]
    width: int
    height: int
    dpi: int
    rotation: Literal[0, 90, 180, 270]
    skew: float
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()


class DocumentStatus(StrEnum):
    OK = "ok"
    REVIEW = "review"
    PARTIAL = "partial"
    FAILED = "failed"


class Source(Record):
    name: str
    sha256: str
    page_count: int = 0


class DocumentRecord(Record):
    """What `memo extract` writes: `ok` means there is nothing to look at."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    status: DocumentStatus
    pages: tuple[Page, ...] = ()
    memos: tuple[Memo, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- reconciliation ---------------------------------------------------------------------------


class Outcome(StrEnum):
    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    NOT_REPORTED = "not_reported"
    NOT_PLANNED = "not_planned"


class MatchLevel(StrEnum):
    EXACT = "exact"
    NUMBER = "number"
    TEXT = "text"
    PARTIAL = "partial"
    MANUAL = "manual"
    NONE = "none"


class Match(Record):
    """How a pair was found; scores 0–1, `runner_up` is the best other candidate's score."""

    level: MatchLevel
    score: float
    runner_up: float


class Change(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    field: Literal["measure", "procedure", "responsible", "due"]
    before: str = Default(alias="from")
    after: str = Default(alias="to")


class PairRow(Record):
    """One entry of a reconciliation: `plan` and `report` are `order` numbers, [] means none."""

    plan: tuple[int, ...]
    report: tuple[int, ...]
    outcome: Outcome
    match: Match
    changes: tuple[Change, ...] = ()
    review: bool = False
    reasons: tuple[str, ...] = ()


class Finding(Record):
    """A contradiction for the analyst to judge; `rows` are 1-based positions in `rows`."""

    code: str
    severity: Severity
    message: str
    rows: tuple[int, ...] = ()


class SourceRef(Record):
    name: str
    sha256: str


class Summary(Record):
    planned: int
    reported: int
    done: int
    in_progress: int
    not_started: int
    cancelled: int
    unknown: int
    not_reported: int
    not_planned: int
    completion: float | None
    """Share of planned measures done; None when nothing was planned."""


class Reconciliation(Record):
    schema_version: Literal["1"] = SCHEMA_VERSION
    agency: str
    plan_year: int | None
    report_year: int | None
    plan_source: SourceRef
    report_source: SourceRef
    rows: tuple[PairRow, ...]
    findings: tuple[Finding, ...] = ()
    summary: Summary


class Verdict(StrEnum):
    """CONFIRM the entry as it is, SPLIT it (not the same measure), or PAIR its plan rows with other report rows."""

    CONFIRM = "confirm"
    SPLIT = "split"
    PAIR = "pair"


class Decision(Record):
    """An analyst's word on one entry of a reconciliation, read back from an edited workbook.

    `plan` and `report` name the entry by its `order` numbers; `target` is, for PAIR, the report rows that belong
    to its plan rows; `outcome` overrides the outcome when given.
    """

    plan_sha256: str
    report_sha256: str
    plan: tuple[int, ...]
    report: tuple[int, ...]
    verdict: Verdict
    target: tuple[int, ...] = ()
    outcome: Outcome | None = None
    comment: str = ""


def to_json(record: Record) -> str:
    """The record as UTF-8-safe JSON text with the contract's key names, ending in a newline."""
    return record.model_dump_json(indent=1, by_alias=True) + "\n"
