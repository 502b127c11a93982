"""Weights → the model file that the package reads with: 8-bit integers in convolutions, LSTM and last layer.

Integers halve the time of a page and the size of the file. Weights have one step for each channel and keep seven
bits: the sums of eight-bit ones overflow on processors without the newer integer instructions, and a document must
read alike everywhere. The first convolution sees the picture itself and stays as it is.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_dynamic, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from pipeline.reading.strips import HEIGHT
from pipeline.training.batches import Batch
from pipeline.training.net import LineNet
from pipeline.training.weights import Weights

_OPSET = 17


def export(weights: Weights, path: Path, lines: Sequence[Batch]) -> float:
    """Write the model; returns the share (0–1) of outputs on these lines whose likeliest class the integers change.

    lines: as the reader will see them; the range of every convolution's numbers is taken from half of them.
    """
    net = LineNet()
    net.load_state_dict(
        {name: value.float() if value.is_floating_point() else value for name, value in weights.items()}
    )
    net.eval()
    with tempfile.TemporaryDirectory() as folder:
        exact, partly = Path(folder) / "exact.onnx", Path(folder) / "partly.onnx"
        _export_exact(net, exact)
        convolutions = [node.name for node in onnx.load(exact).graph.node if node.op_type == "Conv"]
        quantize_static(
            exact,
            partly,
            _Lines(lines[::2]),
            op_types_to_quantize=["Conv"],
            nodes_to_exclude=convolutions[:1],
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        quantize_dynamic(
            partly,
            path,
            op_types_to_quantize=["LSTM", "MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    onnx.checker.check_model(onnx.load(path))
    return _compare(net, path, lines[1::2])


def _export_exact(net: LineNet, path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the older exporter and of states of the LSTM: both are meant
        torch.onnx.export(
            net,
            (torch.rand(2, 1, HEIGHT, 64),),
            path,
            input_names=["strips"],
            output_names=["scores"],
            dynamic_axes={"strips": {0: "lines", 3: "columns"}, "scores": {0: "lines", 1: "outputs"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    quant_pre_process(path, path, skip_symbolic_shape=True)


class _Lines(CalibrationDataReader):
    def __init__(self, lines: Sequence[Batch]) -> None:
        self._left: Iterator[Batch] = iter(lines)

    def get_next(self) -> dict[str, npt.NDArray[np.float32]] | None:
        batch = next(self._left, None)
        return None if batch is None else {"strips": as_input(batch)}


def as_input(batch: Batch) -> npt.NDArray[np.float32]:
    """(lines, 1, 48, width) ink 0–1: what the model file takes."""
    return batch.strips[:, None].astype(np.float32) / np.float32(255)


def _compare(net: LineNet, path: Path, lines: Sequence[Batch]) -> float:
    session = ort.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    changed = outputs = 0
    for batch in lines:
        strips = as_input(batch)
        (made,) = session.run(None, {"strips": strips})
        with torch.inference_mode():
            exact = net(torch.from_numpy(strips)).numpy()
        changed += int((made.argmax(-1) != exact.argmax(-1)).sum())
        outputs += made.shape[0] * made.shape[1]
    return changed / max(1, outputs)
