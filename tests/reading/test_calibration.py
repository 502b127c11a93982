from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.calibration import calibrate


@given(st.floats(-10, 110), st.floats(-10, 110))
def test_more_printed_confidence_is_never_worth_less(one, two):
    low, high = sorted((one, two))
    assert 0 < calibrate(low) <= calibrate(high) < 1


def test_digits_are_worth_less_than_letters():
    assert calibrate(97, "๒") < calibrate(97, "2") < calibrate(97, "ก")
