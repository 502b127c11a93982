import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline.synth.pdf import encode_ccitt, encode_jpeg, write_pdf, write_tiff


def checkered(height=330, width=240):
    rows, columns = np.indices((height, width))
    return np.where((rows // 9 + columns // 7) % 2, 0, 255).astype(np.uint8)


def only_image(pdf, index):
    (image,) = pdf[index].get_objects()
    return image


def test_one_bit_pages_come_back_pixel_by_pixel():
    page = checkered()
    with pdfium.PdfDocument(write_pdf([encode_ccitt(page)], [200])) as pdf:
        assert pdf[0].get_size() == pytest.approx((240 * 72 / 200, 330 * 72 / 200))
        stored = np.asarray(only_image(pdf, 0).get_bitmap().to_pil().convert("L"))
    assert np.array_equal(stored, page)


def test_pages_may_differ_in_codec_colour_and_resolution():
    colour = np.repeat(checkered()[..., None], 3, axis=2)
    data = write_pdf([encode_jpeg(colour, 60), encode_ccitt(checkered())], [150, 300])
    with pdfium.PdfDocument(data) as pdf:
        assert len(pdf) == 2
        assert only_image(pdf, 0).get_filters() == ["DCTDecode"]
        assert only_image(pdf, 1).get_filters() == ["CCITTFaxDecode"]


def test_same_pages_same_bytes():
    assert write_pdf([encode_ccitt(checkered())], [200]) == write_pdf([encode_ccitt(checkered())], [200])


def test_tiff_keeps_pages_and_resolution(tmp_path):
    write_tiff([checkered(), 255 - checkered()], 200, tmp_path / "two.tif")
    with Image.open(tmp_path / "two.tif") as image:
        assert image.n_frames == 2
        assert image.mode == "1"
        assert image.info["dpi"] == (200, 200)
