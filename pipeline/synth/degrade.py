"""Print → scan: everything that happens to a page between the printer and the file.

The page's geometry is kept but for the skew, which turns it about its centre: truth is stated for the upright page.
Every function takes and returns float32 pixels, 0 = black, 255 = white, (height, width) or (height, width, 3).
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.synth.spec import Scan

Image = npt.NDArray[np.float32]


def degrade(page: npt.NDArray[np.uint8], scan: Scan, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
    """One scanned page, of the same size; 0 or 255 only when the codec stores one bit per pixel."""
    image = page.astype(np.float32)
    image = open_gaps(image, scan.gaps, rng)
    if scan.toner:
        image = spread_toner(image, scan)
    if scan.fade:
        image = fade_toner(image, scan.fade, rng)
    for _ in range(scan.copies):
        image = photocopy(image, scan.dpi, rng)
    image = tone(image, scan)
    if scan.bleed:
        image = bleed_through(image, scan.bleed)
    if scan.fold:
        image = fold_shadow(image, rng)
    image = cut_bottom(image, scan)
    image = turn(image, scan.skew, paper=float(scan.paper))
    image = shade(image, scan.shading, rng)
    if scan.shadow:
        image = edge_shadow(image, scan.shadow, rng)
    if scan.holes:
        image = punch_holes(image, scan, rng)
    if scan.border_mm:
        image = black_border(image, scan, rng)
    if scan.curl:
        image = curl(image, scan.curl, rng)
    if scan.photo:
        image = photograph(image, scan, rng)
    image = photocopy_bands(image, scan.bands, rng)
    image = scanner_streaks(image, scan.streaks, rng)
    if scan.blur:
        image = cv2.GaussianBlur(image, (0, 0), scan.blur * scan.dpi / 200).astype(np.float32)
    image = speckle(image, scan, rng)
    image = image + rng.normal(0, scan.noise, image.shape).astype(np.float32)
    if scan.codec == "ccitt":
        return to_one_bit(image, scan)
    return np.clip(image, 0, 255).astype(np.uint8)


def turn(image: Image, skew: float, paper: float) -> Image:
    """Turn clockwise by `skew` degrees about the centre: undoing it is a counter-clockwise turn by as much."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -skew, 1.0)
    border = (paper, paper, paper)
    return cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=border).astype(np.float32)


def photograph(image: Image, scan: Scan, rng: np.random.Generator) -> Image:
    """Seen by a camera at an angle, on a dark desk, with the light from one side; the size stays."""
    height, width = image.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    seen = corners + inwards * rng.uniform(0.15, 1.0, (4, 2)).astype(np.float32) * np.float32(scan.photo * width)
    desk = float(rng.uniform(50, 110))
    matrix = cv2.getPerspectiveTransform(corners, seen)
    warped = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_AREA, borderValue=(desk,) * 3)
    y, x = np.mgrid[0 : 1 : complex(0, height), 0 : 1 : complex(0, width)].astype(np.float32)
    light = 1.06 - 0.45 * np.abs(float(rng.integers(2)) - (0.7 * x + 0.3 * y)) ** 1.5
    return np.asarray(warped * (light if image.ndim == 2 else light[..., None]), np.float32)


