"""ITA scores in sentences and in tables."""

from __future__ import annotations

import pytest

from pipeline.memo.lines import find_strips, join_body
from pipeline.memo.scores import read_scores
from pipeline.model import Issue, ItaScore
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning, StitchedTable

from .paper import SEED_BODY, PageMaker, cell, table

SETTINGS = MemoSettings()
M = Meaning


def scores(
    *texts: str, made: tuple[StitchedTable, ...] = (), tesseract: bool = False
) -> tuple[tuple[ItaScore, ...], tuple[Issue, ...]]:
    page = PageMaker(tesseract=tesseract)
    for text in texts:
        page.add(text)
    body = join_body(find_strips(page.reading(), frozenset(), SETTINGS))
    return read_scores(body, [(one, body) for one in made], SETTINGS)


def told(found: tuple[ItaScore, ...]) -> list[tuple[int | None, float | None, str | None]]:
    return [(score.fiscal_year, score.score, score.grade) for score in found]


def test_sentence_of_the_seed_over_three_lines() -> None:
    found, issues = scores(*SEED_BODY)
    assert told(found) == [(2564, 96.52, "AA")]
    assert issues == ()
    assert not found[0].review


def test_doubted_digits_mark_the_score() -> None:
    found, _ = scores(*SEED_BODY, tesseract=True)
    assert found[0].review


def test_two_years_in_one_sentence() -> None:
    found, _ = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ได้คะแนน ๙๖.๕๒ คะแนน ระดับ AA",
        "เพิ่มขึ้นจากปีงบประมาณ พ.ศ. ๒๕๖๓ ซึ่งได้ ๘๒.๑๐ คะแนน ระดับ B",
    )
    assert told(found) == [(2564, 96.52, "AA"), (2563, 82.1, "B")]


def test_grade_in_words() -> None:
    found, _ = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 คะแนนเท่ากับ 87.31 คะแนน ระดับผลการประเมิน ผ่านดี")
    assert told(found) == [(2566, 87.31, "ผ่านดี")]


