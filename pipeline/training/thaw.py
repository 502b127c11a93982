"""The model file → weights to go on training from.

Export folds every batch norm into its convolution. Here each gets its own again: its statistics are measured on
lines, and its scale and shift are set so that the net computes what the file computes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from pipeline.training.net import LineNet

Weights = dict[str, Tensor]
_GATES = (0, 2, 3, 1)
"""ONNX orders an LSTM's gates input, output, forget, cell; PyTorch input, forget, cell, output."""


def thaw(path: Path, strips: Tensor) -> Weights:
    """The weights of a model file. strips: (lines, 1, 48, width) ink 0–1, to measure the batch norms with.

    Raises `ValueError` when the file holds another kind of net.
    """
    model = onnx.load(path)
    net = LineNet()
    tensors = _tensors(model)
    operators: dict[str, list[onnx.NodeProto]] = {}
    for node in model.graph.node:
        operators.setdefault(node.op_type, []).append(node)
    folds = [fold for fold in net.fold if isinstance(fold, nn.Sequential)]
    if len(operators.get("Conv", [])) != len(folds) or len(operators.get("LSTM", [])) != net.along.num_layers:
        raise ValueError(f"{path} holds another kind of net than this program trains; start anew with --fresh.")
    with torch.no_grad():
        picture = strips
        for fold, node in zip(folds, operators["Conv"], strict=True):
            picture = _fill_fold(fold, tensors[node.input[1]], tensors[node.input[2]], picture)
        for layer, node in enumerate(operators["LSTM"]):
            for name, value in _lstm_layer(layer, node, tensors):
                getattr(net.along, name).copy_(torch.from_numpy(value))
        weight, bias = _last_layer(model, tensors)
        net.print.weight.copy_(torch.from_numpy(weight))
        net.print.bias.copy_(torch.from_numpy(bias))
    weights: Weights = net.state_dict()
    return weights


def _tensors(model: onnx.ModelProto) -> dict[str, npt.NDArray[np.float32]]:
    """All constants by name, those stored in 16 bits under the name that they are used by."""
    found = {tensor.name: numpy_helper.to_array(tensor).copy() for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Cast" and node.input[0] in found:
            found[node.output[0]] = found[node.input[0]].astype(np.float32)
    return found


def _fill_fold(
    fold: nn.Sequential, weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32], picture: Tensor
) -> Tensor:
    conv, norm, bend = fold
    assert isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d)
    conv.weight.copy_(torch.from_numpy(weight))
    made = conv(picture)
    mean, var = made.mean((0, 2, 3)), made.var((0, 2, 3))
    norm.running_mean.copy_(mean)
    norm.running_var.copy_(var)
    norm.weight.copy_((var + norm.eps).sqrt())
    norm.bias.copy_(mean + torch.from_numpy(bias))
    norm.eval()
    out: Tensor = bend(norm(made))
    return out


def _lstm_layer(
    layer: int, node: onnx.NodeProto, tensors: dict[str, npt.NDArray[np.float32]]
) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    taken, kept, biases = (tensors[name] for name in node.input[1:4])
    for direction, suffix in enumerate(("", "_reverse")):
        yield f"weight_ih_l{layer}{suffix}", _gates(taken[direction])
        yield f"weight_hh_l{layer}{suffix}", _gates(kept[direction])
        ours, theirs = np.split(biases[direction], 2)
        yield f"bias_ih_l{layer}{suffix}", _gates(ours)
        yield f"bias_hh_l{layer}{suffix}", _gates(theirs)


def _gates(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.concatenate([np.split(values, 4)[gate] for gate in _GATES])


def _last_layer(
    model: onnx.ModelProto, tensors: dict[str, npt.NDArray[np.float32]]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    product = next(node for node in model.graph.node if node.op_type == "MatMul")
    total = next(node for node in model.graph.node if node.op_type == "Add" and product.output[0] in node.input)
    bias = next(tensors[name] for name in total.input if name in tensors)
    return tensors[product.input[1]].T.copy(), bias
