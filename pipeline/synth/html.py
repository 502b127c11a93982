"""A memo as HTML: head, paragraphs, tables, signatures.

Attributes carry the truth through the layout: `data-f` holds the keys of the values that an element prints,
`data-text` the whole text of a cell, `data-ink` what is drawn by hand over an empty box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from pipeline.synth.emblem import EMBLEM
from pipeline.synth.spec import HAND_TICK, Block, Column, MeasureTable, Memo, Paragraph, PlainTable, Row, unmark
from pipeline.synth.style import style_sheet

_TICK = '<span class="tick" data-ink="tick"></span>'
_DOTS = '<span class="dots">' + "." * 260 + "</span>"


def memo_html(memo: Memo, prefix: str, catchwords: Iterable[tuple[int, str]] = ()) -> str:
    """The whole page source. `prefix` goes before every key; `catchwords` are (page, text) for its lower corner."""
    orders = {"plan": 1, "report": 1}
    body = [_head(memo, prefix)] if memo.has_head else []
    for block in memo.blocks:
        if isinstance(block, MeasureTable):
            body.append(measure_table(block, f"{prefix}.{block.role}", orders[block.role]))
            orders[block.role] += len(block.rows)
        else:
            body.append(_block(block, prefix))
    if memo.closing:
        body.append(_block(Paragraph(memo.closing), prefix))
    body += [_signature(memo, index, prefix) for index in range(len(memo.signatures))]
    return (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8">'
        f"<style>{style_sheet(memo.style, catchwords)}</style></head><body>{''.join(body)}</body></html>"
    )


def inline(text: str, prefix: str) -> str:
    """A text with its ``[[key|…]]`` marks as spans, hand ticks as boxes, newlines as breaks.

    >>> inline("a [[x|b]]", "m0")
    'a <span data-f="m0.x">b</span>'
    """
    out = []
    for piece in text.split("[["):
        head, closed, tail = piece.partition("]]")
        if closed:
            key, _, shown = head.partition("|")
            out.append(f'<span data-f="{prefix}.{key}">{escape(shown)}</span>{escape(tail)}')
        else:
            out.append(escape(piece))
    return "".join(out).replace("\n", "<br>").replace(HAND_TICK, _TICK)


def _head(memo: Memo, prefix: str) -> str:
    def line(*parts: tuple[str, str]) -> str:
        dots = _DOTS if memo.style.leaders == "dots" else ""
        cells = "".join(
            f'<span class="label">{escape(label)}</span><span class="value">{value}</span>' for label, value in parts
        )
        return f'<div class="head">{dots}{cells}</div>'

    def value(key: str, text: str) -> str:
        return f'<span data-f="{prefix}.{key}">{escape(text)}</span>' if text else ""

    number = inline(memo.number_printed, prefix) or '<span class="gap"></span>'
    date = ""
    if memo.date is not None:
        hand = memo.date.hand
        rest = memo.date.text[len(hand) :]
        lead = f'<span class="hand">{escape(hand)}</span>' if hand else ""
        gap = '<span class="gap"></span>' if memo.date.precision == "month" else ""
        date = f'{gap}<span data-f="{prefix}.date">{lead}{escape(rest)}</span>'
    if memo.style.number_beside_date:
        lines = [line(("ที่", number + '<span class="half"></span>'), ("วันที่", date))]
    else:
        lines = [line(("ที่", number)), line(("วันที่", date))]
    recipient = (
        f'<p class="plain to"><span class="label">{memo.salutation}</span> {value("recipient", memo.recipient)}</p>'
        if memo.recipient
        else ""
    )
    return (
        f'<div class="emblem">{EMBLEM}</div><h1>{memo.title}</h1>'
        + line(("ส่วนราชการ", inline(memo.office, prefix)))
        + "".join(lines)
        + line(("เรื่อง", value("subject", memo.subject)))
        + recipient
    )


def _block(block: Block, prefix: str) -> str:
    if isinstance(block, Paragraph):
        broken = ' style="break-before: page"' if block.page_break else ""
        return f'<p class="{block.style}"{broken}>{inline(block.text, prefix)}</p>'
    assert isinstance(block, PlainTable)
    rows = [
        "<tr>" + "".join(_cell(text, prefix, tag="th" if index < block.headers else "td") for text in row) + "</tr>"
        for index, row in enumerate(block.rows)
    ]
    title = f'<p class="title">{escape(block.title)}</p>' if block.title else ""
    return f'{title}<table style="{block.css}">{_columns(block.widths)}<tbody>{"".join(rows)}</tbody></table>'


def _columns(widths: Sequence[float]) -> str:
    """Column widths as shares of the table, whatever they sum up to."""
    total = sum(widths)
    return (
        "<colgroup>" + "".join(f'<col style="width: {100 * width / total:.3f}%">' for width in widths) + "</colgroup>"
    )


def _cell(text: str, prefix: str, *, tag: str = "td", keys: str = "", span: str = "", css: str = "") -> str:
    return (
        f'<{tag} data-text="{escape(unmark(text), quote=True)}" data-f="{keys}"{span} style="{css}">'
        f"{inline(text, prefix)}</{tag}>"
    )


def measure_table(table: MeasureTable, prefix: str, first_order: int) -> str:
    """The table in its pieces; keys are ``<prefix>.<order>.<field>``."""
    pieces = table.pieces or (len(table.rows),)
    assert sum(pieces) == len(table.rows), f"pieces {pieces} do not sum up to {len(table.rows)} rows"
    out = [f'<p class="title">{inline(table.title, prefix)}</p>'] if table.title else []
    start = 0
    for index, count in enumerate(pieces):
        rows = "".join(_row(table, start + i, first_order, prefix) for i in range(count))
        header = header_rows(table.columns) if index == 0 or table.repeat_header else ""
        group = "thead" if table.repeat_header else "tbody"
        widths = table.piece_widths[index] if table.piece_widths else [column.width for column in table.columns]
        broken = "break-before: page;" if index else ""
        out.append(
            f'<table style="{broken}{table.css}">{_columns(widths)}'
            f"<{group}>{header}</{group}><tbody>{rows}</tbody></table>"
        )
        start += count
    body = "".join(out)
    return f'<div class="wide">{body}</div>' if table.landscape else body


def header_rows(columns: tuple[Column, ...]) -> str:
    """One header row, and one more for each level of headings that span several columns."""
    paths = [tuple(heading for heading in (column.over, column.group) if heading) for column in columns]
    depth = max(len(path) for path in paths) + 1
    rows: list[list[str]] = [[] for _ in range(depth)]
    for index, (column, path) in enumerate(zip(columns, paths, strict=True)):
        for level in range(len(path)):
            upper = path[: level + 1]
            if index and paths[index - 1][: level + 1] == upper:
                continue
            others = (at for at in range(index, len(paths)) if paths[at][: level + 1] != upper)
            count = next(others, len(paths)) - index
            rows[level].append(_cell(path[level], "", tag="th", span=f' colspan="{count}"'))
        down = depth - len(path)
        span = f' rowspan="{down}"' if down > 1 else ""
        rows[len(path)].append(_cell(column.heading, "", tag="th", span=span))
    return "".join(f"<tr>{''.join(row)}</tr>" for row in rows)


def _row(table: MeasureTable, index: int, first_order: int, prefix: str) -> str:
    cells = []
    row = table.rows[index]
    order = first_order + index
    above = [place for place, (before, _) in enumerate(table.sections) if before == index]
    titles = [_section(table, place, first_order, prefix) for place in above]
    for column in table.columns:
        merge = next(
            (m for m in table.merges if m[0] == column.key and m[1] <= index < m[1] + m[2]), (column.key, index, 1)
        )
        if merge[1] != index:
            continue
        orders = range(order, order + merge[2])
        cells.append(
            _cell(
                cell_text(row, column, table),
                f"{prefix}.{order}",
                keys=" ".join(f"{prefix}.{each}.{_field_of(row, column)}" for each in orders),
                span=f' rowspan="{merge[2]}"' if merge[2] > 1 else "",
                css=f"text-align: {column.align}" if column.align != "left" else "",
            )
        )
    return f"{''.join(titles)}<tr>{''.join(cells)}</tr>"


def _section(table: MeasureTable, place: int, first_order: int, prefix: str) -> str:
    """The row of one of the table's sections."""
    start, text = table.sections[place]
    end = table.sections[place + 1][0] if place + 1 < len(table.sections) else len(table.rows)
    keys = " ".join(f"{prefix}.{first_order + index}.section" for index in range(start, end))
    across = f' colspan="{len(table.columns)}"'
    return f"<tr>{_cell(text, prefix, keys=keys, span=across)}</tr>"