@pytest.mark.parametrize("grade", ["ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม"])
def test_a_grade_right_behind_its_label_is_taken_whole(grade: str) -> None:
    found, _ = scores(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้คะแนน 92.60 ระดับ {grade} จึงได้ประชุมผู้เกี่ยวข้อง")
    assert told(found) == [(2566, 92.6, grade)]


def test_indicators_targets_and_differences_are_no_results() -> None:
    found, _ = scores(
        "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้คะแนน ๙๕.๒๐ คะแนน",
        "คะแนนเต็ม ๑๐๐ คะแนน เป้าหมาย ๘๕ คะแนนขึ้นไป เพิ่มขึ้น ๕.๒๐ คะแนน",
    )
    assert found == ()


@pytest.mark.parametrize(("seen", "grade"), [("(ผ่าน)", "ผ่าน"), ("(A)", "A"), ("ผลการประเมิน ผ่าน", "ผ่าน")])
def test_grade_in_brackets_behind_its_score(seen: str, grade: str) -> None:
    found, _ = scores(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้ 82.95 คะแนน {seen} จึงได้ประชุม")
    assert told(found) == [(2566, 82.95, grade)]


def test_grade_that_contradicts_its_score_is_told() -> None:
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนน ๘๖.๕๒ คะแนน อยู่ในระดับ AA")
    assert told(found) == [(2564, 86.52, "AA")]
    assert [issue.code for issue in issues] == ["grade-contradicts-score"]
    assert found[0].review


def test_score_above_a_hundred_is_told() -> None:
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ มีคะแนน ๙๖๕.๒๐ คะแนน")
    assert found[0].review
    assert [issue.code for issue in issues] == ["score-out-of-range"]


def test_two_scores_for_one_year_are_told() -> None:
    found, issues = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ มีคะแนน ๙๖.๒๐ คะแนน",
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ มีคะแนน ๙๒.๖๐ คะแนน",
    )
    assert len(found) == 2
    assert [issue.code for issue in issues] == ["score-conflict"]


def test_table_of_years() -> None:
    made = table(
        (M.OTHER, M.SCORE, M.GRADE),
        [("ปีงบประมาณ พ.ศ. ๒๕๖๓", "๘๒.๑๐", "B"), ("๒๕๖๔", cell("๙๖.๕๒", tesseract=True), "AA")],
    )
    found, _ = scores(made=(made,))
    assert told(found) == [(2563, 82.1, "B"), (2564, 96.52, "AA")]
    assert [score.review for score in found] == [False, True]


def test_table_of_indicators_gives_its_total_only() -> None:
    made = table((M.INDICATOR, M.SCORE), [("การปฏิบัติหน้าที่", "๙๕.๒๐"), ("คะแนนรวม", "๙๖.๕๒")])
    found, _ = scores(made=(made,))
    assert told(found) == [(None, 96.52, None)]
    assert found[0].review


def test_total_of_a_table_has_the_year_of_its_caption() -> None:
    made = table((M.INDICATOR, M.SCORE, M.GRADE), [("การปฏิบัติหน้าที่", "๙๕.๒๐", "AA"), ("คะแนนรวม", "๘๓.๖๙", "B")])
    found, _ = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", made=(made,))
    assert told(found) == [(2564, 83.69, "B")]
    assert not found[0].review


def test_grade_before_its_score() -> None:
    found, _ = scores("ตามผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ระดับ AA ได้ ๙๕.๐๐", "คะแนน เพื่อรักษามาตรฐาน")
    assert told(found) == [(2564, 95.0, "AA")]


def test_grade_under_a_heading_of_scores() -> None:
    made = table(
        (M.INDICATOR, M.OTHER, M.SCORE, M.SCORE),
        [("การเปิดเผยข้อมูล", "OIT", "๑๐๐.๐๐", "ผ่านดีเยี่ยม"), ("ภาพรวม", "", "๙๒.๗๘", "ผ่านดี")],
    )
    found, _ = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", made=(made,))
    assert told(found) == [(2566, 92.78, "ผ่านดี")]


def codes(issues: tuple[Issue, ...]) -> list[str]:
    return [issue.code for issue in issues]


def test_score_with_letters_among_its_digits_is_there_but_not_known() -> None:
    found, issues = scores("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔ คะแนน ๕ซ.๐๒ ระดับ A นั้น")
    assert told(found) == [(2564, None, "A")]
    assert found[0].review
    assert codes(issues) == ["score-unreadable"]
    assert issues[0].page == 1


def test_doubted_score_above_a_hundred_is_a_misreading() -> None:
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนน ๕๒๐.๕๒ คะแนน ระดับ AA", tesseract=True)
    assert told(found) == [(2564, None, "AA")]
    assert codes(issues) == ["score-unreadable"]


def test_grade_without_any_score_read_is_told() -> None:
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ได้ |ๆ คะแนน อยู่ในระดับ A")
    assert told(found) == [(2564, None, "A")]
    assert codes(issues) == ["score-unreadable"]


def test_announced_score_that_left_nothing_is_told() -> None:
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนนเท่ากับ ฯฯ.ฉฯ")
    assert told(found) == [(2564, None, None)]
    assert codes(issues) == ["score-unreadable"]


def test_score_of_one_number_is_not_taken_from_the_rest_of_another() -> None:
    found, _ = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนน ๙ซ๖.๕๒ คะแนน")
    assert told(found) == [(2564, None, None)]


def test_talk_of_the_assessment_announces_no_score() -> None:
    for text in (
        "หนังสือสั่งการเรื่องการประเมิน ITA ซึ่งแจ้งให้หน่วยงานนำผลไปปรับปรุง",
        "ได้รับแจ้งผลการประเมิน ITA และจึงกำหนดมาตรการเพื่อยกระดับคะแนน",
        "เพื่อให้ผลการประเมิน ITA มีค่าคะแนนสูงขึ้น โดยตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือการใช้อำนาจ",
        "แผนปรับปรุงผลการประเมิน ITA มีเป้าหมายระดับ AA ตามข้อ ๑-๕",
    ):
        assert scores(text) == ((), ())


def test_grade_that_cannot_be_read_is_doubted() -> None:
    found, _ = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนน ๘๖.๕๒ คะแนน ระดับ 8 โดย")
    assert told(found) == [(2564, 86.52, None)]
    assert found[0].review


def test_total_that_cannot_be_read_is_told() -> None:
    made = table((M.INDICATOR, M.SCORE), [("การปฏิบัติหน้าที่", "๙๕.๒๐"), ("คะแนนรวม", "๙ซ.๕๒")])
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", made=(made,))
    assert told(found) == [(2564, None, None)]
    assert codes(issues) == ["score-unreadable"]


def test_table_of_scores_without_a_total_that_was_read_is_told() -> None:
    made = table((M.INDICATOR, M.SCORE), [("การปฏิบัติหน้าที่", "๙๕.๒๐"), ("คฯฯฯ", "๙๖.๕๒")])
    found, issues = scores("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", made=(made,))
    assert told(found) == [(None, None, None)]
    assert codes(issues) == ["score-unreadable"]


def test_a_table_with_a_column_for_each_year_gives_the_total_of_each() -> None:
    made = table(
        (M.INDICATOR, M.SCORE, M.SCORE, M.OTHER),
        [("การปฏิบัติหน้าที่", "๘๘.๐๒", "๙๐.๑๑", "+๒.๐๙"), ("คะแนนภาพรวมหน่วยงาน", "๘๗.๖๖", "๙๑.๐๘", "+๓.๔๒")],
        headings=("ตัวชี้วัด", "คะแนน / ปี ๒๕๖๕", "คะแนน / ปี ๒๕๖๖", "เพิ่ม/ลด"),
    )
    found, _ = scores("มีผลคะแนนรายตัวชี้วัด ดังนี้", made=(made,))
    assert told(found) == [(2565, 87.66, None), (2566, 91.08, None)]
    assert not any(score.review for score in found)


def test_the_grade_of_each_year_stands_in_a_row_of_its_own() -> None:
    made = table(
        (M.INDICATOR, M.SCORE, M.SCORE),
        [("การใช้อำนาจ", "๘๐.๔๗", "๘๓.๖๖"), ("คะแนนรวม", "๘๔.๓๑", "๘๙.๖๒"), ("ระดับผลการประเมิน", "B", "A")],
        headings=("ตัวชี้วัด", "คะแนน / ๒๕๖๓", "คะแนน / ๒๕๖๔"),
    )
    found, _ = scores("มีผลคะแนนรายตัวชี้วัด ดังนี้", made=(made,))
    assert told(found) == [(2563, 84.31, "B"), (2564, 89.62, "A")]


def test_scores_of_single_instruments_are_parts_of_the_result() -> None:
    found, issues = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ มีผลคะแนนเฉลี่ยรวม ๙๐.๐๒ คะแนน ระดับ “ผ่าน”",
        "จำแนกเป็นคะแนนแบบวัด IIT ๘๕.๘๒ คะแนน แบบวัด EIT ๘๓.๕๙ คะแนน และแบบตรวจ OIT ๙๘.๐๐ คะแนน",
    )
    assert told(found) == [(2567, 90.02, "ผ่าน")]
    assert not issues


