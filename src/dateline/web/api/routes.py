"""Requests to answers: lists in sheets, single records, the description."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dateline.export.jsonl import json_text
from dateline.web.api.cursors import cursor, offset_of
from dateline.web.api.openapi import ROOT, document
from dateline.web.api.resources import RESOURCES, Resource
from dateline.web.api.single import SINGLES, Single
from dateline.web.asked import Asked
from dateline.web.room import ReadingRoom
from dateline.web.shell import render

_JSON = "application/json"

type Answer = Callable[[Request], Response]


def routes(room: ReadingRoom) -> list[BaseRoute]:
    """Every address of the API."""
    return [
        Route("/api", _docs),
        Route(f"{ROOT}/openapi.json", _described),
        *(Route(f"{ROOT}/{resource.name}", _list(room, resource)) for resource in RESOURCES),
        *(Route(f"{ROOT}{single.path}", _one(room, single)) for single in SINGLES),
    ]


def _docs(_: Request) -> Response:
    return HTMLResponse(render("pages/api.html.j2", here=None, document=document()))


def _described(_: Request) -> Response:
    return Response(json.dumps(document(), indent=2).encode(), media_type=_JSON)


def _list(room: ReadingRoom, resource: Resource) -> Answer:
    def answer(request: Request) -> Response:
        asked = Asked.by(request)
        with room.desk() as desk:
            run = room.run
            start = offset_of(asked.text("cursor"), run)
            rows = resource.rows(desk, asked)
            end = start + asked.rows
            following = asked.but(cursor=cursor(run, end)) if end < len(rows) else None
            told = {"run": run, "total": len(rows), "rows": list(rows[start:end]), "next": following}
            return tagged(request, run, told)

    return answer


def _one(room: ReadingRoom, single: Single) -> Answer:
    def answer(request: Request) -> Response:
        asked = Asked.by(request)
        with room.desk() as desk:
            return tagged(request, room.run, single.show(desk, asked))

    return answer


def tagged(request: Request, run: str, told: object) -> Response:
    """An answer as JSON, which is neither written nor sent to a program that has it already."""
    tag = f'"{run}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
    return Response(json_text(told).encode(), media_type=_JSON, headers={"ETag": tag})
