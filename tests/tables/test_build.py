from pipeline.tables import Meaning, build_tables

from .seed import DONE, MEASURES, seed_pages


def test_the_seed_gives_one_plan_and_one_report_of_twelve_rows():
    plan, report = build_tables(seed_pages()).stitched
    assert [column.meaning for column in plan.columns] == [
        Meaning.MEASURE,
        Meaning.PROCEDURE,
        Meaning.RESPONSIBLE,
        Meaning.MONITORING,
    ]
    assert [column.meaning for column in report.columns] == [
        Meaning.MEASURE,
        Meaning.PROCEDURE,
        Meaning.STATUS_NOT_STARTED,
        Meaning.STATUS_IN_PROGRESS,
        Meaning.STATUS_DONE,
    ]
    for table in (plan, report):
        assert [row.cells[0].passage.text for row in table.rows] == [text.replace("\n", "") for text in MEASURES]
        assert not table.issues
    assert plan.pieces == ((1, 0), (2, 0), (3, 0))
    assert report.pieces == ((4, 0), (5, 0), (6, 0))


def test_a_merged_note_belongs_to_every_row_beside_it():
    plan, _ = build_tables(seed_pages()).stitched
    notes = [row.cells[3] for row in plan.rows]
    assert [note.passage.text[-4:] for note in notes[:11]] == ["๒๕๖๕"] * 5 + ["๒๕๖๔"] * 6
    assert all(note.shared for note in notes[:11])
    assert not notes[11].shared


def test_marks_keep_their_note_and_their_place():
    _, report = build_tables(seed_pages()).stitched
    done = report.rows[4].cells[4]
    assert done.passage.text == DONE.replace("\n", "")
    assert [place.page for place in done.places] == [5]


def test_every_grid_is_a_table_of_the_contract():
    per_page = build_tables(seed_pages()).per_page
    assert [len(per_page[page]) for page in range(1, 7)] == [1] * 6
    table = per_page[4][0]
    assert (table.rows, table.cols) == (5, 5)
    head = next(cell for cell in table.cells if cell.colspan == 3)
    assert (head.row, head.col, head.text) == (0, 2, "สถานะการดำเนินงาน")
