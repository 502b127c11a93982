"""The style sheet of a memo: margins, type sizes and head as the rules of official correspondence set them."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.synth.fonts import NOMINAL, face_rules, font_stack
from pipeline.synth.spec import Style

_COUNTER = {"thai": "counter(page, thai)", "arabic": "counter(page)"}


def style_sheet(style: Style, catchwords: Iterable[tuple[int, str]] = ()) -> str:
    """CSS for one memo. Sizes are nominal points, as an office would set them."""
    scale = NOMINAL
    body, table = style.size * scale, style.table_size * scale
    line = style.line_height / scale
    number = f'"- " {_COUNTER[style.page_numbers]} " -"' if style.page_numbers != "none" else "none"
    leader = "border-bottom: 1px dotted #000;" if style.leaders == "rule" else ""
    corners = "".join(
        f'@page :nth({page}) {{ @bottom-right {{ content: "{words}" }} }}\n' for page, words in catchwords
    )
    return f"""{face_rules()}
@page {{ size: A4; margin: 2.2cm 2cm 1.8cm 3cm;
  @top-center {{ content: {number}; white-space: nowrap; font: {body}pt {font_stack(style.font)} }}
  @bottom-right {{ white-space: nowrap; font: {body}pt {font_stack(style.font)} }} }}
@page :first {{ margin-top: 1.5cm; @top-center {{ content: none }} }}
@page wide {{ size: A4 landscape; margin: 2cm 1.5cm 1.5cm 1.5cm }}
{corners}
html {{ font: {body}pt/{line} {font_stack(style.font)}; letter-spacing: {style.letter_spacing}em;
  orphans: 1; widows: 1 }}
body {{ margin: 0 }}
p {{ margin: 0 0 4pt }}
.wide {{ page: wide }}
.emblem {{ height: 1.5cm; width: 1.5cm; position: absolute; left: 0; top: 0 }}
h1 {{ font-size: {29 * scale}pt; line-height: 1.2; text-align: center; margin: 0.55cm 0 0.35cm; font-weight: 700 }}
.head {{ position: relative; margin: 0 0 3pt; line-height: 1.25; {leader} }}
.head .label {{ position: relative; font-size: {20 * scale}pt; font-weight: 700; background: #fff; padding-right: 6pt }}
.head .value {{ position: relative; padding-right: 8pt }}
.head > .dots {{ position: absolute; left: 0; bottom: 0; width: 100%; overflow: hidden; white-space: nowrap;
  letter-spacing: 0.04em }}
.gap {{ display: inline-block; width: 1.6cm }}
.half {{ display: inline-block; width: 2.2cm }}
.hand {{ font: 1.15em "Purisa"; color: #1a3c9c }}
.to {{ margin: 4pt 0 6pt }}
.body {{ text-indent: 2.5cm; text-align: {"justify" if style.justify else "left"} }}
.plain, .item {{ text-align: {"justify" if style.justify else "left"} }}
.item {{ padding-left: 2.5cm }}
.bold {{ font-weight: 700 }}
.center, .title {{ text-align: center }}
.title {{ font-weight: 700; margin-top: 6pt; break-after: avoid }}
.right {{ text-align: right }}
table {{ border-collapse: collapse; width: 100%; margin: 4pt 0 8pt; font-size: {table}pt;
  line-height: {line * 0.96}; table-layout: fixed }}
td, th {{ border: {style.rules}; padding: 1.5pt 4pt; vertical-align: top }}
th {{ text-align: center; vertical-align: middle; font-weight: 700; background: {style.header_fill} }}
.tick {{ display: inline-block; width: 12pt; height: 12pt }}
.sign {{ break-inside: avoid; margin-top: 10pt }}
.sign .center {{ margin: 0 0 0 45% }}
.stroke {{ height: 26pt; margin-left: 55%; width: 28% }}
.opinion {{ white-space: nowrap; overflow: hidden }}
{style.css}
"""
