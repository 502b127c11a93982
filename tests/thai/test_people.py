import pytest

from pipeline.thai.people import is_person_name, is_position, split_title


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("(นายสมมติ ตัวอย่าง)", "นาย", "สมมติ ตัวอย่าง"),
        ("( นางสาวสมมติ  ตัวอย่าง )", "นางสาว", "สมมติ ตัวอย่าง"),
        ("(น.ส.สมมติ ตัวอย่าง)", "น.ส.", "สมมติ ตัวอย่าง"),
        ("ว่าที่ร้อยตรี สมมติ ตัวอย่าง", "ว่าที่ร้อยตรี", "สมมติ ตัวอย่าง"),
        ("จ.ส.อ.สมมติ ตัวอย่าง", "จ.ส.อ.", "สมมติ ตัวอย่าง"),
        ("ผศ.ดร.สมมติ ณ ตัวอย่าง", "ผศ.ดร.", "สมมติ ณ ตัวอย่าง"),
        ("ว่าที่ ร.ต. สมมติ ตัวอย่าง", "ว่าที่ ร.ต.", "สมมติ ตัวอย่าง"),
    ],
)
def test_names(text: str, title: str, name: str) -> None:
    assert split_title(text) == (title, name)
    assert is_person_name(text) and not is_position(text)


@pytest.mark.parametrize(
    "text",
    [
        "นายกองค์การบริหารส่วนตำบลเว่อ",
        "นายกเทศมนตรีตำบลบ้านใหม่",
        "นายอำเภอสมมติ",
        "นายช่างโยธา ปฏิบัติงาน",
        "ปลัดองค์การบริหารส่วนตำบลเว่อ",
        "หัวหน้าสำนักปลัด",
        "นิติกร",
        "ผู้อำนวยการกองคลัง รักษาราชการแทน",
        "รักษาราชการแทนปลัดเทศบาล",
        "นักวิเคราะห์นโยบายและแผน",
        "ตำแหน่ง นิติกรชำนาญการ",
    ],
)
def test_positions(text: str) -> None:
    assert is_position(text) and not is_person_name(text)


@pytest.mark.parametrize("text", ["", "นาย", "สมมติ ตัวอย่าง", "(ศิริ ตัวอย่าง)", "จึงเรียนมาเพื่อทราบ", "๑๒๓", "นาย ๑ ๒"])
def test_neither(text: str) -> None:
    assert not is_person_name(text) and not is_position(text)
