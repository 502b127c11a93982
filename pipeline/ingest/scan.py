"""The picture that is a scanned page: found among the page's objects and taken at its own resolution."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.images import square_pixels
from pipeline.ingest.intact import Damage, find_picture_damage, tell_missing_part
from pipeline.ingest.pdf import bound_dpi, render_page
from pipeline.ingest.raster import Raster, make_raster
from pipeline.settings import IngestSettings

_INVISIBLE_TEXT = 3
"""PDF text rendering mode "neither fill nor stroke": how OCR layers are stored."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image object on a page. `matrix` maps its unit square to the page, before the page's rotation."""

    image: pdfium.PdfImage
    matrix: pdfium.PdfMatrix
    pixels: tuple[int, int]
    coverage: float
    bounds: tuple[float, float, float, float]

    @property
    def dpi(self) -> tuple[float, float]:
        """Pixels per inch along the picture's own width and height."""
        a, b, c, d, *_ = self.matrix.get()
        along_x, along_y = max(np.hypot(a, b), 1e-6), max(np.hypot(c, d), 1e-6)
        return float(self.pixels[0] * 72 / along_x), float(self.pixels[1] * 72 / along_y)


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a PDF page is made of, as far as choosing between its pixels and its layer goes."""

    pictures: tuple[Picture, ...]
    other_marks: int
    """Visible text and path objects."""

    @property
    def coverage(self) -> float:
        """Share of the page under pictures; overlapping ones count twice, so at most roughly."""
        return min(1.0, sum(picture.coverage for picture in self.pictures))


def survey_page(page: pdfium.PdfPage) -> PageContent:
    """List the pictures of a page and count everything else that is visible."""
    pictures: list[Picture] = []
    marks = 0
    area = _box_area(page.get_bbox())
    for item in page.get_objects():
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_describe_picture(item, page, area))
        elif item.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            marks += pdfium_c.FPDFTextObj_GetTextRenderMode(item) != _INVISIBLE_TEXT
        elif item.type != pdfium_c.FPDF_PAGEOBJ_FORM:
            marks += 1
    return PageContent(tuple(pictures), marks)


def load_scan(page: pdfium.PdfPage, content: PageContent, number: int, settings: IngestSettings) -> Raster:
    """The pixels of a page that is made of pictures; an issue when one of them is cut off.

    One picture is taken as it is stored, so that nothing is resampled; strips, layered pictures, and pictures
    with print over them are drawn by PDFium at the picture's resolution.
    Raises `PdfiumError` when a large picture cannot be decoded: PDFium itself would show blank paper.
    """
    picture = max(content.pictures, key=lambda one: one.coverage)
    large = [one for one in content.pictures if one.coverage >= picture.coverage / 4]
    stored = {id(one): _decode(one.image) for one in large}
    damages = [find_picture_damage(one.image, stored[id(one)]) for one in large]
    if Damage.ALL in damages:
        raise pdfium.PdfiumError("the picture of the page cannot be decoded")
    raster = _take_alone(picture, stored[id(picture)], content, page, settings)
    if raster is None:
        dpi = max(max(one.dpi) for one in large)
        dpi = bound_dpi(page, min(max(dpi, settings.min_dpi), settings.max_dpi), settings)
        raster = make_raster(render_page(page, dpi), dpi, settings)
    return replace(raster, issues=(tell_missing_part(number),)) if Damage.PART in damages else raster


def _take_alone(
    picture: Picture,
    stored: npt.NDArray[np.uint8] | None,
    content: PageContent,
    page: pdfium.PdfPage,
    settings: IngestSettings,
) -> Raster | None:
    """The picture's own pixels, when the page shows them and nothing else."""
    if stored is None or picture.coverage < settings.scan_coverage or not _stands_alone(picture, content, page):
        return None
    pixels = _set_as_shown(stored, picture, page)
    if pixels is None or not _looks_like(pixels, page, settings):
        return None
    dpi_x, dpi_y = _dpi_on_page(picture, page)
    return square_pixels(make_raster(pixels, dpi_x, settings), dpi_x, dpi_y, settings)


