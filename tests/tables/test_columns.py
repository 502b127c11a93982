"""Headings of all kinds, in all orders, damaged as scans damage them."""

import pytest

from pipeline.errors import CannotStart
from pipeline.settings import TableSettings
from pipeline.tables import Meaning, StitchedTable, build_tables
from pipeline.tables.headings import match_heading
from pipeline.tables.vocabulary import load_vocabulary

from .drawing import draw_page, table

SETTINGS = TableSettings()


def build_one(*rows: tuple[str, ...]) -> StitchedTable:
    (only,) = build_tables([draw_page(1, table(*rows))]).stitched
    return only


def meanings(built: StitchedTable) -> list[Meaning]:
    return [column.meaning for column in built.columns]


@pytest.mark.parametrize("wording", load_vocabulary(), ids=lambda wording: wording.text)
def test_every_wording_of_the_vocabulary_is_recognised(wording):
    fit = match_heading(wording.text, settings=SETTINGS)
    assert (fit.known, fit.meaning, fit.score) == (True, wording.meaning, 1.0)


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("มาตราการ", Meaning.MEASURE),
        ("มาตรกร", Meaning.MEASURE),
        ("ขันตอนหรอวิธีการปฏิบต", Meaning.PROCEDURE),
        ("ผู้รับผิด ชอบ", Meaning.RESPONSIBLE),
        ("ผูรับผิดขอบ", Meaning.RESPONSIBLE),
        ("ผู้รับผิดชอบหลัก/ผู้ประสานงาน", Meaning.RESPONSIBLE),
        ("กำกับติตาม", Meaning.MONITORING),
        ("ระยะเวลา พ.ศ. ๒๕๖๕", Meaning.PERIOD),
        ("ลดับ", Meaning.NUMBER),
        ("ที", Meaning.NUMBER),
        ("ผลการดำเนินการ ณ วันที่ 31 มีนาคม 2565", Meaning.RESULT),
        ("สถานะการดำเนินการ (ใส่เครื่องหมาย / ในช่อง)", Meaning.STATUS),
        ("มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใส", Meaning.MEASURE),
        ("ยังไมดาเนินกา", Meaning.STATUS_NOT_STARTED),
        ("งไม่ดำเนินการ", Meaning.STATUS_NOT_STARTED),
        ("อยูระหวางดาเนินการ", Meaning.STATUS_IN_PROGRESS),
        ("ดำเนินกรเสรจเรยบรอยแลว", Meaning.STATUS_DONE),
        ("ดำเนินการแล้ว (ระบุวันที่)", Meaning.STATUS_DONE),
        ("ยังไม่แล้วเสร็จ", Meaning.STATUS_IN_PROGRESS),
    ],
)
def test_damaged_and_longer_headings_are_recognised(heading, meaning):
    assert match_heading(heading, settings=SETTINGS).meaning is meaning


@pytest.mark.parametrize("heading", ["ดำเนินการ", "การดำเนินการ", "ยังดำเนินการ", "ยังไม่ดำเนินการแล้วเสร็จ", "ขอเลื่อนดำเนินการ"])
def test_a_heading_that_may_be_several_statuses_is_none(heading):
    fit = match_heading(heading, settings=SETTINGS)
    assert not fit.known
    assert fit.meaning in (Meaning.OTHER, Meaning.STATUS_UNCLEAR)


@pytest.mark.parametrize("text", ["สำนักปลัด", "การใช้อำนาจ", "การปรับปรุงระบบการทำงาน", "E-Service", ""])
def test_values_are_no_headings(text):
    assert not match_heading(text, settings=SETTINGS).known


def test_status_columns_go_by_their_words_not_by_their_order():
    built = build_one(
        ("ลำดับ", "มาตรการ", "ผลการดำเนินการ", "<", "<", "หมายเหตุ"),
        ("^", "^", "ดำเนินการ\nแล้วเสร็จ", "อยู่ระหว่าง\nดำเนินการ", "ยังไม่ได้\nดำเนินการ", "^"),
        ("๑", "ข้อหนึ่ง", "/", "", "", ""),
    )
    assert meanings(built) == [
        Meaning.NUMBER,
        Meaning.MEASURE,
        Meaning.STATUS_DONE,
        Meaning.STATUS_IN_PROGRESS,
        Meaning.STATUS_NOT_STARTED,
        Meaning.NOTE,
    ]
    assert built.columns[2].heading == "ผลการดำเนินการ / ดำเนินการแล้วเสร็จ"
    assert not built.issues


