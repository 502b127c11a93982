"""The agency's name inside other values of the head: read differently there, one of the two is misread."""

from __future__ import annotations

from rapidfuzz import fuzz

from pipeline.memo.values import doubt_field
from pipeline.model import Field
from pipeline.settings import MemoSettings


def doubt_other_spelling(field: Field | None, agency: Field | None, settings: MemoSettings) -> Field | None:
    """The value, marked where it holds the agency's name with a letter or two exchanged, spaces left out.

    Tone marks count: "ท่าทราย" and "ทำทราย" are two names.
    """
    if field is None or agency is None or len(agency.text) < settings.shortest_name:
        return field
    text, name = "".join(field.text.split()), "".join(agency.text.split())
    found = fuzz.partial_ratio_alignment(name, text, score_cutoff=100 * settings.same_name)
    if found is None or found.score == 100 or len(text) < len(name) - 2:
        return field
    return doubt_field(field, f"“{text[found.dest_start : found.dest_end]}” is “{agency.text}” in the head")
