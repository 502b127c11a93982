"""One small frozen settings class per stage. Every threshold has its reason and the range that was measured."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """File → upright page images."""

    vector_dpi: float = 300.0
    """Resolution at which pages without a full-page picture are drawn: what Thai marks at 14 pt need to stay apart."""

    min_dpi: float = 150.0
    max_dpi: float = 600.0
    """Bounds on drawing a page of several pictures: scans run from 150 to 600 ppi, thumbnails and masks beyond."""

    max_pixels: int = 40_000_000
    """A page picture beyond this is reduced: A4 at 600 dpi has 35 million pixels, A3 at 400 dpi 31 million."""

    scan_coverage: float = 0.7
    """Share of the page under pictures from which it counts as a scan: scans cover 0.85 to 1, letterheads under 0.2."""

    square_tolerance: float = 1.02
    """Ratio of the two resolutions from which a page is stretched to square pixels: scanners differ by under 1 %."""

    color_chroma: int = 40
    color_share: float = 0.0005
    """A page is coloured when this share of its reduced copy has channels this far apart: a 2 cm red stamp covers
    0.2 % with 80 and more, JPEG noise and yellowed paper stay under 30."""

    check_pixels: int = 256
    check_difference: float = 16.0
    """A stored picture must agree with a small drawing of the page: equal pages differ by under 5 gray levels in the
    mean, turned, mirrored or inverted ones by 25 and more."""

    reduced_side: int = 1700
    """Longer side of the copy on which angles are measured: A4 at 145 dpi, where Thai tone marks are 3 pixels high."""

    paper_window: int = 41
    ink_contrast: int = 30
    """Ink is this much darker than the mean of so many pixels around it, in the reduced copy: faint print has 40."""

    letter_short: int = 2
    letter_thin: int = 4
    letter_long: int = 60
    """Longer side of print in the reduced copy, marks being 3 and a 29 pt title up to 45 pixels; and the shorter side
    of what shows the direction of lines: pieces of a broken streak are 1 or 2 wide."""

    skew_reach: float = 5.0
    skew_coarse: float = 0.25
    """Degrees searched to either side, and the first step; text of a page loses its peak beyond 0.3° from level."""

    skew_points: int = 40_000
    skew_least_points: int = 300
    """Ink edges that are projected at most, and the fewest that say anything; a page has 20,000 to 80,000."""

    profile_window: int = 21
    """Bins of two reduced pixels over which a profile is levelled, so that only its lines count: one line's pitch."""

    direction_peak: float = 2.5
    """How far the best angle must stand above the median one to be lines: text and tables have 6 to 28, noise 1.5."""

    lying_evidence: float = 0.7
    """Log ratio of the profiles down and across from which a page is turned by 90°: pages of text and tables have
    1.0 to 3.4 in the right direction."""

    skew_least: float = 0.05
    """Degrees under which a page is left as it is: a pixel and a half over an A4 line at 200 dpi."""

    vote_strip: int = 280
    core_level: float = 0.4
    """Strips in which lines are judged, and the share of the densest row near by from which rows are the body of a
    line. Of strips of 100, 140, 280 pixels and levels of 0.4 to 0.6, these set upright
    and turned pages furthest apart."""

    core_window: int = 14
    core_least_ink: float = 24.0
    core_height: tuple[int, int] = (4, 24)
    """Reach of that "near by", least ink of the densest row, and heights of a body, in pixels of the reduced copy."""

    vote_least_ink: float = 12.0
    vote_ratio: float = 1.5
    """A piece of line votes when its sides hold this much ink and differ this much."""

    flip_share: float = 0.3
    flip_margin: float = 4.0
    """A page is turned by 180° only when at most this share of at least this clear a vote (standard deviations) says
    it is upright. Upright pages of 14 fonts and sizes have shares of 0.81 and more."""

    doubt_votes: int = 30
    """From this many votes a page that seems upside down, but not clearly, is reported as uncertain."""

    osd_dpi: int = 150
    osd_seconds: int = 20
    osd_confidence: float = 5.0
    osd_agreeing: float = 1.0
    """Confidence from which Tesseract's orientation detector is believed on the reduced copy, and from which it is
    when the vote agrees: it has 12 to 47 on lines of text and is right there, 4 on three short lines, 0.1 on lines of
    capitals, where it is wrong."""

    layer_pictures: float = 0.06
    """Share of a page under pictures up to which its text layer may be whole; emblem and seals cover 0.03."""

    layer_sideways: float = 0.1
    """Share of glyphs that may stand sideways, as a stamp in the margin does."""

    layer_uncovered: float = 0.05
    """Share of letter-sized ink that may lie outside all words, as ticks do; lost text has 0.2 and more."""

    layer_impossible: float = 0.005
    """Share of Thai letters in impossible places: sound text has 0.001 (typing errors), damaged text over 0.0065."""

    layer_letters: int = 400
    """Thai letters from which rates say something: sound text has 28 tone marks and 6 ำ among so many."""

    layer_tone_marks: float = 0.03
    """Tone marks per Thai letter: sound text has 0.06 to 0.07, text whose marks are private glyphs 0.03 and less."""

    layer_words: float = 0.965
    layer_unknown: int = 20
    """Share of Thai letters in known words: sound memo text has 0.995, text with one letter in twenty wrong 0.93.
    So many letters may always be unknown: two names on a short page."""

    layer_word_gap: float = 0.15
    """White that ends a word of the layer, in heights of a glyph: spaces have 0.25, justified letters up to 0.1."""

    layer_rule_points: float = 3.0
    """Thickness of a rule in points; thicker boxes are shading."""


