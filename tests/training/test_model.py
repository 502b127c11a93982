"""Weights → model file → weights: the same scores all the way. Runs where PyTorch is installed (`make train`)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime as ort  # noqa: E402

from pipeline.reading.alphabet import CLASSES  # noqa: E402
from pipeline.training.evaluate import greedy, measure  # noqa: E402
from pipeline.training.export import export  # noqa: E402
from pipeline.training.net import LineNet  # noqa: E402
from pipeline.training.thaw import thaw  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(1)
    net = LineNet()
    net.train()
    net(torch.rand(4, 1, 48, 64))  # gives the batch norms statistics of their own
    path = tmp_path_factory.mktemp("model") / "thai.onnx"
    assert export(net.state_dict(), path) < 0.02
    return path


def test_a_model_file_can_be_trained_further(model: Path) -> None:
    strips = torch.rand(3, 1, 48, 80)
    net = LineNet()
    net.load_state_dict(thaw(model, strips))
    net.eval()
    (stored,) = ort.InferenceSession(model).run(None, {"strips": strips.numpy()})
    with torch.inference_mode():
        thawed = net(strips).numpy()
    assert stored.shape == (3, 40, CLASSES)
    assert np.abs(stored - thawed).max() < 1e-4
    net.train()
    with torch.inference_mode():
        assert np.abs(net(strips).numpy() - stored).max() < 0.05


def test_the_model_file_is_small(model: Path) -> None:
    assert model.stat().st_size < 6_000_000


def test_another_kind_of_net_is_refused(tmp_path: Path) -> None:
    net = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3))
    torch.onnx.export(net, (torch.rand(1, 1, 48, 64),), tmp_path / "other.onnx", dynamo=False)
    with pytest.raises(ValueError, match=r"other\.onnx"):
        thaw(tmp_path / "other.onnx", torch.rand(1, 1, 48, 64))


def test_greedy_reading_and_its_figures() -> None:
    from pipeline.reading.alphabet import CLASS_OF
    from pipeline.training.batches import pack
    from pipeline.training.lines import Sample

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
