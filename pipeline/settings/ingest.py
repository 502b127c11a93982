"""Thresholds of loading pages."""

from __future__ import annotations

from dataclasses import dataclass


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

    sheet_side: int = 800
    """Longer side of the copy on which the edges of a photographed sheet are looked for."""
    sheet_jump: int = 20
    sheet_jump_reach: int = 4
    """Gray levels from desk to paper over so many pixels of that copy, and twice as far: desks are 40 to 200 darker,
    print on the sheet and shadows over it come after the edge."""
    sheet_seen: float = 0.8
    sheet_on_line: float = 0.6
    sheet_slack: float = 1.5
    sheet_tries: int = 200
    """Share of rows in which an edge is seen, share of those that lie on one line, within so many pixels of the copy,
    after so many tries: fingers hide up to a third of an edge."""
    sheet_share: float = 0.4
    """Share of the picture that the sheet takes at least."""
    sheet_angle: float = 0.4
    """Degrees by which a corner is off the right angle from which the sheet is flattened: scanners and cut sheets stay
    under 0.4, a camera held by hand is off by 1 to 5."""
    sheet_like_a4: float = 1.15
    """Ratio to the shape of A4 within which a sheet is taken as A4."""

    sheet_margin: float = 0.006
    """Share of its width that is cut off all around a flattened sheet."""
    order_side: int = 1000
    order_step: float = 0.1
    order_peak: float = 1.15
    """Longer side of the copy on which the order of print is measured, steps of its angles in degrees, and how far
    the best of them must stand out: lines do so by 1.3 to 6, rules of tables by 1.2 to 3, plain words do not."""
    order_tiles: int = 4
    tile_peak: float = 1.3
    dewarp_tiles: int = 4
    dewarp_rounds: int = 2
    """Tiles along each side of a page in which directions are measured, how far the best angle must stand out there,
    how many tiles must tell, and how often the page is measured and laid flat."""
    light_side: int = 200
    light_block: int = 9
    light_range: int = 40
    """Longer side of the copy on which the light on the paper is looked at, pixels of the squares whose lightest one
    is paper, and grey levels between the darkest and the lightest paper from which a camera may have seen the page:
    scans and copies have up to 25 within their margins, photographs 40 to 120."""
    bent: float = 0.15
    flat_gain: float = 1.04
    """Degrees by which print must have been bent, to be flattened; and how much sharper its lines must be then where
    it was not, or too little of it tells. Photographs were bent by 0.2 to 4 and had 1.02 to 1.6, black borders that
    lie otherwise than the print 0.0 to 0.1 and 0.7 to 1.03."""

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
