from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image

from pipeline.ingest import load_page, open_document
from pipeline.settings import IngestSettings

from .pdf_files import mark_page

MARKS = mark_page()


def test_the_camera_orientation_is_honoured(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side: turn clockwise to see it upright
    path = tmp_path / "photo.jpg"
    Image.fromarray(np.rot90(MARKS)).save(path, exif=exif, quality=95)
    page = load_page(open_document(path), 1)
    assert page.gray.shape == MARKS.shape
    assert np.abs(page.gray.astype(int) - MARKS).mean() < 12


def test_transparency_is_white_paper(tmp_path):
    path = tmp_path / "ink.png"
    clear = np.zeros((*MARKS.shape, 4), np.uint8)
    clear[..., 3] = 255 - MARKS
    Image.fromarray(clear).save(path)
    assert np.abs(load_page(open_document(path), 1).gray.astype(int) - MARKS).max() <= 1


def test_sixteen_bits_become_eight(tmp_path):
    path = tmp_path / "deep.png"
    Image.fromarray(MARKS.astype(np.uint16) * 257).save(path)
    assert np.abs(load_page(open_document(path), 1).gray.astype(int) - MARKS).max() <= 1


def test_white_is_zero_tiff(tmp_path):
    path = tmp_path / "inverted.tif"
    Image.fromarray(MARKS).save(path, tiffinfo={262: 0})
    with Image.open(path) as tiff:
        assert tiff.tag_v2[262] == 0
    assert np.array_equal(load_page(open_document(path), 1).gray, MARKS)


def test_the_resolution_is_taken_from_the_file_or_from_the_size_of_a_page(tmp_path):
    page = Image.new("L", (1654, 2339), 255)
    page.save(tmp_path / "told.png", dpi=(300, 300))
    page.save(tmp_path / "bare.png")
    page.save(tmp_path / "editor.png", dpi=(72, 72))
    dpis = {path.stem: load_page(open_document(path), 1).dpi for path in tmp_path.iterdir()}
    assert dpis == {"told": 300, "bare": 200, "editor": 200}


def test_a_huge_picture_is_reduced_and_said_so(tmp_path):
    path = tmp_path / "huge.png"
    Image.new("L", (800, 1200), 255).save(path, dpi=(300, 300))
    settings = replace(IngestSettings(), max_pixels=240_000)
    page = load_page(open_document(path), 1, settings=settings)
    assert (page.width, page.height, page.dpi) == (400, 600, 150)
    assert [issue.code for issue in page.issues] == ["image-reduced"]
