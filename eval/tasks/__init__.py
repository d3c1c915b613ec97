"""One task a file: `predict(source, out)` runs the product's own stages on what a task lets a system read."""

from collections.abc import Callable
from pathlib import Path

from eval.tasks import quotes, story, timex

TASKS: dict[str, Callable[[Path, Path], None]] = {
    "quotes": quotes.predict,
    "story": story.predict,
    "timex": timex.predict,
}
