"""The training loop: one pass over lines that never repeat, resumable at any checkpoint."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from pipeline.training.batches import Batch, BatchSource
from pipeline.training.evaluate import evaluate
from pipeline.training.net import LineNet, default_device


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does. lines: of this run; seed: of its lines, another one for every run."""

    lines: int
    seed: int
    folder: Path
    minutes: float = math.inf
    """The run ends after so long even if it has not seen all its lines; the rate falls in time for it."""
    rate: float = 2e-3
    warm_up: int = 300
    """Batches over which the rate rises."""
    cool_down: float = 0.4
    """Share of the run, at its end, over which the rate falls to nothing."""
    short_lines: int = 24_000
    """A net that knows nothing starts on short lines for so many: CTC finds its alignment sooner."""
    smooth: float = 0.998
    """Weights that are kept are a running mean (Polyak averaging) with this memory a batch."""
    clip: float = 5.0
    report_every: int = 20_000
    save_every: int = 20_000
    workers: int = 1


_SHORT = 12


def train(plan: Plan, start: dict[str, torch.Tensor] | None, say: Callable[[str], None]) -> dict[str, torch.Tensor]:
    """Train and return the smoothed weights.

    start: weights to go on from; None begins anew. A checkpoint of the same run in the folder goes on where it was.
    """
    device = default_device()
    net = LineNet().to(device)
    if start is not None:
        net.load_state_dict(start)
    optimizer = torch.optim.AdamW(net.parameters(), plan.rate, weight_decay=1e-3)
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    done, batches, spent = 0, 0, 0.0
    checkpoint = plan.folder / f"run-{plan.seed}.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        mean, done, batches = saved["mean"], saved["lines"], saved["batches"]
        spent = saved["seconds"]
    plan.folder.mkdir(parents=True, exist_ok=True)
    is_new = start is None
    source = _open_source(plan, done, is_new)
    short = is_new and done < plan.short_lines
    loss_sum, counted, since, begun = 0.0, 0, done, time.monotonic()
    origin = begun - spent
    try:
        while (progress := max(done / plan.lines, (time.monotonic() - origin) / (60 * plan.minutes))) < 1:
            if short and done >= plan.short_lines:
                source.close()
                source, short = _open_source(plan, done, is_new), False
            for group in optimizer.param_groups:
                group["lr"] = plan.rate * _rate_share(plan, progress, batches)
            batch = source.take()
            loss_sum += _step(net, optimizer, batch, plan, device)
            batches, counted, before = batches + 1, counted + 1, done
            done += len(batch.texts)
            _blend(mean, net, min(plan.smooth, (1 + batches) / (10 + batches)))
            if done // plan.report_every > before // plan.report_every:
                pace = (done - since) / (time.monotonic() - begun)
                figures = evaluate(scorer(_load(mean, device), device), 150)
                row = {"lines": done, "loss": round(loss_sum / counted, 4), "lines_a_second": round(pace, 1)}
                row |= {figure.kind: round(100 * figure.cer, 3) for figure in figures}
                say(json.dumps(row))
                with (plan.folder / f"run-{plan.seed}.jsonl").open("a") as log:
                    log.write(json.dumps(row | {"plan": {**asdict(plan), "folder": str(plan.folder)}}) + "\n")
                loss_sum, counted, since, begun = 0.0, 0, done, time.monotonic()
            if done // plan.save_every > before // plan.save_every:
                _save(checkpoint, net, optimizer, mean, done, batches, time.monotonic() - origin)
    finally:
        source.close()
    _save(checkpoint, net, optimizer, mean, done, batches, time.monotonic() - origin)
    return mean


def _open_source(plan: Plan, done: int, is_new: bool) -> BatchSource:
    longest = _SHORT if is_new and done < plan.short_lines else 72
    return BatchSource(plan.seed * 100_000 + done, longest, plan.workers)


def _rate_share(plan: Plan, progress: float, batches: int) -> float:
    warm = min(1.0, (batches + 1) / plan.warm_up)
    return warm * min(1.0, max((1 - progress) / plan.cool_down, 0.005))


def _step(net: LineNet, optimizer: torch.optim.Optimizer, batch: Batch, plan: Plan, device: torch.device) -> float:
    net.train()
    strips = torch.from_numpy(batch.strips).to(device).unsqueeze(1).float() / 255
    with torch.autocast(device.type, torch.bfloat16):
        scores = net(strips)
    chances = scores.float().log_softmax(-1).transpose(0, 1)
    loss = nn.functional.ctc_loss(
        chances,
        torch.from_numpy(batch.classes).to(device),
        torch.from_numpy(batch.outputs),
        torch.from_numpy(batch.lengths),
        zero_infinity=True,
    )
    optimizer.zero_grad()
    loss.backward()
    norm = float(nn.utils.clip_grad_norm_(net.parameters(), plan.clip))
    if math.isfinite(norm):
        optimizer.step()
    return float(loss.detach())


def _blend(mean: dict[str, torch.Tensor], net: LineNet, memory: float) -> None:
    for name, value in net.state_dict().items():
        if value.is_floating_point():
            mean[name].lerp_(value, 1 - memory)
        else:
            mean[name].copy_(value)


def _load(weights: dict[str, torch.Tensor], device: torch.device) -> LineNet:
    net = LineNet()
    net.to(device)
    net.load_state_dict(weights)
    net.eval()
    return net


def scorer(net: LineNet, device: torch.device) -> Callable[[Batch], npt.NDArray[np.float32]]:
    """The net as a function of batches."""

    def score(batch: Batch) -> npt.NDArray[np.float32]:
        with torch.inference_mode():
            strips = torch.from_numpy(batch.strips).to(device).unsqueeze(1).float() / 255
            scores: npt.NDArray[np.float32] = net(strips).float().cpu().numpy()
        return scores

    return score


def _save(
    path: Path,
    net: LineNet,
    optimizer: torch.optim.Optimizer,
    mean: dict[str, torch.Tensor],
    done: int,
    batches: int,
    seconds: float,
) -> None:
    """Written beside and renamed: a run that is stopped here keeps its last checkpoint."""
    part = path.with_suffix(".part")
    state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean}
    torch.save(state | {"lines": done, "batches": batches, "seconds": seconds}, part)
    part.replace(path)
