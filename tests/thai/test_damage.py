import pytest

from pipeline.thai.text import impossible_share, tone_mark_rate

SOUND = "จัดทำประกาศหลักเกณฑ์การบริการและพัฒนาทรัพยากรบุคคล เกี่ยวข้อง พันธุ์ น้ำ เกาะ ก็ ฤๅษี เปี๊ยะ ผัวะ เพื่อ สร้างขวัญ ปฏิบัติ"


def test_sound_text_is_possible() -> None:
    assert impossible_share(SOUND) == 0


@pytest.mark.parametrize("damaged", ["ปฏิ บั ต", "ก่่", "่ก", "าก", "กเ", "กิี", "กัะ", "กื", "\uf6ffก", "ก เ ข", "กาำ"])
def test_damage_is_seen(damaged: str) -> None:
    assert 0 < impossible_share(damaged) <= 1


def test_lost_tone_marks_show() -> None:
    prose = "ตามที่นิติกรได้รายงานผลการประเมินคุณธรรมและความโปร่งใส และได้กำหนดมาตรการเพื่อขับเคลื่อนให้ดีขึ้น"
    assert 0.03 < tone_mark_rate(prose) < 0.15
    assert tone_mark_rate("".join(c for c in prose if c not in "่้")) == 0
    assert tone_mark_rate("abc") == impossible_share("abc 12") == 0