def curl(image: Image, bend: float, rng: np.random.Generator) -> Image:
    """The sheet bends about an upright axis, and its columns lean: lines are no longer straight."""
    height, width = image.shape[:2]
    y, x = np.mgrid[-1 : 1 : complex(0, height), -1 : 1 : complex(0, width)].astype(np.float32)
    side, lean = float(rng.choice([-1, 1])), float(rng.uniform(-0.4, 0.4))
    map_y = (y + 1) * (height - 1) / 2 + side * bend * height * (x**2 + lean * x * y)
    map_x = (x + 1) * (width - 1) / 2 + lean * bend * width * y
    bent = cv2.remap(image, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(bent, np.float32)


def spread_toner(image: Image, scan: Scan) -> Image:
    """Strokes grown by so many pixels at 200 dpi, as by a copier set too dark: letters run together."""
    size = 1 + 2 * max(1, round(scan.toner * scan.dpi / 200))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return np.asarray(cv2.GaussianBlur(cv2.erode(image, kernel), (0, 0), 0.5), np.float32)


def fade_toner(image: Image, depth: float, rng: np.random.Generator) -> Image:
    """Print that is paler in some places than in others: a cartridge that runs out."""
    small = rng.uniform(0, 1, (7, 5)).astype(np.float32) ** 0.5
    field = cv2.resize(small, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_CUBIC)
    left = 1 - depth * np.clip(field, 0, 1)
    return np.asarray(255 - (255 - image) * (left if image.ndim == 2 else left[..., None]), np.float32)


def tone(image: Image, scan: Scan) -> Image:
    """Map black to the scan's ink and white to its paper."""
    return (scan.ink + image * ((scan.paper - scan.ink) / 255.0)).astype(np.float32)


def shade(image: Image, depth: float, rng: np.random.Generator) -> Image:
    """Uneven lighting: a smooth field that darkens by up to `depth` (share)."""
    field = rng.uniform(1.0 - depth, 1.0, (4, 3)).astype(np.float32)
    smooth = cv2.resize(field, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_CUBIC)
    return (image * (smooth if image.ndim == 2 else smooth[..., None])).astype(np.float32)


def edge_shadow(image: Image, depth: float, rng: np.random.Generator) -> Image:
    """The dark band along one side, where the lid was open or the book's back lifted the sheet."""
    width = image.shape[1]
    ramp = np.exp(-np.arange(width, dtype=np.float32) / (width * float(rng.uniform(0.010, 0.022))))
    column = 1.0 - depth * (ramp if rng.random() < 0.6 else ramp[::-1])
    darkened: Image = image * (column[None, :] if image.ndim == 2 else column[None, :, None])
    return darkened


def bleed_through(image: Image, strength: float) -> Image:
    """The page's own mirror image, blurred: print on the back of thin paper."""
    back = cv2.GaussianBlur(np.ascontiguousarray(image[:, ::-1]), (0, 0), 2.0)
    paper = float(np.percentile(image, 95))
    shifted = np.roll(back, (37, 11), axis=(0, 1))
    bled: Image = image - np.float32(strength) * np.clip(paper - shifted, 0, None).astype(np.float32)
    return bled


def fold_shadow(image: Image, rng: np.random.Generator) -> Image:
    """A horizontal fold: one dark and one bright line side by side near the middle."""
    y = round(image.shape[0] * float(rng.uniform(0.45, 0.55)))
    out = image.copy()
    out[y : y + 2] -= 42
    out[y + 2 : y + 5] += 12
    return out


def photocopy(image: Image, dpi: int, rng: np.random.Generator) -> Image:
    """Blurred, hardened, its toner spread or failing by a smooth field, and peppered."""
    soft = cv2.GaussianBlur(image, (0, 0), 0.75 * dpi / 200)
    small = rng.normal(0, 1, (image.shape[0] // 3 + 2, image.shape[1] // 3 + 2)).astype(np.float32)
    field = cv2.resize(cv2.GaussianBlur(small, (0, 0), 1.0), (image.shape[1], image.shape[0]))
    edge = 140 + 25 * (field if image.ndim == 2 else field[..., None])
    hard = np.clip((soft - edge) * 3 + 128, 0, 255)
    hard[rng.random(image.shape[:2]) < 0.0004] = 0
    return np.asarray(hard, np.float32)


def punch_holes(image: Image, scan: Scan, rng: np.random.Generator) -> Image:
    """Round holes of 6 mm along the left edge, black as the open lid behind them."""
    out = image.copy()
    pixels = scan.dpi / 25.4
    for index in range(scan.holes):
        y = round(image.shape[0] * (index + 0.5) / scan.holes + float(rng.normal(0, 2)) * pixels)
        cv2.circle(out, (round(11 * pixels), y), round(3 * pixels), (30.0, 30.0, 30.0), -1, cv2.LINE_AA)
    return out


def black_border(image: Image, scan: Scan, rng: np.random.Generator) -> Image:
    """Bands along all edges, of different and slanting width, with the sheet's soft shadow beside them."""
    height, width = image.shape[:2]
    most = scan.border_mm / 25.4 * scan.dpi
    corners = [
        (float(rng.uniform(0, most)), float(rng.uniform(0, most))),
        (width - float(rng.uniform(0, most)), float(rng.uniform(0, most))),
        (width - float(rng.uniform(0, most)), height - float(rng.uniform(0, most))),
        (float(rng.uniform(0, most)), height - float(rng.uniform(0, most))),
    ]
    sheet = np.zeros((height, width), np.float32)
    cv2.fillPoly(sheet, [np.array(corners).round().astype(np.int32)], (1.0,))
    sheet = np.asarray(cv2.GaussianBlur(sheet, (0, 0), 0.01 * scan.dpi), np.float32)
    shown: Image = 18 + (image - 18) * (sheet if image.ndim == 2 else sheet[..., None])
    return shown


def photocopy_bands(image: Image, count: int, rng: np.random.Generator) -> Image:
    """Broad grey vertical bands of a worn drum."""
    out = image.copy()
    for _ in range(count):
        x, width = int(rng.integers(image.shape[1])), int(rng.integers(12, 60))
        out[:, x : x + width] -= float(rng.uniform(6, 18))
    return out


def scanner_streaks(image: Image, count: int, rng: np.random.Generator) -> Image:
    """Thin vertical lines over much of the page from dust on the glass: false rules."""
    out = image.copy()
    for _ in range(count):
        x = int(rng.integers(round(image.shape[1] * 0.03), round(image.shape[1] * 0.97)))
        y0 = int(rng.integers(image.shape[0] // 3))
        y1 = int(rng.integers(image.shape[0] // 2, image.shape[0]))
        out[y0:y1, x : x + 2] *= float(rng.uniform(0.3, 0.6))
    return out


def open_gaps(image: Image, count: int, rng: np.random.Generator) -> Image:
    """Small places where the toner is missing; long strokes such as rules break there."""
    out = image.copy()
    for _ in range(count):
        y, x = int(rng.integers(image.shape[0])), int(rng.integers(image.shape[1]))
        h, w = (2, int(rng.integers(4, 26))) if rng.random() < 0.5 else (int(rng.integers(4, 26)), 2)
        out[y : y + h, x : x + w] = 255
    return out


def speckle(image: Image, scan: Scan, rng: np.random.Generator) -> Image:
    """Dark specks of one to three pixels (at 200 dpi)."""
    out = image.copy()
    for _ in range(scan.specks):
        y, x = int(rng.integers(image.shape[0])), int(rng.integers(image.shape[1]))
        size = max(1, round(int(rng.integers(1, 4)) * scan.dpi / 200))
        out[y : y + size, x : x + size] = float(rng.uniform(scan.ink, 140))
    return out


def cut_bottom(image: Image, scan: Scan) -> Image:
    """Everything below the glass is lost: paper colour."""
    rows = round(scan.cut_bottom_mm / 25.4 * scan.dpi)
    out = image.copy()
    if rows:
        out[-rows:] = scan.paper
    return out


def to_one_bit(image: Image, scan: Scan) -> npt.NDArray[np.uint8]:
    """Black and white by a threshold, or dithered by Floyd and Steinberg's way (Pillow's)."""
    gray = image if image.ndim == 2 else image.mean(axis=2).astype(np.float32)
    clipped = np.clip(gray, 0, 255).astype(np.uint8)
    if scan.dither:
        from PIL import Image as Pictures

        lifted = np.clip((clipped.astype(np.float32) - 40) * 1.28, 0, 255).astype(np.uint8)
        return np.asarray(Pictures.fromarray(lifted).convert("1")).astype(np.uint8) * 255
    return np.where(clipped < scan.threshold, 0, 255).astype(np.uint8)
