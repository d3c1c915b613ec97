"""Who may write and who may ask the API, by token, origin and what the browser tells of the site that asks."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from dateline.web.guards.writes import COOKIE
from tests.security.conftest import ORIGIN, TOKEN

OTHER = "https://evil.example"
LIST = "/api/v1/timeline"
PASSED = {200, 405}  # 405: the guard let a write through to an address that takes none


class Case(NamedTuple):
    method: str
    path: str
    by: str | None  # "cookie", "bearer", the same with "wrong ", or nothing
    origin: str | None
    site: str | None  # Sec-Fetch-Site
    status: int  # 401, 403, or 0 for let through


CASES = (
    # reading a page needs nothing: what it says cannot be read from another site
    Case("GET", "/timeline", None, None, None, 0),
    Case("GET", "/timeline", None, OTHER, "cross-site", 0),
    # reading the API needs the token, and no other site behind it
    Case("GET", LIST, None, None, None, 401),
    Case("GET", LIST, None, ORIGIN, "same-origin", 401),
    Case("GET", LIST, "wrong cookie", None, None, 401),
    Case("GET", LIST, "wrong bearer", None, None, 401),
    Case("GET", LIST, "cookie", None, None, 0),
    Case("GET", LIST, "cookie", None, "same-origin", 0),
    Case("GET", LIST, "cookie", None, "none", 0),
    Case("GET", LIST, "cookie", None, "same-site", 403),
    Case("GET", LIST, "cookie", None, "cross-site", 403),
    Case("GET", LIST, "cookie", OTHER, None, 403),
    Case("GET", LIST, "cookie", "null", None, 403),
    Case("GET", LIST, "bearer", None, None, 0),
    Case("GET", LIST, "bearer", OTHER, "cross-site", 403),
    # writing needs the token and a word of where it comes from
    Case("POST", "/timeline", None, ORIGIN, "same-origin", 401),
    Case("POST", "/timeline", "wrong cookie", ORIGIN, "same-origin", 401),
    Case("POST", "/timeline", "cookie", None, None, 403),
    Case("POST", "/timeline", "cookie", ORIGIN, "same-origin", 0),
    Case("POST", "/timeline", "cookie", ORIGIN, "cross-site", 403),
    Case("POST", "/timeline", "cookie", ORIGIN, "none", 403),
    Case("POST", "/timeline", "cookie", OTHER, "same-origin", 403),
    Case("POST", "/timeline", "cookie", "null", None, 403),
    Case("POST", "/timeline", "cookie", "http://127.0.0.1:8418", None, 403),
    Case("POST", "/timeline", "cookie", "https://127.0.0.1:8417", None, 403),
    Case("DELETE", LIST, "cookie", None, "cross-site", 403),
    Case("PUT", LIST, None, ORIGIN, "same-origin", 401),
    Case("POST", LIST, "bearer", None, None, 0),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(str(part) for part in case))
def test_a_request_is_let_through_or_refused(client: TestClient, case: Case) -> None:
    answer = client.request(case.method, case.path, headers=_headers(case))
    assert (answer.status_code in PASSED) if case.status == 0 else (answer.status_code == case.status)
    assert "access-control-allow-origin" not in answer.headers


def _headers(case: Case) -> dict[str, str]:
    by = case.by or ""
    token = "guessed" if by.startswith("wrong") else TOKEN
    given = {
        "Origin": case.origin,
        "Sec-Fetch-Site": case.site,
        "Cookie": f"{COOKIE}={token}" if by.endswith("cookie") else None,
        "Authorization": f"Bearer {token}" if by.endswith("bearer") else None,
    }
    return {name: value for name, value in given.items() if value is not None}


def test_a_token_in_the_address_of_a_write_opens_nothing(client: TestClient) -> None:
    answer = client.post("/timeline", params={"token": TOKEN}, headers={"Origin": ORIGIN})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_the_token_stands_in_no_page(client: TestClient) -> None:
    for path in ("/", "/api", "/timeline"):
        assert TOKEN not in client.get(path, headers={"Cookie": f"{COOKIE}={TOKEN}"}).text


def test_a_preflight_of_another_site_is_given_no_leave(client: TestClient) -> None:
    asked = {"Origin": OTHER, "Access-Control-Request-Method": "POST", "Sec-Fetch-Site": "cross-site"}
    answer = client.options("/api/v1/timeline", headers=asked)
    assert answer.status_code in (401, 403)
    assert not [name for name in answer.headers if name.startswith("access-control")]