def test_a_spanning_heading_over_plan_columns_does_not_hide_them():
    built = build_one(
        ("ประเด็น", "การดำเนินการ", "<", "<"),
        ("^", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"),
        ("ข้อหนึ่ง", "ทำ", "กองคลัง", "ไตรมาสที่ ๑"),
    )
    assert meanings(built) == [Meaning.MEASURE, Meaning.PROCEDURE, Meaning.RESPONSIBLE, Meaning.PERIOD]
    assert len(built.rows) == 1


def test_an_unreadable_status_heading_is_left_open_and_said():
    built = build_one(
        ("มาตรการ", "ขั้นตอน", "สถานะการดำเนินงาน", "<", "<"),
        ("^", "^", "ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"),
        ("ข้อหนึ่ง", "ทำ", "", "", "/"),
    )
    assert meanings(built)[2:] == [Meaning.STATUS_UNCLEAR, Meaning.STATUS_IN_PROGRESS, Meaning.STATUS_DONE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("status-column-unclear", "review")]


def test_two_columns_of_one_status_are_both_left_open():
    built = build_one(
        ("มาตรการ", "ขั้นตอน", "ดำเนินการแล้ว", "ดำเนินการแล้วเสร็จ"),
        ("ข้อหนึ่ง", "ทำ", "/", ""),
    )
    assert meanings(built)[2:] == [Meaning.STATUS_UNCLEAR, Meaning.STATUS_UNCLEAR]
    assert [issue.code for issue in built.issues] == ["status-column-unclear"]


def test_the_stronger_wording_keeps_the_meaning():
    built = build_one(
        ("ที่", "ประเด็น", "มาตรการ", "แนวทางปฏิบัติ", "ผู้รับผิดชอบ"),
        ("๑", "ข้อหนึ่ง", "ก", "ข", "กองคลัง"),
    )
    assert meanings(built)[1:3] == [Meaning.OTHER, Meaning.MEASURE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("column-repeated", "info")]


def test_unknown_columns_are_kept_under_their_heading():
    built = build_one(("มาตรการ", "ผู้รับผิดชอบ", "สีที่ชอบ"), ("ก", "กองคลัง", "ฟ้า"))
    assert (built.columns[2].meaning, built.columns[2].heading) == (Meaning.OTHER, "สีที่ชอบ")
    assert built.rows[0].cells[2].passage.text == "ฟ้า"
    assert [issue.code for issue in built.issues] == ["heading-unknown"]


def test_a_title_inside_the_table_and_a_row_of_column_numbers_belong_to_the_header():
    built = build_one(
        ("แผนส่งเสริมคุณธรรม", "<", "<"),
        ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ"),
        ("(๑)", "(๒)", "(๓)"),
        ("ก", "ข", "ค"),
    )
    assert meanings(built) == [Meaning.MEASURE, Meaning.PROCEDURE, Meaning.RESPONSIBLE]
    assert [row.cells[0].passage.text for row in built.rows] == ["ก"]


def test_one_clear_heading_among_damaged_ones_still_tells_the_header():
    built = build_one(("มรก", "ขตนวธ", "ผู้รับผิดชอบ"), ("ก" * 30, "ข" * 90, "กองคลัง"))
    assert meanings(built) == [Meaning.OTHER, Meaning.OTHER, Meaning.RESPONSIBLE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("heading-unknown", "review")] * 2


def test_a_table_whose_header_cannot_be_read_keeps_its_rows():
    built = build_one(("กขค", "งจฉ", "ชซฌ"), ("ก", "ข", "ค"))
    assert meanings(built) == [Meaning.OTHER] * 3
    assert len(built.rows) == 2
    assert [(issue.code, issue.severity) for issue in built.issues] == [("table-without-header", "review")]


def test_a_row_that_names_one_status_is_no_header():
    built = build_one(("ข้อหนึ่ง", "ดำเนินการแล้ว", "กองคลัง"), ("ข้อสอง", "ดำเนินการแล้ว", "กองช่าง"))
    assert len(built.rows) == 2
    assert meanings(built) == [Meaning.OTHER, Meaning.STATUS, Meaning.RESPONSIBLE]  # by what they hold
    assert [issue.code for issue in built.issues] == ["column-by-content", "column-by-content", "table-without-header"]


LONG = ("ทบทวนคู่มือการให้บริการประชาชนทุกงาน", "เปิดเผยแผนการใช้จ่ายงบประมาณบนเว็บไซต์")


def test_texts_without_a_known_heading_are_measures_and_how_they_are_done():
    built = build_one(
        ("ที่", "สิ่งที่ชาวบ้านขอ", "ทางที่จะไป", "ผู้รับผิดชอบ"),
        ("๑", LONG[0], LONG[1], "กองคลัง"),
        ("๒", LONG[1], LONG[0], "กองช่าง"),
    )
    assert meanings(built) == [Meaning.NUMBER, Meaning.MEASURE, Meaning.PROCEDURE, Meaning.RESPONSIBLE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("column-by-content", "review")] * 2


def test_a_list_of_people_without_header_is_no_plan():
    built = build_one(("นายสมมติ ตัวอย่าง", "ปลัดเทศบาล", LONG[0]), ("นางสมมติ ตัวอย่าง", "ผู้อำนวยการกองคลัง", LONG[1]))
    assert meanings(built) == [Meaning.OTHER] * 3


def test_a_topic_of_its_own_in_each_row_names_the_measure():
    rows = [("ลดขั้นตอน", "จัดประชุม", "กองคลัง"), ("เปิดเผยข้อมูล", "จัดประชุม", "กองช่าง")]
    built = build_one(("เรื่อง", "กิจกรรมที่จะทำ", "ผู้รับผิดชอบ"), *rows)
    assert meanings(built)[:2] == [Meaning.MEASURE, Meaning.PROCEDURE]
    built = build_one(("เรื่อง", "กิจกรรมที่จะทำ", "ผู้รับผิดชอบ"), rows[0], ("ลดขั้นตอน", "อบรม", "กองช่าง"))
    assert meanings(built)[:2] == [Meaning.OTHER, Meaning.MEASURE]


def test_a_row_that_begins_like_a_heading_and_goes_on_with_a_number_is_no_header():
    built = build_one(("ตัวชี้วัดที่ ๑", "๙๕.๒", "AA"), ("ตัวชี้วัดที่ ๒", "๘๕.๒", "A"))
    assert len(built.rows) == 2


def test_a_stroke_in_one_row_makes_no_column():
    built = build_one(
        ("มาตรการ", "<", "วิธีดำเนินการ", "ผู้รับผิดชอบ"),
        ("ข้อหนึ่ง", "<", "ทำ", "กองคลัง"),
        ("ข้อ", "สอง", "ทำ", "กองช่าง"),
        ("ข้อสาม", "<", "ทำ", "กองช่าง"),
    )
    assert [row.cells[0].passage.text for row in built.rows] == ["ข้อหนึ่ง", "ข้อ สอง", "ข้อสาม"]
    assert meanings(built) == [Meaning.MEASURE, Meaning.PROCEDURE, Meaning.RESPONSIBLE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("false-rules", "info")]


def test_running_numbers_tell_their_column_when_its_heading_cannot_be_read():
    built = build_one(("a ท", "มาตรการ", "ผู้รับผิดชอบ"), ("๑", "ก", "กองคลัง"), ("๒", "ข", "กองคลัง"))
    assert meanings(built)[0] is Meaning.NUMBER
    assert [(issue.code, issue.severity) for issue in built.issues] == [("number-column-by-content", "info")]


def test_a_streak_through_a_column_is_undone_by_its_heading_and_said():
    built = build_one(
        ("ที่", "มาตรการ", "<", "ผู้รับผิดชอบ"),
        ("๑", "ข้อ", "หนึ่ง", "กองคลัง"),
        ("๒", "ข้อ", "สอง", "กองช่าง"),
    )
    assert meanings(built) == [Meaning.NUMBER, Meaning.MEASURE, Meaning.RESPONSIBLE]
    assert [row.cells[1].passage.text for row in built.rows] == ["ข้อ หนึ่ง", "ข้อ สอง"]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("columns-fitted", "review")]


