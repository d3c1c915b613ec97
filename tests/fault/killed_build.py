"""A build in a process of its own that is killed on the way: `killed_build.py FOLDER STORY STEP DONE WORKERS`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from dateline.progress import Progress
from tests.light_stages import PIPELINE


def main(folder: str, story: str, step: str, done: str, workers: str) -> None:
    def kill(now: Progress) -> None:
        if (now.step, now.done) == (step, int(done)):
            os.kill(os.getpid(), signal.SIGKILL)

    PIPELINE.run([Path(folder)], story, workers=int(workers), progress=kill)


if __name__ == "__main__":
    main(*sys.argv[1:])
