from hypothesis import given
from hypothesis import strategies as st

from pipeline.batch.names import choose_stem


@given(st.text(min_size=1, max_size=300), st.text("0123456789abcdef", min_size=64, max_size=64))
def test_every_name_gives_a_stem_that_file_systems_take(name: str, sha256: str) -> None:
    stem = choose_stem(name, sha256, {})
    assert stem
    assert not set(stem) & set('<>:"/\\|?*\n\t\0')
    assert len(stem) <= 80
    assert stem == stem.strip(" .")


def test_a_document_keeps_its_own_name_on_a_rerun() -> None:
    assert choose_stem("scan.pdf", "aaaa", {"scan": "aaaa"}) == "scan"


def test_two_documents_of_one_name_do_not_share_a_file() -> None:
    assert choose_stem("scan.pdf", "b" * 64, {"scan": "a" * 64}) == "scan-bbbbbbbb"
