"""Image files: TIFF (one or many pages), PNG and JPEG, through Pillow."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from pipeline.errors import CannotRead
from pipeline.ingest.raster import Raster, make_raster, resize_raster
from pipeline.settings import IngestSettings

_PILLOW_TROUBLES = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError, MemoryError)
"""What Pillow raises on damaged files: its plugins let parsing errors of all these kinds through."""


def count_image_pages(path: Path) -> int:
    """Pages of an image file. Raises `CannotRead` (image-damaged, image-too-large)."""
    with _opened(path) as image, _translated(path, "image-damaged"):
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        if count == 1:
            image.load()  # a truncated file shows only here
        return count


def load_image_raster(path: Path, number: int, settings: IngestSettings) -> Raster:
    """One page (1-based) as the viewer shows it: EXIF orientation applied, transparency on white.

    Raises `CannotRead` (image-damaged, image-too-large, page-unreadable).
    """
    with _opened(path) as image, _translated(path, "page-unreadable"):
        if number > 1:
            image.seek(number - 1)
        resolution = _find_resolution(image)
        upright = ImageOps.exif_transpose(image)
        if upright.size != image.size and resolution is not None:
            resolution = resolution[::-1]
        pixels = _read_pixels(upright)
    height, width = pixels.shape[:2]
    dpi_x, dpi_y = resolution or (guess_dpi(width, height),) * 2
    return square_pixels(make_raster(pixels, dpi_x, settings), dpi_x, dpi_y, settings)


def guess_dpi(width: int, height: int) -> float:
    """The resolution if the picture is an A4 page, upright or lying.

    >>> round(guess_dpi(1654, 2339))
    200
    """
    return (max(width, height) / (297 / 25.4) + min(width, height) / (210 / 25.4)) / 2


def square_pixels(raster: Raster, dpi_x: float, dpi_y: float, settings: IngestSettings) -> Raster:
    """A raster with equal resolutions: the coarser axis is stretched (fax pages have 204 × 98 dpi)."""
    finer = max(dpi_x, dpi_y)
    if finer / min(dpi_x, dpi_y) < settings.square_tolerance:
        return Raster(raster.gray, raster.color, (dpi_x + dpi_y) / 2, raster.issues)
    height, width = raster.gray.shape
    stretched = resize_raster(raster, (round(width * finer / dpi_x), round(height * finer / dpi_y)))
    return Raster(stretched.gray, stretched.color, finer, raster.issues)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    with _translated(path, "image-damaged"), warnings.catch_warnings():
        # Size is bounded by our own setting; damaged metadata is not worth a warning when the pixels are good.
        warnings.simplefilter("ignore")
        image = Image.open(path, formats=("TIFF", "PNG", "JPEG", "MPO"))
    with warnings.catch_warnings(), image:
        warnings.simplefilter("ignore")
        yield image


@contextmanager
def _translated(path: Path, code: str) -> Iterator[None]:
    try:
        yield
    except CannotRead:
        raise
    except Image.DecompressionBombError as e:
        raise CannotRead(
            "image-too-large", f"{path.name}: the picture is larger than any page; scan it at 300 dpi."
        ) from e
    except _PILLOW_TROUBLES as e:
        raise CannotRead(code, f"{path.name}: the picture is damaged ({e}); scan or copy it again.") from e


def _find_resolution(image: Image.Image) -> tuple[float, float] | None:
    """Dots per inch (x, y) from the file, None when it has none or an impossible one (72 is an editor's default)."""
    value = image.info.get("dpi")
    if not isinstance(value, tuple) or len(value) != 2:
        return None
    x, y = float(value[0]), float(value[1])
    if not (90 <= x <= 1300 and 90 <= y <= 1300):
        return None
    return x, y


def _read_pixels(image: Image.Image) -> npt.NDArray[np.uint8]:
    if image.mode.startswith(("I", "F")):
        return _read_deep_gray(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        image = Image.alpha_composite(paper, layer).convert("RGB")
    if image.mode in ("1", "L"):
        return np.array(image.convert("L"), dtype=np.uint8)
    return np.array(image.convert("RGB"), dtype=np.uint8)


def _read_deep_gray(image: Image.Image) -> npt.NDArray[np.uint8]:
    """16- and 32-bit gray: scaled by its type's range, or by its own when it is a float picture."""
    values = np.asarray(image, dtype=np.float64)
    top = 65535.0 if image.mode.startswith("I") else max(float(values.max()), 1e-9)
    return np.clip(values * (255.0 / top), 0, 255).astype(np.uint8)
