"""Thresholds of what a memo says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemoSettings:
    """Tables and lines → memo facts."""

    same_strip_overlap: float = 0.5
    """Share of the lower height that two boxes must share to stand on one baseline. Labels (20 pt) beside values
    (16 pt) share 0.7 to 1.0; lines below each other share under 0.25 even with tall marks."""

    tall_box: float = 1.5
    """A box of so many times the page's usual line height is handwriting or a stamp: printed labels have up to 1.3,
    handwritten numbers 1.6 to 3."""

    hand_confidence: float = 0.98
    """Digits that ink passes which is taller than print are left out of number and date when one is less sure than
    this: print under a stamp is mostly surer, other writing never."""

    most_alike: float = 0.5
    least_alike: int = 3
    """From this share and number of a table's row numbers on, what they have in common is expected of the others: of
    90 tables with numbers none left rows without on purpose."""

    thin_box: float = 0.35
    """A box under this share of the page's usual line height is leader dots or a speck: those have up to 0.15, lines
    of digits without marks 0.5."""

    page_frame_share: float = 0.5
    """A grid without a table that covers so much of the page is a border around running text; stamps cover under
    0.06."""

    head_share: float = 0.65
    """The head stands in the upper part of its page. เรียน of a memo with a two-line subject under a stamp ends
    at 0.4."""

    stamp_left: float = 0.45
    """A receipt stamp stands right of this share of the page's width: offices stamp the free corner at the top
    right."""

    stamp_reach: float = 3.0
    """Line heights that a stamp reaches above and below one of its labels: it has three to five lines."""

    title_length: int = 90
    """Characters of the strip with an announcement's title; running text that begins with ประกาศ is longer."""

    subject_lines: int = 4
    """Lines of a subject before it is doubted: one to three are usual."""

    garbage_confidence: float = 0.5
    garbage_share: float = 0.25
    """Below this confidence and with more than this share of impossible characters a value is called illegible: print
    read right has a share under 0.02, strokes of handwriting read as print 0.3 to 0.8."""

    usual_unit: int = 3
    shortest_unit: int = 6
    """A unit named so many times as often makes one a letter off it doubtful, from so many letters of its key on:
    “งาน ก” and “งาน ข” are two units."""

    damaged_agency: float = 80.0
    """Likeness (0–100) from which a stretch of text is a damaged reading of an agency's name: one to three wrong
    letters of 25 give 88 to 96, other agencies of the same kind 60 to 78."""

    misread_kind: float = 85.0
    """Likeness (0–100) from which a stretch is the misread kind of a local government (“เทศบาลตำนล”): one wrong letter
    of ten gives 90, two of twenty 90; offices of other kinds give at most 60."""

    score_list_gap: int = 45
    """Characters from one result to the year of the next one in a list of them."""
    score_window: int = 220
    """Characters between a year, its score and its grade: one sentence; the seed memo has 160 from year to grade."""

    signature_gap: float = 1.6
    """Line heights between a name and its position, and between lines of a position: set solid, they are under 1."""

    first_fiscal_year: int = 2556
    """The first year of the assessment (BE). A doubted year before it is a misreading: engines without ๖ make ๒๕๒๕
    of ๒๕๖๕."""

    year_slack: int = 1
    """Fiscal years between a date and the year of its memo: plans are dated before it begins, reports after it ends."""

    same_note: float = 0.75
    """Similarity of the words of two follow-up notes that tell the same; readings of one note by a poor engine reach
    0.8."""

    unread_ink: float = 0.02
    """Ink share from which a cell without text is called illegible instead of blank; specks and dashes stay under
    0.008."""

    crossed_share: float = 0.4
    """Share of its width from which a bar or an arrow through a cell marks its month: heads of arrows in the months
    before and after have 0.1."""

    shortest_name: int = 12
    same_name: float = 0.9
    """Characters of an agency's name that is looked for in the recipient, and the likeness (0–1) from which it is
    that name: one letter of twelve exchanged has 0.92."""

    repeat_least: int = 150
    repeat_alike: float = 0.96
    """Characters of a page that can be told to repeat another, and their likeness (0–1): the same sheet read from two
    scans has 0.98 and more, two months of one form up to 0.99, so all numbers must be the same as well."""
    blank_letters: int = 3
    """Letters that grain and dirt are read as at most."""

    least_mark_area: float = 0.8
    """Ink of the smallest mark, in mm². Printed ticks of 15 pt have 1.4 and more, handwritten ones 2.6 to 7, dashes
    0.32 to 0.59, specks up to 0.24."""

    mark_over_blank: float = 2.0
    """A cell without a read mark may hold one only above so many times what blanks and dashes of its table hold; the
    dashes of one table differ by 1.4."""

    mark_over_dot: float = 4.0
    """What is read as a dot is a speck where the marks of its table usually have more than so many times its ink."""

    mark_over_rest: float = 2.5
    """A row tells what marks of its table look like when its fullest status cell has so many times the ink of the
    next: ticks beside dashes have 3.4 or more."""

    rows_of_usual_marks: int = 3
    usual_mark_factor: float = 2.5
    """Unread marks are believed without review when so many rows of the table have one, and this one's ink differs
    from theirs by no more than the factor; ticks of one table differ by 1.1 in print and up to 2.1 by hand."""

    ink_only_confidence: float = 0.9
    """The most that ink alone can say: a blot has ink too."""
