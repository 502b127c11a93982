import pytest

from pipeline.thai.outcome import suggest_status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("เผยแพร่บนเว็บไซต์ครบทุกหัวข้อแล้ว เมื่อวันที่ ๒๙ มีนาคม ๒๕๖๗", "done"),
        ("มีผู้เข้าร่วมประชุม ๒๓ คน", "done"),
        ("ประกาศใช้ระเบียบ ลงวันที่ ๒๕ เมษายน ๒๕๖๖", "done"),
        ("อยู่ระหว่างทดสอบระบบ คาดว่าจะเปิดให้บริการในปีหน้า", "in_progress"),
        ("ปรับปรุงแล้ว ๕ แห่ง คงเหลือ ๓ แห่ง", "in_progress"),
        ("แล้วเสร็จประมาณร้อยละ ๗๐", "in_progress"),
        ("แล้วเสร็จร้อยละ ๑๐๐", "done"),
        ("ยังไม่ได้ดำเนินการเนื่องจากไม่มีงบประมาณ ขอเลื่อนไปปีหน้า", "not_started"),
    ],
)
def test_results_suggest_a_state(text: str, status: str) -> None:
    assert suggest_status(text) == status


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ให้ความร่วมมือเป็นอย่างดี",
        "ไม่ได้จัดกิจกรรม",
        "ขอเลื่อนการประชุมเมื่อวันที่ ๕",
        "ยกเลิกโครงการแล้ว",
        "ไม่สามารถจัดได้ครบทุกครั้ง",
    ],
)
def test_what_says_nothing_or_denies_suggests_none(text: str) -> None:
    assert suggest_status(text) is None
