from __future__ import annotations

import io
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import CannotRead
from pipeline.ingest import load_page, open_document
from pipeline.page import PageImage

from .pdf_files import Leaf, bit_image, draw, mark_page, raw_image, write_pdf

MARKS = mark_page()
BLACK = MARKS < 128
ONE_BIT = np.where(BLACK, 0, 255).astype(np.uint8)


def load(path: Path, leaf: Leaf) -> PageImage:
    return load_page(open_document(write_pdf(path / "scan.pdf", [leaf])), 1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_page_rotation_is_honoured_without_resampling(tmp_path, turn):
    page = load(tmp_path, Leaf(draw(), {"Im": raw_image(MARKS)}, f"/MediaBox [0 0 595 842] /Rotate {turn}"))
    assert np.array_equal(page.gray, np.rot90(MARKS, -turn // 90))
    assert (page.dpi, page.source, page.color) == (30, "scan", None)


@pytest.mark.parametrize(
    ("matrix", "stored"),
    [
        ("595 0 0 842 0 0", MARKS),
        ("-595 0 0 842 595 0", MARKS[:, ::-1]),
        ("595 0 0 -842 0 842", MARKS[::-1]),
        ("-595 0 0 -842 595 842", MARKS[::-1, ::-1]),
        ("0 842 -595 0 595 0", np.rot90(MARKS, -1)),
        ("0 -842 595 0 0 842", np.rot90(MARKS, 1)),
        ("0 -842 -595 0 595 842", MARKS.T),
        ("0 842 595 0 0 0", MARKS[::-1, ::-1].T),
    ],
)
def test_turned_and_mirrored_pictures_are_set_right(tmp_path, matrix, stored):
    page = load(tmp_path, Leaf(draw(matrix=matrix), {"Im": raw_image(stored)}))
    assert np.array_equal(page.gray, MARKS)


@pytest.mark.parametrize(
    "image",
    [
        bit_image(BLACK),
        bit_image(~BLACK, "/ColorSpace /DeviceGray /Decode [1 0]"),
        bit_image(BLACK, "/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]"),
        bit_image(~BLACK, "/ColorSpace [/Indexed /DeviceRGB 1 <ffffff000000>]"),
        raw_image(255 - ONE_BIT, "/Decode [1 0]"),
        raw_image(np.dstack([ONE_BIT] * 3)),
    ],
    ids=["one bit", "inverted", "palette", "inverted palette", "inverted gray", "gray as colour"],
)
def test_black_is_black_however_it_is_stored(tmp_path, image):
    page = load(tmp_path, Leaf(draw(), {"Im": image}))
    assert np.array_equal(page.gray, ONE_BIT)
    assert page.color is None


def test_fax_compression(tmp_path):
    Image.fromarray(ONE_BIT).convert("1").save(tmp_path / "g4.tif", compression="group4")
    with Image.open(tmp_path / "g4.tif") as tiff:
        offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    data = (tmp_path / "g4.tif").read_bytes()[offset : offset + length]
    entries = (
        "/Width 248 /Height 351 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode "
        "/DecodeParms << /K -1 /Columns 248 /Rows 351 /BlackIs1 true >>"
    )
    page = load(tmp_path, Leaf(draw(), {"Im": (entries, data)}))
    assert np.array_equal(page.gray, ONE_BIT)


def test_inverted_cmyk_jpeg(tmp_path):
    inks = np.zeros((351, 248, 4), np.uint8)
    inks[..., 3] = 255 - ONE_BIT
    file = io.BytesIO()
    Image.fromarray(inks, "CMYK").save(file, "JPEG", quality=95)
    entries = (
        "/Width 248 /Height 351 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /DCTDecode "
        "/Decode [1 0 1 0 1 0 1 0]"
    )
    page = load(tmp_path, Leaf(draw(), {"Im": (entries, file.getvalue())}))
    assert np.abs(page.gray.astype(int) - ONE_BIT).mean() < 12


def test_a_stencil_is_drawn_with_its_ink(tmp_path):
    page = load(tmp_path, Leaf(b"0 g " + draw(), {"Im": bit_image(BLACK, "/ImageMask true")}))
    small = np.asarray(Image.fromarray(page.gray).resize((248, 351)))
    assert np.abs(small.astype(int) - ONE_BIT).mean() < 20


def test_colour_is_kept_only_where_there_is_some(tmp_path):
    stamped = np.dstack([MARKS] * 3)
    stamped[300:340, 180:240] = (200, 30, 30)
    page = load(tmp_path, Leaf(draw(), {"Im": raw_image(stamped)}))
    assert page.color is not None
    assert np.array_equal(page.color, stamped)


def test_strips_make_one_page(tmp_path):
    leaf = Leaf(
        draw("A", "595 0 0 421 0 421") + draw("B", "595 0 0 421 0 0"),
        {"A": raw_image(MARKS[:175]), "B": raw_image(MARKS[175:350])},
    )
    page = load(tmp_path, leaf)
    small = np.asarray(Image.fromarray(page.gray).resize((248, 350), Image.Resampling.BOX))
    assert page.dpi == 150
    assert np.abs(small.astype(int) - MARKS[:350]).mean() < 12


def test_print_over_a_scan_is_seen(tmp_path):
    stamp = b"BT /F1 60 Tf 60 60 Td (RECEIVED) Tj ET"
    plain = load(tmp_path, Leaf(draw(), {"Im": raw_image(np.full_like(MARKS, 255))}))
    stamped = load(tmp_path, Leaf(draw() + stamp, {"Im": raw_image(np.full_like(MARKS, 255))}))
    assert plain.gray.min() == 255
    assert stamped.gray.min() < 60


def test_a_layer_under_a_scan_is_not_trusted(tmp_path):
    hidden = b"BT 3 Tr /F1 12 Tf 100 100 Td (wrong words of some other program) Tj ET"
    page = load(tmp_path, Leaf(draw() + hidden, {"Im": raw_image(MARKS)}))
    assert np.array_equal(page.gray, MARKS)
    assert page.words == ()
    assert [issue.code for issue in page.issues] == ["text-layer-rejected"]


def test_a_cropped_scan_shows_only_its_window(tmp_path):
    page = load(tmp_path, Leaf(draw(), {"Im": raw_image(MARKS)}, "/MediaBox [0 0 595 842] /CropBox [0 421 595 842]"))
    assert page.width / page.height == pytest.approx(595 / 421, rel=0.01)


def test_unequal_resolutions_become_square(tmp_path):
    page = load(tmp_path, Leaf(draw(), {"Im": raw_image(MARKS[::2])}))
    assert page.gray.shape == pytest.approx(MARKS.shape, abs=2)
    assert page.dpi == 30


def jpeg() -> bytes:
    file = io.BytesIO()
    Image.fromarray(MARKS).save(file, "JPEG")
    return file.getvalue()


SIZE = "/Width 248 /Height 351 /ColorSpace /DeviceGray"


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("/BitsPerComponent 8 /Filter /DCTDecode", b"x" * 500),
        ("/BitsPerComponent 8 /Filter /FlateDecode", b"zzzz" * 50),
        ("/BitsPerComponent 1 /Filter /JBIG2Decode", b"\1\2" * 300),
        ("/BitsPerComponent 8 /Filter /JPXDecode", b"abc" * 100),
        (
            "/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 248 /Rows 351 >>",
            b"\0\xff" * 200,
        ),
    ],
)
def test_a_picture_that_cannot_be_decoded_is_no_blank_page(tmp_path, packing, data):
    with pytest.raises(CannotRead) as caught:
        load(tmp_path, Leaf(draw(), {"Im": (f"{SIZE} {packing}", data)}))
    assert caught.value.code == "page-unreadable"


@pytest.mark.parametrize(
    ("packing", "data"),
    [("DCTDecode", jpeg()[:-2000]), ("FlateDecode", zlib.compress(MARKS.tobytes(), 0)[:50_000])],
)
def test_a_picture_that_is_cut_off_is_told(tmp_path, packing, data):
    page = load(tmp_path, Leaf(draw(), {"Im": (f"{SIZE} /BitsPerComponent 8 /Filter /{packing}", data)}))
    assert [(issue.code, issue.severity) for issue in page.issues] == [("picture-incomplete", "review")]


def test_a_blank_fax_page_is_fine(tmp_path):
    Image.new("1", (248, 351), 1).save(tmp_path / "g4.tif", compression="group4")
    with Image.open(tmp_path / "g4.tif") as tiff:
        offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    data = (tmp_path / "g4.tif").read_bytes()[offset : offset + length]
    packing = "/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 248 /Rows 351 >>"
    page = load(tmp_path, Leaf(draw(), {"Im": (f"{SIZE} {packing}", data)}))
    assert (page.gray.min() == page.gray.max(), page.issues) == (True, ())
