"""Whatever the rules and the text: no row and no text of a table disappears without an issue."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tables import build_tables

from .drawing import Drawn, draw_page, table

KNOWN = ["", "-", "/", "๑", "๒", "มาตรการ", "ผู้รับผิดชอบ", "วิธีดำเนินการ", "ดำเนินการแล้ว", "กองคลัง", "ก ข\nค"]
TEXTS = st.sampled_from(KNOWN) | st.integers(1000, 9999).map(lambda number: f"ข้อความ{number}")


@st.composite
def drawn_tables(draw) -> Drawn:
    """A table with any texts and some merged cells."""
    rows, cols = draw(st.integers(1, 6)), draw(st.integers(2, 5))
    cells = [[draw(TEXTS) for _ in range(cols)] for _ in range(rows)]
    free = {(row, col) for row in range(rows) for col in range(cols)}
    for _ in range(draw(st.integers(0, 3))):
        row, col = draw(st.integers(0, rows - 1)), draw(st.integers(0, cols - 1))
        high, wide = draw(st.integers(1, rows - row)), draw(st.integers(1, cols - col))
        block = {(r, c) for r in range(row, row + high) for c in range(col, col + wide)}
        if not block <= free:
            continue
        free -= block
        for r, c in block - {(row, col)}:
            cells[r][c] = "<" if c > col else "^"
    return table(*cells, open_top=draw(st.booleans()), open_bottom=draw(st.booleans()))


@settings(max_examples=60, deadline=None)
@given(st.lists(drawn_tables(), min_size=1, max_size=3))
def test_every_text_is_in_a_row_a_heading_or_an_issue(drawn):
    pages = [draw_page(number, item) for number, item in enumerate(drawn, start=1)]
    tables = build_tables(pages)
    assert "rows-lost" not in {issue.code for issue in tables.issues}
    kept = "".join(
        [cell.passage.text for built in tables.stitched for row in built.rows for cell in row.cells]
        + [column.heading for built in tables.stitched for column in built.columns]
        + [issue.message for issue in tables.issues]
    )
    repeated = any(len(built.pieces) > 1 for built in tables.stitched)
    for page in pages:
        for line in page.lines:
            # A header that is repeated is kept once, in its clearest reading.
            assert line.text in kept or repeated


def test_a_heading_across_a_false_rule_becomes_a_title_that_is_told():
    page = draw_page(1, table(["", "", "ข้อความ1000", "<", "<"], ["มาตรการ", "<", "<", "", "-"]))
    issues = build_tables([page]).issues
    assert "“ข้อความ1000”" in next(issue.message for issue in issues if issue.code == "table-title")


def test_a_table_whose_pages_cannot_all_be_fitted_keeps_its_own_columns():
    first = table(["", "", "", "", "-"])
    second = table(["", "<", "", "", "-"], ["", "", "", "", ""], ["", "", "", "", ""])
    below = [["", "^", "<", "", ""]] * 3
    third = table(["", "", "<", "", ""], *below, ["", "", "", "", ""], ["", "", "", "", ""])
    tables = build_tables([draw_page(number, item) for number, item in enumerate((first, second, third), start=1)])
    for built in tables.stitched:
        assert all(len(row.cells) == len(built.columns) for row in built.rows)


@settings(max_examples=40, deadline=None)
@given(st.lists(drawn_tables(), min_size=1, max_size=3))
def test_every_row_has_one_cell_with_a_place_for_each_column(drawn):
    tables = build_tables([draw_page(number, item) for number, item in enumerate(drawn, start=1)])
    for built in tables.stitched:
        for row in built.rows:
            assert len(row.cells) == len(built.columns)
            assert all(cell.places for cell in row.cells)
            assert row.pages
