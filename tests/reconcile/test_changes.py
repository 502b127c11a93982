import pytest

from pipeline.reconcile.changes import find_changes
from pipeline.reconcile.edits import Difference, find_edits
from pipeline.reconcile.offices import compare_units
from pipeline.settings import ReconcileSettings
from pipeline.thai.units import split_units

from .make import due, plan_row, report_row

SETTINGS = ReconcileSettings()


def changes_of(plan, report):
    found = find_changes([plan], [report], settings=SETTINGS)
    return [(change.field, change.before, change.after) for change in found.claimed], found.reasons


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("จัดทำแผนงาน ๑๒ เดือน", "จัดทําแผนงาน 12 เดือน"),
        ("ปฏิบัติงานที่ได้รับมอบหมาย", "ปฏิ บั ติงานที ่ได้ รับมอบหมาย"),
        ("เว็บไซต์ของ อบต.เว่อ", "เว็บไซต์ขององค์การบริหารส่วนตำบลเว่อ"),
        ("ประกาศ “งดรับของขวัญ” (No Gift Policy)", "ประกาศงดรับของขวัญ No gift policy"),
        ("ให้ความรู้เรื่องวินัย", "ใหความรูเรืองวินัย"),
    ],
)
def test_what_is_no_change(before, after):
    assert find_edits(before, after, settings=SETTINGS).difference is Difference.SAME
    assert changes_of(plan_row(1, before), report_row(1, after)) == ([], ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ประชุมปีละ ๔ ครั้ง", "ประชุมปีละ ๕ ครั้ง"),
        ("ทำทะเบียนคุมการยืมทรัพย์สิน", "ทำทะเบียนคุมการยีมทรัพย์สิน"),
        ("เรื่องที่รับแจ้ง", "เรื่องที่ไม่รับแจ้ง"),
        ("การซื้อวัสดุ", "การชื้อวัสตุ"),
    ],
)
def test_what_may_be_misread_is_for_review_and_not_claimed(before, after):
    claimed, reasons = changes_of(plan_row(1, before), report_row(1, after))
    assert claimed == []
    assert reasons[0].startswith("measure-differs-slightly: ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("รายงานผลทุกไตรมาส", "รายงานผลทุกเดือน"),
        ("กำหนดหลักเกณฑ์การมอบหมายงานที่เป็นธรรม", "วางหลักเกณฑ์มอบหมายงานอย่างเป็นธรรมและตรวจสอบได้"),
        ("ติดตั้งกล่องรับความเห็นและเปิดบัญชีไลน์", "ติดตั้งกล่องรับความเห็น"),
    ],
)
def test_other_words_are_a_change(before, after):
    assert changes_of(plan_row(1, before), report_row(1, after)) == ([("measure", before, after)], ())


def test_what_one_document_leaves_out_is_no_change():
    plan = plan_row(1, "ก", "วิธีการ", by="กองคลัง", by_when="มีนาคม ๒๕๖๕")
    assert changes_of(plan, report_row(1, "ก")) == ([], ())


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("กองคลัง/ กองช่าง", "กองช่าง, กองคลัง", Difference.SAME),
        ("สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ", "สำนักปลัด อบต.", Difference.SAME),
        ("กองการศึกษา", "กองการศิกษา", Difference.SLIGHT),
        ("กองสาธารณสุข", "กองสาธารนสุข", Difference.SLIGHT),
        ("กองคลัง", "กองช่าง", Difference.REWORDED),
        ("กองคลัง/ กองช่าง", "กองคลัง", Difference.REWORDED),
    ],
)
def test_units_are_compared_as_sets(before, after, difference):
    assert compare_units(split_units(before), split_units(after), settings=SETTINGS) is difference
    claimed, reasons = changes_of(plan_row(1, "ก", by=before), report_row(1, "ก", by=after))
    assert bool(claimed) == (difference is Difference.REWORDED)
    assert bool(reasons) == (difference is Difference.SLIGHT)


def test_due_dates_are_compared_as_days():
    def compare(before, after):
        return changes_of(plan_row(1, "ก", by_when=before), report_row(1, "ก", by_when=after))

    assert compare("ต.ค. ๖๔ – ก.ย. ๖๕", "ตุลาคม 2564 ถึง กันยายน 2565") == ([], ())
    assert compare("ภายในเดือนมีนาคม ๒๕๖๕", "มีนาคม 2565") == ([], ())
    assert compare("มีนาคม ๒๕๖๕", "มิถุนายน ๒๕๖๕") == ([("due", "มีนาคม ๒๕๖๕", "มิถุนายน ๒๕๖๕")], ())
    claimed, reasons = compare("มีนาคม ๒๕๖๕", "ตลอดไป")
    assert (claimed, reasons[0].split(":")[0]) == ([], "due-not-comparable")


def test_a_doubted_date_is_no_claimed_change():
    plan = plan_row(1, "ก", by_when="มีนาคม ๒๕๖๕")
    report = report_row(1, "ก").model_copy(update={"due": due("มีนาคม ๒๕๖๓", "thai-digit-from-tesseract: ๓")})
    claimed, reasons = changes_of(plan, report)
    assert claimed == []
    assert reasons[0].startswith("due-differs-doubtfully: ")


def test_parts_of_a_split_measure_are_compared_by_who_and_when_only():
    plan = plan_row(1, "อบรมวินัยและจัดทำคู่มือ", by="สำนักปลัด/ กองคลัง")
    parts = [report_row(1, "อบรมวินัย", by="สำนักปลัด"), report_row(2, "จัดทำคู่มือ", by="กองคลัง")]
    assert find_changes([plan], parts, settings=SETTINGS).claimed == ()
    moved = [parts[0], report_row(2, "จัดทำคู่มือ", by="กองช่าง")]
    assert [change.field for change in find_changes([plan], moved, settings=SETTINGS).claimed] == ["responsible"]
