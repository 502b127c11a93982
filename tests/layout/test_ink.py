"""Ink and what is taken out of it."""

from __future__ import annotations

import numpy as np

from layout.paper import Paper
from pipeline.layout import find_layout
from pipeline.layout.binarize import find_ink
from pipeline.layout.rules import Rule, Rules, erase_rules
from pipeline.settings import LayoutSettings

SETTINGS = LayoutSettings()


def test_words_whose_toner_has_faded_are_ink_where_others_are_black():
    paper = Paper()
    paper.letters(100, 200, 20)
    paper.letters(100, 500, 20)
    paper.gray[460:520] = 245 - (245 - paper.gray[460:520].astype(int)) // 4  # a quarter of the toner is left
    paper.scanned()
    ink, _ = find_ink(paper.gray, 200, SETTINGS)
    black, faded = ink[170:220, 90:420].mean(), ink[470:520, 90:420].mean()
    assert faded > 0.6 * black


def test_specks_and_the_back_of_the_sheet_are_no_ink():
    paper = Paper()
    paper.letters(100, 200, 20)
    paper.letters(100, 500, 20)
    paper.gray[460:520] = 245 - (245 - paper.gray[460:520].astype(int)) // 14
    paper.gray[600:602, 300:302] = 200
    paper.grain(0)
    ink, _ = find_ink(paper.gray, 200, SETTINGS)
    assert ink[170:220].any() and not ink[400:].any()


def test_a_streak_that_runs_off_the_page_takes_nothing_else_with_it():
    ink = np.ones((300, 200), np.uint8)
    off = Rule(50.0, 299.0, -14.0, 3.0, 4.0)
    clean = erase_rules(ink, Rules((), (off,)), 0)
    assert clean[:, 12:].all()


def test_a_bent_rule_is_erased_along_its_bend():
    ink = np.zeros((100, 1200), np.uint8)
    x = np.arange(1200)
    y = np.round(50 + 4 * np.sin(np.pi * x / 1200)).astype(int)
    for away in (-1, 0, 1):
        ink[y + away, x] = 1
    clean = erase_rules(ink, Rules((Rule(0.0, 1199.0, 50.0, 50.0, 3.0),), ()), 4)
    assert not clean.any()


def test_a_page_whose_print_has_faded_is_told():
    paper = Paper()
    for line in range(10):
        paper.letters(100, 100 + 60 * line, 30, size=24)
    assert "print-faded" not in [issue.code for issue in find_layout(paper.page()).issues]
    paper.gray[350:] = 245 - (245 - paper.gray[350:].astype(int)) // 5
    assert "print-faded" in [issue.code for issue in find_layout(paper.page()).issues]
