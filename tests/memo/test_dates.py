"""Values that are dates, and those that hold several."""

from __future__ import annotations

from pipeline.memo.dates import read_date
from pipeline.passage import passage_of_line

from .paper import line


def test_several_dates_give_their_whole_span_for_review() -> None:
    value = read_date(passage_of_line(line("ต.ค. ๖๕, เม.ย. ๖๖"), 1))
    assert value is not None and value.review
    assert (str(value.start), str(value.end)) == ("2022-10-01", "2023-04-30")
