"""Weights → the model file that the package reads with."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import helper, numpy_helper

from pipeline.reading.strips import HEIGHT
from pipeline.training.net import LineNet

_OPSET = 17
_SMALLEST = 4096
"""Tensors of fewer numbers stay as they are."""


def export(weights: dict[str, torch.Tensor], path: Path) -> float:
    """Write the model; returns the largest difference of its scores to those of the net.

    Large weights are stored in 16 bits and widened when the model is loaded: half the size, the same arithmetic.
    """
    net = LineNet()
    net.load_state_dict(
        {name: value.float() if value.is_floating_point() else value for name, value in weights.items()}
    )
    net.eval()
    example = torch.rand(2, 1, HEIGHT, 64)
    stream = io.BytesIO()
    torch.onnx.export(
        net,
        (example,),
        stream,
        input_names=["strips"],
        output_names=["scores"],
        dynamic_axes={"strips": {0: "lines", 3: "columns"}, "scores": {0: "lines", 1: "outputs"}},
        opset_version=_OPSET,
        dynamo=False,
    )
    model = _halve(onnx.load_from_string(stream.getvalue()))
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
    session = ort.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    strips = torch.rand(3, 1, HEIGHT, 400)
    (made,) = session.run(None, {"strips": strips.numpy()})
    with torch.inference_mode():
        return float(np.abs(made - net(strips).numpy()).max())


def _halve(model: onnx.ModelProto) -> onnx.ModelProto:
    kept, casts = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _SMALLEST:
            kept.append(tensor)
            continue
        kept.append(numpy_helper.from_array(values.astype(np.float16), f"{tensor.name}.half"))
        casts.append(helper.make_node("Cast", [f"{tensor.name}.half"], [tensor.name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(nodes)
    return model