def test_an_office_adds_headings_of_its_own(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[heading]]\nmeaning = "measure"\nwordings = ["การบ้าน"]\n\n'
        '[[heading]]\nmeaning = "procedure"\nwordings = ["ประเด็น"]\n',
        encoding="utf-8",
    )
    settings = TableSettings(vocabulary=own)
    assert match_heading("การบ้าน", settings=settings).meaning is Meaning.MEASURE
    assert match_heading("ประเด็น", settings=settings).meaning is Meaning.PROCEDURE
    assert match_heading("ผู้รับผิดชอบ", settings=settings).meaning is Meaning.RESPONSIBLE
    assert not match_heading("การบ้าน", settings=SETTINGS).known


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[heading]",
        '[[heading]]\nmeaning = "measures"\nwordings = ["ก"]\n',
        '[[heading]]\nmeaning = "measure"\nwordings = "มาตรการ"\n',
        '[[heading]]\nmeaning = "measure"\nwordings = ["/"]\n',
        '[[heading]]\nmeaning = "measure"\nwording = ["มาตรการ"]\nwordings = []\n',
    ],
)
def test_a_vocabulary_that_is_none_is_told_in_a_sentence(tmp_path, text):
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(CannotStart, match=r"own\.toml: the vocabulary is not formed") as caught:
        load_vocabulary(own)
    assert caught.value.code == "vocabulary-invalid"


