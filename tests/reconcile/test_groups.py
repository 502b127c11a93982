"""Measures split into parts with titles of their own. The sentences are made for this test."""

import numpy as np
import pytest

from pipeline.reconcile.groups import find_groups
from pipeline.reconcile.similarity import find_common, score_rows
from pipeline.reconcile.texts import RowText, text_key
from pipeline.settings import ReconcileSettings

SETTINGS = ReconcileSettings()

WHOLES = [
    ("ดูแลรถส่วนกลางให้โปร่งใส", "ติดสติกเกอร์ตราหน่วยงานทุกคัน บันทึกเลขไมล์ก่อนและหลังใช้ และสรุปค่าน้ำมันทุกเดือน"),
    ("รับฟังเสียงของผู้มาติดต่อ", "ตั้งกล่องรับความเห็นที่โถงชั้นล่าง เปิดแบบสอบถามออนไลน์ และตอบกลับภายในสิบวัน"),
    ("ปลูกจิตสำนึกพนักงานใหม่", "จัดปฐมนิเทศเรื่องผลประโยชน์ทับซ้อน และให้ลงนามคำมั่นต่อหน้าผู้บังคับบัญชา"),
]
PARTS = [
    ("แสดงตราบนรถของทางราชการ", "ติดสติกเกอร์ตราหน่วยงานทุกคัน"),
    ("คุมการใช้เชื้อเพลิง", "บันทึกเลขไมล์ก่อนและหลังใช้ และสรุปค่าน้ำมันทุกเดือน"),
    ("ตั้งกล่องรับความเห็น", "ตั้งกล่องรับความเห็นที่โถงชั้นล่าง"),
    ("สำรวจความพึงพอใจทางอินเทอร์เน็ต", "เปิดแบบสอบถามออนไลน์ และตอบกลับภายในสิบวัน"),
    ("อบรมพนักงานแรกบรรจุ", "จัดปฐมนิเทศเรื่องผลประโยชน์ทับซ้อน"),
    ("ทำคำมั่นสัญญา", "ให้ลงนามคำมั่นต่อหน้าผู้บังคับบัญชา"),
]
STRANGERS = [
    ("ย้ายป้ายประกาศไปหน้าสำนักงาน", "ทำกรอบอะลูมิเนียมและติดตั้งภายในเดือนแรก"),
    ("ทบทวนคู่มือประชาชน", "ประชุมทุกกองและพิมพ์แจกที่เคาน์เตอร์"),
    ("จัดเวรรักษาความปลอดภัย", "กำหนดรายชื่อล่วงหน้าและบันทึกทุกเช้า"),
]


def rows(texts: list[tuple[str, str]]) -> list[RowText]:
    return [RowText(text_key(measure), text_key(procedure), "") for measure, procedure in texts]


def find(wholes: list[tuple[str, str]], others: list[tuple[str, str]], partner: dict[int, int]) -> set[tuple[int, ...]]:
    left, right = rows(wholes), rows(others)
    free = [at for at in range(len(others)) if at not in partner.values()]
    scores = score_rows(left, right, settings=SETTINGS)
    return {(g.whole, *g.parts) for g in find_groups(left, right, scores, partner, free, settings=SETTINGS)}


@pytest.mark.parametrize("partner", [{}, {0: 1, 1: 3, 2: 4}])
def test_parts_with_titles_of_their_own_are_found_with_and_without_a_partner(partner: dict[int, int]) -> None:
    assert find(WHOLES, PARTS + STRANGERS, partner) == {(0, 0, 1), (1, 2, 3), (2, 4, 5)}


def test_rows_about_other_things_make_no_group() -> None:
    assert find(WHOLES, STRANGERS, {}) == set()


def test_one_part_alone_makes_no_group() -> None:
    assert find(WHOLES[:1], [PARTS[0], *STRANGERS], {0: 0}) == set()


def test_common_words_are_counted_only_in_stretches() -> None:
    found = find_common("กขคงจ", "ซฌกขคงจซฌ", 5)
    assert found == {2, 3, 4, 5, 6}
    assert find_common("กขคง", "ซฌกขคงซฌ", 5) == set()
    assert np.all(score_rows(rows(WHOLES), rows(STRANGERS), settings=SETTINGS) < SETTINGS.partial_floor)


def test_parts_that_share_most_words_have_each_a_rest_of_its_own() -> None:
    whole = ("จัดระบบนัดหมายออนไลน์ของห้องเวชระเบียนและคลินิกกายภาพเพื่อลดเวลารอ", "")
    parts = [
        ("จัดระบบนัดหมายออนไลน์ของห้องเวชระเบียนเพื่อลดเวลารอ", ""),
        ("จัดระบบนัดหมายออนไลน์ของคลินิกกายภาพเพื่อลดเวลารอ", ""),
    ]
    assert find([whole], parts, {0: 1}) == {(0, 0, 1)}
    again = [parts[0], ("จัดระบบนัดหมายออนไลน์ของห้องเวชระเบียนเพื่อลดเวลาพบ", "")]
    assert not find([whole], again, {0: 0})
    assert not find([whole], [whole, parts[0]], {0: 0})
