from hypothesis import given
from hypothesis import strategies as st

from pipeline.batch.names import StemBook, make_stem


@given(st.text(min_size=1, max_size=300))
def test_every_name_gives_a_stem_that_file_systems_take(name: str) -> None:
    stem = make_stem(name)
    assert stem
    assert not set(stem) & set('<>:"/\\|?*\n\t\0')
    assert len(stem.encode()) <= 240
    assert stem == stem.strip(" .")


@given(st.lists(st.sampled_from(["scan", "Scan", "แผน", "scan-bbbbbbbb"]), min_size=1, max_size=6))
def test_no_two_documents_share_a_name(stems: list[str]) -> None:
    book = StemBook({"scan": "a" * 64})
    chosen = [book.choose(stem, f"{number}" * 64) for number, stem in enumerate(stems)]
    assert len({stem.casefold() for stem in [*chosen, "scan"]}) == len(stems) + 1


def test_a_document_keeps_its_own_name_on_a_rerun() -> None:
    assert StemBook({"scan": "aaaa"}).choose("scan", "aaaa") == "scan"


def test_two_documents_of_one_name_do_not_share_a_file() -> None:
    assert StemBook({"scan": "a" * 64}).choose("scan", "b" * 64) == "scan-bbbbbbbb"


def test_names_that_differ_only_in_case_do_not_share_a_file() -> None:
    assert StemBook({"Scan": "a" * 64}).choose("scan", "b" * 64) == "scan-bbbbbbbb"
