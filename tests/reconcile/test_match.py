from random import Random

import numpy as np
import pytest

from pipeline.model import MatchLevel
from pipeline.reconcile.assign import assign_rows, find_rivals, find_runner_up
from pipeline.reconcile.groups import find_groups
from pipeline.reconcile.levels import Evidence, find_level
from pipeline.reconcile.similarity import alikeness, cover_rows, score_rows
from pipeline.reconcile.texts import RowText, encode_graphemes, row_text, text_key
from pipeline.settings import ReconcileSettings

from .make import field, plan_row
from .noise import damage
from .sentences import HELD_OUT, TUNED

SETTINGS = ReconcileSettings()


def text(measure, procedure="", number=""):
    return RowText(text_key(measure), text_key(procedure), text_key(number))


def test_a_letter_with_its_vowel_counts_as_one():
    assert [len(code) for code in encode_graphemes(["กิน", "กีน", "กา"], {})] == [2, 2, 2]
    assert alikeness("กินขาว", "กีนขาว") == pytest.approx(0.8)


def test_two_missing_texts_are_not_alike():
    assert alikeness("", "") == 0
    assert score_rows([text("", "")], [text("", "")], settings=SETTINGS).tolist() == [[0.0]]


def test_a_row_without_procedure_is_compared_by_its_measure():
    measure, procedure = TUNED[0]
    scores = score_rows([text(measure, procedure)], [text(measure), text(procedure)], settings=SETTINGS)
    assert scores[0, 0] == 1.0
    assert scores[0, 1] == SETTINGS.crossed_weight


def test_the_border_between_the_columns_may_move():
    measure, procedure = TUNED[0]
    assert score_rows([text(measure, procedure)], [text(measure + procedure)], settings=SETTINGS)[0, 0] == 1.0


def test_damaged_rows_are_more_like_themselves_than_any_other_is():
    random = Random(1)
    rows = [text(*pair) for pair in (*TUNED, *HELD_OUT)]
    read = [text(damage(m, 0.15, random), damage(p, 0.15, random)) for m, p in (*TUNED, *HELD_OUT)]
    scores = score_rows(rows, read, settings=SETTINGS)
    own = np.diag(scores)
    others = scores[~np.eye(len(rows), dtype=bool)]
    assert own.min() >= SETTINGS.text_floor
    assert others.max() < SETTINGS.partial_floor


def test_a_doubted_number_is_no_number():
    assert row_text(plan_row(1, "ก", number="๕.")).number == "5"
    doubted = plan_row(1, "ก").model_copy(update={"number": field("๕.", "thai-digit-from-tesseract: ๕")})
    assert row_text(doubted).number == ""


def test_assignment_is_the_best_as_a_whole():
    scores = np.array([[0.9, 0.8], [0.85, 0.1]])
    assert [(pair.plan, pair.report) for pair in assign_rows(scores, 0.5)] == [(0, 1), (1, 0)]


def test_nothing_under_the_floor_is_assigned():
    scores = np.array([[0.9, 0.45], [0.45, 0.1]])
    assert [(pair.plan, pair.report) for pair in assign_rows(scores, 0.5)] == [(0, 0)]
    assert assign_rows(np.zeros((0, 3)), 0.5) == ()


def test_runner_up_is_the_best_other_of_either_row():
    assert find_runner_up(np.array([[0.9, 0.4], [0.6, 0.8]]), (0,), (0,)) == 0.6
    assert find_runner_up(np.array([[0.9]]), (0,), (0,)) == 0.0


def test_rivals_are_named_when_an_exchange_loses_little():
    scores = np.array([[0.95, 0.94], [0.94, 0.95]])
    tied = find_rivals(scores, assign_rows(scores, 0.5), 0.05)
    assert {at: rivals.report for at, rivals in tied.items()} == {0: (1,), 1: (0,)}
    apart = np.array([[0.95, 0.94], [0.3, 0.95]])  # the rival is needed elsewhere
    assert find_rivals(apart, assign_rows(apart, 0.5), 0.05) == {}
    lonely = np.array([[0.95], [0.93]])
    assert find_rivals(lonely, assign_rows(lonely, 0.5), 0.05)[0].plan == (1,)


@pytest.mark.parametrize(
    ("plan", "report", "score", "level"),
    [
        (text("ก ข ค"), text("กขค"), 1.0, MatchLevel.EXACT),
        (text("ก ข ค", "ง"), text("กขค", "จ"), 0.6, MatchLevel.PARTIAL),
        (text("กขค", number="๑."), text("กขง", number="1"), 0.6, MatchLevel.NUMBER),
        (text("กขค", number="๑."), text("กขง", number="1"), 0.4, MatchLevel.NONE),
        (text("กขค", number="๑."), text("กขง", number="2"), 0.8, MatchLevel.TEXT),
        (text("กขค"), text("กขง"), 0.6, MatchLevel.PARTIAL),
    ],
)
def test_the_first_rule_that_holds_names_the_level(plan, report, score, level):
    assert find_level(Evidence(plan, report, score), settings=SETTINGS) is level


def test_a_measure_that_no_other_row_has_is_exact_whatever_its_procedure():
    evidence = Evidence(text("กขค", "ง"), text("กขค", "จ"), 0.5, is_unique=True)
    assert find_level(evidence, settings=SETTINGS) is MatchLevel.EXACT


def test_a_group_is_never_more_than_partial_and_a_decision_is_always_manual():
    same = text("กขคง")
    assert find_level(Evidence(same, same, 1.0, is_group=True), settings=SETTINGS) is MatchLevel.PARTIAL
    assert find_level(Evidence(same, same, 0.1, is_decided=True), settings=SETTINGS) is MatchLevel.MANUAL


def test_parts_stand_in_the_whole_and_chance_does_not_count():
    whole = text("อบรมวินัยและจัดทำคู่มือปฏิบัติงานของกองคลัง")
    part, foreign, short = text("จัดทำคู่มือปฏิบัติงาน"), text("ติดตั้งกล่องรับความเห็น"), text("อบรม")
    covers = cover_rows([part, foreign, short], whole, settings=SETTINGS)
    assert covers[0] == 1.0
    assert max(covers[1:]) < SETTINGS.part_floor


def test_a_copy_of_a_part_is_no_further_part():
    wholes = [text("อบรมวินัยข้าราชการและจัดทำคู่มือปฏิบัติงาน")]
    others = [text("อบรมวินัยข้าราชการ"), text("จัดทำคู่มือปฏิบัติงาน"), text("จัดทำคู่มือปฏิบัติงาน")]
    scores = score_rows(wholes, others, settings=SETTINGS)
    (group,) = find_groups(wholes, others, scores, {}, [0, 1, 2], settings=SETTINGS)
    assert group.parts == (0, 1)
