"""The geometry of one page, step by step."""

from __future__ import annotations

from pipeline.layout.anchors import find_frames, part_anchored, span_of
from pipeline.layout.bars import erase_bars, find_bars, mark_crossed, without_bars
from pipeline.layout.binarize import Ink, Shade, find_ink
from pipeline.layout.blobs import Blob, find_blobs, measure_body, split_tall
from pipeline.layout.boxes import find_boxes
from pipeline.layout.cells import describe_grid
from pipeline.layout.colour import is_coloured, leave_out_colour
from pipeline.layout.doubts import (
    doubt_fading,
    doubt_ink,
    doubt_lattices,
    doubt_rules,
    drop_answered,
    tell_aligned,
    tell_ghosts,
    tell_mended,
    tell_parted,
)
from pipeline.layout.ghosts import leave_out_ghosts
from pipeline.layout.grid import find_lattices
from pipeline.layout.ladders import find_ladders, find_lone
from pipeline.layout.levels import find_levels
from pipeline.layout.order import order_lines
from pipeline.layout.rules import Rule, Rules, erase_rules, vector_rules
from pipeline.layout.spills import erase_blobs, find_spills, tell_spills
from pipeline.layout.strokes import find_rules, flip, follow_ink
from pipeline.layout.through import find_folds
from pipeline.layout.unruled import complete_tables
from pipeline.layout.words import find_word_lines
from pipeline.layout.worn import mend_worn
from pipeline.model import BBox
from pipeline.page import Layout, PageImage
from pipeline.settings import LayoutSettings

_DEFAULTS = LayoutSettings()


