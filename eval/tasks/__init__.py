"""One task a file: `predict(source, out)` runs the product's own stages on what a task lets a system read."""

from collections.abc import Callable
from pathlib import Path

from eval.tasks.copies import predict as copies
from eval.tasks.quotes import predict as quotes
from eval.tasks.story import predict as story
from eval.tasks.timex import predict as timex

TASKS: dict[str, Callable[[Path, Path], None]] = {
    "copies": copies,
    "quotes": quotes,
    "story": story,
    "timex": timex,
}