def _describe_picture(image: pdfium.PdfImage, page: pdfium.PdfPage, page_area: float) -> Picture:
    matrix = image.get_matrix()
    container = image.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    box = matrix.on_rect(0, 0, 1, 1)
    left, bottom, right, top = page.get_bbox()
    seen = (max(box[0], left), max(box[1], bottom), min(box[2], right), min(box[3], top))
    return Picture(image, matrix, image.get_px_size(), _box_area(seen) / max(page_area, 1e-6), seen)


def _box_area(box: tuple[float, float, float, float]) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _stands_alone(picture: Picture, content: PageContent, page: pdfium.PdfPage) -> bool:
    """Whether the page shows this picture only, square to its edges and not beyond them."""
    a, b, c, d, *_ = picture.matrix.get()
    straight = max(abs(b), abs(c)) < 0.002 * max(abs(a), abs(d)) or max(abs(a), abs(d)) < 0.002 * max(abs(b), abs(c))
    whole = _box_area(picture.matrix.on_rect(0, 0, 1, 1)) <= 1.02 * _box_area(picture.bounds)
    return (
        straight
        and whole
        and len(content.pictures) == 1
        and content.other_marks == 0
        and not pdfium_c.FPDFPage_GetAnnotCount(page)
        and not pdfium_c.FPDFPageObj_HasTransparency(picture.image)
    )


def _decode(image: pdfium.PdfImage) -> npt.NDArray[np.uint8] | None:
    """Stored pixels (height, width, channels), channels in PDFium's order; None when PDFium cannot decode them."""
    try:
        pixels = np.array(image.get_bitmap(render=False).to_numpy(), dtype=np.uint8)
    except pdfium.PdfiumError:
        return None
    return pixels if pixels.ndim == 3 else pixels[..., None]


def _set_as_shown(
    stored: npt.NDArray[np.uint8], picture: Picture, page: pdfium.PdfPage
) -> npt.NDArray[np.uint8] | None:
    """Gray or RGB pixels, turned as the page shows them; None for what PDFium must draw itself."""
    channels = stored.shape[2]
    if channels == 2 or tuple(stored.shape[:2]) != picture.pixels[::-1]:
        return None
    pixels = stored[:, :, 0] if channels == 1 else stored[:, :, 2::-1]
    return np.ascontiguousarray(turn_as_shown(pixels, picture.matrix.get()[:4], page.get_rotation()))


def turn_as_shown(
    pixels: npt.NDArray[np.uint8], axes: tuple[float, float, float, float], rotation: int
) -> npt.NDArray[np.uint8]:
    """Stored pixels as the page shows them.

    axes: (a, b, c, d) of the picture's matrix: its width runs along (a, b), its height upwards along (c, d).
    rotation: the page's own, in degrees clockwise.
    """
    a, b, c, d = axes
    for _ in range(rotation // 90 % 4):
        a, b, c, d = b, -a, d, -c
    if abs(a) >= abs(b):
        right, up = a, d
        turned = pixels
    else:
        # The picture's width runs up or down the page.
        right, up = -c, -b
        turned = pixels.swapaxes(0, 1)
    if right < 0:
        turned = turned[:, ::-1]
    return turned[::-1] if up < 0 else turned


def _dpi_on_page(picture: Picture, page: pdfium.PdfPage) -> tuple[float, float]:
    """Resolution along the shown page's width and height."""
    a, b, *_ = picture.matrix.get()
    lies = abs(b) > abs(a)
    if page.get_rotation() % 180:
        lies = not lies
    x, y = picture.dpi
    return (y, x) if lies else (x, y)


def _looks_like(pixels: npt.NDArray[np.uint8], page: pdfium.PdfPage, settings: IngestSettings) -> bool:
    """Whether stored pixels agree with a small drawing of the page: clips, masks and odd colour spaces show here."""
    height, width = pixels.shape[:2]
    gray = pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    page_width, page_height = page.get_size()
    drawn = render_page(page, settings.check_pixels * 72 / max(page_width, page_height), gray=True)
    if abs(np.log((width * drawn.shape[0]) / (height * drawn.shape[1]))) > 0.7:
        return False  # the picture lies across the page
    size = (64, 64)
    one = cv2.resize(gray, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    two = cv2.resize(drawn, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    return bool(np.abs(one - two).mean() < settings.check_difference)