@dataclass(frozen=True, slots=True)
class LayoutSettings:
    """Page image → rules, grids, line boxes. Lengths are inches, or body heights (of a plain consonant) where said."""

    paper_kernel: float = 0.12
    """Inches. Wider than any stroke of print (bold 29 pt: 0.03), narrower than a header band (0.3)."""
    darkest_threshold: float = 120.0
    lightest_threshold: float = 200.0
    """Bounds of the threshold on ink/paper × 255: a nearly empty page gives Otsu nothing to separate."""

    grain_pixels: float = 2.0
    """Pixels of ink in a square of 5 × 5 up to which it is grain; a dot of a leader has 4 at 150 dpi."""

    stretch: float = 0.1
    """Inches over which the shade along a rule is averaged; dashes are up to 0.06 long and as far apart."""
    faintest_rule: float = 16.0
    """Shade (of 255) by which a rule is darker than the white beside it: rules of 0.5 pt printed in grey have 30 at
    150 dpi, ink shining through from the back of the sheet 5 to 20."""
    solid_share: float = 0.7
    """Share of a solid rule's length that is ink; dots and dashes have 0.2 to 0.6."""
    shortest_run: float = 0.18
    """Inches of unbroken ink that may be a piece of a rule; letters of 16 pt have straight runs up to 0.13."""
    parted_run: float = 0.4
    """Inches: stretches in which a run is looked at that is no thin stroke as a whole."""
    least_dotted: float = 0.6
    """Inches: the shortest rule made of dots or dashes."""
    free_distances: tuple[float, ...] = (0.02, 0.032)
    twin_distances: tuple[float, ...] = (0.05, 0.065)
    """Inches from a rule where white is looked for, for single and for double rules."""
    free_share: float = 0.6
    dotted_free_share: float = 0.85
    """Share of a rule's length that must have white on each side: letters touch rules here and there, and marks of
    an empty column never; runs of letters have at most half."""
    thickest_rule: float = 0.045
    """Inches; rules are 0.5 to 2.25 pt (0.007 to 0.03), thicker ones grow when photocopied."""
    widest_gap: float = 0.17
    """Inches of break inside one rule."""
    widest_drift: float = 0.012
    """Inches that two pieces of one rule may lie apart across it."""
    least_coverage: float = 0.6
    """Share of a rule's length that must be ink."""
    least_horizontal: float = 0.35
    least_vertical: float = 0.23
    """Inches. The narrowest columns are about 0.4 wide; a one-line row is about 0.25 high."""

    drift_allowance: float = 0.012
    steepest: float = 0.012
    """Inches, and share of its length, that a rule may run off the page's axes: what is left of the skew is 0.002,
    the warp of a page fed askew 0.008, a pen stroke under a signature 0.04."""

    touch: float = 0.06
    """Inches by which crossing rules may miss each other."""
    thinnest_share: float = 0.55
    """Of the usual weight of a table's rules, that a rule with a loose end must have; streaks have 0.3 to 0.5."""
    long_share: float = 0.8
    whole_rules: int = 3
    """Rules of this share of the longest are a table's long ones; where so many of those are whole, no short one is
    dotted: heads of letters that run together in a one-bit scan look like it."""
    completing_share: float = 0.8
    """Of the way between two rules that a rule with a loose end must cover to rule off a row or column."""
    completing_part: float = 0.6
    least_completing: float = 1.0
    """Share of its length, or inches, that it must rule off in all; the latter for rules that a streak runs on from."""
    least_cell: float = 0.14
    """Inches: the usual row and column of a table is at least so high and wide."""
    least_rules: int = 3
    """Fewer rules than this make an underline or a bracket, not a table."""
    same_line: float = 0.05
    """Inches between rules of one lattice line: double rules are 0.02 to 0.04 apart, rows at least 0.15."""
    open_side: float = 0.12
    """Inches that columns (rows) must run past the last row (column) line for the table to be open there."""
    ruled_share: float = 0.5
    """Share of a cell's side that must be ruled for the side to count."""
    ink_inset: float = 0.03
    """Inches kept away from a cell's rules when its ink is measured."""

    same_level: float = 0.5
    """Body heights by which the baselines of lines side by side may differ."""
    level_gap: float = 0.45
    """Body heights of white that part two stretches of print; letters have up to 0.2, words 0.4."""
    valley_width: float = 0.8
    """Body heights: cells are set 0.9 to 1.5 apart, words of justified text further, but not under each other."""
    valley_crossings: float = 0.04
    """Share of lines that may cross the white between two columns, and one line at least: headings over several."""
    spanning_width: float = 2.2
    """Body heights from which print may run across the white between two columns; marks are narrower."""
    header_levels: int = 4
    """Lines from the top of a table without rules among which such a heading may stand."""
    least_valleys: int = 2
    least_levels: int = 5
    least_column_lines: int = 1
    """A table that has no rules to show it has three columns, five lines, and two of them in every column."""
    least_bare: float = 3.5
    """Inches: the least width of a table without any rule; seals have 1.6, two signatures side by side 3."""
    least_partial: float = 1.2
    """Inches: rules under a heading over several columns are at least so long, strokes of letters never."""
    aligned_share: float = 0.3
    """Share of its lines that have print in three columns at least."""
    run_on_reach: float = 3.5
    most_above: int = 1
    """Body heights between the lines of a row that the page break has cut, and how many lines may stand over it: the
    page's number."""
    level_reach: float = 6.0
    """Body heights from one line of such a table to the next at most."""
    unparted_share: float = 0.45
    """Share of a ruled table's height from which its last row may be many rows with no rule between them."""
    number_width: float = 3.5
    heading_lines: int = 2
    heading_pitch: float = 1.25
    """Body heights: the widest running number ("๑๐.๑") has 3; lines of its column's heading that may be wider; and
    line heights up to which the next line of that heading follows."""
    main_column: float = 0.35
    full_level: float = 0.75
    row_gap: float = 1.45
    row_leading: float = 1.12
    """Columns with so many lines, as a share of the longest, have print in every row; columns of marks have not.
    Without numbers a row begins where the second share of those has print, and one of them had none for so many
    line heights, or all are that much further apart than lines: cells have 0.1 to 0.2 of white around their text."""

    speck: float = 0.011
    """Inches: blobs of less area than this square are grain (a full stop is 0.02 wide)."""
    smallest_body: float = 0.04
    largest_body: float = 0.2
    usual_body: float = 0.078
    """Inches: heights that can be a consonant's; the last is that of 16 pt print."""
    least_letters: int = 12
    """Letters needed to measure the page's own body height."""
    tallest_letter: float = 4.5
    """Body heights: the title's letters with their marks reach 3.5, the emblem 7."""
    dash_height: float = 0.38
    """Body heights from the baseline to the lower edge of a dash, in 16 Thai fonts 0.35 to 0.45."""
    measured_letters: int = 4
    surely_measured_letters: int = 10
    """A line of so many letters is measured by itself: from the first on when its letters are clearly of another size
    than the page's (a title), from the second on always. Few letters may be capitals or digits, 1.2 bodies high."""
    same_size: float = 0.08
    same_size_share: float = 0.25
    """A line has the page's size when this share of its letters is within the first of it: Thai digits are 0.78
    bodies high, and print of 14 pt beside 16 pt has 0.88."""
    leader_dot: float = 0.3
    leader_dots: int = 6
    """Body heights that a dot of a leader has at most, and how many make one. Letters that stand on a leader end
    where its dots end, up to a fifth of a body under the baseline."""
    grown_together: float = 1.8
    """Body heights of a letter's mean width from which the letters of a line have grown together (plain print has
    0.7 to 1.1), so that their edges no longer tell the baseline; the ink's rows do then."""
    joined_lines: float = 2.4
    """Body heights from which a blob may be two lines grown together."""
    least_body_share: float = 0.62
    """Body heights: smaller blobs are marks, dots and dashes."""
    edge_slack: float = 0.3
    """Body heights by which the edges of neighbours on a line may differ."""
    linked_neighbours: int = 3
    """Neighbours to the right that a letter is linked to; more only cost time."""
    stray_reach: float = 0.8
    """Body heights (0.3 of them overlap) within which a small group over or under letters belongs to them."""
    stack_reach: float = 0.3
    """Body heights of white between a vowel over a letter and the tone mark over that."""
    lone_reach: float = 0.3
    """Body heights between a letter that stands alone and the marks over it; lines are 0.6 apart and more."""
    mark_reach: float = 1.3
    """Body heights from a mark to its letter: a tone mark over an upper vowel is 0.6 away."""
    widest_white: float = 4.0
    """Body heights of white inside one line outside tables; wider white parts two boxes ("ที่ …   วันที่ …")."""
    least_line: float = 0.018
    """Inches: a line has at least this square of ink; a hyphen has 0.024."""
    least_extent: float = 1.2
    """Body heights, width and height together, of the smallest line outside tables: a letter has 1.6, a speck 0.5."""
    title_letter: float = 1.4
    """Body heights of a title's letters, whose marks are as large as the page's letters (29 pt over 16 pt: 1.8)."""
    crowd_reach: float = 0.5
    least_crowd: int = 5
    """Specks nearer to each other than this (body heights), and at least so many, are broken writing and no grain."""
    page_edge: float = 0.3
    """Inches from the edge of the sheet where thin strokes are its shadow; print begins at 0.5."""
    widest_picture: float = 3.2
    """Inches: emblems, seals, stamps and signatures are up to 2.5 wide."""
    least_streak: float = 1.0
    long_streak: float = 2.5
    """Inches from which an upright line outside tables is taken out of the ink, and from which it is told."""
    strong_rule: float = 1.0
    wide_rule: float = 3.0
    """Inches of a rule that no letter or stroke of a pen can be, and of one that may run over a whole table."""


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
    leader_regular: float = 0.8
    """A box is a leader alone from this width in heights on, when this share of its blobs fill their boxes so far
    (dots 0.7 to 1, letters 0.2 to 0.5) and this share of its steps has one pitch."""

    low_confidence: float = 0.6
    """Characters under this calibrated confidence are doubted one by one."""

    min_line_height: int = 24
    max_line_height: int = 110
    """Line pictures are brought into this range of heights: 16 pt is 30 pixels at 150 dpi and 60 at 300."""

    margin: int = 10
    """White pixels around a line picture; Tesseract loses letters that touch the edge."""

    min_contrast: int = 40
    """Gray levels between paper and darkest pixel under which a box is empty: pale pencil has 60, dirt 20."""

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
    """A number is doubted when one of its digits has less confidence."""
    least_candidate: float = 0.002
    unsure_word: float = 0.98
    """Words that no list has, or that are a known misreading away from likelier ones, are doubted when a character in
    them has less confidence: that found 57 of 117 wrong lines of 52 pages and 7 of 2,958 right ones."""
    low_confidence: float = 0.75
    """Characters under this confidence are doubted one by one."""

    reliability: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    """Points (chance, share of characters right), rising: what a chance is worth."""

    def calibrate(self, chance: float) -> float:
        """What share (0-1) of characters of that chance is right: straight lines between the points."""
        for (x0, y0), (x1, y1) in pairwise(self.reliability):
            if chance <= x1:
                return y0 + (y1 - y0) * (chance - x0) / (x1 - x0)
        return self.reliability[-1][1]


