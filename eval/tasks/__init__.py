"""One task a file: `predict(source, out)` runs the product's own stages on what a task lets a system read."""

from collections.abc import Callable
from pathlib import Path

from eval.tasks.actor_codes import predict as actor_codes
from eval.tasks.copies import predict as copies
from eval.tasks.event_coref import predict as event_coref
from eval.tasks.event_sentence import predict as event_sentence
from eval.tasks.event_triple import predict as event_triple
from eval.tasks.event_type import predict as event_type
from eval.tasks.five_w import predict as five_w
from eval.tasks.names import predict as names
from eval.tasks.quotes import predict as quotes
from eval.tasks.stories import predict as stories
from eval.tasks.story import predict as story
from eval.tasks.timeline import predict as timeline
from eval.tasks.timex import predict as timex

TASKS: dict[str, Callable[[Path, Path], None]] = {
    "actor_codes": actor_codes,
    "copies": copies,
    "event-coref": event_coref,
    "event-sentence": event_sentence,
    "event-triple": event_triple,
    "event-type": event_type,
    "five-w": five_w,
    "names": names,
    "quotes": quotes,
    "stories": stories,
    "story": story,
    "timeline": timeline,
    "timex": timex,
}
