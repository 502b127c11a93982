"""Which grids on following pages are one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.page import PageReading, ReadLine
from pipeline.settings import TableSettings
from pipeline.tables.between import find_text_between
from pipeline.tables.cells import GridText
from pipeline.tables.headers import Header, Heading, find_header, find_repeated_header
from pipeline.tables.headings import STATUS_MARKS, compare_headings
from pipeline.tables.records import Meaning
from pipeline.tables.reshape import reshape_columns
from pipeline.tables.sections import is_section
from pipeline.thai.numbers import parse_row_number

_SAME_WORDS = 0.6  # similarity from which two headings are readings of the same words
_LIKE_WORDS = 0.4  # the same, when the vocabulary knows only one of them: the other has lost much
_CLEAR = 0.8  # fit from which a heading's meaning is beyond a misreading
_SAME_HEADINGS = 0.7  # share of columns whose headings must agree


@dataclass(frozen=True, slots=True)
class Part:
    """One grid with the header it has, if any.

    fitted: its columns were brought to those of the pages before
    narrowed: column edges that most rows know nothing of were taken away
    may_have_header: its first row is a row of the body, but somewhat like the header of the pages before
    """

    text: GridText
    header: Header | None
    fitted: bool = False
    narrowed: bool = False
    may_have_header: bool = False

    @property
    def start(self) -> int:
        """The first grid row of the body."""
        return self.header.rows if self.header is not None else 0


def chain_parts(
    parts: Sequence[Part], readings: Sequence[PageReading], *, settings: TableSettings
) -> tuple[tuple[Part, ...], ...]:
    """The parts of each table, in page order. A part that continues nothing begins a table of its own."""
    chains: list[list[Part]] = []
    for part in parts:
        if chains:
            chain, fitted = _bring_together(chains[-1], part, settings=settings)
            if continues(chain, fitted, readings, settings=settings):
                chains[-1] = [*chain, fitted]
                continue
        chains.append([part])
    return tuple(tuple(chain) for chain in chains)


def _bring_together(chain: list[Part], part: Part, *, settings: TableSettings) -> tuple[list[Part], Part]:
    """A chain and a part as they are if the part goes on the chain: with as many columns, and the same header."""
    fitted = fit_columns(part, chain[0], settings=settings)
    if count_unknown(part) < count_unknown(chain[0]):
        refitted = [fit_columns(earlier, part, settings=settings) for earlier in chain]
        if all(earlier.text.grid.cols == part.text.grid.cols for earlier in refitted):  # all of a table, or none
            chain, fitted = refitted, part
    return share_header(chain, fitted, settings=settings)


def fit_columns(part: Part, model: Part, *, settings: TableSettings) -> Part:
    """The part with as many columns as `model`, when its own rules are only one false or one missed rule away."""
    if part.text.grid.cols == model.text.grid.cols:
        return part
    reshaped = reshape_columns(part.text, model.text.edges, settings.edges_fit)
    if reshaped is None:
        return part
    return replace(part, text=reshaped, header=find_header(reshaped, settings=settings), fitted=True)


def count_unknown(part: Part) -> int:
    """How many of a part's headings are not known; more than any header has when there is none."""
    if part.header is None:
        return part.text.grid.cols + 1
    return sum(not heading.fit.known for heading in part.header.headings)


def share_header(chain: list[Part], part: Part, *, settings: TableSettings) -> tuple[list[Part], Part]:
    """Chain and part, where a header that only one side could recognise is found on the other by its likeness."""
    if part.text.grid.cols != chain[-1].text.grid.cols:
        return chain, part
    header = find_chain_header(chain)
    if header is not None and part.header is None:
        found, likeness = find_repeated_header(part.text, header, settings=settings)
        doubted = found is None and likeness >= settings.header_doubt
        return chain, replace(part, header=found, may_have_header=doubted)
    if header is None and part.header is not None:
        found, _ = find_repeated_header(chain[0].text, part.header, settings=settings)
        return [replace(chain[0], header=found), *chain[1:]], part
    if header is not None and part.header is not None and _is_row_of(chain, part, header, settings):
        return chain, replace(part, header=None)
    return chain, part


def _is_row_of(chain: Sequence[Part], part: Part, header: Header, settings: TableSettings) -> bool:
    """Whether what was taken for a part's header is the rest of a row that the page break cut: in columns that are the
    same to a hair stand a word or two that may be headings, none of them those of the pages before."""
    assert part.header is not None
    known = sum(heading.fit.known for heading in part.header.headings)
    return (
        part.text.page == chain[-1].text.page + 1
        and part.header.rows == 1
        and 2 * known <= len(part.header.headings)
        and has_same_columns(chain[-1].text, part.text, settings.edges_alike)
        and not has_same_headings(header, part.header)
    )