@dataclass(frozen=True, slots=True)
class TableSettings:
    """Grids × text → tables over pages, headings."""

    heading_fit: float = 0.74
    """Similarity (0–1, on comparison keys) from which a heading is recognised. Wordings of two meanings come as close
    as 0.79 ("วิธีดำเนินการ", "วันที่ดำเนินการ"), so a lead is asked for as well. With every tenth letter wrong, 6 %
    of the headings of the samples fall below; none was taken for another meaning."""

    heading_lead: float = 0.06
    """How far the best meaning must lead the next one; below it the heading counts as unclear."""

    heading_damaged: float = 0.4
    """Similarity from which an unknown heading may be a known one that was misread, and a person must look. With
    every fifth letter wrong, a lost heading still had 0.43; values of cells
    ("กองคลัง", "การใช้อำนาจ") have 0.29 to 0.45."""

    short_heading: int = 4
    """Wordings with keys up to this length ("ที่", "ข้อ") must agree fully: one wrong letter makes another word."""

    status_fit: float = 0.80
    """As `heading_fit`, for columns of status marks. A heading that lost its "ยังไม่" still agrees to 0.75 with
    "ดำเนินการแล้ว": there a wrong guess turns "not started" into "done"."""

    status_lead: float = 0.10
    """As `heading_lead`, between two statuses."""

    header_rows_most: int = 3
    """A header has at most so many rows, title rows and rows of column numbers not counted."""

    header_repeat: float = 0.35
    """Mean similarity from which a first row is the damaged repetition of a header that was read on another page.
    With every tenth to fourth letter wrong, headers agreed to 0.27 to 0.7, rows of the body to 0.05 at most."""

    header_doubt: float = 0.25
    """As above: from here a first row is kept as a row, but a person must look."""

    heading_length_most: int = 80
    """A longer text is no heading: the longest of the samples has 42 characters, outer heading included."""

    edge_rows: float = 0.5
    """Share of rows in which a column edge must stand: a false rule shows in one row or two, a true one in all but
    the outer header row (2 of 3 rows in the smallest table with a two-row header)."""

    edges_fit: float = 0.08
    """Mean difference of column edges, as a share of the table width, up to which two pieces have the same columns
    although the second has no header; one edge may differ twice as much. Most tables of the samples differ by less
    than 0.001 from page to page; one whose widths change on every page differs by 0.045, one edge by 0.09."""

    edges_fit_with_header: float = 0.20
    """As above, when the header is repeated and agrees: then the text is the stronger witness."""

    margin_band: float = 0.12
    """Share of the page height at top and bottom where running heads and page numbers stand."""

    column_filled: float = 0.8
    """Share of rows with text from which a column counts as always filled, so that an empty cell in it tells that
    a row was cut by the page break."""


