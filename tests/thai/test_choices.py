import pytest

from pipeline.thai.choices import find_left_over, find_ticked


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("☐ ยังไม่ดำเนินการ\n☐ อยู่ระหว่างดำเนินการ\n☑ ดำเนินการแล้วเสร็จ", "done"),
        ("[ ] ดำเนินการแล้ว [x] ยังไม่ได้ดำเนินการ", "not_started"),
        ("○ เสร็จสิ้น ● อยู่ระหว่างดำเนินการ", "in_progress"),
    ],
)
def test_the_ticked_choice_of_a_list_is_the_status(text: str, status: str) -> None:
    assert find_ticked(text) == status


@pytest.mark.parametrize("text", ["☐ ดำเนินการแล้ว ☐ ยกเลิก", "☑ ดำเนินการแล้ว ☑ ยกเลิก", "☑ ผ่าน ☐ ไม่ผ่าน", "☐ ดำเนินการแล้ว ☑"])
def test_a_list_without_one_clear_choice_is_no_status(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        find_ticked(text)


@pytest.mark.parametrize("text", ["☑", "/ (ดูเว็บไซต์)", "ดำเนินการแล้ว (ครบถ้วน)", "ผล ☑ ดำเนินการแล้ว ☐ ยกเลิก"])
def test_what_is_no_list_of_choices_is_left_to_others(text: str) -> None:
    assert find_ticked(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("\\/ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ ☐ ยังไม่ดำเนินการ", "done"),
        ("☐ ดำเนินการแล้ว</อยู่ระหว่างดำเนินการ\n☐ ยังไม่ดำเนินการ", "in_progress"),
        ("☐ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ • ยังไม่ดำเนินการ", "not_started"),
    ],
)
def test_the_choice_without_an_empty_box_is_left_over(text: str, status: str) -> None:
    assert find_left_over(text) == status


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการแล้ว",
        "☐ ดำเนินการแล้ว ☐ ยกเลิก",
        "< ดำเนินการแล้ว > ยกเลิก ☐ ยังไม่ดำเนินการ",
        "☐ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว",
        "☐ ระบุ ดำเนินการแล้ว",
    ],
)
def test_nothing_is_left_over_where_it_is_not_clear(text: str) -> None:
    assert find_left_over(text) is None
