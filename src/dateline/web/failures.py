"""What becomes of errors: a page that says what happened and what to do, or the same for programs."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dateline.errors import BusyError, DatelineError, NotFoundError, StoryFileError
from dateline.web.api.cursors import StaleCursorError
from dateline.web.api.problems import problem
from dateline.web.shell import render

_STATUS = {
    NotFoundError: HTTPStatus.NOT_FOUND,
    StaleCursorError: HTTPStatus.GONE,
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoryFileError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_RETRY = {"Retry-After": "2"}  # seconds


def failed(request: Request, error: Exception) -> Response:
    """An error of ours; those without a status of their own are about what was asked."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    headers = _RETRY if status is HTTPStatus.SERVICE_UNAVAILABLE else {}
    return _answer(request, status, str(error), error.hint if isinstance(error, DatelineError) else "", headers)


def refused(request: Request, error: Exception) -> Response:
    """An address that there is none of, or a method that it does not know."""
    status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
    headers = error.headers or {} if isinstance(error, HTTPException) else {}
    return _answer(request, status, "there is nothing at this address", "go on from the overview", headers)


def broken(request: Request, _: Exception) -> Response:
    """A fault of Dateline's own; what it was stands in the terminal."""
    hint = "the terminal that `dateline serve` runs in says what it was; other pages may still work"
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Dateline made a mistake", hint, {})


def _answer(request: Request, status: HTTPStatus, message: str, hint: str, headers: Mapping[str, str]) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, message, hint, dict(headers))
    html = render("pages/error.html.j2", here=None, status=status, message=message, hint=hint)
    return HTMLResponse(html, status, dict(headers))
