"""Thresholds of reading lines and of doubting what was read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """Line boxes → text."""

    page_seconds: float = 240.0
    """Tesseract is stopped after so long on one page: before the batch gives the worker up, so that none is left
    running without a parent. A dense page takes 5 s."""

    leader_dot: float = 0.13
    leader_dot_pixels: float = 5.0
    """Shares of the line's height, and pixels at the least: a leader's dots are no larger. In 20 pt label lines at
    200 dpi they are 3 to 5 of 45 to 70."""
    leader_level: float = 0.05
    """Share of the line's height by which the dots of one leader may differ in height; skew adds some."""
    leader_jitter: float = 0.35
    """Share of the pitch by which a step between two dots may differ from it."""
    leader_dots: int = 6
    """Fewer dots in a row are full stops: "..." and "พ.ศ." stay."""
    leader_box: float = 0.1
    """Inches: a box with nothing but a leader is no higher. Dots have 0.02, and one that slopes by half a degree over
    six inches 0.07; plain letters have 0.1."""
    leader_flat: float = 6.0
    leader_fill: float = 0.6
    leader_height: float = 0.04
    leader_regular: float = 0.8
    """A box is a leader alone from this width in heights on, when this share of its blobs fill their boxes so far
    (dots 0.7 to 1, letters 0.2 to 0.5) and this share of its steps has one pitch, and they are no higher, in inches: on
    110 scans dots had 0.013 to 0.025, letters of lines without marks 0.06 to 0.1."""

    low_confidence: float = 0.6
    """Characters under this calibrated confidence are doubted one by one."""

    min_line_height: int = 24
    max_line_height: int = 110
    """Line pictures are brought into this range of heights: 16 pt is 30 pixels at 150 dpi and 60 at 300."""

    margin: int = 10
    """White pixels around a line picture; Tesseract loses letters that touch the edge."""

    min_contrast: int = 40
    """Gray levels between paper and darkest pixel under which a box is empty: pale pencil has 60, dirt 20."""

    coloured: int = 50
    least_coloured: float = 0.03
    most_coloured: float = 0.4
    """Gray levels between the brightest and the darkest channel of coloured ink (JPEG gives black print up to 30), and
    the shares of a line's ink between which it is something over the print (0.03 to 0.2), not the print itself (stamps:
    0.5 to 1)."""

    written_gap: float = 2.0
    written_height: float = 0.6
    """Body heights of a gap in which something may be written (spaces of justified text have up to 1.5), and of
    coloured ink in it that is more than a speck or the rim of a stamp."""

    coloured_excess: int = 20
    coloured_depth: float = 0.85
    """Gray levels by which a character's darkest ink is more coloured than the paper when it is no print (pens and
    stamps on 30 colour scans: 20 to 120, print up to 16), and up to what share of its depth in gray it has in the
    brightest channel (0.31 to 0.84; print that a stamp passes 0.88 and more)."""

    word_gap: float = 0.22
    word_gap_ratio: float = 2.0
    word_gap_letters: int = 4
    """White that is a space: this many heights of the line's ink, and this many times the line's median gap, once
    it has so many. On 140 rendered lines with 270 spaces, 0.15 to 0.25 and no ratio gave 47 to 267 wrong spaces,
    0.18 to 0.25 with ratios of 1.8 to 2.2 gave 33 to 44."""

    latin_short: int = 4
    latin_short_confidence: float = 0.96
    latin_confidence: float = 0.94
    """Latin words are doubted up to this confidence, those of so few letters up to the other: misread Thai numbers
    ("lo" for ๒, "ac" for ๘๔) stay under these, nine in ten true Latin words lie above."""

    misread_chance: float = 0.15
    """Chance from which a Thai word read by Tesseract is doubted, because another word may stand there. On 1,770 lines
    of the samples, 0.30 found 89 % of the wrong lines without another doubt and doubted 0.3 % of the right ones;
    0.15 found 94 % for 0.5 %, 0.02 no more for 2.0 %."""

    misread_candidates: int = 3
    """So many likelier words are named at most."""

    unknown_chance: float = 0.5
    """Chance from which Thai letters read by Tesseract are doubted because they make no known word; 0.2 to 0.5 did
    the same."""

    layer_confidence: float = 0.98
    """Confidence of characters of a text layer that passed the damage test."""

    layer_gap: float = 0.1
    """Width of white that is a space between words of a text layer, in heights of the word."""


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The package's own reader: scores of the net → characters."""

    sharpness: float = 1.0
    """Factor on the net's scores before they become chances (temperature scaling)."""
    sure_blank: float = 0.9995
    sure_output: float = 0.995
    """Chance from which an output is surely blank, and from which an island of outputs has one reading only."""
    least_repeat: int = 3
    """Outputs between two equal characters, at the least: a nearer second one is an echo of the first. On 52 pages
    echoes lay 0 to 2 apart, true pairs ("รร", "55") 4 to 12."""
    beams: int = 8
    least_output: float = 0.0005
    least_reading: float = 0.0002
    """Bounds of the search where it is not sure: readings kept, chance of a class, share of the best reading."""

    language_say: float = 0.25
    """How much the model of Thai letters counts against the picture where that is not sure; 0 silences it."""

    guessed_bodies: float = 2.6
    guessed_depth: float = 0.5
    """Of a line whose letters nobody measured: its height, and its ink under the baseline, in bodies."""

    unsure_digit: float = 0.96
    """A number is doubted when one of its digits has less confidence: that leaves 0.7 digits in 1,000 wrong and
    unmarked on the lines of `pipeline.training.calibration`, most of them worn, copied or of one bit, and marks 4.2 %
    of the right ones; 0.98 leaves 0.4 and marks 5.7 %."""
    least_candidate: float = 0.002
    unsure_word: float = 0.98
    """Words that no list has, or that are a known misreading away from likelier ones, are doubted when a character in
    them has less confidence: that found 57 of 117 wrong lines of 52 pages and 7 of 2,958 right ones."""
    low_confidence: float = 0.75
    """Characters under this confidence are doubted one by one."""
    least_legible: float = 0.7
    least_letters: int = 3
    """A line of so many letters is not legible under this mean confidence. On 7,786 lines of scans with stamps and
    handwriting, 34 of print were under it, with 98 % of their letters wrong, and 122 of what is no print; between it
    and 0.8 seven in eight are wrong still, above 0.9 one in 25."""

    deepest_line: float = 1.7
    highest_line: float = 3.5
    """Bodies of a line's box under its baseline, and over it, from which another line is in it. Of 4,723 lines, 99 in
    100 reach 1.4 under it; of seven past 1.7 six had lost the next line. Ticks and stamps make boxes higher."""

    tall_bodies: float = 1.5
    tall_ink: int = 110
    tall_width: float = 0.65
    tall_pixels: int = 12
    """A stroke of so many bodies, of this darkness in a strip (of 255), is no printed digit (those have 0.8 to 1.3).
    So many pixels of it within this width (in bodies) about a digit's middle, between baseline and body, and the digit
    is doubted: 20 of 1,625 that were read were, most of them under stamps."""

    reliability: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    """Points (chance, share of characters right), rising: what a chance is worth."""

    def calibrate(self, chance: float) -> float:
        """What share (0-1) of characters of that chance is right: straight lines between the points."""
        for (x0, y0), (x1, y1) in pairwise(self.reliability):
            if chance <= x1:
                return y0 + (y1 - y0) * (chance - x0) / (x1 - x0)
        return self.reliability[-1][1]
