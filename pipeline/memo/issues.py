"""Issues as the memo room words them: one short call per finding."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Issue, Place, Severity


def note(code: str, message: str, where: Sequence[Place] = ()) -> Issue:
    """Something worth knowing that needs no decision."""
    return _issue(code, Severity.INFO, message, where)


def doubt(code: str, message: str, where: Sequence[Place] = ()) -> Issue:
    """Something a person must look at."""
    return _issue(code, Severity.REVIEW, message, where)


def _issue(code: str, severity: Severity, message: str, where: Sequence[Place]) -> Issue:
    place = where[0] if where else None
    return Issue(
        code=code,
        severity=severity,
        message=message,
        page=place.page if place else None,
        bbox=place.bbox if place else None,
    )
