"""Weights → model file, weights → stored weights. Runs where PyTorch is installed (`make train`)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime as ort  # noqa: E402

from pipeline.reading.alphabet import CLASS_OF, CLASSES  # noqa: E402
from pipeline.training.batches import pack  # noqa: E402
from pipeline.training.commands import WEIGHTS  # noqa: E402
from pipeline.training.evaluate import greedy, measure  # noqa: E402
from pipeline.training.export import export  # noqa: E402
from pipeline.training.lines import Sample  # noqa: E402
from pipeline.training.net import LineNet  # noqa: E402
from pipeline.training.weights import load_weights, save_weights  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def net() -> LineNet:
    torch.manual_seed(1)
    net = LineNet()
    net.train()
    net(torch.rand(4, 1, 48, 64))  # gives the batch norms statistics of their own
    net.eval()
    return net


def test_the_model_file_reads_as_the_weights_do(net: LineNet, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    lines = [pack([Sample(rng.integers(0, 255, (48, 80), np.uint8), "ก")] * 3) for _ in range(4)]
    path = tmp_path / "thai.onnx"
    assert export(net.state_dict(), path, lines) < 0.1
    assert path.stat().st_size < 2_000_000
    strips = rng.random((5, 1, 48, 120), np.float32)  # another number of lines, another width
    (made,) = ort.InferenceSession(path).run(None, {"strips": strips})
    assert made.shape == (5, 60, CLASSES)
    with torch.inference_mode():
        assert np.abs(made - net(torch.from_numpy(strips)).numpy()).max() < 0.1


def test_stored_weights_can_be_trained_further(net: LineNet, tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    save_weights(net.state_dict(), path)
    stored = LineNet()
    stored.load_state_dict(load_weights(path))
    stored.eval()
    strips = torch.rand(3, 1, 48, 80)
    with torch.inference_mode():
        assert torch.abs(stored(strips) - net(strips)).max() < 0.01


def test_the_committed_weights_are_of_this_net() -> None:
    assert len(load_weights(WEIGHTS)) > 20


def test_another_kind_of_net_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    save_weights(torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3)).state_dict(), path)
    with pytest.raises(ValueError, match=r"other\.npz"):
        load_weights(path)


def test_greedy_reading_and_its_figures() -> None:
    def scores(text: str) -> np.ndarray:
        rows = np.zeros((2 * len(text) + 1, CLASSES), np.float32)
        rows[:, 0] = 1
        for index, char in enumerate(text):
            rows[2 * index + 1, CLASS_OF[char]] = 2
        return rows

    assert greedy(scores("ที่ ๔")) == "ที่ ๔"
    samples = [Sample(np.zeros((48, 40), np.uint8), "ที่ ๔๔")]
    figures = measure("office", [pack(samples)], lambda batch: scores("ที ๔๗")[None, :])
    assert figures.characters == 5
    assert figures.cer == pytest.approx(2 / 5)
    assert (figures.digit_recall, figures.digit_precision) == (0.5, 0.5)
    assert figures.tone_recall[0] == 0
