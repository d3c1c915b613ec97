"""Where decisions are recorded: a form of the review page comes in, a decision of the story comes of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import AskedError, DecisionError
from dateline.model import DecisionKind
from dateline.story import Store
from dateline.story.deciding import Ruled, decide, undo
from dateline.web.asked import address
from dateline.web.linking import Linking

PATH = "/decisions"
LONGEST_BODY = 8_192  # bytes: a reason is a sentence or two
_FIELDS = 12
_FORM = "application/x-www-form-urlencoded"
_BACK = ("/review", "/runs")  # the pages that have such forms
_ID = re.compile(r"[a-z]+_[a-z0-9]+", re.ASCII)  # of a record
_RULES = {"accept": DecisionKind.ACCEPT, "reject": DecisionKind.REJECT, "speaker": DecisionKind.REATTRIBUTE}
UNGIVEN = "both sides were read on the review page"  # the reason of those who give none


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent: every value is text that somebody may have made up."""

    verdict: str  # accept, reject, speaker with an actor, or undo
    id: str
    actor: str
    reason: str
    author: str
    back: str
    next: str  # the question that comes after this one


def rule(path: Path, linking: Linking) -> Callable[[Request], Awaitable[Response]]:
    """The route: it records the decision, has the story linked by it, and leads back to where the form stood."""

    async def answer(request: Request) -> Response:
        form = form_of(request.headers.get("content-type", ""), await _body(request))
        made = await run_in_threadpool(_record, path, form)
        linking.ask()
        return RedirectResponse(way_on(form, made), HTTPStatus.SEE_OTHER)

    return answer


def form_of(content_type: str, body: bytes) -> Form:
    """AskedError for what no form of ours sends."""
    if content_type.partition(";")[0].strip().lower() != _FORM:
        raise AskedError("this is no form", "use the buttons of the review page")
    try:
        values = dict(parse_qsl(body.decode(), max_num_fields=_FIELDS, errors="strict"))
    except ValueError as error:
        raise AskedError("this form cannot be read", "use the buttons of the review page") from error
    given = (
        values.get(name, "").strip() for name in ("verdict", "id", "actor", "reason", "author", "back", "next")
    )
    form = Form(*given)
    if form.verdict not in (*_RULES, "undo") or not form.id:
        raise AskedError("this form does not say what is decided", "use the buttons of the review page")
    return form


def way_back(given: str) -> str:
    """An address of one of our own pages that have forms, whatever was given."""
    try:
        parts = urlsplit(given)
        values = dict(parse_qsl(parts.query, max_num_fields=_FIELDS))
    except ValueError:
        return _BACK[0]
    return address(parts.path, values) if parts.path in _BACK and not parts.netloc else _BACK[0]


def way_on(form: Form, made: str) -> str:
    """Where the form stood, told what was decided about what, at the question that follows.

    An undone decision leads to its question, if the form says which it was, or to its line.
    """
    parts = urlsplit(way_back(form.back))
    about = {} if form.verdict == "undo" else {"on": form.id}
    values = dict(parse_qsl(parts.query)) | {"ruled": made} | about
    at = form.next or (form.id if form.verdict == "undo" else "")
    return address(parts.path, values) + (f"#{at}" if _ID.fullmatch(at) else "")


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise AskedError("this form is too long", "give a shorter reason")
    return body


def _record(path: Path, form: Form) -> str:
    """Keep it; the decision's id."""
    if not form.author:
        raise DecisionError("nobody is named as the author", "go back and give your name")
    now, reason = dt.datetime.now(dt.UTC), form.reason or UNGIVEN
    with closing(Store.open(path)) as store:
        if form.verdict == "undo":
            reason = form.reason or "taken back on the review page"
            return undo(store, form.id, form.author, reason, now).decision.id
        ids = (form.id, form.actor) if form.verdict == "speaker" else (form.id,)
        ruled = Ruled(kind=_RULES[form.verdict], ids=ids, author=form.author, reason=reason)
        return decide(store, ruled, now).decision.id
