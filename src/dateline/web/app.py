"""The desk as an ASGI application: every page, the files of its tables, and what becomes of errors."""

from __future__ import annotations

from collections.abc import Callable, Collection
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.errors import DatelineError
from dateline.export.csv import csv_text
from dateline.export.jsonl import json_text
from dateline.ids import digest
from dateline.web import failures, ruling
from dateline.web.answers import Answers
from dateline.web.api.routes import routes as api_routes
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.guards.headers import AnswerHeaders
from dateline.web.guards.hosts import Hosts
from dateline.web.guards.writes import Writes
from dateline.web.pages import PAGES, Page
from dateline.web.pages.page import Leads
from dateline.web.room import ReadingRoom
from dateline.web.shell import render

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
            DatelineError: failures.failed,
            HTTPException: failures.refused,
            Exception: failures.broken,
        },
    )


def _routes(room: ReadingRoom) -> list[BaseRoute]:
    routes: list[BaseRoute] = [Mount("/static", StaticFiles(packages=[("dateline.web", "static")]), name="static")]
    routes.append(Route(ruling.PATH, ruling.rule(room.path, room.linking), methods=["POST"]))
    answers = Answers()
    for page in PAGES:
        if page.table:
            routes += [Route(f"{page.path}.{ending}", _file(room, page, ending)) for ending in _FILES]
        routes.append(Route(page.path, _page(room, page, answers), name=page.name))
    return [*routes, *api_routes(room)]


def _page(room: ReadingRoom, page: Page, answers: Answers) -> Answer:
    def answer(request: Request) -> Response:
        linking = room.linking.state
        tag = f'W/"{digest(room.edition, linking) if linking else room.edition}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
        address = f"{request.url.path}?{request.url.query}"
        if (written := answers.get(tag, address)) is not None:
            return HTMLResponse(written, headers={"ETag": tag})
        asked = Asked.by(request)
        with room.desk() as desk:
            shown = page.show(desk, asked)
            if isinstance(shown, Leads):
                return RedirectResponse(shown.address, HTTPStatus.SEE_OTHER)
            html = render(f"pages/{page.name}.html.j2", here=page, asked=asked, page=shown, linking=linking)
            state = room.edition  # as the page was written; the tag is older, if something came in between
        if not linking and tag == f'W/"{state}"':
            answers.keep(tag, address, html.encode())
        return HTMLResponse(html, headers={"ETag": tag})

    return answer


def _csv(desk: Desk, page: Page, asked: Asked) -> str:
    return csv_text(page.table.row, page.table.rows(desk, asked)) if page.table else ""


def _json(desk: Desk, page: Page, asked: Asked) -> str:
    return json_text(list(page.table.rows(desk, asked)), indent=2) + "\n" if page.table else ""


_FILES = {"csv": (_csv, "text/csv; charset=utf-8"), "json": (_json, "application/json")}


def _file(room: ReadingRoom, page: Page, ending: str) -> Answer:
    write, media_type = _FILES[ending]

    def answer(request: Request) -> Response:
        asked = Asked.by(request)
        with room.desk() as desk:
            text = write(desk, page, asked)
        name = f'attachment; filename="dateline-{page.name}.{ending}"'
        return Response(text.encode(), media_type=media_type, headers={"Content-Disposition": name})

    return answer
