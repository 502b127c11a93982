"""The wordings of headings: those of `vocabulary.toml`, and those that an office adds in a file of its own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pipeline.errors import CannotStart
from pipeline.tables.records import Meaning
from pipeline.thai.text import comparison_key


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of the vocabulary with its comparison key. rank: the lower keeps a meaning that two columns claim."""

    text: str
    key: str
    meaning: Meaning
    rank: int


@cache
def load_vocabulary(own: Path | None = None) -> tuple[Wording, ...]:
    """All wordings, in file order; `own` names a file whose wordings come first, also before equal ones.

    Raises `CannotStart`: vocabulary-invalid.
    """
    text = files("pipeline.tables").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    known = _parse(text)
    if own is None:
        return known
    added = _read_own(own)
    keys = {wording.key for wording in added}
    return (*added, *(wording for wording in known if wording.key not in keys))


def _read_own(path: Path) -> tuple[Wording, ...]:
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except OSError as e:
        reason = e.strerror or str(e)
        raise CannotStart("vocabulary-invalid", f"{path}: the vocabulary cannot be opened ({reason}).") from e
    except UnicodeDecodeError as e:
        raise CannotStart("vocabulary-invalid", f"{path}: the vocabulary is no UTF-8 text; save it as UTF-8.") from e
    except (ValueError, KeyError, TypeError) as e:
        raise CannotStart(
            "vocabulary-invalid",
            f"{path}: the vocabulary is not formed as it must be ({e}); an entry is three lines, [[heading]], "
            f'meaning = "measure" and wordings = ["…"], and the meanings are {", ".join(Meaning)}.',
        ) from e


def _parse(text: str) -> tuple[Wording, ...]:
    """Raises ValueError (TOML's own errors are such), KeyError or TypeError for anything but headings."""
    entries = tomllib.loads(text)["heading"]
    found = []
    for entry in entries:
        if unknown := set(entry) - {"meaning", "rank", "wordings"}:
            raise ValueError(f"“{unknown.pop()}” is not known")
        if isinstance(entry["wordings"], str):
            raise TypeError("wordings are a list")
        for wording in entry["wordings"]:
            key = comparison_key(wording)
            if not key:
                raise ValueError(f"“{wording}” has no letters")
            found.append(Wording(wording, key, Meaning(entry["meaning"]), int(entry.get("rank", 1))))
    return tuple(found)
