from hypothesis import given
from hypothesis import strategies as st

from pipeline.reconcile import reconcile, reconciliation_name
from pipeline.reconcile.names import make_safe

from .make import plan_document, report_document


def name_of(agency="อบต.เว่อ", year: int | None = 2565, file="report.pdf"):
    return reconciliation_name(
        reconcile(plan_document(agency=agency), report_document(agency=agency, year=year, name=file))
    )


def test_agency_and_report_year():
    assert name_of() == "อบต.เว่อ-2565"
    assert name_of("องค์การบริหารส่วนตำบลน้ำใส (สาขา ๑)") == "องค์การบริหารส่วนตำบลน้ำใส_(สาขา_๑)-2565"


def test_without_agency_the_report_gives_the_name():
    assert name_of("", file="สแกน 01.pdf") == "สแกน_01-2565"
    assert name_of("", None, file="...") == "document-ไม่ทราบปี"


@given(st.text(max_size=400))
def test_any_text_makes_a_safe_name(text):
    name = make_safe(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t ')
    assert name[-1] not in " ."
    assert len(name.encode()) <= 201
    assert name.split(".")[0].upper() not in ("CON", "NUL", "COM1")
