import os
import time
from concurrent.futures import Future

import pytest
from pebble import ProcessExpired

from pipeline.batch.pool import LocalExecutor, SerialExecutor, count_jobs, make_executor
from pipeline.errors import CannotStart
from pipeline.settings import BatchSettings


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os._exit(11)


def hang() -> None:
    time.sleep(60)


def test_both_executors_give_the_same_results() -> None:
    serial, local = SerialExecutor(), LocalExecutor(2, BatchSettings())
    try:
        for executor in (serial, local):
            futures: list[Future[int]] = [executor.submit(double, number) for number in range(5)]
            assert [future.result() for future in futures] == [0, 2, 4, 6, 8]
    finally:
        local.stop()


def test_a_dead_worker_costs_only_its_own_call() -> None:
    local = LocalExecutor(1, BatchSettings())
    try:
        crashed = local.submit(die)
        after = local.submit(double, 4)
        with pytest.raises(ProcessExpired):
            crashed.result()
        assert after.result() == 8
    finally:
        local.stop()


def test_a_hung_worker_is_given_up_after_the_time_limit() -> None:
    local = LocalExecutor(1, BatchSettings(call_seconds=0.3))
    try:
        with pytest.raises(TimeoutError):
            local.submit(hang).result()
        assert local.submit(double, 4).result() == 8
    finally:
        local.stop()


def test_an_exception_reaches_the_caller_from_both() -> None:
    with pytest.raises(TypeError):
        SerialExecutor().submit(double, None).result()  # type: ignore[arg-type]


def test_an_unknown_executor_is_refused() -> None:
    with pytest.raises(CannotStart, match="moon"):
        make_executor("moon", 1, BatchSettings())


def test_at_least_one_job_is_used() -> None:
    assert count_jobs(None) >= 1
    assert count_jobs(3) == 3
