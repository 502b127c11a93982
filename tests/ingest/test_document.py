from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import CannotRead
from pipeline.ingest import load_page, open_document

from .pdf_files import Leaf, draw, mark_page, raw_image, write_pdf

PAGE = Path(__file__).parent / "data" / "page.png"


def fail_code(path: Path) -> str:
    with pytest.raises(CannotRead) as caught:
        open_document(path)
    assert path.name in caught.value.message
    assert caught.value.message.endswith(".")
    return caught.value.code


def test_a_png_is_known_with_its_digest():
    document = open_document(PAGE)
    assert (document.kind, document.page_count, document.name) == ("png", 1, "page.png")
    assert document.sha256 == hashlib.sha256(PAGE.read_bytes()).hexdigest()


def test_the_content_decides_whatever_the_name_says(tmp_path):
    wrong = tmp_path / "memo.pdf"
    wrong.write_bytes(PAGE.read_bytes())
    assert open_document(wrong).kind == "png"
    bare = write_pdf(tmp_path / "memo", [Leaf(draw(), {"Im": raw_image(mark_page())})])
    assert open_document(bare).kind == "pdf"


def test_a_tiff_has_pages(tmp_path):
    path = tmp_path / "fax.tif"
    pages = [Image.fromarray(mark_page()).convert("1").rotate(180 * turn) for turn in range(3)]
    pages[0].save(path, save_all=True, append_images=pages[1:], compression="group4", dpi=(204, 98))
    document = open_document(path)
    assert (document.kind, document.page_count) == ("tiff", 3)
    page = load_page(document, 2)
    assert page.dpi == 204
    assert page.height / page.width == pytest.approx(351 / 248 * 204 / 98, rel=0.01)


def test_a_missing_file_and_a_folder(tmp_path):
    assert fail_code(tmp_path / "none.pdf") == "file-missing"
    assert fail_code(tmp_path) == "file-missing"


def test_an_empty_file(tmp_path):
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "blank.pdf").write_bytes(b"\0" * 500)
    assert fail_code(tmp_path / "empty.pdf") == "file-empty"
    assert fail_code(tmp_path / "blank.pdf") == "file-empty"


def test_a_web_page_named_pdf_is_no_document(tmp_path):
    (tmp_path / "memo.pdf").write_text("<html>404</html>")
    assert fail_code(tmp_path / "memo.pdf") == "not-a-document"


def test_other_types_are_not_supported(tmp_path):
    (tmp_path / "memo.docx").write_bytes(b"PK\x03\x04rest")
    (tmp_path / "anim.gif").write_bytes(b"GIF89a rest")
    assert fail_code(tmp_path / "memo.docx") == "unsupported-type"
    assert fail_code(tmp_path / "anim.gif") == "unsupported-type"


def test_a_locked_pdf(tmp_path):
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >> /ID [<00> <00>]"
    path = write_pdf(tmp_path / "locked.pdf", [Leaf(b"", {})], trailer=lock)
    assert fail_code(path) == "pdf-encrypted"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_cut_off(tmp_path, share):
    leaves = [Leaf(draw(), {"Im": raw_image(mark_page())})] * 4
    whole = write_pdf(tmp_path / "whole.pdf", leaves).read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert fail_code(cut) == "pdf-damaged"


def test_a_pdf_of_noise(tmp_path):
    path = tmp_path / "noise.pdf"
    path.write_bytes(b"%PDF-1.7\n" + np.random.default_rng(0).bytes(3000) + b"\nstartxref\n9\n%%EOF\n")
    assert fail_code(path) == "pdf-damaged"


def test_padding_after_the_end_is_harmless(tmp_path):
    path = write_pdf(tmp_path / "padded.pdf", [Leaf(draw(), {"Im": raw_image(mark_page())})])
    path.write_bytes(path.read_bytes() + b"\0" * 20_000)
    assert open_document(path).page_count == 1


def test_a_pdf_without_pages(tmp_path):
    assert fail_code(write_pdf(tmp_path / "none.pdf", [])) == "pdf-no-pages"


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_a_picture_that_was_cut_off(tmp_path, suffix):
    whole = tmp_path / f"whole{suffix}"
    Image.fromarray(mark_page()).save(whole)
    cut = tmp_path / f"cut{suffix}"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert fail_code(cut) == "image-damaged"


def test_a_page_beyond_the_last():
    with pytest.raises(CannotRead) as caught:
        load_page(open_document(PAGE), 2)
    assert caught.value.code == "page-unreadable"


def test_one_damaged_page_leaves_the_others_readable(tmp_path):
    path = write_pdf(tmp_path / "memo.pdf", [Leaf(draw(), {"Im": raw_image(mark_page())})] * 2)
    path.write_bytes(path.read_bytes().replace(b"/Type /Page /Parent", b"/Type /Pagx /Parent", 1))
    document = open_document(path)
    assert document.page_count == 2
    with pytest.raises(CannotRead) as caught:
        load_page(document, 1)
    assert caught.value.code == "page-unreadable"
    assert load_page(document, 2).width == 248
