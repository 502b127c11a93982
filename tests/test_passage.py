from pipeline.model import Place
from pipeline.page import Doubt, ReadLine
from pipeline.passage import (
    Passage,
    cut_out,
    explain_doubts,
    field_of,
    join_passages,
    passage_of_line,
    slice_passage,
)


def line(text: str, x0: int = 100, y0: int = 50, confidence: float = 0.95, doubts: tuple[Doubt, ...] = ()) -> ReadLine:
    edges = tuple(x0 + 10 * i for i in range(len(text) + 1))
    return ReadLine(
        bbox=(x0, y0, x0 + 10 * len(text), y0 + 30), raw=f"<{text}>", text=text, confidence=confidence,
        confidences=(confidence,) * len(text), edges=edges, doubts=doubts,
    )  # fmt: skip


def test_a_slice_keeps_exactly_its_own_place_and_doubts() -> None:
    doubts = (Doubt(start=3, end=5, reason="thai-digit-from-tesseract"), Doubt(start=8, end=9, reason="low-confidence"))
    whole = passage_of_line(line("ที่ ๕๒ กข x", doubts=doubts), page=2)
    part = slice_passage(whole, 3, 6)
    assert part.text == "๕๒"
    assert part.where == (Place(page=2, bbox=(140, 50, 160, 80)),)
    assert [(d.start, d.end, d.reason) for d in part.doubts] == [(0, 1, "thai-digit-from-tesseract")]
    assert part.raw == "<ที่ ๕๒ กข x>"


def test_a_line_that_was_not_read_is_told_by_the_slice_that_it_follows() -> None:
    unread = Doubt(start=7, end=7, reason="line-unread")
    whole = passage_of_line(line("/ (กขค)", doubts=(unread,)), page=1)
    assert [(d.start, d.end) for d in slice_passage(whole, 2, 7).doubts] == [(5, 5)]
    assert slice_passage(whole, 0, 2).doubts == ()
    assert [(d.start, d.end) for d in cut_out(whole, [(1, 2)], "").doubts] == [(6, 6)]


def test_a_slice_of_spaces_is_empty_and_stands_nowhere() -> None:
    part = slice_passage(passage_of_line(line("ก   ข"), 1), 1, 4)
    assert (part.text, part.where, part.confidence) == ("", (), 0.0)


def test_joining_moves_doubts_and_keeps_a_box_for_each_page() -> None:
    first = passage_of_line(line("กข"), 1)
    second = passage_of_line(line("๕", x0=300, doubts=(Doubt(start=0, end=1, reason="r"),)), 2)
    joined = join_passages([first, second], lambda left, right: " ")
    assert joined.text == "กข ๕"
    assert [(d.start, d.end) for d in joined.doubts] == [(3, 4)]
    assert [place.page for place in joined.where] == [1, 2]
    assert joined.raw == "<กข>\n<๕>"


def test_a_space_put_in_by_joining_does_not_raise_the_confidence() -> None:
    parts = [passage_of_line(line("ก", confidence=0.5), 1), passage_of_line(line("ข", confidence=0.5), 1)]
    assert join_passages(parts, lambda left, right: "   ").confidence == 0.5


def test_a_doubted_or_unsure_value_is_marked_with_its_reasons() -> None:
    doubted = passage_of_line(line("๕", doubts=(Doubt(start=0, end=1, reason="digit", candidates=(("๔", 0.4),)),)), 1)
    assert explain_doubts(doubted) == ("digit: ๕ (or ๔ 0.40)",)
    assert field_of(doubted).review
    assert field_of(passage_of_line(line("กข", confidence=0.4), 1)).review
    assert not field_of(passage_of_line(line("กข"), 1)).review


def test_a_reason_from_outside_marks_the_value_too() -> None:
    field = field_of(passage_of_line(line("กข"), 1), ["year contradicts the subject"])
    assert field.review
    assert field.reasons == ("year contradicts the subject",)


def test_a_long_value_is_less_sure_than_a_short_one_and_none_surer_than_its_least_sure_character() -> None:
    short, long = passage_of_line(line("กข"), 1), passage_of_line(line("กขคงจฉชซฌญ" * 4), 1)
    assert long.confidence < short.confidence <= 0.95
    parts = [short, passage_of_line(line("ค", confidence=0.3), 1)]
    assert join_passages(parts, lambda left, right: "").confidence <= 0.3


def test_an_empty_passage_is_a_legible_nothing() -> None:
    assert field_of(Passage(())).text == ""
    assert not field_of(Passage(())).review
