"""Passages as contract values: read, blank, or there but not legible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pipeline.model import Field, Place
from pipeline.passage import Passage, field_of
from pipeline.settings import MemoSettings
from pipeline.thai.damage import impossible_share

AnyField = TypeVar("AnyField", bound=Field)

ILLEGIBLE = "there is something here that could not be read"


def read_value(passage: Passage, settings: MemoSettings, reasons: Sequence[str] = ()) -> Field | None:
    """The passage as a Field, None when it is blank; `text` is empty when what stands there is no possible text."""
    if not passage.glyphs:
        return None
    field = field_of(passage, reasons)
    if passage.confidence < settings.garbage_confidence and impossible_share(passage.text) > settings.garbage_share:
        return field.model_copy(update={"text": "", "review": True, "reasons": (ILLEGIBLE, *field.reasons)})
    return field


def mark_illegible(places: Sequence[Place], reason: str = ILLEGIBLE) -> Field:
    """A value that is on the page but gave no text."""
    return Field(text="", raw="", confidence=0.0, review=True, reasons=(reason,), where=tuple(places))


def doubt_field(field: AnyField, reason: str) -> AnyField:
    """The same value (or date), marked for review for one more reason."""
    return field.model_copy(update={"review": True, "reasons": tuple(dict.fromkeys((*field.reasons, reason)))})