@dataclass(frozen=True, slots=True)
class MemoSettings:
    """Tables and lines → memo facts."""

    same_strip_overlap: float = 0.5
    """Share of the lower height that two boxes must share to stand on one baseline. Labels (20 pt) beside values
    (16 pt) share 0.7 to 1.0; lines below each other share under 0.25 even with tall marks."""

    tall_box: float = 1.5
    """A box of so many times the page's usual line height is handwriting or a stamp: printed labels have up to 1.3,
    handwritten numbers 1.6 to 3."""

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

    mark_over_rest: float = 2.5
    """A row tells what marks of its table look like when its fullest status cell has so many times the ink of the
    next: ticks beside dashes have 3.4 or more."""

    rows_of_usual_marks: int = 3
    usual_mark_factor: float = 2.5
    """Unread marks are believed without review when so many rows of the table have one, and this one's ink differs
    from theirs by no more than the factor; ticks of one table differ by 1.1 in print and up to 2.1 by hand."""

    ink_only_confidence: float = 0.9
    """The most that ink alone can say: a blot has ink too."""


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


@dataclass(frozen=True, slots=True)
class WorkbookSettings:
    """Records → workbooks."""

    font: str = "Tahoma"
    """Has Thai and is on every Windows and macOS; LibreOffice elsewhere takes a Thai font of like width. The Sarabun
    fonts of the memos are missing on many machines, and their replacement is half again as wide, which cuts text."""

    font_size: float = 10.0
    """Points. 10 is readable on screen; printed pages are scaled to their width."""

    line_points: float = 15.0
    """Height of one wrapped line. Thai fonts of Linux need 15.9 (Loma) to 19.8 (Umpush) at 10 pt when they set it;
    beside a Latin font, as spreadsheets mix them, 12 to 13. Rows at 16.5 stood a third empty."""

    wrap_loss: float = 2.5
    """Characters of a line lost to breaking at words: Thai words in memos have 2 to 8 letters, so half of the mean."""

    thai_width: float = 1.08
    """Mean width of a Thai letter in digits of the same font, on the wording of measures: 0.96 in Waree, 1.01 in
    Laksaman, 1.08 in Loma, which comes nearest to Tahoma."""

    tallest_row: float = 409.0
    """Points; Excel refuses more. Text that needs more is drawn smaller, down to `smallest_font`."""

    smallest_font: float = 7.0
    """Points; under this nobody reads. A cell that needs more room still than that says so in a note."""

    picture_height: int = 150
    """Pixels on screen: five lines of a scanned cell, about what its text needs in the next column."""

    picture_detail: float = 2.0
    """Stored pixels for each on screen, so that a person can enlarge: at 2, a scan of 200 dpi keeps all its pixels."""

    diff_shortest_equal: int = 3
    """Letters. Shorter equal stretches between two differences are drawn as part of them: two equal letters in
    different words are chance."""


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """Many files: workers and limits."""

    call_seconds: float = 300.0
    """A page that takes longer is given up. The slowest sample page takes 15 s on a busy core; ten times that and
    more still counts as slow, not as hung."""

    calls_per_worker: int = 500
    """A worker is replaced after so many calls, so that a leak in a library cannot grow without end."""

    calls_queued_per_job: int = 4
    """Calls waiting per worker: enough to keep it busy, few enough that 8,000 files stay small in memory."""

    picture_pages: int = 4
    """Page images kept for cutting out cell pictures; a page is 4 to 25 MB, and values come sorted by page."""