def _field_of(row: Row, column: Column) -> str:
    """The key of a cell: a ticked status cell holds the status; of an unclear row all status cells do."""
    if not column.key.startswith("status:"):
        return column.key.replace(" ", "_")
    named = column.key.partition(":")[2]
    return "status" if row.status in (named, "unknown") else "nothing"


def cell_text(row: Row, column: Column, table: MeasureTable) -> str:
    """What is printed in one cell, inline marks included."""
    kind, _, rest = column.key.partition(":")
    if kind == "other":
        return row.others.get(rest, "")
    if kind == "status":
        plain = table.mark if row.status == rest else table.no_mark
        text = row.marks.get(rest, plain)
        if row.note and row.status == rest and not any(c.key == "note" for c in table.columns):
            text += f" [[note|{row.note}]]"
        return text
    value = getattr(row, kind)
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value.text)


def _signature(memo: Memo, index: int, prefix: str) -> str:
    signature = memo.signatures[index]
    opinion = (
        f'<p class="opinion">{escape(signature.opinion)}<span class="leader dots">{"." * 90}</span></p>'
        if signature.opinion
        else ""
    )
    drawn = ' data-ink="signature"' if signature.drawn else ""
    position = escape(signature.position).replace("\n", "<br>")
    return (
        f'<div class="sign">{opinion}<div class="stroke"{drawn}></div>'
        f'<p class="center">(<span data-f="{prefix}.sign.{index}.name">{escape(signature.name)}</span>)</p>'
        f'<p class="center"><span data-f="{prefix}.sign.{index}.position">{position}</span></p></div>'
    )