def find_layout(page: PageImage, *, settings: LayoutSettings = _DEFAULTS) -> Layout:
    """Rules → grids → line boxes of an upright page; what is no text is named in an issue, never left out silently."""
    all_ink, shade = find_ink(page.gray, page.dpi, settings)
    without = leave_out_ghosts(all_ink, shade, page.dpi, settings)
    ink = all_ink if without is None else without
    rules = _rules_of(page, ink, shade, settings)
    anchored, loose = part_anchored(rules, shade, page.dpi, settings)
    lattices, rejected = find_lattices(anchored, page.dpi, settings)
    if mended := mend_worn(rules, lattices, shade, page.dpi, settings):
        anchored = mended
        lattices, rejected = find_lattices(mended, page.dpi, settings)
    if bars := find_bars(lattices, loose.horizontal, ink, page.dpi, settings):
        lattices, rejected = find_lattices(without_bars(anchored, bars), page.dpi, settings)
    grids = tuple(describe_grid(lattice, ink, page.dpi, settings) for lattice in lattices)
    issues = [
        *doubt_lattices(lattices, grids, page.number),
        *doubt_rules(rules, rejected, grids, page.number, page.dpi, settings),
        *(tell_mended(grids, page.number) if mended else ()),
        *(tell_ghosts(page.number, page.width, page.height) if without is not None else ()),
    ]
    # Of other rules only those that stand free are erased: an underline or a leader may be part of letters above it.
    upright = tuple(rule for rule in loose.vertical if _is_streak(rule, page.dpi, settings))
    candidates = (*upright, *rules.slanted)
    flipped = flip(ink) if candidates else ink
    streaks = tuple(follow_ink(flipped, rule, page.dpi, settings) for rule in candidates)
    free = [rule for rule in rules.horizontal if not any(_lies_in(rule, grid.bbox) for grid in grids)]
    ladders = find_ladders(free, ink, page.dpi, settings)
    steps = tuple(rule for ladder in ladders for rule in (*ladder.rungs, *ladder.partial))
    folds = tuple(find_folds(loose.horizontal, (), page.width, page.dpi, settings))
    lone = find_lone(free, ink, page.dpi, settings)
    clean = erase_rules(ink, Rules((*steps, *folds, *lone), streaks), 0)
    bend = max(1, round(settings.widest_drift * page.dpi))
    for lattice in lattices:
        clean = erase_rules(clean, lattice.rules, bend)
    clean = erase_bars(clean, bars, page.dpi, settings)
    frames = find_frames(rejected, page.dpi, settings)
    for frame in frames:
        clean = erase_rules(clean, frame, bend)
    grids = tuple(describe_grid(lattice, clean, page.dpi, settings) for lattice in lattices)  # streaks are no marks
    blobs = find_blobs(clean, page.dpi, settings)
    body = measure_body(blobs, page.dpi, settings)
    blobs = tuple(piece for blob in blobs for piece in _pieces(clean, blob, body, settings))
    if spilled := find_spills(blobs, clean, grids, body, page.dpi, settings):
        clean = erase_blobs(clean, spilled)
        blobs = tuple(blob for blob in blobs if blob not in spilled)
        grids = tuple(describe_grid(lattice, clean, page.dpi, settings) for lattice in lattices)
        issues += tell_spills(spilled, page.number)
    size = (page.width, page.height)
    boxes = find_boxes(clean, blobs, grids, body, size, page.dpi, settings)
    plain = leave_out_colour(clean, page.color, page.dpi, settings)
    margin = settings.blot_margin * page.dpi
    printed = [line for line in boxes.lines if line.bbox[2] > margin and line.bbox[0] < page.width - margin]
    lines = [line for line in printed if not is_coloured(line.bbox, clean, plain, settings)]
    pictures = [box for box in boxes.pictures if not is_coloured(box, clean, plain, settings)]
    levels = find_levels(lines, pictures, plain, body, settings)
    heads = [span_of(frame) for frame in frames]
    is_mended = mended is not None
    completed = complete_tables(lattices, ladders, levels, body, page.dpi, settings, heads=heads, mended=is_mended)
    if completed.added or completed.parted:
        described = (describe_grid(lattice, clean, page.dpi, settings) for lattice in completed.lattices)
        grids = tuple(
            grid.model_copy(update={"by_alignment": index in completed.added}) for index, grid in enumerate(described)
        )
        boxes = find_boxes(clean, blobs, grids, body, size, page.dpi, settings)
        aligned = [grids[index] for index in completed.added]
        parted = [grids[index] for index in completed.parted]
        issues = [
            *drop_answered(issues, aligned),
            *tell_aligned(aligned, page.number),
            *tell_parted(parted, page.number),
        ]
    grids = tuple(mark_crossed(grid, bars) for grid in grids)
    if page.source == "text_layer":  # its words are known: the ink has only told where they stand in columns
        words = find_word_lines(page.words, grids)
        return Layout(grids=grids, lines=order_lines(words, grids), issues=tuple(issues))
    issues += doubt_ink(boxes, streaks, page.number, page.dpi, settings)
    issues += doubt_fading(clean, shade, page.number, settings)
    return Layout(grids=grids, lines=order_lines(boxes.lines, grids), issues=tuple(issues))


def _rules_of(page: PageImage, ink: Ink, shade: Shade, settings: LayoutSettings) -> Rules:
    if page.source == "text_layer" and page.rules:
        return vector_rules(page.rules, page.dpi, settings)
    return find_rules(ink, shade, page.dpi, settings)


def _is_streak(rule: Rule, dpi: int, settings: LayoutSettings) -> bool:
    """Whether an upright line outside all tables is long, and no row of letters' stems under each other: the inked
    parts of such a row are as high as letters."""
    white = sum(end - start for start, end in rule.breaks)
    inked = (rule.length - white) / (len(rule.breaks) + 1)
    is_stems = rule.is_dotted and inked >= settings.stem_share * settings.usual_body * dpi
    return rule.length >= settings.least_streak * dpi and not is_stems


def _pieces(ink: Ink, blob: Blob, body: float, settings: LayoutSettings) -> list[Blob]:
    """Lines that grew together, parted; an emblem or a stamp, of which large pieces would remain, whole."""
    if blob.height <= settings.joined_lines * body:
        return [blob]
    pieces = split_tall(ink, blob, body)
    return pieces if all(piece.height <= settings.tallest_letter * body for piece in pieces) else [blob]


def _lies_in(rule: Rule, box: BBox) -> bool:
    """Whether a horizontal rule runs through a box or along its edge."""
    y = (rule.at_start + rule.at_end) / 2
    return box[1] - 2 * rule.thickness <= y <= box[3] + 2 * rule.thickness and rule.start < box[2] and rule.end > box[0]
