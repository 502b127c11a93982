"""Tesseract's orientation detector, where it is installed: asked before a page is turned or when votes are thin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from pipeline.page import Gray
from pipeline.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class Opinion:
    """Degrees clockwise that would set the page upright, and Tesseract's confidence in that: 0 to about 50."""

    rotation: int
    confidence: float


_UNSURE = Opinion(0, 0.0)


def ask_rotation(gray: Gray, settings: IngestSettings) -> Opinion | None:
    """What Tesseract says, of confidence 0 where it finds too little text; None when it or its data is missing."""
    import pytesseract  # brings pandas; most documents need no second opinion

    image = Image.fromarray(np.ascontiguousarray(gray))
    try:
        answer = pytesseract.image_to_osd(
            image, config=f"--dpi {settings.osd_dpi}", output_type=pytesseract.Output.DICT, timeout=settings.osd_seconds
        )
        return Opinion(int(answer["rotate"]), float(answer["orientation_conf"]))
    except pytesseract.TesseractError as e:
        return None if "traineddata" in str(e) else _UNSURE
    except (RuntimeError, KeyError, ValueError):
        return _UNSURE
    except OSError:
        return None
