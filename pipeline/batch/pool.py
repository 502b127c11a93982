"""Where work runs: a pool of local processes, or this process for `--jobs 1`. The work does not know which.

Both hand back standard futures, so a distributed executor only needs a `submit` of the same shape.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ParamSpec, Protocol, TypeVar

import cv2
from pebble import ProcessPool

from pipeline.batch.faults import hush_libraries
from pipeline.errors import CannotStart
from pipeline.settings import BatchSettings

P = ParamSpec("P")
T = TypeVar("T")


class Executor(Protocol):
    """Runs functions somewhere. `stop` abandons what has not finished."""

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Start the call, or queue it."""
        ...

    def stop(self) -> None:
        """Kill the workers; nothing is waited for."""
        ...


class SerialExecutor:
    """Runs each call at once in this process: for debugging, and for one worker."""

    def __init__(self) -> None:
        _keep_to_one_thread()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run the call now; the future is already done."""
        future: Future[T] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def stop(self) -> None:
        """Nothing runs in the background."""


class LocalExecutor:
    """A pool of processes. A worker that crashes or hangs costs its own call, not the pool.

    A crash arrives as `pebble.ProcessExpired`, a call over the time limit as `TimeoutError`.
    """

    def __init__(self, jobs: int, settings: BatchSettings) -> None:
        self._pool = ProcessPool(
            max_workers=jobs,
            max_tasks=settings.calls_per_worker,
            initializer=_prepare_worker,
            initargs=[],
            context=_choose_context(),
        )
        self._timeout = settings.call_seconds

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue the call for the next free process."""
        future: Future[T] = self._pool.schedule(function, args=args, kwargs=dict(kwargs), timeout=self._timeout)
        return future

    def stop(self) -> None:
        """Kill the workers."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # Pebble annotates it only in part
        self._pool.join()


def make_executor(where: str, jobs: int, settings: BatchSettings) -> Executor:
    """`local` with one job runs in this process. Raises `CannotStart` (`executor-unknown`) for other places."""
    check_executor(where)
    return SerialExecutor() if jobs == 1 else LocalExecutor(jobs, settings)


def check_executor(where: str) -> None:
    """Raise `CannotStart` (`executor-unknown`) for a place that this version cannot work in."""
    if where != "local":
        raise CannotStart(
            "executor-unknown", f"--executor {where}: only 'local' is available in this version; leave the option out."
        )


def count_jobs(asked: int | None) -> int:
    """How many processes to use: as asked, else one for each processor this process may run on."""
    if asked is not None:
        return max(1, asked)
    affinity: Any = getattr(os, "sched_getaffinity", None)  # not on macOS and Windows
    return len(affinity(0)) if affinity else (os.cpu_count() or 1)


def _choose_context() -> multiprocessing.context.BaseContext:
    """How workers are born: as copies of a server process that has loaded the libraries and done nothing else.

    A copy of this process could inherit a lock that some thread of a library holds, and wait for it forever.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.batch.work"])
    return context


def _prepare_worker() -> None:
    _keep_to_one_thread()
    hush_libraries()


def _keep_to_one_thread() -> None:
    # The pages are the parallelism; threads inside the libraries would only compete with them.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)
