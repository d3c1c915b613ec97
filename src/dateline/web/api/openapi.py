"""The description of the API by OpenAPI 3.1, made from the lists themselves."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from dateline.web.api.problems import MEDIA_TYPE
from dateline.web.api.resources import RESOURCES, Resource
from dateline.web.api.schemas import schema_of
from dateline.web.api.single import SINGLES, Single
from dateline.web.asked import LONGEST, MOST_ROWS, ROWS
from dateline.web.pages.forms import Filter, Kind

ROOT = "/api/v1"
_PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "hint": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
_REFUSALS = {
    "400": "A value in the address cannot be what its name says.",
    "401": "The token of this launch is missing.",
    "403": "A page of another site asked.",
    "404": "There is no such record.",
    "410": "The cursor is of an earlier state of the story.",
    "503": "The story cannot be read in time.",
}


def document() -> dict[str, Any]:
    """The whole description."""
    kinds = {resource.row for resource in RESOURCES} | {single.row for single in SINGLES}
    schemas = {kind.__name__: schema_of(kind) for kind in sorted(kinds, key=lambda kind: kind.__name__)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline",
            "version": version("dateline"),
            "description": "One story: who reported what, on how many independent origins, where they disagree.",
        },
        "servers": [{"url": ROOT}],
        "security": [{"token": []}, {"cookie": []}],
        "paths": {
            **{f"/{resource.name}": {"get": _list(resource)} for resource in RESOURCES},
            **{single.path: {"get": _one(single)} for single in SINGLES},
        },
        "components": {
            "schemas": {**schemas, "Problem": _PROBLEM},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "The token that `serve` prints."},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "dateline_desk"},
            },
        },
    }


def _list(resource: Resource) -> dict[str, Any]:
    page = {
        "type": "object",
        "properties": {
            "run": {"type": "string", "description": "the state of the story; another after each build"},
            "total": {"type": "integer"},
            "rows": {"type": "array", "items": _reference(resource.row)},
            "next": {"type": ["string", "null"], "description": "the address of the rows that follow"},
        },
        "required": ["run", "total", "rows", "next"],
    }
    bounds = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": ROWS}
    parameters = [
        *(_parameter(each) for each in resource.filters),
        {"name": "rows", "in": "query", "description": "Rows of an answer.", "schema": bounds},
        {"name": "cursor", "in": "query", "description": "From `next`.", "schema": {"type": "string"}},
    ]
    return {
        "operationId": f"list_{resource.name}",
        "summary": resource.words,
        "parameters": parameters,
        "responses": _answers(page),
    }


def _one(single: Single) -> dict[str, Any]:
    named = "{id}" in single.path
    described: dict[str, Any] = {
        "operationId": "get_" + single.path.strip("/").replace("/{id}", "").rstrip("s"),
        "summary": single.words,
        "responses": _answers(_reference(single.row)),
    }
    if named:
        described["parameters"] = [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "description": "Of a record.",
                "schema": {"type": "string"},
            }
        ]
    return described


def _parameter(given: Filter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "maxLength": LONGEST}
    if given.kind is Kind.DAY:
        schema = {"type": "string", "format": "date"}
    elif given.fixed:
        schema = {"type": "string", "enum": list(given.fixed)}
    return {"name": given.name, "in": "query", "description": f"{given.label}.", "schema": schema}


def _answers(schema: dict[str, Any]) -> dict[str, Any]:
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    refusals = {status: {"description": words, "content": problem} for status, words in _REFUSALS.items()}
    found = {
        "description": "Found.",
        "headers": {"ETag": {"schema": {"type": "string"}, "description": "the state of the story"}},
        "content": {"application/json": {"schema": schema}},
    }
    return {"200": found, "304": {"description": "Not changed since the ETag given."}, **refusals}


def _reference(kind: type) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}