def find_chain_header(chain: Sequence[Part]) -> Header | None:
    """The first header that a part of the chain has."""
    return next((part.header for part in chain if part.header is not None), None)


def continues(chain: Sequence[Part], part: Part, readings: Sequence[PageReading], *, settings: TableSettings) -> bool:
    """Whether a part goes on the table before it: next page, nothing but furniture between, the same columns."""
    last = chain[-1]
    if part.text.page - last.text.page not in (0, 1):
        return False
    header = find_chain_header(chain)
    if part.text.page == last.text.page and (part.header is not None or header is None):
        return False
    if header is None and part.header is not None:
        return False
    if not has_same_columns(
        last.text, part.text, settings.edges_fit if part.header is None else settings.edges_fit_with_header
    ):
        return False
    between = find_text_between(last.text, part.text, readings, settings=settings)
    if between and not (_counts_on(chain, part) and _is_brief(between, part, settings)):
        return False
    if header is None or part.header is None:
        return True
    begins_anew = restarts_numbers(chain, part) and not _counts_in_sections(chain, part)
    return has_same_headings(header, part.header) and not begins_anew


def _counts_in_sections(chain: Sequence[Part], part: Part) -> bool:
    """Whether the count begins again because a section does, right before the page break or right behind it."""
    last = chain[-1].text
    return (last.grid.rows > chain[-1].start and is_section(last, last.grid.rows - 1)) or (
        part.text.grid.rows > part.start and is_section(part.text, part.start)
    )


def has_same_columns(left: GridText, right: GridText, tolerance: float) -> bool:
    """Whether two grids have as many columns, with their edges at about the same shares of the width."""
    if left.grid.cols != right.grid.cols:
        return False
    inner = [abs(a - b) for a, b in zip(left.edges[1:-1], right.edges[1:-1], strict=True)]
    return not inner or (sum(inner) / len(inner) <= tolerance and max(inner) <= 2 * tolerance)


def has_same_headings(left: Header, right: Header) -> bool:
    """Whether a header is another's repetition: no two clear headings contradict, and most agree."""
    agreeing = 0
    for one, other in zip(left.headings, right.headings, strict=True):
        likeness = compare_headings(one.text, other.text)
        if one.fit.known and other.fit.known and one.fit.meaning is not other.fit.meaning:
            if is_status_pair(one, other) or (likeness < _SAME_WORDS and _is_clear(one) and _is_clear(other)):
                return False
            same = likeness >= _SAME_WORDS
        elif one.fit.known and other.fit.known:
            same = one.fit.meaning is not Meaning.OTHER or likeness >= _SAME_WORDS
        else:
            same = not one.text or not other.text or likeness >= _LIKE_WORDS
        agreeing += same
    return agreeing >= _SAME_HEADINGS * len(left.headings)


def is_status_pair(one: Heading, other: Heading) -> bool:
    """Whether both name a status: two statuses are never two readings of one heading."""
    return one.fit.meaning in STATUS_MARKS and other.fit.meaning in STATUS_MARKS


def _is_clear(heading: Heading) -> bool:
    return heading.fit.score >= _CLEAR and not heading.fit.inside


def restarts_numbers(chain: Sequence[Part], part: Part) -> bool:
    """Whether the running numbers begin again at 1, so that a table that looks alike is another one.

    ๑ is safe to rely on: no digit is known to be misread as it.
    """
    seen = [number for piece in chain for number in _row_numbers(piece)]
    here = _row_numbers(part)
    return bool(seen and here) and here[0] == (1,) and (1,) in seen


def _counts_on(chain: Sequence[Part], part: Part) -> bool:
    """Whether a part with a header of its own goes on with the number after the last before it."""
    before, here = [number for piece in chain for number in _row_numbers(piece)], _row_numbers(part)
    return bool(before and here) and here[0] == (*before[-1][:-1], before[-1][-1] + 1)


def _is_brief(lines: Sequence[ReadLine], part: Part, settings: TableSettings) -> bool:
    """Whether a few short lines stand between: a stamp, a signature and a name that certify each page, no paragraph."""
    width = part.text.grid.bbox[2] - part.text.grid.bbox[0]
    widest = max(line.bbox[2] - line.bbox[0] for line in lines)
    return len(lines) <= settings.certifying_lines and widest <= settings.certifying_width * width


def _row_numbers(part: Part) -> list[tuple[int, ...]]:
    headings = part.header.headings if part.header is not None else ()
    col = next((i for i, heading in enumerate(headings) if heading.fit.meaning is Meaning.NUMBER), None)
    if col is None:
        return []
    numbers: list[tuple[int, ...]] = []
    for row in range(part.start, part.text.grid.rows):
        owner = part.text.owners[row][col]
        if owner is None:
            continue
        try:
            numbers.append(parse_row_number(part.text.passages[owner].text))
        except ValueError:
            continue
    return numbers
