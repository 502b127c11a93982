from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.dates import find_dates, fiscal_year_of, fiscal_year_span, format_date, is_date, parse_date
from pipeline.thai.digits import to_thai
from pipeline.thai.months import MONTHS

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")

# text, fiscal year given, first day, last day, precision, BE year
FORMS = [
    ("๔ มกราคม ๒๕๖๕", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("วันที่ ๔ เดือน มกราคม พ.ศ. ๒๕๖๕", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("ณ ๔ มกราคม ๒๕๖๕", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("ณ วันที่ ๔ มกราคม ๒๕๖๕", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("ภายในวันที่ ๓๐ กันยายน ๒๕๖๕", None, "2022-09-30", "2022-09-30", "day", 2565),
    ("๔ ม ก ร า ค ม ๒ ๕ ๖ ๕", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("๙ พ.ค. ๖๗", None, "2024-05-09", "2024-05-09", "day", 2567),
    ("๙ พ.ค ๖๗", None, "2024-05-09", "2024-05-09", "day", 2567),
    ("๙ พค. ๖๗", None, "2024-05-09", "2024-05-09", "day", 2567),
    ("22 เดือน สิงหาคม พ.ศ. 2562", None, "2019-08-22", "2019-08-22", "day", 2562),
    ("๑๓ พฤศจิกายน พ.ศ. ๒๕๖๒", None, "2019-11-13", "2019-11-13", "day", 2562),
    ("๑๓ พฤศจิกายน 25๖๒", None, "2019-11-13", "2019-11-13", "day", 2562),
    ("๑๓ พฤศจิกายน ๒๕๖2", None, "2019-11-13", "2019-11-13", "day", 2562),
    ("(27ก.ย.50)", None, "2007-09-27", "2007-09-27", "day", 2550),
    ("1 8 เม.ย. 2548", None, "2005-04-18", "2005-04-18", "day", 2548),
    ("๔ กรกฏาคม ๒๕๖๕", None, "2022-07-04", "2022-07-04", "day", 2565),
    ("๔ กุมภาพันธ ๒๕๖๕", None, "2022-02-04", "2022-02-04", "day", 2565),
    ("2562-07-04", None, "2019-07-04", "2019-07-04", "day", 2562),
    ("22-08-2562", None, "2019-08-22", "2019-08-22", "day", 2562),
    ("๒๒/๑๐/๒๕๖๒", None, "2019-10-22", "2019-10-22", "day", 2562),
    ("4/12/65", None, "2022-12-04", "2022-12-04", "day", 2565),
    ("4 มกราคม 2022", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("4 มกราคม ค.ศ. 2022", None, "2022-01-04", "2022-01-04", "day", 2565),
    ("๒๙ กุมภาพันธ์ ๒๕๖๗", None, "2024-02-29", "2024-02-29", "day", 2567),
    ("      มกราคม ๒๕๖๕", None, "2022-01-01", "2022-01-31", "month", 2565),
    ("มกราคม ๒๕๖๕", None, "2022-01-01", "2022-01-31", "month", 2565),
    ("ภายในเดือนมีนาคม ๒๕๖๕", None, "2022-03-01", "2022-03-31", "month", 2565),
    ("ธ.ค.64", None, "2021-12-01", "2021-12-31", "month", 2564),
    ("มีนาคม", 2565, "2022-03-01", "2022-03-31", "month", 2565),
    ("ภายในเดือนพฤศจิกายน", 2565, "2021-11-01", "2021-11-30", "month", 2564),
    ("ต.ค. ๖๔ – ก.ย. ๖๕", None, "2021-10-01", "2022-09-30", "range", None),
    ("ตุลาคม 2566 ถึง กันยายน 2567", None, "2023-10-01", "2024-09-30", "range", None),
    ("1 ตุลาคม 2566 ถึง 31มีนาคม 2567", None, "2023-10-01", "2024-03-31", "range", None),
    ("1 มีนาคม 30 กันยายน 2567", None, "2024-03-01", "2024-09-30", "range", 2567),
    ("๑ - ๓๑ มกราคม ๒๕๖๗", None, "2024-01-01", "2024-01-31", "range", 2567),
    ("ระหว่างวันที่ ๑ – ๑๕ ม.ค. ๖๗", None, "2024-01-01", "2024-01-15", "range", 2567),
    ("ตุลาคม – ธันวาคม ๒๕๖๖", None, "2023-10-01", "2023-12-31", "range", 2566),
    ("ตุลาคม - มีนาคม", 2567, "2023-10-01", "2024-03-31", "range", 2567),
    ("๒๕๖๖-๒๕๗๐", None, "2023-01-01", "2027-12-31", "range", None),
    ("ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๗๐", None, "2022-10-01", "2027-09-30", "range", None),
    ("ไตรมาสที่ ๑", 2565, "2021-10-01", "2021-12-31", "quarter", 2565),
    ("ไตรมาส ๒/๒๕๖๕", None, "2022-01-01", "2022-03-31", "quarter", 2565),
    ("ไตรมาส ๓/๖๕", None, "2022-04-01", "2022-06-30", "quarter", 2565),
    ("ไตรมาสที่ 4 ปีงบประมาณ พ.ศ. 2565", None, "2022-07-01", "2022-09-30", "quarter", 2565),
    ("ไตรมาสที่ ๑-๒ ปี ๒๕๖๕", None, "2021-10-01", "2022-03-31", "range", 2565),
    ("ไตรมาสที่ ๑ (ตุลาคม – ธันวาคม ๒๕๖๔)", None, "2021-10-01", "2021-12-31", "quarter", 2565),
    ("รอบ ๖ เดือน", 2565, "2021-10-01", "2022-03-31", "range", 2565),
    ("รอบ ๖ เดือนหลัง", 2565, "2022-04-01", "2022-09-30", "range", 2565),
    ("รอบ ๑๒ เดือน", 2565, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("รอบ ๖ เดือน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", None, "2021-10-01", "2022-03-31", "range", 2565),
    ("ปีงบประมาณ พ.ศ. ๒๕๖๕", None, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("ประจำปีงบประมาณ ๖๕", None, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("ตลอดปีงบประมาณ", 2565, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("ตลอดปี", 2565, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("ทั้งปี", 2565, "2021-10-01", "2022-09-30", "fiscal_year", 2565),
    ("พ.ศ. ๒๕๖๕", None, "2022-01-01", "2022-12-31", "year", 2565),
    ("๒๕๖๕", None, "2022-01-01", "2022-12-31", "year", 2565),
]


@pytest.mark.parametrize(("text", "fiscal_year", "start", "end", "precision", "be_year"), FORMS)
def test_forms(text: str, fiscal_year: int | None, start: str, end: str, precision: str, be_year: int | None) -> None:
    value = parse_date(text, fiscal_year=fiscal_year)
    assert (value.start.isoformat(), value.end.isoformat()) == (start, end)
    assert (value.precision, value.be_year) == (precision, be_year)
    assert value.doubts == ()


@pytest.mark.parametrize(("text", "fiscal_year", "start", "end", "precision", "be_year"), FORMS)
def test_written_out_it_is_the_same_date(
    text: str, fiscal_year: int | None, start: str, end: str, precision: str, be_year: int | None
) -> None:
    value = parse_date(text, fiscal_year=fiscal_year)
    again = parse_date(format_date(value))
    assert (again.start, again.end, again.precision, again.blank_day) == (
        value.start,
        value.end,
        value.precision,
        value.blank_day,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ทุกเดือน",
        "25678",
        "ปีงบประมาณ พ.ศ. 25678",
        "4 มกราคม 25678",
        "4 มกราคม 2567 8 9",
        "๔ มกราคม ๒๕๖",
        "2 5 6 7 8",
        "๓๑ กุมภาพันธ์ ๒๕๖๕",
        "๒๙ กุมภาพันธ์ ๒๕๖๖",
        "๓๔ มกราคม ๒๕๖๕",
        "4 มกราคม 2265",
        "4 มกราคม พ.ศ. 2022",
        "4 มกราคม ค.ศ. 2565",
        "4 มกนาคม 2565",  # January and March are each one letter away
        "ไตรมาสที่ ๑",
        "รอบ ๖ เดือน",
        "มีนาคม",
        "ไตรมาสที่ ๕ ปี ๒๕๖๕",
        "ก่อนวันที่ ๔ มกราคม ๒๕๖๕",
        "๑๕ มกราคม ๒๕๖๕ และ ๑๖ มกราคม ๒๕๖๕",
        "มีนาคม และ กันยายน ๒๕๖๕",
        "๒๕๗๐-๒๕๖๖",
        "ตุลาคม 2567 ถึง กันยายน 2566",
        "ไตรมาสที่ ๒ (ตุลาคม – ธันวาคม ๒๕๖๔)",
        "2562-13-04",
        "คมนาคม ๒๕๖๕",
        "๔ มกราคม ๒๕๖๕ จัดประชุม",
    ],
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)
    with pytest.raises(ValueError):
        parse_date(text)


@pytest.mark.parametrize("text", ["4 มกราคม 25678", "ปีงบประมาณ พ.ศ. 25678", "ไตรมาส ๑/25678", "รอบ ๖ เดือน 25678"])
def test_a_broken_year_is_not_replaced_by_the_fiscal_year(text: str) -> None:
    assert not is_date(text, fiscal_year=2565)
    assert find_dates(text, fiscal_year=2565) == ()


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("วันที่ มกราคม ๒๕๖๕", True),
        ("ลงวันที่ มกราคม ๒๕๖๔", True),
        ("      มกราคม ๒๕๖๕", True),
        ("วันที่ ......... มกราคม ๒๕๖๕", True),
        ("วันที่ เดือน มกราคม พ.ศ. ๒๕๖๕", True),
        ("มกราคม ๒๕๖๕", False),
        ("ภายในเดือนมีนาคม ๒๕๖๕", False),
        ("วันที่ ๔ มกราคม ๒๕๖๕", False),
    ],
)
def test_a_blank_day_is_told_from_no_day(text: str, blank: bool) -> None:
    assert parse_date(text).blank_day is blank


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("๓ ๔ มกราคม ๒๕๖๕", "month"),  # ณ ๔ or ๓๔
        ("๓ ๑ มกราคม ๒๕๖๕", "month"),  # ณ ๑ or ๓๑
        ("4 มกรคม 2565", "day"),
        ("มกราคม ๖๕", "month"),
        ("๑ ตุลาคม - ๓๑ มีนาคม ๒๕๖๗", "range"),
    ],
)
def test_what_is_inferred_is_doubted(text: str, precision: str) -> None:
    value = parse_date(text)
    assert value.doubts and value.precision == precision


def test_a_misread_na_takes_no_day_away() -> None:
    text = "รายงานความก้าวหน้าและสรุปผล ฒ ๔ มกราคม ๒๕๖๔"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "๔ มกราคม ๒๕๖๔"
    assert found.date.start == date(2021, 1, 4)


def test_an_impossible_day_leaves_its_month_and_a_doubt() -> None:
    (found,) = find_dates("ลงวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๕ เรื่อง")
    assert found.date.precision == "month" and "31" in found.date.doubts[0]


def test_all_dates_of_a_running_text_are_found() -> None:
    text = "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ลงวันที่ มกราคม ๒๕๖๔ ตั้งแต่ ต.ค. ๖๓ – ก.ย. ๖๔ เลขที่ ๑๒๓๔ โทร 0-2141-2500 คะแนน ๙๖.๕๒"
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == ["ปีงบประมาณ พ.ศ. ๒๕๖๔", "มกราคม ๒๕๖๔", "ต.ค. ๖๓ – ก.ย. ๖๔"]
    assert [one.date.precision for one in found] == ["fiscal_year", "month", "range"]


@given(DAYS, st.booleans(), st.booleans(), st.sampled_from(["", " ", "  "]))
def test_every_day_reads_back(day: date, thai: bool, short: bool, gap: str) -> None:
    month = (SHORT if short else MONTHS)[day.month - 1]
    text = f"{day.day}{gap}{month}{gap}{day.year + 543}"
    value = parse_date(to_thai(text) if thai else text)
    assert value.start == value.end == day and value.doubts == () and value.era == "BE"
    assert parse_date(format_date(value)) == value


@given(DAYS, DAYS)
def test_every_range_reads_back(first: date, last: date) -> None:
    first, last = sorted((first, last))
    start = f"{first.day} {MONTHS[first.month - 1]} {first.year + 543}"
    value = parse_date(f"{start} ถึง {last.day} {SHORT[last.month - 1]} {last.year + 543}")
    assert (value.start, value.end) == (first, last)


@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    start, end = fiscal_year_span(fiscal_year_of(day))
    assert start <= day <= end


@given(st.text(alphabet="๑๒๓456 มกราค.ถึงพศ-/เดือนวัที่ไตรสปีงบ่", max_size=40), st.sampled_from([None, 2565]))
def test_offsets_lie_in_the_text_and_nothing_else_is_raised(text: str, fiscal_year: int | None) -> None:
    last = 0
    for one in find_dates(text, fiscal_year=fiscal_year):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.date.start <= one.date.end
        last = one.end
    is_date(text, fiscal_year=fiscal_year)


def test_long_leaders_cost_no_time() -> None:
    assert find_dates("มกราคม " + "." * 3000 + " วันที่ " + ". " * 1500) == ()


def test_quarters_named_apart_give_their_span_with_a_doubt() -> None:
    value = parse_date("ไตรมาส ๒ และ ๔", fiscal_year=2567)
    assert (value.start.isoformat(), value.end.isoformat(), value.precision) == ("2024-01-01", "2024-09-30", "range")
    assert value.doubts
