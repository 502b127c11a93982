"""The command line: commands, options, exit codes. The only room that prints."""

import gc
import os


def main() -> None:
    """Run `memo` with this process's arguments and exit with its code."""
    # Pages are spread over the cores; threads inside NumPy, which it makes when it is loaded, only wait and spin.
    for library in ("OMP", "OPENBLAS"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    gc.disable()  # what loading makes lives as long as the process: looking through it for garbage takes a tenth of it
    try:
        # Not at the top: loading the libraries takes seconds, in which someone may press Ctrl-C.
        from pipeline.cli.app import start
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    gc.freeze()
    gc.enable()
    start()


__all__ = ["main"]