def test_years_beside_indicators_head_scores_with_their_grades_in_brackets() -> None:
    made = table(
        (M.NUMBER, M.INDICATOR, M.OTHER, M.OTHER),
        [("๑", "การใช้อำนาจ", "๘๐.๔๗", "๘๓.๖๖"), ("", "ค่าคะแนนรวม / ระดับ", "๘๑.๕๘ (฿)", "๘๗.๐๖ (A)")],
        headings=("ลำดับที่", "ตัวชี้วัด", "ปี ๒๕๖๔", "ปี ๒๕๖๕"),
    )
    found, _ = scores("มีผลการประเมินเปรียบเทียบสองปี ดังนี้", made=(made,))
    assert told(found) == [(2564, 81.58, None), (2565, 87.06, "A")]
    assert [score.review for score in found] == [True, False]


def test_a_result_that_another_is_compared_with_and_the_difference() -> None:
    found, _ = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ได้ ๘๙.๓๑ คะแนน ระดับผ่าน",
        "สูงกว่าปีงบประมาณ พ.ศ. ๒๕๖๖ (๗๙.๘๕ คะแนน) จำนวน ๙.๔๖ คะแนน",
    )
    assert told(found) == [(2567, 89.31, "ผ่าน"), (2566, 79.85, None)]


def test_a_result_that_another_is_said_to_be_above() -> None:
    found, _ = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ๘๙.๑๒ คะแนน อยู่ในระดับ ผ่านดี",
        "สูงกว่าปี พ.ศ. ๒๕๖๕ ซึ่งได้ ๘๔.๐๗ คะแนน จึงขอรายงานผลการดำเนินการ ดังนี้",
    )
    assert told(found) == [(2566, 89.12, "ผ่านดี"), (2565, 84.07, None)]


