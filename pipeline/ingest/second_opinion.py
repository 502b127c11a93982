"""Tesseract's orientation detector, where it is installed: asked before a page is turned or when votes are thin."""

from __future__ import annotations

import numpy as np
import pytesseract
from PIL import Image

from pipeline.page import Gray
from pipeline.settings import IngestSettings


def ask_upside_down(gray: Gray, settings: IngestSettings) -> float | None:
    """How sure Tesseract is that a page with level lines stands on its head: negative when it is sure that not.

    None when Tesseract or its data `osd` is missing, or finds too little text.
    """
    image = Image.fromarray(np.ascontiguousarray(gray))
    try:
        answer = pytesseract.image_to_osd(
            image, config=f"--dpi {settings.osd_dpi}", output_type=pytesseract.Output.DICT, timeout=settings.osd_seconds
        )
        rotate, confidence = int(answer["rotate"]), float(answer["orientation_conf"])
    except (pytesseract.TesseractError, OSError, RuntimeError, KeyError, ValueError):
        return None
    if rotate not in (0, 180):
        return 0.0
    return confidence if rotate == 180 else -confidence
