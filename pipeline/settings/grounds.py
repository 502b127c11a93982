"""Thresholds of finding light print on dark grounds, and grounds of dots."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroundSettings:
    """Page image → dark grounds with light print, and dot screens. Lengths are inches."""

    dpi: int = 100
    """Grounds are looked for at this resolution: they are large, and the search is done in a few milliseconds."""
    paper: float = 85.0
    darkest_share: float = 0.68
    """Percentile of the page's pixels that is its paper, and the share of that brightness which a ground has at most:
    middle blue, green and orange have 0.45 to 0.6; grey bands under black print 0.65 and more."""
    widest_stroke: float = 0.05
    """Nothing narrower is ground: bold strokes of 29 pt have 0.035."""
    gap: float = 0.2
    """Print inside a ground, and light rules between cells, are closed over up to this: a line of 20 pt has 0.2."""
    blot: float = 0.13
    """What is not so large both ways has only been joined to a ground: bold letters of a title over it."""
    least: tuple[float, float] = (0.5, 0.15)
    """Width and height of a ground: one cell with one line of small print."""
    filled: float = 0.85
    """Share of its box that a ground fills: table cells all of it, seals and emblems less."""
    contrast: float = 60.0
    """Grey levels between a ground and the print on it, at least."""
    spread: float = 28.0
    """Standard deviation of a ground's grey levels, at most; toner on large areas has up to 25, pictures over 30."""
    print_share: tuple[float, float] = (0.015, 0.45)
    """Share of a ground that light print takes: one word in a wide column, and bold print in a narrow one."""
    letter: tuple[float, float] = (0.04, 0.3)
    letters: int = 3
    """Height of its letters, and how many there are at least: filled cells of a time plan hold none."""
    rule: float = 0.012
    """Thickness of the rule that is drawn where a ground ends: rows and columns of a table end there."""

    black: int = 60
    white: int = 200
    two_levels: float = 0.22
    """Of the pixels darker than the second, the share darker than the first on a page of one bit, which straightening
    has blurred a little: 0.3 (where a third of the page is a dot screen) to 0.65; grey scans have up to 0.16."""
    screen_block: float = 0.1
    screen_changes: float = 0.115
    screen_dpi: int = 200
    """Places where white turns to black, per pixel both ways, in blocks of so many inches: dot screens have 0.18 to
    0.22 at 200 dpi, the tightest print 0.10; at other resolutions in proportion."""
    screen_gap: int = 5
    least_screen: int = 8
    screen_filled: float = 0.6
    """Blocks that a screen is closed over, how many it has at least (a narrow cell of a heading), and the share of its
    box that a band of headings fills."""
    screen_blur: float = 0.0075
    """Standard deviation of the blur that evens out a screen: its dots are 0.02 apart at most."""
    paper_white: int = 240
    screen_paper: float = 0.9
    """Grey level from which a smoothed pixel is paper beside a screen, and the share of the ground's brightness from
    which all is paper: what is left of the dots is paper too."""