def test_a_vocabulary_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotStart, match=r"none\.toml: the vocabulary cannot be opened"):
        load_vocabulary(tmp_path / "none.toml")


def test_a_column_whose_heading_was_lost_is_known_by_what_it_holds():
    built = build_one(
        ("ที่", "มาตรการ", "ชรนคดดยน", "กอฮอกมม"),
        ("๑", "ลดขั้นตอน", "สำนักปลัด/ กองคลัง", "ต.ค. ๖๖ – ก.ย. ๖๗"),
        ("๒", "เปิดเผยข้อมูล", "กองช่าง", "ไตรมาสที่ ๒"),
    )
    assert meanings(built) == [Meaning.NUMBER, Meaning.MEASURE, Meaning.RESPONSIBLE, Meaning.PERIOD]
    assert [(issue.code, issue.severity) for issue in built.issues].count(("column-by-content", "review")) == 2


def test_what_is_headed_otherwise_is_not_taken_for_those_responsible():
    built = build_one(
        ("มาตรการ", "ผู้รับผิดชอบ", "สถานที่จัด"),
        ("ลดขั้นตอน", "กองคลัง", "ศูนย์ประชุม"),
        ("เปิดเผยข้อมูล", "กองช่าง", "สำนักงานเทศบาล"),
    )
    assert meanings(built) == [Meaning.MEASURE, Meaning.RESPONSIBLE, Meaning.OTHER]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("ผู้ดำเนินการ", Meaning.RESPONSIBLE),
        ("วิธีการติดตาม", Meaning.MONITORING),
        ("แนวทางการกำกับติดตาม", Meaning.MONITORING),
        ("สถานะโครงการ", Meaning.STATUS),
        ("รายละเอียดผลการดำเนินการ", Meaning.RESULT),
        ("ผลที่ได้", Meaning.RESULT),
        ("กิจกรรม/ขั้นตอน", Meaning.PROCEDURE),
        ("แผนการดำเนินงาน", Meaning.OTHER),
    ],
)
def test_headings_near_one_of_another_meaning(heading, meaning):
    assert match_heading(heading, settings=SETTINGS).meaning is meaning


def test_activities_beside_measures_tell_how():
    built = build_one(("มาตรการ", "กิจกรรม", "ผู้รับผิดชอบ"), ("ก", "ข", "กองคลัง"))
    assert meanings(built) == [Meaning.MEASURE, Meaning.PROCEDURE, Meaning.RESPONSIBLE]
    assert [(issue.code, issue.severity) for issue in built.issues] == [("column-repeated", "info")]


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("☑ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ", "☐ ดำเนินการแล้ว ☑ ยังไม่ดำเนินการ"), Meaning.STATUS),
        (("ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ"), Meaning.STATUS),
        (("๑๒", "๒๐"), Meaning.OTHER),
    ],
)
def test_a_column_of_states_is_known_by_them(cells, meaning):
    built = build_one(("มาตรการ", "การดำเนินการ", "ผลการดำเนินงาน"), *(("ก", cell, "ข") for cell in cells))
    assert meanings(built) == [Meaning.MEASURE, meaning, Meaning.RESULT]


@pytest.mark.parametrize(
    ("heading", "meaning", "code"),
    [
        ("เสร็", Meaning.STATUS_DONE, "status-by-elimination"),
        ("ดำเนิน", Meaning.STATUS_UNCLEAR, "status-column-unclear"),
        ("ส็", Meaning.STATUS_UNCLEAR, "status-column-unclear"),
    ],
)
def test_what_is_left_of_the_last_status_heading_tells_it_for_review(heading, meaning, code):
    built = build_one(
        ("มาตรการ", "ขั้นตอน", "ผลการดำเนินการ", "<", "<"),
        ("^", "^", heading, "กำลังดำเนินการ", "ยังไม่ดำเนินการ"),
        ("ข้อหนึ่ง", "ทำ", "/", "", ""),
    )
    assert meanings(built)[2] is meaning
    assert [(issue.code, issue.severity) for issue in built.issues] == [(code, "review")]
    assert (built.columns[2].score == 0) or meaning is Meaning.STATUS_UNCLEAR


def test_details_under_the_results_are_results():
    built = build_one(
        ("มาตรการ", "วิธีดำเนินการ", "ผลการดำเนินการ", "<"),
        ("^", "^", "สถานะ", "รายละเอียด"),
        ("ก", "ทำ ก", "แล้วเสร็จ", "ประกาศแล้ว"),
        ("ข", "ทำ ข", "แล้วเสร็จ", "อบรมแล้ว"),
    )
    assert meanings(built) == [Meaning.MEASURE, Meaning.PROCEDURE, Meaning.STATUS, Meaning.RESULT]
