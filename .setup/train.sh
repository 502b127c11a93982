#!/bin/sh
# train.sh PYTHON: what training needs beyond reading: PyTorch, ONNX, and the fonts of the samples.
set -eu
sh "$(dirname "$0")/samples.sh"
"$1" -c 'import torch, onnx, fontTools' 2>/dev/null && exit 0
echo "Installing PyTorch (once, some minutes)"
"$1" -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[train]'
