import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.thai.status import (
    find_status,
    is_plain_status,
    parse_status,
)
from pipeline.thai.text import comparison_key

WORDINGS = [
    ("ยังไม่ดำเนินการ", "not_started"),
    ("ยังไม่ได้ดำเนินการ", "not_started"),
    ("ยังไม่เริ่มดำเนินการ", "not_started"),
    ("ไม่ได้ดำเนินการ", "not_started"),
    ("อยู่ระหว่างดำเนินการ", "in_progress"),
    ("อยู่ระหว่างการดำเนินการ", "in_progress"),
    ("กำลังดำเนินการ", "in_progress"),
    ("กำลังดำเนินงาน", "in_progress"),
    ("ดำเนินการเสร็จเรียบร้อยแล้ว", "done"),
    ("ดำเนินการแล้วเสร็จ", "done"),
    ("ดำเนินการแล้ว", "done"),
    ("เสร็จสิ้น", "done"),
    ("แล้วเสร็จ", "done"),
    ("เรียบร้อยแล้ว", "done"),
    ("ยกเลิก", "cancelled"),
    ("ยังไม่แล้วเสร็จ", "in_progress"),
    ("ไม่แล้วเสร็จ", "in_progress"),
]
DONE = [wording for wording, status in WORDINGS if status == "done"]
NOT_DONE = [wording for wording, status in WORDINGS if status != "done"]


def parsed(text: str) -> str | None:
    try:
        return parse_status(text)
    except ValueError:
        return None


@pytest.mark.parametrize(("text", "status"), WORDINGS)
def test_wordings_alone_spaced_out_and_without_marks(text: str, status: str) -> None:
    assert parse_status(text) == status
    assert parse_status(" ".join(text)) == status
    assert parse_status("".join(c for c in text if c not in "่้๊๋์")) == status
    assert parse_status(f" {text} .") == status
    assert find_status(text) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ดำเนนการเสรจเรียบร้อยแล้ว", "done"),
        ("ดําเนินการเสร็จเรียบรอยแลว", "done"),
        ("คำเนินการเสร็จเรียบร้อยแล้ว", "done"),
        ("อยู่ระหวางดำเนินกาธ", "in_progress"),
        ("ยังไม่ดำเบินการ", "not_started"),
        ("ยงไม่ดำเนินการ", "not_started"),
    ],
)
def test_damaged_wordings(text: str, status: str) -> None:
    assert parse_status(text) == status


@given(st.sampled_from(NOT_DONE), st.data())
def test_no_lost_or_wrong_letter_turns_a_negation_into_done(wording: str, data: st.DataObject) -> None:
    key = "".join(c for c in wording if c not in "่้๊๋์")
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(key) - 1))
        key = key[:at] + data.draw(st.sampled_from(["", "น", "ก", "เ", "ไ"])) + key[at + 1 :]
    # Where every letter of the negation is gone, nothing on the page says that it was there.
    assume(comparison_key(key) not in {comparison_key(done) for done in DONE})
    assert parsed(key) != "done"


@pytest.mark.parametrize("text", ["ไลวเสร็จ", "รแลวเสร็จ", "ดาเนินการไเเร็จ", "มเสร็จแลว", "ดาเนินการมเเร็จแลว"])
def test_what_may_be_left_of_a_negation_is_not_done(text: str) -> None:
    assert parsed(text) != "done"


@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("negation", ["ยังไม่", "ไม่", "มิได้", "ยัง", "ไ", "ยงไม", "ังไม่", "จะ", "คาดว่าจะ"])
def test_a_negated_wording_is_never_done(done: str, negation: str) -> None:
    assert parsed(negation + done) != "done"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ดำเนินการ",
        "ขอเลื่อนดำเนินการ",
        "สถานะการดำเนินงาน",
        "ผลการดำเนินการ",
        "ระยะเวลาดำเนินการ",
        "ขั้นตอนการดำเนินงาน",
        "มาตรการ",
        "/",
        "ไม่ยกเลิก",
    ],
)
def test_what_is_no_status(text: str) -> None:
    with pytest.raises(ValueError):
        parse_status(text)


def test_status_in_running_text() -> None:
    assert find_status("ได้ดำเนินการแล้วเสร็จเมื่อ ๔ มกราคม ๒๕๖๕") == "done"
    assert find_status("ยังไม่ได้ดำเนินการเนื่องจากโควิด") == "not_started"
    assert find_status("จัดประชุมพนักงาน") is None
    assert find_status("") is None
    for text in (
        "กำลังดำเนินการ บางส่วนแล้วเสร็จ",
        "ไม่ได้ดำเนินการแล้วเสร็จ",
        "ขอเลื่อนดำเนินการ",
        "ยังดำเนินการแล้วเสร็จ",
        "คาดว่าจะแล้วเสร็จ",
        "ให้แล้วเสร็จ",
        "ไดำเนินการแล้ว",
    ):
        with pytest.raises(ValueError):
            find_status(text)


@pytest.mark.parametrize(
    "text",
    [
        "ใกล้แล้วเสร็จ",
        "กำหนดแล้วเสร็จเดือนกันยายน",
        "จะรายงานเมื่อแล้วเสร็จ",
        "ไม่ได้ยกเลิก ดำเนินการแล้ว",
        "อยู่ระหว่างพิจารณายกเลิก",
        "แล้วเสร็จร้อยละ 50",
        "เกือบแล้วเสร็จ",
        "เสร็จสิ้น (เฉพาะระยะที่ ๑)",
        "เห็นชอบให้ยกเลิก",
        "หากดำเนินการแล้วจะรายงาน",
        "ดำเนินการแล้ว ๖ จาก ๙ หมู่บ้าน",
        "ดำเนินการแล้ว ยังขาดป้ายอีกสองจุด",
        "ดำเนินการแล้ว ๘๐%",
        "แล้วเสร็จ เดือนกันยายนปีหน้า",
        "ยกเลิก หลักเกณฑ์เดิมทั้งฉบับ",
    ],
)
def test_words_beside_a_status_leave_it_open(text: str) -> None:
    assert not is_plain_status(text)


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการแล้วเสร็จ",
        "ยังไม่ดำเนินการ",
        "ดำเนินการเสร็จเรียบร้อยแล้ว เมื่อวันที่ ๕ มีนาคม ๒๕๖๖",
        "ดำเนินการแล้ว (ดูรายละเอียดในเว็บไซต์)",
        "ดำเนินการแล้วเสร็จ ครบถ้วน",
        "ดำเนินการแล้ว มีผู้เข้าอบรม ๘๔ คน",
        "อยู่ระหว่างดำเนินการ ติดตั้งป้ายหน้าสำนักงาน",
    ],
)
def test_dates_and_places_to_check_change_no_status(text: str) -> None:
    assert is_plain_status(text)


@pytest.mark.parametrize("text", ["ดำเนินการแล้วบางส่วน", "เริ่มดำเนินการแล้ว", "ยังคงดำเนินการ"])
def test_begun_is_not_done(text: str) -> None:
    assert parse_status(text) == "in_progress"
