"""Thresholds of finding rules, cells and lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutSettings:
    """Page image → rules, grids, line boxes. Lengths are inches, or body heights (of a plain consonant) where said."""

    paper_kernel: float = 0.12
    """Inches. Wider than any stroke of print (bold 29 pt: 0.03), narrower than a header band (0.3)."""
    darkest_threshold: float = 120.0
    lightest_threshold: float = 200.0
    """Bounds of the threshold on ink/paper × 255: a nearly empty page gives Otsu nothing to separate."""
    faintest_ink: float = 224.0
    faded_reach: float = 0.2
    faded_share: float = 0.025
    """Shade of print that is faded in places, at most: faded words have 195 to 215, the back of the sheet shining
    through 230 to 245; inches around it in which nothing darker stands; and share of that square which it fills at
    least: specks do so by 0.005, a digit by 0.04."""
    pale_share: float = 0.15
    """Share of a page's ink that is paler than print usually is from which its print has faded: pages with faded
    places have 0.2 to 0.6, others up to 0.1."""

    grain_pixels: float = 2.0
    """Pixels of ink in a square of 5 × 5 up to which it is grain; a dot of a leader has 4 at 150 dpi."""
    hairline_dots: float = 2.0
    hairline_share: float = 0.8
    """Pixels of ink in a stretch of a line from which single dots make a dotted hairline, and their share of those
    within four pixels of it."""

    stretch: float = 0.1
    """Inches over which the shade along a rule is averaged; dashes are up to 0.06 long and as far apart."""
    faintest_rule: float = 16.0
    """Shade (of 255) by which a rule is darker than the white beside it: rules of 0.5 pt printed in grey have 30 at
    150 dpi, ink shining through from the back of the sheet 5 to 20."""
    solid_share: float = 0.7
    """Share of a solid rule's length that is ink; dots and dashes have 0.2 to 0.6."""
    least_unbroken: float = 0.09
    """Inches from one break of a solid rule to the next, in the mean: letters of 16 pt are 0.065 wide with the white
    between them, rules whose toner has come off in places hold for 0.18."""
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
    bent_rule: float = 1.0
    bend_stretch: float = 0.5
    """Inches from which a rule may be bent, and along it in which it is taken for straight."""
    bowed_rule: float = 3.0
    bowed_pieces: int = 3
    """Inches, and stretches, of a rule from which it may be bowed as the sheet was: 0.03 inches over a page's width."""
    directed_chain: float = 1.0
    widest_swerve: float = 0.018
    """Inches from which the pieces of a rule show its direction, and that the next piece may lie off it."""
    least_coverage: float = 0.6
    """Share of a rule's length that must be ink."""
    ghost_pale: float = 0.4
    ghost_gap: float = 0.55
    ghost_least: float = 0.02
    ghost_most: float = 0.25
    ghost_between: float = 0.1
    ghost_print: float = 80.0
    ghost_width: float = 2.0
    ghost_height: float = 0.35
    ghost_letter: float = 0.05
    """Pieces of ink under this share of the usual piece's darkness show through the sheet, where hardly any (so little
    of theirs) lie between it and the next share: on pages with such print they have 0.2 to 0.4 and nothing has 0.4 to
    0.6; worn and faded print has all from 0.4 on. They are so much of the ink, no more than that (else print has
    faded); the usual piece is so dark (of 255); and they are no larger than words and not all lower than letters, in
    inches."""
    worn_coverage: float = 0.3
    worn_drift: float = 0.02
    worn_length: float = 0.4
    worn_lines: int = 3
    worn_side: float = 2.0
    worn_lost: float = 0.25
    worn_palest: float = 40.0
    worn_paler: float = 0.3
    """Of the rules of a worn copy: the share of a table's width or height that the pieces of one cover at the least
    (0.39 to 0.85; strokes of letters 0.03); inches that two pieces may lie apart across it;
    inches of all its pieces; so many of them each way; inches of the table's shorter side; and the share of their
    length that no table has a rule for (0.4 to 1; on other pages 0 to 0.1). Pieces are at least so dark (of 255), and
    of most pieces' darkness so much: worn ones have 52 and more, rules that show through the sheet 24 to 30."""
    bridge_share: float = 0.9
    """Share of the way from one rule to the next in its line that must be ink where a streak or a stamp hides it; a
    tall letter that chances to stand there fills 0.7 of a row."""
    reaching_gap: float = 1.0
    reaching_share: float = 0.8
    """Inches on the way to the next rule across it over which a rule is moved on, and the ink on that way, as a share
    of the rule's own: dots have 0.9 with the rule's letters, a row of letters without a rule 0.6."""
    bridge_drift: float = 0.024
    """Inches that two such rules may lie apart across: next to a streak one seems to lie between the two."""
    least_horizontal: float = 0.35
    least_vertical: float = 0.23
    """Inches. Most columns are wider than 0.4; a one-line row is about 0.25 high."""
    least_rung: float = 0.15
    rung_reach: float = 0.03
    """Inches of a shorter rule that goes from one upright rule to the next, and that it may miss them by: a row of a
    narrow column ("ที่": 0.3) beside merged cells."""

    drift_allowance: float = 0.012
    steepest: float = 0.012
    """Inches, and share of its length, that a rule may run off the page's axes: what is left of the skew is 0.002,
    the warp of a page fed askew 0.008, a pen stroke under a signature 0.04."""

    leaning_over: float = 0.3
    least_leaning: int = 3
    """Inches that a line which leans may seem to run on over the last rules across it; and how many of a page's lines
    do so when it is the page that leans, not one streak."""
    touch: float = 0.06
    """Inches by which crossing rules may miss each other."""
    thinnest_share: float = 0.55
    """Of the usual weight of a table's rules, that a rule with a loose end must have; streaks have 0.3 to 0.5."""
    ghost_share: float = 0.4
    """The same of a broken rule beside whole ones: dots have 0.5 and more, rules of the other side of the sheet 0.3."""
    long_share: float = 0.8
    whole_rules: int = 3
    """Rules of this share of the longest are a table's long ones; where so many of those are whole, no short one is
    dotted: heads of letters that run together in a one-bit scan look like it."""
    apart_share: float = 0.34
    """Share of the rules it meets from which a dotted rule may be parted by white: faint print breaks off anywhere."""
    bracket_room: float = 0.025
    bracket_rows: float = 0.8
    bracket_gaps: float = 8.0
    """Inches of white that brackets under each other keep on both sides of a row's rule, and the share of rows in which
    they all do; dots of a rule are 0.02 apart. And how many such gaps there are for each row at most: one behind each
    of its brackets; coarse dotted rules have 20."""
    completing_turn: float = 0.05
    """Inches that such a rule may run off the direction of its parallels: a table's rules do so by 0.005, streaks lie
    as the page does not."""
    completing_share: float = 0.8
    broken_share: float = 0.4
    """Of the way between two rules that a rule with a loose end must cover to rule off a row or column; and where the
    rule goes on in the same line behind a gap."""
    completing_rounds: int = 6
    """How often rules are looked at again because others were kept; most tables need one round, none more than four."""
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
    open_surely: float = 0.2
    """Inches that most columns (rows) must run past the last row (column) line for the table to be open there, and
    that two of them must: stems of letters reach up to 0.16."""
    closed_share: float = 0.9
    closed_columns: float = 0.6
    """Share of the table's width that its last row line rules, and of its columns that end there, where nothing is open
    whatever runs on: at a page break all columns do."""
    ruled_share: float = 0.5
    """Share of a cell's side that must be ruled for the side to count."""
    break_slack: float = 0.02
    """Inches by which a break in a rule may fall short of the rules of a row to take all of it."""
    turned_ink: float = 0.01
    turned_shape: float = 1.15
    turned_height: float = 0.3
    read_along: float = 0.9
    """Text may run up or down in a cell with this share of ink, which is at least so many inches high; cell and ink are
    so many times as high as wide ("ต.ค." is 1.3 times as long as high); and what was read along x has no more
    confidence, where text that does run so has 0.98 and more."""
    turned_inset: float = 0.012
    turned_margin: float = 0.25
    """Inches of such a cell that are left out along its rules, and of paper around it on the sheet for reading it."""
    turned_letters: int = 2
    turned_sure: float = 0.85
    """Letters that a turned cell must give, and their mean confidence: rules, ticks and crossings give none."""

    longest_bar: float = 0.9
    arrow_head: float = 0.06
    empty_ink: float = 0.004
    """Share of a table's width that a bar of a time plan is at most; inches that the head of an arrow stands off its
    line; share of ink in a cell with nothing but grain (a dash in the narrowest column has 0.01)."""
    ink_inset: float = 0.03
    """Inches kept away from a cell's rules when its ink is measured."""

    stamp_gap: float = 0.1
    least_stamp: float = 0.6
    """Inches between the letters and the rim of a seal, and its least breadth; ticks have 0.2 to 0.5."""
    coloured_excess: int = 18
    coloured_reach: float = 0.3
    least_black: float = 0.6
    """Difference of a pixel's brightest and darkest channel over the mean of what is around it, within so many inches,
    from which its ink is coloured (black print has up to 16), and the share of black ink in a page, or a box, that is
    not a stamp's or a pen's."""

    same_level: float = 0.5
    """Body heights by which the baselines of lines side by side may differ."""
    row_above: float = 2.2
    letter_with_marks: float = 1.5
    tail: float = 0.45
    """Body heights over a baseline that a row's first line takes with all its marks, that usual letters with a mark
    reach, and that tails reach below it: rows are parted in the middle of what is left."""
    speck_size: float = 0.35
    """Body heights, both ways, of a spot that stands alone on its line and is no print; a dash is 0.4 wide."""
    level_gap: float = 0.45
    """Body heights of white that part two stretches of print; letters have up to 0.2, words 0.4."""
    valley_width: float = 0.8
    """Body heights: cells are set 0.9 to 1.5 apart, words of justified text further, but not under each other."""
    valley_slack: float = 0.2
    """Body heights by which print must reach over a valley's middle on both sides to cross it."""
    cut_print: float = 0.6
    """Body heights between two parts of a text that a rule has cut; texts of two cells are further apart."""
    valley_crossings: float = 0.04
    """Share of lines that may cross the white between two columns, and one line at least: headings over several."""
    spanning_width: float = 2.2
    """Body heights from which print may run across the white between two columns; marks are narrower."""
    standing_distances: tuple[float, float] = (0.008, 0.026)
    standing_share: float = 0.1
    """Inches over a rule where letters that stand on it have ink, and the share of its length that they take at
    least: cells keep 0.03 of white over their rule, but for a vowel or two."""
    text_between: float = 0.8
    """Body heights that text between two tables of one width stands further under the first than a row's first line
    does under its rule."""
    section_inset: float = 1.2
    """Body heights from the table's left edge within which the heading of a section begins."""
    header_levels: int = 4
    """Lines from the top of a table without rules among which such a heading may stand."""
    least_valleys: int = 2
    least_levels: int = 5
    least_column_lines: int = 1
    """A table that has no upright rules has three columns; one whose rows are parted has five lines; and lines that a
    column has at least: a mark in one row may be all that a status column holds."""
    least_bare: float = 3.5
    least_bare_levels: int = 6
    """Inches, and lines: the least of a table without any rule; seals have 1.6, two signatures side by side 3, and the
    head of a memo has five lines with wide gaps."""
    least_word: float = 1.2
    """Body heights that half of the stretches of its print are wide at least: words have 3 to 10, broken ones 0.5."""
    sectioned_share: float = 0.75
    """Share of such a table's lines that are no headings of sections: the head of a memo has as many single lines."""
    least_partial: float = 1.2
    """Inches: rules under a heading over several columns are at least so long, strokes of letters never."""
    aligned_share: float = 0.3
    """Share of its lines that have print in three columns at least."""
    run_on_reach: float = 3.5
    most_above: int = 1
    """Body heights between the lines of a row that the page break has cut, and how many lines may stand over it: the
    page's number."""
    header_rows: int = 3
    least_under: int = 2
    """Rows of a ruled lattice that may be all head, and lines that stand in its columns under it at least, for them to
    be the rows of its table."""
    headed_share: float = 0.75
    """Share of a table's columns that have a heading where no rule stands over them; a line of text has none."""
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
    short_rows: float = 0.9
    """Columns with so many lines, as a share of the longest, have print in every row; columns of marks have not.
    Without numbers a row begins where the second share of those has print, and one of them had none for so many
    line heights, or all are that much further apart than lines: cells have 0.1 to 0.2 of white around their text.
    Where so many lines are full, each is a row."""

    speck: float = 0.011
    """Inches: blobs of less area than this square are grain (a full stop is 0.02 wide)."""
    smallest_body: float = 0.04
    largest_body: float = 0.2
    usual_body: float = 0.078
    """Inches: heights that can be a consonant's; the last is that of 16 pt print."""
    least_letters: int = 12
    """Letters needed to measure the page's own body height."""
    grown_with_mark: tuple[float, float] = (1.4, 1.7)
    plain_share: float = 0.5
    """Body heights of a consonant with one mark on it, and the share of their votes that plain ones of a page have at
    least, whose letters have grown together with their marks: 0.7; digits are 0.78 bodies high, out of this reach."""
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
    one_line: float = 2.7
    """Body heights of a line's ink up to which it is one line: two tone marks' room above, a vowel's tail below."""
    joined_lines: float = 2.4
    """Body heights from which a blob may be two lines grown together."""
    joined_letters: float = 1.4
    joined_letter: tuple[float, float] = (0.85, 1.4)
    joined_bunch: float = 0.3
    joined_width: float = 1.0
    joined_pitch: float = 1.5
    joined_part: float = 0.3
    """Body heights: mean width from which letters have grown together; those that tell whether a chain of them stands
    on two lines; how far their lower edges lie apart on one line; how wide all letters of a line are at least; from
    one line to the next (single spacing 2.1, exact spacing 1.7); and what of a letter is cut off that reaches over
    both."""
    least_body_share: float = 0.62
    """Body heights: smaller blobs are marks, dots and dashes."""
    edge_slack: float = 0.3
    """Body heights by which the edges of neighbours on a line may differ."""
    linked_neighbours: int = 3
    """Neighbours to the right that a letter is linked to; more only cost time."""
    stray_reach: float = 0.8
    widest_stray: float = 1.6
    """Body heights (0.3 of them overlap) within which a small group over or under letters belongs to them, and how
    wide it is at most: a vowel with its tone mark has 0.9, two side by side 1.5."""
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
    hole: tuple[float, float] = (0.15, 0.4)
    hole_margin: float = 0.9
    hole_filled: float = 0.7
    """Inches: the breadth of a punched hole, and how far from the edge of the sheet it lies at most; and the share of
    its box inside its rim, for only the rim of a grey one is ink. A circle has 0.785."""
    speck_side: float = 0.36
    """Body heights of a dot that stands alone in a cell, up to which it is grain: dirt on office scans has 0.15 to
    0.35, a bullet 0.4 and more."""
    least_extent: float = 1.2
    """Body heights, width and height together, of the smallest line outside tables: a letter has 1.6, a speck 0.5."""
    tallest_line: float = 3.2
    """Body heights of a line outside tables at most; a title has 3.2 of the page's, an emblem 4 to 7."""
    blot_margin: float = 0.4
    """Inches from the side of the sheet in which blots and shadows stand, and no print."""
    title_share: float = 0.3
    """Share of the print on its level that is a title at least: a stamp may stand beside it."""
    long_line: float = 6.0
    """Times its height that a line with a stray mark is wide; signatures are 2 to 5 times as wide as high."""
    title_letter: float = 1.4
    """Body heights of a title's letters, whose marks are as large as the page's letters (29 pt over 16 pt: 1.8)."""
    crowd_reach: float = 0.5
    least_crowd: int = 5
    """Specks nearer to each other than this (body heights), and at least so many, are broken writing and no grain."""
    page_edge: float = 0.3
    """Inches from the edge of the sheet where thin strokes are its shadow; print begins at 0.5."""
    mark_blobs: int = 3
    mark_height: float = 1.1
    tallest_mark: float = 5.0
    """Blobs of a cell that holds a mark and nothing else, specks included; body heights of the mark, and its width."""
    spill_touch: float = 0.03
    spill_gap: float = 0.06
    """Inches between such a mark and the edge of its cell that it runs over, and between it and its piece behind the
    rule; a rule is taken out 0.02 wide."""
    spilled_stroke: float = 0.4
    spilled_tick: float = 0.75
    """Share of the mark's ink that a piece may have at most: where the piece, or the mark, has the lowest point. Ticks
    are set down with that."""
    widest_picture: float = 3.2
    """Inches: emblems, seals, stamps and signatures are up to 2.5 wide."""
    least_streak: float = 1.0
    long_streak: float = 2.5
    """Inches from which an upright line outside tables is taken out of the ink, and from which it is told."""
    streak_margin: float = 0.2
    edge_rule: float = 0.4
    """Inches from the page's edges that a line through the whole page may stop short of them, and that a rule may lie
    off them which makes it a table's: printed pages have wider margins."""
    over_streak: float = 2.0
    """How many times as much ink such a line must have inside a table as outside to run over a rule there."""
    ending_rules: int = 2
    """Rules that end at such a line, beside a merged cell: then it runs over a rule of the table, whatever its ink."""
    stem_share: float = 0.6
    """Body heights, in the mean, that the inked parts of a broken upright line reach where they are stems of letters
    that begin their lines under each other; what is left of faint streaks has 0.1 to 0.5."""
    strong_rule: float = 1.0
    wide_rule: float = 3.0
    """Inches of a rule that no letter or stroke of a pen can be, and of one that may run over a whole table."""