def test_an_instrument_whose_name_lost_a_letter_is_still_a_part() -> None:
    found, issues = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ มีผลคะแนน ๘๖.๙๓ คะแนน อยู่ในระดับ ผ่าน",
        "แยกเป็น IT ๘๘.๒๐ คะแนน EIT ๘๕.๖๖ คะแนน และ OIT ๘๗.๑๔ คะแนน",
    )
    assert told(found) == [(2567, 86.93, "ผ่าน")]
    assert not issues


def test_a_grade_between_a_score_and_a_difference() -> None:
    found, _ = scores("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 ได้คะแนนรวม 86.48 คะแนน ระดับ A เพิ่มขึ้น 5.87 คะแนน")
    assert told(found) == [(2565, 86.48, "A")]


def test_the_grade_of_the_next_year_is_not_taken() -> None:
    found, _ = scores(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ อยู่ในระดับ ผ่าน (๘๘.๐๓ คะแนน)",
        "ส่วนปีงบประมาณ พ.ศ. ๒๕๖๗ อยู่ในระดับ ผ่านดี (๙๓.๙๗ คะแนน)",
    )
    assert told(found) == [(2566, 88.03, "ผ่าน"), (2567, 93.97, "ผ่านดี")]


def test_a_gap_inside_a_year_makes_no_score_of_its_half() -> None:
    found, _ = scores("ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 25 ๖๓ (ได้ 68.45 คะแนน) ต่ำกว่าเกณฑ์")
    assert told(found) == [(2563, 68.45, None)]


def test_results_of_four_years_in_one_list() -> None:
    found, _ = scores(
        "ได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสมาอย่างต่อเนื่อง โดยปีงบประมาณ พ.ศ. ๒๕๖๔ ได้ ๘๓.๔๘ คะแนน (ระดับ B)",
        "ปีงบประมาณ พ.ศ. ๒๕๖๕ ได้ ๘๖.๙๗ คะแนน (ระดับ A) ปีงบประมาณ พ.ศ. ๒๕๖๖ ได้ ๘๙.๗๖ คะแนน (ระดับผ่าน)",
        "และปีงบประมาณ พ.ศ. ๒๕๖๗ ได้ ๙๕.๖๘ คะแนน (ระดับผ่านดีเยี่ยม)",
    )
    assert told(found) == [(2564, 83.48, "B"), (2565, 86.97, "A"), (2566, 89.76, "ผ่าน"), (2567, 95.68, "ผ่านดีเยี่ยม")]


def test_totals_under_bare_years() -> None:
    rows = [("แบบวัด IIT", "๗๙.๓๘", "๘๓.๖๗"), ("คะแนนรวม", "๘๑.๙๔", "๘๖.๔๗"), ("ระดับ", "B", "A")]
    made = table((M.OTHER, M.OTHER, M.OTHER), rows, headings=("เครื่องมือ", "๒๕๖๔", "ปี ๒๕๖๕"))
    found, _ = scores("ผลการประเมิน ITA ปรากฏดังนี้", made=(made,))
    assert told(found) == [(2564, 81.94, "B"), (2565, 86.47, "A")]


def test_a_result_without_a_year_is_that_of_the_table_and_lends_it_its_grade() -> None:
    rows = [("การใช้อำนาจ", "๘๙.๖๔", "๘๘.๓๐"), ("คะแนนรวม", "๘๕.๓๖", "๘๘.๐๕")]
    made = table((M.INDICATOR, M.SCORE, M.SCORE), rows, headings=("ตัวชี้วัด", "คะแนน ปี ๒๕๖๕", "คะแนน ปี ๒๕๖๖"))
    found, _ = scores("ผลการประเมิน ITA ได้คะแนน ๘๘.๐๕ ระดับผ่าน", made=(made,))
    assert told(found) == [(2565, 85.36, None), (2566, 88.05, "ผ่าน")]


def test_what_stands_under_the_heading_of_grades_and_is_none_is_told() -> None:
    made = table(
        (M.OTHER, M.SCORE, M.OTHER),
        [("๒๕๖๕", "๙๐.๕๕", "A"), ("๒๕๖๖", "๙๓.๘๗", "ผ่านที")],
        headings=("ปีงบประมาณ พ.ศ.", "คะแนนรวม", "ระดับ"),
    )
    found, _ = scores("มีผลการประเมิน ITA ย้อนหลัง ดังนี้", made=(made,))
    assert told(found) == [(2565, 90.55, "A"), (2566, 93.87, None)]
    assert [score.review for score in found] == [False, True]
