"""The desk as an ASGI application: every page, the files of its tables, and what becomes of errors."""

from __future__ import annotations

from collections.abc import Callable, Collection
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.errors import AskedError, BusyError, DatelineError, NotFoundError, StoryFileError
from dateline.export.csv import csv_text
from dateline.export.jsonl import json_text
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.guards.headers import AnswerHeaders
from dateline.web.guards.hosts import Hosts
from dateline.web.guards.writes import Writes
from dateline.web.links import AcrossPages
from dateline.web.pages import PAGES, Page
from dateline.web.pages.page import Leads
from dateline.web.room import ReadingRoom
from dateline.web.templating import environment

_STATUS = {
    AskedError: HTTPStatus.BAD_REQUEST,
    NotFoundError: HTTPStatus.NOT_FOUND,
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoryFileError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_RETRY = {"Retry-After": "2"}

type Answer = Callable[[Request], Response]


def desk_app(room: ReadingRoom, *, hosts: Collection[str], token: str) -> Starlette:
    """The application over one story; it answers to these hosts, and lets those write who have the token."""
    return Starlette(
        routes=list(_routes(room)),
        middleware=[
            Middleware(AnswerHeaders),
            Middleware(Hosts, allowed=hosts),
            Middleware(Writes, token=token),
        ],
        exception_handlers={
            DatelineError: _failed,
            HTTPException: _refused,
            Exception: _broken,
        },
    )


def _routes(room: ReadingRoom) -> list[BaseRoute]:
    routes: list[BaseRoute] = [Mount("/static", StaticFiles(packages=[("dateline.web", "static")]), name="static")]
    for page in PAGES:
        if page.rows:
            routes += [Route(f"{page.path}.{ending}", _file(room, page, ending)) for ending in _FILES]
        routes.append(Route(page.path, _page(room, page), name=page.name))
    return routes


def _page(room: ReadingRoom, page: Page) -> Answer:
    def answer(request: Request) -> Response:
        tag = f'W/"{room.run}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
        asked = _asked(request)
        with room.desk() as desk:
            shown = page.show(desk, asked)
            if isinstance(shown, Leads):
                return RedirectResponse(shown.address, HTTPStatus.SEE_OTHER)
            html = render(f"pages/{page.name}.html.j2", here=page, asked=asked, page=shown)
        return HTMLResponse(html, headers={"ETag": tag})

    return answer


def _csv(desk: Desk, page: Page, asked: Asked) -> str:
    shown = page.rows(desk, asked) if page.rows else None
    return csv_text(shown.row, shown.rows) if shown else ""


def _json(desk: Desk, page: Page, asked: Asked) -> str:
    shown = page.rows(desk, asked) if page.rows else None
    return json_text(list(shown.rows), indent=2) + "\n" if shown else ""


_FILES = {"csv": (_csv, "text/csv; charset=utf-8"), "json": (_json, "application/json")}


def _file(room: ReadingRoom, page: Page, ending: str) -> Answer:
    write, media_type = _FILES[ending]

    def answer(request: Request) -> Response:
        asked = _asked(request)
        with room.desk() as desk:
            text = write(desk, page, asked)
        name = f'attachment; filename="dateline-{page.name}.{ending}"'
        return Response(text.encode(), media_type=media_type, headers={"Content-Disposition": name})

    return answer


def _asked(request: Request) -> Asked:
    return Asked.of(request.url.path, dict(request.query_params), request.path_params)


def render(template: str, **context: Any) -> str:
    """A template of the desk with its shell: the menu, the search field, the foot."""
    return environment().get_template(template).render(to=AcrossPages(), menu=PAGES, **context) + "\n"


def _failed(_: Request, error: Exception) -> Response:
    """An error of ours: what happened and what to do."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    headers = _RETRY if status is HTTPStatus.SERVICE_UNAVAILABLE else {}
    hint = error.hint if isinstance(error, DatelineError) else ""
    return _error_page(status, str(error), hint, headers)


def _refused(_: Request, error: Exception) -> Response:
    """An address that there is none of, or a method that it does not know."""
    status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return _error_page(status, "there is no page at this address", "go on from the menu above", headers)


def _broken(_: Request, __: Exception) -> Response:
    """A fault of Dateline's own; what it was stands in the terminal."""
    hint = "the terminal that `dateline serve` runs in says what it was; other pages may still work"
    return _error_page(HTTPStatus.INTERNAL_SERVER_ERROR, "Dateline made a mistake", hint, {})


def _error_page(status: HTTPStatus, message: str, hint: str, headers: dict[str, str]) -> Response:
    html = render("pages/error.html.j2", here=None, status=status, message=message, hint=hint)
    return HTMLResponse(html, status, headers)
