"""The same documents printed with other rules, and scanned in other ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.synth.spec import Document, Memo, Scan, Style

Vary = Callable[[Document], Document]


def _restyled(css: str = "", rules: str | None = None, header_fill: str | None = None) -> Vary:
    """The document with these changes to the style of all its memos."""

    def change(style: Style) -> Style:
        return replace(
            style,
            css=style.css + css,
            rules=rules or style.rules,
            header_fill=header_fill or style.header_fill,
        )

    def vary(document: Document) -> Document:
        memos: Sequence[Memo] = [memo.with_style(change(memo.style)) for memo in document.memos]
        return replace(document, memos=tuple(memos))

    return vary


def _rescanned(scan: Scan) -> Vary:
    """The document by another pass of a scanner, all pages alike."""
    return lambda document: replace(document, scan=scan, page_scans={}, suffix=".pdf")


def _turned(document: Document) -> Document:
    scan = replace(document.scan, turns={1: 180, 2: 90, 3: 270}, born_digital=())
    return replace(document, scan=scan, page_scans={})


def _skewed(by: float) -> Vary:
    def vary(document: Document) -> Document:
        return replace(document, scan=replace(document.scan, skew=by, born_digital=()), page_scans={})

    return vary


def _bordered(document: Document) -> Document:
    scan = replace(document.scan, border_mm=9.0, holes=2, bleed=0.08, shadow=0.3, born_digital=())
    return replace(document, scan=scan, page_scans={})


VARIANTS: dict[str, tuple[Vary, str]] = {
    "copy": (
        _rescanned(
            Scan(dpi=150, quality=38, skew=-0.7, blur=0.9, noise=7, shading=0.12, ink=45, specks=60, bands=2, copies=1)
        ),
        "a photocopy, scanned at 150 dpi",
    ),
    "bit": (
        _rescanned(Scan(dpi=200, codec="ccitt", skew=0.8, blur=0.7, noise=9, specks=40, gaps=20, threshold=165)),
        "one bit a pixel at 200 dpi",
    ),
    "open": (_restyled("td, th { border-left: none; border-right: none }"), "tables without vertical rules"),
    "bare": (_restyled("td, th { border: none; padding: 3pt 7pt }"), "tables without any rules"),
    "columns": (
        _restyled("td { border-top: none; border-bottom: none } table { border-bottom: 1px solid #000 }"),
        "no rules between the rows of tables",
    ),
    "dotted": (_restyled(rules="1px dotted #000"), "dotted rules"),
    "double": (_restyled(rules="3px double #000", header_fill="#d4d4d4"), "double rules, headings on grey"),
    "faint": (_restyled(rules="0.6px solid #b4b4b4"), "faint rules"),
    "turned": (_turned, "pages turned by quarters"),
    "skewed": (_skewed(4.6), "pages that lie askew by 4.6°"),
    "border": (_bordered, "black borders, punched holes, print shining through"),
    "askew": (_skewed(-3.1), "pages that lie askew by -3.1°"),
    "faded": (_rescanned(Scan(dpi=200, skew=0.7, fade=0.8, bleed=0.06, noise=3)), "toner that has faded in places"),
    "toner": (_rescanned(Scan(dpi=200, skew=-0.6, toner=1.0, copies=1)), "far too much toner"),
    "curled": (
        _rescanned(Scan(dpi=220, skew=0.4, color=True, photo=0.03, curl=0.012, noise=5, blur=0.8)),
        "photographed on a desk, the sheet curled",
    ),
}

_BARE = "td, th { border: none; padding: 3pt 6pt } "


def _screened(document: Document) -> Document:
    """Headings on grey, scanned at one bit by dots."""
    restyled = _restyled("th { background: #c9c9c9 }")(document)
    return replace(restyled, scan=Scan(dpi=200, codec="ccitt", dither=True, skew=0.5), page_scans={}, suffix=".pdf")


RULINGS: dict[str, tuple[Vary, str]] = {
    "reversed": (_restyled("th { background: #000; color: #fff }"), "headings in white on black"),
    "banded": (
        _restyled(_BARE + "td { border-bottom: 0.7px solid #444 } th { background: #1f3864; color: #fff }"),
        "headings in white on dark blue, rules between rows only",
    ),
    "zebra": (
        _restyled(_BARE + "th { background: #4472c4; color: #fff } tr:nth-child(even) td { background: #d9e2f3 }"),
        "headings in white on blue, every other row pale blue, no rules",
    ),
    "shaded": (
        _restyled(_BARE + "td { border-bottom: 0.7px solid #000 } th { background: #d0d0d0 }"),
        "headings on grey, rules under the rows only",
    ),
    "headed": (_restyled(_BARE + "th { border: 1px solid #000 }"), "headings ruled, rows not"),
    "framed": (_restyled(_BARE + "table { border: 1px solid #000 }"), "a frame around the table, no rules in it"),
    "lined": (
        _restyled(
            _BARE + "table { border-top: 1.2px solid #000; border-bottom: 1.2px solid #000 }"
            " th { border-bottom: 0.8px solid #000 }"
        ),
        "rules over the table, under the headings and under the table",
    ),
    "screened": (_screened, "headings on a dot screen, one bit a pixel"),
}
"""Tables that are ruled, and headings that are set, as word processors and spreadsheets offer it."""


def vary(document: Document, name: str) -> Document:
    """The document in one of the variants or rulings."""
    change, what = (VARIANTS | RULINGS)[name]
    return replace(change(document), name=f"{document.name}-{name}", odd=f"{document.odd}; {what}")
