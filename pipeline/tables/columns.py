"""The columns of one table, from its header as it was read on each of its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from pipeline.model import Issue, Place, Severity
from pipeline.settings import TableSettings
from pipeline.tables.contents import guess_meanings
from pipeline.tables.headers import Header, Heading
from pipeline.tables.headings import STATUS_MARKS, match_heading
from pipeline.tables.records import INNER, Column, Meaning
from pipeline.tables.vocabulary import load_vocabulary
from pipeline.thai.text import comparison_key

Doubt = Callable[[str, Severity, str], None]

ROW_MEANINGS = {
    Meaning.NUMBER,
    Meaning.MEASURE,
    Meaning.PROCEDURE,
    Meaning.RESPONSIBLE,
    Meaning.MONITORING,
    Meaning.PERIOD,
    Meaning.STATUS,
    Meaning.RESULT,
}
"""Meanings a plan or report row is made of: two columns that claim one of them cannot both be it."""

_TOPIC_RANK = 3
"""Rank of the wordings in `vocabulary.toml` that name what a measure is about, not what is done."""

_BY_CONTENT = {
    Meaning.NUMBER: ("number-column-by-content", Severity.INFO, "running numbers"),
    Meaning.RESPONSIBLE: ("column-by-content", Severity.REVIEW, "those responsible"),
    Meaning.PERIOD: ("column-by-content", Severity.REVIEW, "times"),
    Meaning.STATUS: ("column-by-content", Severity.REVIEW, "states"),
    Meaning.RESULT: ("column-by-content", Severity.REVIEW, "results"),
    Meaning.MEASURE: ("column-by-content", Severity.REVIEW, "texts where the measures stand"),
    Meaning.PROCEDURE: ("column-by-content", Severity.REVIEW, "texts where stands how they are done"),
}
"""Code, severity and words of the issue about a column that its content explains."""


def settle_columns(
    headers: Sequence[Header], where: Place, cells: Sequence[Sequence[str]], *, settings: TableSettings
) -> tuple[tuple[Column, ...], tuple[Issue, ...]]:
    """One column per grid column; `cells` are the texts of the body cells of each.

    What cannot be told apart stays OTHER or STATUS_UNCLEAR, with an issue."""
    readings = [[header.headings[col] for header in headers] for col in range(len(cells))]
    best = [max(column, key=_clearness) if column else None for column in readings]
    meanings = [heading.fit.meaning if heading is not None and heading.fit.known else Meaning.OTHER for heading in best]
    issues: list[Issue] = []
    unclear: dict[int, Issue] = {}  # by column: what is told of one whose status cannot be known

    def doubt(code: str, severity: Severity, message: str) -> None:
        issues.append(Issue(code=code, severity=severity, message=message, page=where.page, bbox=where.bbox))

    # Where most headings are unknown, or none of a table of measures names the measure, the header is doubtful.
    known = sum(heading is not None and heading.fit.known for heading in best)
    has_rows = bool({*ROW_MEANINGS, *STATUS_MARKS} & set(meanings))
    is_doubtful = 2 * known < len(cells) or (has_rows and Meaning.MEASURE not in meanings)

    unknown = [col for col, heading in enumerate(best) if heading is None or not heading.fit.known]
    by_content = guess_meanings(cells, meanings, unknown, settings)
    for col, heading in enumerate(best):
        if col in by_content:
            meanings[col] = by_content[col]
            code, severity, what = _BY_CONTENT[by_content[col]]
            name = f"The heading “{heading.text}”" if heading else f"The heading of column {col + 1}"
            doubt(code, severity, f"{name} is not known, but its column holds {what}.")
            continue
        if heading is None:
            continue
        statuses = {reading.fit.meaning for reading in readings[col]} & set(STATUS_MARKS)
        if len(statuses) > 1:
            meanings[col] = Meaning.STATUS_UNCLEAR
            doubt(
                "status-column-unclear",
                Severity.REVIEW,
                f"Column {col + 1} is headed by different statuses on different pages, so its marks are not used.",
            )
            unclear[col] = issues[-1]
        elif _may_be_status(heading, meanings):
            meanings[col] = Meaning.STATUS_UNCLEAR
            doubt(
                "status-column-unclear",
                Severity.REVIEW,
                f"Column {col + 1} “{heading.text}” may be a status, but which one cannot be read.",
            )
            unclear[col] = issues[-1]
        elif not heading.text:
            doubt("heading-unread", Severity.REVIEW, f"Column {col + 1} has no readable heading.")
        elif heading.fit.unclear:
            doubt(
                "heading-unclear",
                Severity.REVIEW,
                f"The heading “{heading.text}” of column {col + 1} fits more than one meaning.",
            )
        elif not heading.fit.known:
            doubt(
                "heading-unknown",
                Severity.REVIEW if is_doubtful or _may_be_damaged(heading, settings) else Severity.INFO,
                describe_unknown(heading.text),
            )
    _settle_details(best, meanings, doubt, settings)
    _settle_repeats(best, meanings, cells, doubt)
    guessed = _settle_last_status(best, meanings, doubt, settings)
    if guessed in unclear:  # answered
        issues.remove(unclear[guessed])
    columns = tuple(
        Column(
            col,
            meaning,
            heading.text if heading else "",
            0.0 if heading is None or col == guessed else heading.fit.score,
        )
        for col, (meaning, heading) in enumerate(zip(meanings, best, strict=True))
    )
    return columns, tuple(issues)


def describe_unknown(heading: str) -> str:
    """What is told of a column whose heading is not known."""
    return f"The heading “{heading}” is not in the vocabulary; its column is kept under it."


def _clearness(heading: Heading) -> tuple[bool, float, int]:
    return heading.fit.known, heading.fit.score, len(heading.text)


def _may_be_damaged(heading: Heading, settings: TableSettings) -> bool:
    """Whether an unknown heading is near a known one, or too short to tell."""
    return heading.fit.score >= settings.heading_damaged or len(heading.text) <= settings.short_heading


def _may_be_status(heading: Heading, meanings: Sequence[Meaning]) -> bool:
    """Whether an unclear heading stands among columns of status marks."""
    if heading.fit.known:
        return False
    beside = bool(set(STATUS_MARKS) & set(meanings))
    return heading.under_status or (heading.fit.meaning is Meaning.STATUS_UNCLEAR and beside)


def _settle_last_status(
    best: Sequence[Heading | None], meanings: list[Meaning], doubt: Doubt, settings: TableSettings
) -> int | None:
    """The one column of marks whose heading is damaged, taken for the one status that the others leave, where what is
    left of its heading begins like it ("เสร็" beside "กำลังดำเนินการ" and "ยังไม่ดำเนินการ"); None where there is none."""
    unclear = [col for col, meaning in enumerate(meanings) if meaning is Meaning.STATUS_UNCLEAR]
    missing = {Meaning.STATUS_DONE, Meaning.STATUS_IN_PROGRESS, Meaning.STATUS_NOT_STARTED} - set(meanings)
    heading = best[unclear[0]] if len(unclear) == 1 else None
    if heading is None or len(missing) != 1:
        return None
    (status,) = missing
    words = comparison_key(heading.text.rsplit("/", 1)[-1])
    begun = {
        wording.meaning
        for wording in load_vocabulary(settings.vocabulary)
        if wording.meaning in STATUS_MARKS and wording.key.startswith(words)
    }
    if len(words) < _LEAST_LEFT or begun != {status}:
        return None
    meanings[unclear[0]] = status
    message = f"Column {unclear[0] + 1} “{heading.text}” is taken for the one status that the columns beside it leave."
    doubt("status-by-elimination", Severity.REVIEW, message)
    return unclear[0]


_LEAST_LEFT = 3
"""Letters that must be left of such a heading."""


def _settle_details(
    best: Sequence[Heading | None], meanings: list[Meaning], doubt: Doubt, settings: TableSettings
) -> None:
    """Of several columns of procedures, one under the heading of results tells these in detail."""
    if meanings.count(Meaning.PROCEDURE) < 2 or Meaning.RESULT in meanings:
        return
    for col, (meaning, heading) in enumerate(zip(meanings, best, strict=True)):
        if meaning is not Meaning.PROCEDURE or heading is None:
            continue
        over = match_heading(heading.text.rpartition(INNER)[0], settings=settings)
        if over.known and over.meaning is Meaning.RESULT:
            meanings[col] = Meaning.RESULT
            doubt("column-under-results", Severity.INFO, f"“{heading.text}” is taken for the results in detail.")
            return


def _settle_repeats(
    best: Sequence[Heading | None], meanings: list[Meaning], cells: Sequence[Sequence[str]], doubt: Doubt
) -> None:
    """Where several columns claim one meaning, the better wording keeps it; of two status columns neither does."""
    claims: dict[Meaning, list[tuple[int, Heading]]] = defaultdict(list)
    for col, (meaning, heading) in enumerate(zip(meanings, best, strict=True)):
        if heading is not None and meaning in {*ROW_MEANINGS, *STATUS_MARKS}:
            claims[meaning].append((col, heading))
    for meaning, claimants in claims.items():
        if len(claimants) < 2:
            continue
        names = " and ".join(f"“{heading.text}”" for _, heading in claimants)
        if meaning in STATUS_MARKS:
            for col, _ in claimants:
                meanings[col] = Meaning.STATUS_UNCLEAR
            doubt(
                "status-column-unclear",
                Severity.REVIEW,
                f"The columns {names} all read as {meaning.value}, so their marks are not used.",
            )
            continue
        ranked = sorted(claimants, key=lambda claim: (claim[1].fit.rank, -claim[1].fit.score, claim[0]))
        if meaning is Meaning.MEASURE and Meaning.PROCEDURE not in meanings and _names_rows(ranked, cells):
            ranked.reverse()
        # "มาตรการ" and "กิจกรรม": with none of its own, the second tells how the first is done.
        details = meaning is Meaning.MEASURE and Meaning.PROCEDURE not in meanings and _follows(ranked)
        for col, _ in ranked[1:]:
            meanings[col] = Meaning.PROCEDURE if details else Meaning.OTHER
        tied = ranked[0][1].fit.rank == ranked[1][1].fit.rank
        rest = f", “{ranked[1][1].text}” as its procedure" if details else ""
        doubt(
            "column-repeated",
            Severity.REVIEW if tied else Severity.INFO,
            f"The columns {names} all read as {meaning.value}; “{ranked[0][1].text}” is taken as such{rest}.",
        )


def _follows(ranked: Sequence[tuple[int, Heading]]) -> bool:
    """Whether there are two such columns, the better one first, and the other no topic ("ประเด็น")."""
    return len(ranked) == 2 and ranked[0][0] < ranked[1][0] and ranked[1][1].fit.rank < _TOPIC_RANK


def _names_rows(ranked: Sequence[tuple[int, Heading]], cells: Sequence[Sequence[str]]) -> bool:
    """Whether a topic right before an activity ("เรื่อง", "กิจกรรมที่จะทำ") is another one in every row: then it names the
    measure, and the activity tells how it is done."""
    if len(ranked) != 2 or ranked[0][1].fit.rank != _TOPIC_RANK - 1 or ranked[1][1].fit.rank != _TOPIC_RANK:
        return False
    texts = [text for text in cells[ranked[1][0]] if text]
    return ranked[1][0] == ranked[0][0] - 1 and len(texts) > 1 and len(set(texts)) == len(texts)


def borrow_columns(lender: Sequence[Column], name: str, where: Place) -> tuple[tuple[Column, ...], tuple[Issue, ...]]:
    """The columns of a table without header, after a table with the same column edges; statuses are not taken over.

    `name` says for the analyst which table lends its headings.
    """
    columns = tuple(
        Column(
            column.index,
            Meaning.STATUS_UNCLEAR if column.meaning in STATUS_MARKS else column.meaning,
            column.heading,
            round(column.score / 2, 4),
        )
        for column in lender
    )
    message = f"This table has no readable header; its columns stand as in {name}, so its headings were taken over."
    return columns, (
        Issue(code="header-borrowed", severity=Severity.REVIEW, message=message, page=where.page, bbox=where.bbox),
    )
