"""Thresholds of pairing a report with its plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReconcileSettings:
    """Plan + report → pairs and findings.

    Similarities were measured on the samples' exact records (45 pairs, 370 other combinations) and on 26 measures of
    our own, all with up to 12 % of their letters misread: rows that are one measure 0.63–1 (19 in 20 above 0.74),
    others at most 0.47. Text alone without procedures at 20 %: 0.64–1 and at most 0.45.
    """

    measure_weight: float = 0.5
    """Share of the measure in the similarity of two rows, the procedure has the rest."""

    crossed_weight: float = 0.95
    """A measure that is the other table's procedure counts a little less than one that is its measure."""

    shortest_part: int = 8
    """Graphemes. A shorter text stands inside a long one by chance ("การใช้อำนาจ" has nine)."""

    text_floor: float = 0.72
    """Similarity from which two rows are taken for one measure; 19 in 20 pairs are above it at 12 % misread letters."""

    partial_floor: float = 0.55
    """Similarity from which two rows left over are proposed as one measure, always for review. Above every unrelated
    pair (0.47), under every true one (0.63)."""

    sure_floor: float = 0.7
    """Similarity of the measures alone, and of the rows, under which a pair is for review. Many measures share a
    procedure ("ประชุมชี้แจง"), so that a dropped and an added one can look like one that was reworded: two ITA indicators
    are alike by 0.6, a sample's truly reworded measure by 0.66."""

    number_floor: float = 0.5
    """The same for rows with the same printed number, also for review. Numbers alone pair nothing: tables are numbered
    anew each year."""

    number_bonus: float = 0.02
    """Added for the same printed number, to decide between near equals only."""

    order_bonus: float = 0.005
    """Added for the same place in the table, fading with distance, to decide between equals only."""

    tie_margin: float = 0.05
    """Two ways of pairing that differ by less in similarity are a tie, named for review."""

    part_floor: float = 0.7
    """Share of a part of a split measure that must stand in the whole. 0.8 loses the samples' splits at 8 % misread
    letters on both sides; unrelated texts reach 0.5."""

    group_gain: float = 0.04
    """A split or merged measure must be so much more similar together than its best single part."""

    common_stretch: int = 5
    part_gain: float = 0.12
    parts_cover: float = 0.4
    """For parts with titles of their own: graphemes in a row that count as the same words, the share of the whole
    that each part must add, and the share that they must say together. Two unrelated rows say under 0.1."""

    near_floor: float = 0.48
    """A row without partner whose best candidate is this similar is for review: a damaged reading may hide the pair.
    Just above unrelated measures."""

    slight_spot: int = 2
    """Graphemes. Scanning damages one or two neighbours at a time; a changed word is longer. At 5 % misread letters
    1.5 % of unchanged rows are still claimed as changed with this, 9 % when the gaps inside are counted as well."""

    noisy_spots: int = 2
    """Small differences in one text from which it is badly read."""

    noisy_spot: int = 4
    """Graphemes of one differing stretch that a badly read text may have by damage alone."""

    slight_share: float = 0.35
    """Share of a text that single damaged letters can make up; beyond it the wording is another."""

    unit_floor: float = 0.8
    """Similarity from which two unit names may be one name misread; shorter names of real units differ by more."""

    agency_floor: float = 0.85
    """Similarity from which two agency names may be one name misread. Neighbouring places have names as alike, so such
    a pair is always for review and needs like measures."""

    content_floor: float = 0.5
    """Share of measures in common from which two documents are plan and report though year or agency is unsure."""

    low_content: float = 0.3
    """Share of measures in common below which a pair of documents is for review though agency and years fit: places
    share names, and a report may answer another plan."""

    follow_up_floor: float = 0.8
    """Similarity from which two follow-up texts, digits aside, are the same follow-up."""

    date_slack_years: int = 1
    """Fiscal years a due date may lie outside of the years of plan and report before it is a finding."""
