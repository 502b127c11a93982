"""`memo` with a reader of `engines` in every process: FAKE_ENGINE=SlowEngine python -m tests.cli.fake_memo run …"""

import os

from pipeline.batch import work
from pipeline.cli import main

from . import engines

if __name__ in {"__main__", "__mp_main__"}:  # this process and its workers, but no test that looks at the file
    work._engine = lambda name: getattr(engines, os.environ["FAKE_ENGINE"])()  # type: ignore[assignment]

if __name__ == "__main__":
    main()
