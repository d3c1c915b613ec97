"""The API, asked as a program asks: everything that the pages show."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.web.api.cursors import cursor
from dateline.web.api.resources import RESOURCES
from tests.unit.web.conftest import TOKEN

BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def api(client: TestClient) -> TestClient:
    client.headers.update(BEARER)
    return client


@pytest.fixture
def described(api: TestClient) -> dict[str, Any]:
    return api.get("/api/v1/openapi.json").json()


def follow(api: TestClient, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    while address:
        answer = api.get(address).json()
        rows += answer["rows"]
        address = answer["next"]
    return rows


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_every_list_is_read_to_its_end_sheet_by_sheet(api: TestClient, resource) -> None:
    whole = api.get(f"/api/v1/{resource.name}", params={"rows": 200}).json()
    rows = follow(api, f"/api/v1/{resource.name}?rows=7")
    assert len(rows) == whole["total"]
    assert rows[: len(whole["rows"])] == whole["rows"]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_rows_are_as_the_description_says(api: TestClient, described: dict[str, Any], resource) -> None:
    schema = described["components"]["schemas"][resource.row.__name__]
    for row in api.get(f"/api/v1/{resource.name}").json()["rows"]:
        assert list(row) == schema["required"]
        for name, value in row.items():
            allowed = schema["properties"][name].get("type", [])
            assert json_type(value) in ([allowed] if isinstance(allowed, str) else allowed), name


def json_type(value: Any) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", type(None): "null"}
    return kinds[type(value)]


def test_the_description_names_every_address_and_every_filter(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    paths = described["paths"]
    assert {f"/{resource.name}" for resource in RESOURCES} < set(paths)
    for resource in RESOURCES:
        named = {parameter["name"] for parameter in paths[f"/{resource.name}"]["get"]["parameters"]}
        assert {each.name for each in resource.filters} | {"rows", "cursor"} == named


def test_a_list_is_narrowed_as_its_page_is(api: TestClient) -> None:
    shared = api.get("/api/v1/quotations", params={"kind": "shared"}).json()
    assert shared["rows"]
    assert all(row["reports"] > 1 for row in shared["rows"])


def test_one_actor_one_report_and_what_stands_behind_a_record(api: TestClient) -> None:
    actor = api.get("/api/v1/actors").json()["rows"][0]
    assert api.get(f"/api/v1/actors/{actor['id']}").json() == actor
    report = api.get("/api/v1/conflicts").json()["rows"][0]["report"]
    assert api.get(f"/api/v1/reports/{report}").json()["id"] == report
    conflict = api.get("/api/v1/conflicts").json()["rows"][0]["id"]
    assert api.get(f"/api/v1/records/{conflict}").json()["kind"] == "conflict"
    assert api.get("/api/v1/overview").json()["reports"] > 0


def test_without_the_token_there_is_no_answer(client: TestClient) -> None:
    assert client.get("/api/v1/overview").status_code == 401
    assert client.get("/api/v1/overview", headers={"Authorization": "Bearer guessed"}).status_code == 401


def test_an_answer_that_has_not_changed_is_not_sent_again(api: TestClient) -> None:
    tag = api.get("/api/v1/overview").headers["etag"]
    assert api.get("/api/v1/overview", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/v1/actors/a_none", 404),
        ("/api/v1/timeline?since=soon", 400),
        ("/api/v1/timeline?type=NONE", 400),
        ("/api/v1/timeline?rows=0", 400),
        ("/api/v1/timeline?cursor=%21%21", 400),
        ("/api/v1/timeline?cursor=" + base64.urlsafe_b64encode(b"x.y").decode(), 400),
        ("/api/v1/timeline?cursor=" + cursor("another-run", 0), 410),
    ],
)
def test_errors_are_problems_with_what_to_do(api: TestClient, address: str, status: int) -> None:
    answer = api.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_the_description_is_a_page_too(client: TestClient) -> None:
    page = client.get("/api").text
    assert all(f"GET /{resource.name}</code>" in page for resource in RESOURCES)
