"""A build opens no socket: a test takes sockets away and builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline import sample

ROOT = Path(__file__).parents[2]
SCRIPT = """
import socket, sys

def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")

socket.socket.__init__ = refuse
socket.create_connection = socket.getaddrinfo = refuse

import dateline

if __name__ == "__main__":
    with dateline.build(sys.argv[1], sys.argv[2]) as story:
        print(len(story.reports()), len(story.timeline()) > 0, len(story.rejections()))
"""


def test_a_build_opens_no_socket(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample.FOLDER), str(tmp_path / "story.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert built.returncode == 0, built.stderr
    reports, has_timeline, _ = built.stdout.split()
    assert int(reports) >= 6
    assert has_timeline == "True"


def test_the_block_itself_works() -> None:
    script = SCRIPT.split("import dateline")[0] + "socket.socket()"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert "a socket was opened" in ended.stderr
